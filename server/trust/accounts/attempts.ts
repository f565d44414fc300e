/**
 * Guessing made slow, so that nobody is ever locked out by somebody else. Wrong tries are counted for one account from
 * one address, and for one address over all accounts; after a few free ones each further try has to wait, a third of a
 * minute at first and twice as long each time, up to a quarter of an hour. There is no count for an account alone: whoever guesses from elsewhere does not
 * touch the owner's own tries. A browser that was signed in here before is counted for itself and not with its address,
 * so that a guesser in the same house does not matter either. A try is counted before it is judged and given back if it
 * was right: a thousand tries at once are still a thousand tries.
 */
import type { Pool } from 'pg'
import { Refusal, type App } from '#platform'
import { fingerprint } from './seal.ts'
import { forgetTry, giveBackTry, takeTry, waitingUntil } from './store-attempts.ts'

export type Pace = { free: number; firstSeconds: number; mostSeconds: number; forgetHours: number }

export const PACES = {
  account: { free: 5, firstSeconds: 20, mostSeconds: 900, forgetHours: 24 },
  address: { free: 40, firstSeconds: 20, mostSeconds: 300, forgetHours: 1 },
  /** Letters asked for. The account's own mailbox is protected from a flood elsewhere. */
  letters: { free: 10, firstSeconds: 20, mostSeconds: 900, forgetHours: 1 },
  /** Second steps over all addresses: only somebody who has the password already can use these up. */
  codes: { free: 20, firstSeconds: 20, mostSeconds: 900, forgetHours: 24 },
} as const satisfies Record<string, Pace>

export type Try = { key: string; pace: Pace }
export type Taken = { right: () => Promise<void> }

/** An IPv6 household has a whole /64 to itself; it counts as one. */
export function household(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const first = head.split(':').filter(Boolean)
  const last = tail.split(':').filter(Boolean)
  const middle = address.includes('::') ? Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0') : []
  return [...first, ...middle, ...last].slice(0, 4).join(':')
}

export const tryOf = (app: Pick<App, 'secret'>, pace: keyof typeof PACES, ...what: string[]): Try => ({
  key: fingerprint(app.secret, 'attempts', [pace, ...what].join('\n')),
  pace: PACES[pace],
})

export async function take(app: App, pool: Pool, tries: Try[]): Promise<Taken> {
  const now = app.clock.now()
  const taken: Try[] = []
  for (const one of tries) {
    if (await takeTry(pool, one.key, one.pace, now)) {
      taken.push(one)
      continue
    }
    const until = await waitingUntil(pool, one.key)
    await Promise.all(taken.map(({ key }) => giveBackTry(pool, key)))
    throw tooMany(Math.max(1, Math.ceil(((until?.getTime() ?? 0) - now.getTime()) / 1000)))
  }
  return {
    // The first is the account from here: right is right. The others go on counting what was wrong elsewhere.
    right: async () => {
      await Promise.all(taken.map(({ key }, at) => (at === 0 ? forgetTry(pool, key) : giveBackTry(pool, key))))
    },
  }
}

const tooMany = (seconds: number): Refusal =>
  new Refusal(
    'too_many_tries',
    `That was wrong several times from here. Wait ${inWords(seconds)} and try again, or come in with a passkey or by a new password.`,
    [{ field: 'seconds', reason: String(seconds) }],
    seconds,
  )

const inWords = (seconds: number): string => {
  if (seconds < 60) return seconds === 1 ? 'a second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
