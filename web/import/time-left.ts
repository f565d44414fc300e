/** How far something was when; nothing here looks at a clock. */
export type Mark = { at: number; progress: number }

const enough = 1_500

/** Milliseconds until it is done at the pace seen since the first look, or null while that cannot be said. */
export function timeLeft(first: Mark, now: Mark): number | null {
  const done = now.progress - first.progress
  const took = now.at - first.at
  if (done <= 0 || took < enough) return null
  return ((1 - now.progress) / done) * took
}

export type Span = { unit: 'seconds' | 'minutes' | 'hours'; count: number }

/** As people say it: to five seconds, then whole minutes, then whole hours. Rounded up, for waiting longer than told is worse. */
export function spanOf(milliseconds: number): Span {
  const seconds = milliseconds / 1_000
  if (seconds <= 55) return { unit: 'seconds', count: Math.max(5, Math.ceil(seconds / 5) * 5) }
  if (seconds <= 5_400) return { unit: 'minutes', count: Math.ceil(seconds / 60) }
  return { unit: 'hours', count: Math.ceil(seconds / 3_600) }
}
