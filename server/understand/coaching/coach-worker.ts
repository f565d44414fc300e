/** Runs in a thread of its own: reads replies and answers with their lines, ready to be written. */
import { parentPort } from 'node:worker_threads'
import { readReply } from '#engine'
import { coachLine, coachProblem, type ReplyRow } from './coach-line.ts'

export type CoachTask = { rows: ReplyRow[] }
export type CoachDone = { lines: string }

parentPort!.on('message', ({ rows }: CoachTask) => {
  const lines = rows.map((row) =>
    row.problem === null ? coachLine(row, readReply(row.heard, row.reply)) : coachProblem(row),
  )
  parentPort!.postMessage({ lines: lines.join('') } satisfies CoachDone)
})
