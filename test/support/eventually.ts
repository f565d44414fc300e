/**
 * What becomes true a moment later, as it does in a browser or behind a queue: read again and again until it holds. Where
 * it never does, the last look fails as it would have failed at once, with the whole difference.
 *
 *     await eventually(() => button.getAttribute('aria-expanded'), 'false')
 *     await eventually(() => page.title(), / · Heed$/)
 *     await eventually(() => widthOf(page), (width) => assert.ok(width <= 320, `${width} pixels wide`))
 */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 60_000
const LOOK_MS = 25

/** What must hold: a value to equal, words to match, or a function that throws for as long as it does not. */
type Expected<T> = T | RegExp | ((found: T) => void)

export async function eventually<T>(
  read: () => T | Promise<T>,
  expected: Expected<T>,
  withinMs: number = PATIENCE_MS,
): Promise<T> {
  const until = performance.now() + withinMs
  for (;;) {
    const late = performance.now() > until
    try {
      const found = await read()
      check(found, expected)
      return found
    } catch (error) {
      if (late) throw error
    }
    await sleep(LOOK_MS)
  }
}

function check<T>(found: T, expected: Expected<T>): void {
  if (typeof expected === 'function') (expected as (found: T) => void)(found)
  else if (expected instanceof RegExp) assert.match(String(found), expected)
  else assert.deepEqual(found, expected)
}
