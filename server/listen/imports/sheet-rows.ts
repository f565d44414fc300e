/** Rows of one sheet of an XLSX workbook, cell by cell as they stream in. A formula gives the value it last had. */
import { Refusal } from '#platform'
import { serialToIso } from './date.ts'
import { distinctHeaders } from './header.ts'
import { COLUMN_LIMIT, TEXT_LIMIT } from './limits.ts'
import type { Row } from './row.ts'
import { badRow, longCell, mended, noValues } from './row.ts'
import type { FileSource } from './source.ts'
import type { Workbook } from './workbook.ts'
import { openWorkbook, unescaped } from './workbook.ts'
import { attribute, localName, xmlReader } from './xml.ts'
import { readEntry } from './zip.ts'

export type SheetFile = { headers: string[]; sheet: string; sheets: string[]; batches: AsyncIterable<Row[]> }
type SheetRow = { line: number; cells: string[] }

/** Opens the sheet of that name, or the first that has anything in it. */
export async function openSheet(source: FileSource, wanted?: string): Promise<SheetFile> {
  const book = await openWorkbook(source)
  const sheets = book.sheets.map(({ name }) => name)
  const chosen = wanted === undefined ? book.sheets : book.sheets.filter(({ name }) => name === wanted)
  if (wanted !== undefined && !chosen.length) {
    throw new Refusal('no_such_sheet', `This workbook has no sheet “${wanted}”. It has: ${sheets.join(', ')}.`)
  }
  for (const { name, entry } of chosen) {
    const stream = sheetBatches(readEntry(source, entry), book)[Symbol.asyncIterator]()
    let first: SheetRow[] = []
    let next = await stream.next()
    for (; !next.done && !first.length; next = await stream.next()) first = next.value.filter(hasWords)
    const [header, ...rows] = first
    if (!header) continue
    const headers = distinctHeaders(withoutEmptyEnd(header.cells))
    return { headers, sheet: name, sheets, batches: laterBatches(rows, next, stream, headers) }
  }
  throw new Refusal('empty_file', 'This workbook is empty.')
}

async function* laterBatches(
  first: SheetRow[],
  next: IteratorResult<SheetRow[]>,
  stream: AsyncIterator<SheetRow[]>,
  headers: string[],
): AsyncGenerator<Row[]> {
  const fit = (rows: SheetRow[]): Row[] => rows.filter(hasWords).map((row) => fitRow(row, headers))
  yield fit(first)
  for (let batch = next; !batch.done; batch = await stream.next()) yield fit(batch.value)
}

function fitRow({ line, cells }: SheetRow, headers: string[]): Row {
  const raw = (): string => cells.join('\t')
  if (cells.slice(headers.length).some((cell) => cell.trim())) {
    return badRow(line, 'too_many_cells', 'This row has cells to the right of the last named column.', raw())
  }
  const values = noValues()
  for (const [i, header] of headers.entries()) {
    const cell = cells[i] ?? ''
    if (cell.length > TEXT_LIMIT) return badRow(line, 'cell_too_long', longCell(header, cell), raw())
    values[header] = cell
  }
  return mended({ line, values })
}

async function* sheetBatches(pieces: AsyncIterable<Uint8Array>, book: Workbook): AsyncGenerator<SheetRow[]> {
  const collector = rowCollector(book)
  const reader = xmlReader(collector.events)
  for await (const piece of pieces) {
    reader.write(piece)
    yield collector.take()
  }
  reader.end()
  yield collector.take()
}

function rowCollector(book: Workbook) {
  let rows: SheetRow[] = []
  let row: SheetRow = { line: 0, cells: [] }
  let column = -1
  let cell = { type: 'n', style: 0, text: '' }
  let [reading, phonetic] = [false, false]
  const open: Record<string, (name: string, get: (key: string) => string | undefined) => void> = {
    row: (_, get) => {
      row = { line: Number(get('r')) || row.line + 1, cells: [] }
      column = -1
    },
    c: (_, get) => {
      column = columnOf(get('r')) ?? column + 1
      cell = { type: get('t') ?? 'n', style: Number(get('s') ?? 0), text: '' }
    },
    v: () => (reading = true),
    t: () => (reading = !phonetic),
    rPh: () => (phonetic = true),
  }
  const close: Record<string, () => void> = {
    v: () => (reading = false),
    t: () => (reading = false),
    rPh: () => (phonetic = false),
    c: () => {
      // A stray cell far to the right must not make an array of sixteen thousand.
      if (column < COLUMN_LIMIT + 1) row.cells[column] = valueOf(cell, book)
    },
    row: () => {
      rows.push({ line: row.line, cells: Array.from(row.cells, (value) => value ?? '') })
    },
  }
  return {
    events: {
      open: (tag: Parameters<typeof attribute>[0]) =>
        open[localName(tag.name)]?.(tag.name, (key) => attribute(tag, key)),
      text: (text: string) => {
        // Twice the limit is enough to know that the cell is too long.
        if (reading && cell.text.length <= 2 * TEXT_LIMIT) cell.text += text
      },
      close: (name: string) => close[localName(name)]?.(),
    },
    take: (): SheetRow[] => {
      const taken = rows
      rows = []
      return taken
    },
  }
}

function valueOf({ type, style, text }: { type: string; style: number; text: string }, book: Workbook): string {
  if (type === 's') return book.texts[Number(text)] ?? ''
  if (type === 'str' || type === 'inlineStr') return unescaped(text)
  if (type === 'b') return text === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  if (type !== 'n' || text === '') return text
  if (book.dates[style]) return serialToIso(Number(text), book.since1904) ?? text
  return plainNumber(text)
}

// Spreadsheets store 4.2 as 4.2000000000000002; fifteen digits are what they show.
function plainNumber(text: string): string {
  const value = Number(text)
  return Number.isFinite(value) && /[.eE]/.test(text) ? String(Number(value.toPrecision(15))) : text
}

/** "C7" → 2. */
function columnOf(reference: string | undefined): number | null {
  if (!reference) return null
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column ? column - 1 : null
}

const hasWords = ({ cells }: SheetRow): boolean => cells.some((cell) => cell.trim() !== '')

function withoutEmptyEnd(cells: string[]): string[] {
  let length = cells.length
  while (length > 0 && !cells[length - 1]!.trim()) length--
  return cells.slice(0, length)
}
