/** The names of a file's columns: made distinct for reading, and made plain for comparing. */
import { Refusal } from '#platform'
import { COLUMN_LIMIT } from './limits.ts'

/** Distinct, non-empty names: a second "Comment" becomes "Comment (2)", a column without a name "Column 3". */
export function distinctHeaders(cells: readonly string[]): string[] {
  if (cells.length > COLUMN_LIMIT) {
    throw new Refusal('too_many_columns', `This file has ${cells.length} columns; Heed reads up to ${COLUMN_LIMIT}.`)
  }
  const taken = new Set<string>()
  return cells.map((cell, i) => {
    const name = cell.replaceAll('\0', '').toWellFormed().trim() || `Column ${i + 1}`
    let distinct = name
    for (let n = 2; taken.has(distinct); n++) distinct = `${name} (${n})`
    taken.add(distinct)
    return distinct
  })
}

/** A header without case, accents, spaces and punctuation: "Review ID", "review_id" and "reviewId" are one. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The words of a header, plain: "customerNo." → customer, no. */
export function headerWords(header: string): string[] {
  return header
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
