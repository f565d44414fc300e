/** The small model that tells languages in Latin letters apart. */
import { readFileSync } from 'node:fs'
import { signTable } from '../../engine/src/signs.ts'
import { hashOf } from '../../engine/src/hashes.ts'
import { wordMaker } from '../../engine/src/words.ts'
import type { Example } from './example.ts'
import { learn, type Group, type Learned } from './learn.ts'
import { sheetOf, type Sheet } from './sheet.ts'

/** Enough of each language; more of one would only make it the answer to every doubt. */
const ROWS_EACH = 5000
/** Short English answers are what is read most; a short text in doubt is rather English. */
const ENGLISH_ROWS = 16_000

const ENGLISH_SETS = new Set([
  'goemotions',
  'xed_en',
  'nhs_fft',
  'pros_cons',
  'vader',
  'banking77',
  'fine_foods',
  'own',
])

function writtenSamples(): Example[] {
  const lines = readFileSync(new URL('../corpus/languages.txt', import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): Example => {
      const language = line.slice(0, 2)
      const text = line.slice(3)
      const split = (hashOf(text, 78) >>> 0) % 8 === 0 ? 'val' : 'train'
      return { text, set: 'languages', split, language, weight: 12 }
    })
}

export function tongueExamples(all: readonly Example[]): Example[] {
  const signs = signTable()
  const seen = new Map<string, number>()
  const latin = all.filter((one) => {
    if (one.language === 'th' || one.text.length < 8 || (signs[one.text.charCodeAt(0)] ?? 0) === 8) return false
    const english = one.language === 'en'
    if (english && !ENGLISH_SETS.has(one.set)) return false
    const key = english ? one.set : one.language
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return one.set === 'own' || count <= (english ? ENGLISH_ROWS / ENGLISH_SETS.size : ROWS_EACH)
  })
  return [...latin.map((one) => ({ ...one, weight: one.set === 'own' ? 2 : 1 })), ...writtenSamples()]
}

export function learnTongue(examples: readonly Example[], seed: number): { sheet: Sheet; learned: Learned } {
  const known = { known: () => true, noun: () => false }
  const sheet = sheetOf(examples, wordMaker(known, 'none', 1), { word: 2, part: 3, chain: 1_000_000 })
  const heads = [...new Set(examples.map((one) => one.language))].sort()
  const group: Group = {
    from: 0,
    to: heads.length,
    race: true,
    weight: () => 1,
    target(example, out) {
      for (let i = 0; i < heads.length; i++) out[i] = heads[i] === example.language ? 1 : 0
      return true
    },
  }
  return { sheet, learned: learn(sheet, heads, [group], { epochs: 5, rate: 0.3, drop: 0.3, decay: 0, least: 1, seed }) }
}
