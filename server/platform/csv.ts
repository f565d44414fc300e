/**
 * Cells of a CSV file (RFC 4180) that a spreadsheet will not run. A cell that begins with = + - @ (also in full width),
 * tab or return is a formula to Excel and others, whoever wrote it; an apostrophe in front makes it plain text. A cell
 * that already begins with apostrophes before such a sign gets one more, so that `plainCell` can take away exactly what
 * `csvCell` added: a file written by Heed and read back says what was said. Numbers of our own making stay numbers.
 */
export type Cell = string | number | boolean | null | undefined

const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/
const QUOTED = /[",\r\n]/

export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = RUNS.test(cell) ? `'${cell}` : cell
  return QUOTED.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** The reverse of what `csvCell` did against formulas. */
export const plainCell = (text: string): string =>
  text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text
