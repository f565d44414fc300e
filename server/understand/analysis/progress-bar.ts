/** How far a long command is, on standard error, where somebody watches; silent where nobody does. */
import type { Writable } from 'node:stream'
import { counted, percent } from './summary.ts'

export type Position = { rows: number; share: number | null }
export type Progress = { done: () => void }

const EVERY_MS = 120
const BAR = 24

export function showProgress(
  err: Writable & { isTTY?: boolean },
  position: () => Position,
  now: () => number = () => performance.now(),
): Progress {
  if (err.isTTY !== true) return { done: () => undefined }
  const start = now()
  const clock = setInterval(() => err.write(`\r${lineOf(position(), (now() - start) / 1000)}\u001B[K`), EVERY_MS)
  clock.unref()
  return {
    done: () => {
      clearInterval(clock)
      err.write('\r\u001B[K')
    },
  }
}

export function lineOf({ rows, share }: Position, seconds: number): string {
  const pace = seconds > 0.5 ? `  ${counted(Math.round(rows / seconds))} a second` : ''
  if (share === null) return `Reading  ${counted(rows)} voices${pace}`
  const full = Math.round(share * BAR)
  const left = share > 0.02 && seconds > 2 ? `  ${timeOf((seconds / share) * (1 - share))} left` : ''
  return `Reading ${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${percent(share)}  ${counted(rows)} voices${pace}${left}`
}

function timeOf(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
