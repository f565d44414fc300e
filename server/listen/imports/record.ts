/**
 * Cuts delimited text into records before they are parsed, so that one missing quotation mark costs one row and not the
 * rest of the file. The cells themselves are taken apart by csv-parse; this part only finds where records begin and end.
 *
 * Idea: outside quotes a record ends at a line break; a quotation mark opens only at the start of a cell; inside, a doubled
 * mark is text and a single one must be followed by a delimiter, a line break or the end. Where that fails, or a row passes
 * `ROW_LIMIT`, the row's first line is reported and cutting resumes on the line after it.
 */
import type { BadRow } from './row.ts'
import { badRow, tooLong } from './row.ts'
import { ROW_LIMIT } from './limits.ts'

/** Whole records that follow each other: `starts[i]` is where record i begins in `text`, `lines[i]` its physical line. */
export type Run = { text: string; starts: number[]; lines: number[] }
export type Cut = Run | BadRow

export type Cutter = { push(text: string): Cut[]; end(): Cut[] }

export const REASON_QUOTE = 'A quotation mark opens in this row and does not close properly.'

/** `rowLimit` is for tests; the line numbers begin at `firstLine`. */
export function cutter(delimiter: string, firstLine = 1, rowLimit = ROW_LIMIT): Cutter {
  let buffer = ''
  let at = 0
  let start = 0
  let line = firstLine
  let quoted = false
  let hadQuotes = false
  /** Where a row without end began, while the rest of it is thrown away. */
  let drowned: { line: number; raw: string; length: number } | null = null

  function advance(final: boolean): Cut[] {
    const cuts: Cut[] = []
    let run: Run = { text: '', starts: [], lines: [] }
    let runStart = start
    let [newline, quote] = [-2, -2]

    const closeRun = (): void => {
      if (run.lines.length) cuts.push({ ...run, text: buffer.slice(runStart, start) })
      run = { text: '', starts: [], lines: [] }
    }
    const endRecord = (next: number): void => {
      run.starts.push(start - runStart)
      run.lines.push(line)
      line += hadQuotes ? countLines(buffer, start, next) : 1
      start = at = next
      hadQuotes = false
    }
    const giveUpRecord = (): void => {
      closeRun()
      const lineEnd = buffer.indexOf('\n', start)
      quoted = false
      if (lineEnd === -1 && !final) {
        drown()
        runStart = start
        return
      }
      const next = lineEnd === -1 ? buffer.length : lineEnd + 1
      cuts.push(badRow(line, 'unclosed_quote', REASON_QUOTE, buffer.slice(start, next).trimEnd()))
      line++
      start = at = runStart = next
      hadQuotes = false
      newline = quote = -2
    }

    for (;;) {
      if (quoted) {
        quote = buffer.indexOf('"', at)
        if (quote === -1) {
          at = buffer.length
          if ((final && start < at) || at - start > rowLimit) {
            giveUpRecord()
            continue
          }
          break
        }
        const fate = afterQuote(buffer, quote, delimiter, final)
        if (fate === 'wait') {
          at = quote
          break
        }
        if (fate === 'broken') {
          giveUpRecord()
          continue
        }
        at = quote + (fate === 'doubled' ? 2 : 1)
        quoted = fate === 'doubled'
        newline = -2
        continue
      }
      if (newline < at && newline !== -1) newline = buffer.indexOf('\n', at)
      if (quote < at && quote !== -1) quote = buffer.indexOf('"', at)
      if (quote !== -1 && (newline === -1 || quote < newline)) {
        quoted = quote === start || buffer.startsWith(delimiter, quote - delimiter.length)
        hadQuotes ||= quoted
        at = quote + 1
        if (!quoted) quote = buffer.indexOf('"', at)
        continue
      }
      if (newline === -1) {
        at = buffer.length
        if (final && start < at) endRecord(at)
        break
      }
      endRecord(newline + 1)
    }
    closeRun()
    if (!final && !quoted && buffer.length - start > rowLimit) drown()
    buffer = buffer.slice(start)
    at -= start
    start = 0
    return cuts
  }

  function drown(): void {
    drowned = { line, raw: buffer.slice(start, start + 5_000), length: buffer.length - start }
    start = at = buffer.length
    hadQuotes = false
  }

  function surface(text: string, final: boolean): { cuts: Cut[]; text: string } {
    if (!drowned) return { cuts: [], text }
    const end = text.indexOf('\n')
    drowned.length += end === -1 ? text.length : end
    if (end === -1 && !final) return { cuts: [], text: '' }
    const cut = tooLong(drowned.line, drowned.length, drowned.raw)
    drowned = null
    line++
    return { cuts: [cut], text: end === -1 ? '' : text.slice(end + 1) }
  }

  function take(text: string, final: boolean): Cut[] {
    const risen = surface(text, final)
    buffer += risen.text
    return [...risen.cuts, ...advance(final)]
  }
  return { push: (text) => take(text, false), end: () => take('', true) }
}

function afterQuote(
  text: string,
  quote: number,
  delimiter: string,
  final: boolean,
): 'wait' | 'doubled' | 'closed' | 'broken' {
  const next = text[quote + 1]
  if (next === undefined) return final ? 'closed' : 'wait'
  if (next === '"') return 'doubled'
  if (next === '\n' || text.startsWith(delimiter, quote + 1)) return 'closed'
  if (next !== '\r') return 'broken'
  const beyond = text[quote + 2]
  if (beyond === undefined) return final ? 'closed' : 'wait'
  return beyond === '\n' ? 'closed' : 'broken'
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0
  for (let i = text.indexOf('\n', from); i !== -1 && i < to; i = text.indexOf('\n', i + 1)) lines++
  return lines
}
