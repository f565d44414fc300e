/** Chance with a seed: the same seed deals the same cards, so the sample business is the same on every machine. */

export type Chance = {
  /** 0 ≤ x < 1. Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, plenty for a few thousand draws. */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number
  /** True in this share of cases. */
  happens: (share: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** Bell-shaped around `mean` (sum of four uniforms, close enough for opinions). */
  around: (mean: number, spread: number) => number
  shuffle: <T>(things: readonly T[]) => T[]
}

export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick: (from) => from[whole(0, from.length - 1)]!,
    around: (mean, spread) => mean + (next() + next() + next() + next() - 2) * 1.73 * spread,
    shuffle: (things) => {
      const dealt = [...things]
      for (let last = dealt.length - 1; last > 0; last--) {
        const other = whole(0, last)
        ;[dealt[last], dealt[other]] = [dealt[other]!, dealt[last]!]
      }
      return dealt
    },
  }
}
