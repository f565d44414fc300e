/** Rows of a CSV or TSV file: delimiter found by trying, records cut by `record.ts`, cells read by csv-parse. */
import { parse } from 'csv-parse/sync'
import { Refusal } from '#platform'
import { distinctHeaders } from './header.ts'
import { ROW_LIMIT, ROW_PARSE_LIMIT, TEXT_LIMIT } from './limits.ts'
import type { Cut, Run } from './record.ts'
import { cutter, REASON_QUOTE } from './record.ts'
import type { BadRow, Row } from './row.ts'
import { badRow, isDamaged, longCell, mended, noValues, tooLong } from './row.ts'

export type Delimiter = ',' | ';' | '\t' | '|'
export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|']

export type DelimitedFile = { headers: string[]; delimiter: Delimiter; batches: AsyncIterable<Row[]> }
type Cells = { line: number; cells: string[]; raw: () => string }

// Trying stops here: enough rows to judge, little enough to judge in a few milliseconds.
const JUDGED = 16 * 1024
const JUDGED_ROWS = 50
// Files whose writer drops empty cells at the end have many short rows; in others a short row is a torn one.
const TRIMMED_SHARE = 0.2

/** The delimiter under which most rows have the same number of cells, and more than one. */
export function detectDelimiter(sample: string): Delimiter {
  const declared = /^sep=([,;\t|])\r?\n/i.exec(sample)
  if (declared) return declared[1] as Delimiter
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths = judgedWidths(sample.slice(0, JUDGED), delimiter)
    const wide = widths.find(Boolean) ?? 1
    const steady = widths.filter((width) => width === wide).length / Math.max(1, widths.length)
    const score = wide > 1 ? steady * (1 + Math.log2(wide) / 10) : 0
    if (score > best.score + 1e-9) best = { delimiter, score }
  }
  return best.delimiter
}

function judgedWidths(sample: string, delimiter: Delimiter): number[] {
  const cuts = cutter(delimiter).push(sample.endsWith('\n') || sample.length < JUDGED ? `${sample}\n` : sample)
  const widths: number[] = []
  for (const cut of cuts) {
    for (const item of itemsOf(cut, delimiter)) {
      if (!('cells' in item)) widths.push(0)
      else if (!isBlank(item.cells)) widths.push(item.cells.length)
    }
    if (widths.length > JUDGED_ROWS) break
  }
  return widths.slice(0, JUDGED_ROWS)
}

/** Reads the header, then hands out the rows batch by batch, as they are asked for. */
export async function openDelimited(pieces: AsyncIterable<string>, wanted?: Delimiter): Promise<DelimitedFile> {
  const stream = withUnixBreaks(pieces)[Symbol.asyncIterator]()
  let sample = ''
  let ended = false
  let next = await stream.next()
  // Only what is new is looked through, and no further than a row may reach: a file may have no line break at all.
  while (!next.done && sample.length < ROW_LIMIT && (sample.length < JUDGED || !ended)) {
    ended ||= next.value.includes('\n')
    sample += next.value
    next = await stream.next()
  }
  const delimiter = wanted ?? detectDelimiter(sample)
  const preface = /^sep=[,;\t|]\r?\n/i.exec(sample)?.[0] ?? ''
  const cut = cutter(delimiter, preface ? 2 : 1)
  const items: (Cells | BadRow)[] = []
  let text = sample.slice(preface.length)
  for (;;) {
    items.push(...cut.push(text).flatMap((part) => itemsOf(part, delimiter)))
    if (next.done) items.push(...cut.end().flatMap((part) => itemsOf(part, delimiter)))
    while (items[0] && 'cells' in items[0] && isBlank(items[0].cells)) items.shift()
    if (items.length || next.done) break
    text = next.value
    next = await stream.next()
  }
  const first = items.shift()
  if (!first) throw new Refusal('empty_file', 'This file is empty.')
  if (!('cells' in first)) {
    throw new Refusal('damaged_file', `The first row, with the names of the columns, cannot be read. ${first.reason}`)
  }
  const headers = distinctHeaders(first.cells)
  async function* batches(): AsyncGenerator<Row[]> {
    const fit = fitter(headers, items)
    yield items.flatMap(fit)
    if (next.done) return
    yield cut
      .push(next.value)
      .flatMap((part) => itemsOf(part, delimiter))
      .flatMap(fit)
    for (let piece = await stream.next(); !piece.done; piece = await stream.next()) {
      yield cut
        .push(piece.value)
        .flatMap((part) => itemsOf(part, delimiter))
        .flatMap(fit)
    }
    yield cut
      .end()
      .flatMap((part) => itemsOf(part, delimiter))
      .flatMap(fit)
  }
  return { headers, delimiter, batches: batches() }
}

function itemsOf(cut: Cut, delimiter: Delimiter): (Cells | BadRow)[] {
  return isCutBad(cut) ? [cut] : cellsOf(cut, delimiter)
}

function cellsOf(run: Run, delimiter: Delimiter): (Cells | BadRow)[] {
  const slice = (i: number): string => run.text.slice(run.starts[i], run.starts[i + 1] ?? run.text.length)
  const longest = run.starts.reduce((max, start, i) => Math.max(max, (run.starts[i + 1] ?? run.text.length) - start), 0)
  const records = longest > ROW_PARSE_LIMIT ? null : parseOrNull(run.text, delimiter)
  if (records?.length === run.lines.length) {
    return records.map((cells, i) => ({ line: run.lines[i]!, cells, raw: () => slice(i).trimEnd() }))
  }
  // One record csv-parse stumbles over must not take its neighbours along: one by one.
  return run.lines.map((line, i) => {
    const text = slice(i)
    if (text.length > ROW_PARSE_LIMIT) return tooLong(line, text.length, text)
    const cells = parseOrNull(text, delimiter)?.[0]
    return cells
      ? { line, cells, raw: () => text.trimEnd() }
      : badRow(line, 'unclosed_quote', REASON_QUOTE, text.trimEnd())
  })
}

function parseOrNull(text: string, delimiter: Delimiter): string[][] | null {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, record_delimiter: ['\r\n', '\n'] })
  } catch {
    return null
  }
}

function fitter(headers: string[], sample: readonly (Cells | BadRow)[]): (item: Cells | BadRow) => Row[] {
  const full = sample.filter((item) => 'cells' in item && !isBlank(item.cells)) as Cells[]
  const short = full.filter(({ cells }) => cells.length < headers.length).length
  const trimmed = short > full.length * TRIMMED_SHARE
  return (item) => ('cells' in item ? (isBlank(item.cells) ? [] : [fitRow(item, headers, trimmed)]) : [item])
}

function fitRow({ line, cells, raw }: Cells, headers: string[], trimmed: boolean): Row {
  const extra = cells.length - headers.length
  const counted = `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the header has ${headers.length}.`
  if (extra > 0 && !isBlank(cells.slice(headers.length))) return badRow(line, 'too_many_cells', counted, raw())
  if (extra < 0 && !trimmed) return badRow(line, 'too_few_cells', counted, raw())
  const values = noValues()
  let damaged = false
  for (let i = 0; i < headers.length; i++) {
    const cell = cells[i] ?? ''
    if (cell.length > TEXT_LIMIT) return badRow(line, 'cell_too_long', longCell(headers[i]!, cell), raw())
    damaged ||= isDamaged(cell)
    values[headers[i]!] = cell
  }
  return damaged ? mended({ line, values }) : { line, values }
}

const isCutBad = (cut: Cut): cut is BadRow => 'problem' in cut

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

// Old Mac files end lines with a lone carriage return. Decided once, on the first piece that has any break at all.
async function* withUnixBreaks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let lone: boolean | null = null
  for await (const piece of pieces) {
    if (lone === null && /\r[^\n]|\n/.test(piece)) lone = !piece.includes('\n')
    yield lone ? piece.replaceAll('\r', '\n') : piece
  }
}
