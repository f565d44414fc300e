/**
 * Read a file of replies, each with what it answers: nothing is stored, nothing leaves the machine. Rows are read in several
 * threads and told in the order of the file; only a few portions are on their way at any moment.
 */
import { availableParallelism } from 'node:os'
import { readReply, SUGGESTIONS, type ReplyReading } from '#engine'
import { isBad, openRows, type OpenedFile, type Row } from '#listen'
import { plainText, Refusal } from '#platform'
import { asRefusal, openFile, positionOf } from '../analysis/open-file.ts'
import { showProgress } from '../analysis/progress-bar.ts'
import { isColoured, paintOf, penOf, type Paint, type Terminal } from '../analysis/terminal.ts'
import { createCrew } from '../readings/crew.ts'
import { inOrder } from '../readings/in-order.ts'
import type { ReplyRow } from './coach-line.ts'
import type { CoachDone, CoachTask } from './coach-worker.ts'

export const COACH_FORMATS = ['text', 'jsonl'] as const
export type CoachFormat = (typeof COACH_FORMATS)[number]
export type CoachInput = { file: string; format: CoachFormat }

const PORTION = { rows: 500, letters: 400_000 }
const THREADS = Math.max(1, availableParallelism())

export async function coach({ file: path, format }: CoachInput, terminal: Terminal): Promise<void> {
  const incoming = await openFile(path, terminal)
  const pen = penOf(terminal.out)
  try {
    const file = await openRows(incoming.source)
    const columns = { heard: named(file.headers, 'heard'), reply: named(file.headers, 'reply') }
    let rows = 0
    const progress = terminal.out.isTTY ? null : showProgress(terminal.err, () => positionOf(file, rows))
    try {
      const paint = paintOf(isColoured(terminal))
      const told = format === 'jsonl' ? lines(portions(file, columns)) : blocks(portions(file, columns), paint)
      for await (const one of told) {
        rows += one.rows
        if (!(await pen.write(one.text))) return
      }
    } finally {
      progress?.done()
    }
  } catch (error) {
    throw asRefusal(error, path)
  } finally {
    pen.close()
    await incoming.close()
  }
}

type Columns = { heard: string; reply: string }
type Told = { rows: number; text: string }

function named(headers: string[], wanted: string): string {
  const header = headers.find((one) => one.trim().toLowerCase() === wanted)
  if (header !== undefined) return header
  throw new Refusal(
    'no_words_column',
    `There is no column “${wanted}” in this file. Each row needs “heard”, what was said, and “reply”, what was answered.`,
  )
}

async function* portions(file: OpenedFile, columns: Columns): AsyncGenerator<ReplyRow[]> {
  let portion: ReplyRow[] = []
  let letters = 0
  let number = 0
  for await (const batch of file.batches) {
    for (const row of batch) {
      number += 1
      const taken = replyRow(row, number, columns)
      portion.push(taken)
      letters += taken.heard.length + taken.reply.length
      if (portion.length < PORTION.rows && letters < PORTION.letters) continue
      yield portion
      portion = []
      letters = 0
    }
  }
  if (portion.length > 0) yield portion
}

function replyRow(row: Row, number: number, { heard, reply }: Columns): ReplyRow {
  if (isBad(row)) return { row: number, heard: '', reply: '', problem: `Line ${row.line}: ${row.reason}` }
  return { row: number, heard: row.values[heard] ?? '', reply: row.values[reply] ?? '', problem: null }
}

async function* lines(found: AsyncIterable<ReplyRow[]>): AsyncGenerator<Told> {
  const ask = createCrew<CoachTask, CoachDone>({
    threads: THREADS,
    idleMs: 4_000,
    batchMs: 60_000,
    place: new URL('./coach-worker.ts', import.meta.url),
  })
  const read = async (rows: ReplyRow[]): Promise<Told> => ({ rows: rows.length, text: (await ask({ rows })).lines })
  yield* inOrder(found, THREADS + 2, read)
}

const LEVELS = ['not there', 'a little', 'clearly']

async function* blocks(found: AsyncIterable<ReplyRow[]>, paint: Paint): AsyncGenerator<Told> {
  for await (const rows of found) for (const row of rows) yield { rows: 1, text: blockOf(row, paint) }
}

function blockOf(row: ReplyRow, paint: Paint): string {
  const head = paint('bold', `${row.row}. `)
  if (row.problem !== null) return `${head}${plainText(row.problem)}\n\n`
  const read: ReplyReading = readReply(row.heard, row.reply)
  const shown = row.reply.length > 160 ? `${row.reply.slice(0, 160)}…` : row.reply
  const advice = read.suggestions.map(({ kind }) => `   · ${SUGGESTIONS[kind]}\n`).join('')
  return `${head}${plainText(shown)}
   ${paint('dim', 'Warmth')} ${LEVELS[read.emotionalReaction]}   ${paint('dim', 'Understanding')} ${LEVELS[read.interpretation]}   ${paint('dim', 'Asking')} ${LEVELS[read.exploration]}
${advice}
`
}
