/** One row of an imported file as it stands there, before anyone says what its columns mean. */
import { RAW_LIMIT, TEXT_LIMIT } from './limits.ts'

/** Cells by header. Has no prototype, so a column called "constructor" is just a column. */
export type Values = Record<string, string>

/** `line` is the physical line (or sheet row, counted from 1) where the row begins. `notes` say what had to be mended. */
export type GoodRow = { line: number; values: Values; notes?: string[] }
export type BadRow = { line: number; problem: RowProblem; reason: string; raw: string }
export type Row = GoodRow | BadRow

export type RowProblem =
  | 'unclosed_quote'
  | 'too_many_cells'
  | 'too_few_cells'
  | 'cell_too_long'
  | 'row_too_long'
  | 'invalid_json'
  | 'not_an_object'

// A constructor with an empty prototype keeps V8's fast objects, which Object.create(null) gives up.
const Bare = function () {} as unknown as new () => Values
Bare.prototype = Object.create(null)

export const noValues = (): Values => new Bare()

export const isBad = (row: Row): row is BadRow => 'problem' in row

export function badRow(line: number, problem: RowProblem, reason: string, raw: string): BadRow {
  return { line, problem, reason, raw: (raw.length > RAW_LIMIT ? `${raw.slice(0, RAW_LIMIT)}…` : raw).toWellFormed() }
}

export const NOTE_NULLS = 'Null characters were removed.'
export const NOTE_UNREADABLE = 'Some characters could not be read and show as �.'

/** Whether a value needs `mended`: it holds null characters, characters lost in decoding, or halves of characters. */
export const isDamaged = (value: string): boolean =>
  value.includes('\0') || value.includes('\uFFFD') || !value.isWellFormed()

/** Takes null characters out of a row and says so; says so too where a character is lost or only half there. */
export function mended(row: GoodRow): GoodRow {
  let [nulls, unreadable] = [false, false]
  for (const header in row.values) {
    const value = row.values[header]!
    if (!isDamaged(value)) continue
    nulls ||= value.includes('\0')
    row.values[header] = value.replaceAll('\0', '').toWellFormed()
    unreadable ||= row.values[header]!.includes('\uFFFD')
  }
  if (nulls) (row.notes ??= []).push(NOTE_NULLS)
  if (unreadable) (row.notes ??= []).push(NOTE_UNREADABLE)
  return row
}

export function longCell(header: string, cell: string): string {
  return `“${header}” holds ${grouped(cell.length)} characters here; the limit is ${grouped(TEXT_LIMIT)}.`
}

export function tooLong(line: number, length: number, raw: string): BadRow {
  return badRow(
    line,
    'row_too_long',
    `This row is ${grouped(length)} characters long, more than a voice can hold.`,
    raw,
  )
}

export const grouped = (count: number): string => count.toLocaleString('en-GB')
