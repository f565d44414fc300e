/**
 * Read the rows of a file in several threads and hand out what they make of it in the order of the file. Only a few
 * portions are on their way at any moment, so memory stays the same however long the file is or slow the receiver.
 */
import { availableParallelism } from 'node:os'
import { isBad, type OpenedFile, type Row } from '#listen'
import { Refusal } from '#platform'
import { createCrew } from '../readings/crew.ts'
import { inOrder } from '../readings/in-order.ts'
import type { FileRow } from './analysis.ts'
import type { Done, Task } from './analysis-worker.ts'
import type { WordsColumn } from './words-column.ts'

export type Wanted = Task['wanted']
export type Ask = (task: Task) => Promise<Done>
export type Portion = Done & { rows: number }

/** Large enough that handing it over costs nothing, small enough that a thread is never silent for long. */
const PORTION = { rows: 200, letters: 200_000 }
const THREADS = Math.max(1, availableParallelism())

export const createAsk = (place = new URL('./analysis-worker.ts', import.meta.url), batchMs = 60_000): Ask =>
  createCrew<Task, Done>({ threads: THREADS, idleMs: 4_000, batchMs, place })

/** Opens the model before anything is read, so that a broken one is told from a row that cannot be read. */
export async function versionOf(ask: Ask): Promise<string> {
  try {
    return (await ask({ rows: [], question: null, wanted: 'lines' })).version
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal('reader_unavailable', `Heed cannot open the model it reads with (${why}).`)
  }
}

export async function* readRows(
  ask: Ask,
  batches: OpenedFile['batches'],
  column: WordsColumn,
  { wanted, limit }: { wanted: Wanted; limit: number },
): AsyncGenerator<Portion> {
  const { question } = column
  const read = (rows: FileRow[]) => withoutPoison(ask, { rows, question, wanted })
  for await (const found of inOrder(portions(batches, column, limit), THREADS + 2, read)) yield* found
}

/** A portion that takes its thread down is read again in halves, until the one row that does it stands alone. */
async function withoutPoison(ask: Ask, task: Task): Promise<Portion[]> {
  const { rows } = task
  try {
    return [{ ...(await ask(task)), rows: rows.length }]
  } catch (error) {
    if (rows.length === 1) {
      const [row] = rows
      if (!row || row.problem !== null) throw error
      return withoutPoison(ask, { ...task, rows: [{ ...row, problem: 'The reader broke off at this row.' }] })
    }
    const half = rows.length >> 1
    const first = await withoutPoison(ask, { ...task, rows: rows.slice(0, half) })
    return [...first, ...(await withoutPoison(ask, { ...task, rows: rows.slice(half) }))]
  }
}

async function* portions(batches: AsyncIterable<Row[]>, column: WordsColumn, limit: number): AsyncGenerator<FileRow[]> {
  let [portion, letters, number]: [FileRow[], number, number] = [[], 0, 0]
  for await (const batch of batches) {
    for (const row of batch) {
      if (number === limit) break
      number += 1
      const taken = fileRow(row, number, column)
      portion.push(taken)
      letters += taken.text.length
      if (portion.length < PORTION.rows && letters < PORTION.letters) continue
      yield portion
      ;[portion, letters] = [[], 0]
    }
    if (number === limit) break
  }
  if (portion.length > 0) yield portion
}

function fileRow(row: Row, number: number, column: WordsColumn): FileRow {
  const head = { row: number, line: row.line }
  if (isBad(row)) return { ...head, text: '', language: null, problem: `Line ${row.line}: ${row.reason}` }
  const claimed = column.language === null ? '' : (row.values[column.language] ?? '')
  const language = /^[a-z]{2}(?=[-_]|$)/i.exec(claimed.trim())?.[0].toLowerCase() ?? null
  return { ...head, text: row.values[column.header] ?? '', language, problem: null }
}
