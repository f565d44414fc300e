/** What is known of English words without weighing them: that they exist in lower case, and that they name things. */
import type { Lexis } from './words.ts'

export const KNOWN = 1
export const NOUN = 2
const FLAG_BITS = 4

export function openLexis(slots: Uint32Array): Lexis {
  const mask = slots.length - 1
  const flags = (hash: number): number => {
    if (slots.length === 0) return 0
    const tag = hash >>> FLAG_BITS
    let at = Math.imul(hash, 0x9e3779b1) >>> 7
    for (;;) {
      at &= mask
      const slot = slots[at] as number
      if (slot === 0) return 0
      if (slot >>> FLAG_BITS === tag) return slot & (2 ** FLAG_BITS - 1)
      at++
    }
  }
  return { known: (hash) => (flags(hash) & KNOWN) !== 0, noun: (hash) => (flags(hash) & NOUN) !== 0 }
}

export function packLexis(words: ReadonlyMap<number, number>): Uint32Array {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(words.size * 1.7 + 2)))
  const mask = slots.length - 1
  for (const [hash, flags] of words) {
    let at = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask
    while (slots[at] !== 0) at = (at + 1) & mask
    slots[at] = (((hash >>> FLAG_BITS) << FLAG_BITS) | flags) >>> 0
  }
  return slots
}
