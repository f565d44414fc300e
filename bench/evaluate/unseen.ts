/** Texts that had no part in training or tuning. */
import { existsSync } from 'node:fs'
import type { Hints, Reading } from '../../engine/src/index.ts'
import type { Example, Polarity } from '../train/example.ts'
import { corpusRows, rowsOf } from '../train/rows.ts'
import { mean, sentimentRows, shown, side, SIDES, type Add, type Read } from './reads.ts'
import { macroF1 } from './scores.ts'

/** Sets used to judge only; nothing of them is in the weights, and no threshold was tuned on them. */
export function neverTrained(add: Add, read: (text: string, hints?: Hints) => Reading, data: string): void {
  const judge = (
    what: string,
    set: string,
    file: string,
    sentimentOf: (row: Record<string, unknown>) => Polarity | undefined,
  ): void => {
    const reads = rowsOf(data, set, file)
      .filter((row) => row.split === 'val')
      .map((row): Read => {
        const sentiment = sentimentOf(row)
        const one: Example = { text: row.text, set, split: 'val', language: '', weight: 1 }
        return { one: sentiment === undefined ? one : { ...one, sentiment }, reading: read(row.text) }
      })
    sentimentRows(add, what, reads, 'never trained on')
  }
  judge('Restaurant reviews, stars as polarity', 'zomato_reviews', 'zomato_reviews', ({ rating }) =>
    Number(rating) >= 4 ? 'positive' : Number(rating) <= 2 ? 'negative' : 'neutral',
  )
  judge('  stars 1–2 against 4–5 only', 'zomato_reviews', 'zomato_reviews', ({ rating }) =>
    Number(rating) >= 4 ? 'positive' : Number(rating) <= 2 ? 'negative' : undefined,
  )
  judge('DynaSent round 1', 'dynasent', 'round01', ({ label }) => (label === 'mixed' ? undefined : (label as Polarity)))
  judge('DynaSent round 2', 'dynasent', 'round02', ({ label }) => (label === 'mixed' ? undefined : (label as Polarity)))
  sampleRows(add, read)
  const each: number[] = []
  let n = 0
  for (const file of ['english', 'french', 'german', 'italian', 'portuguese', 'spanish']) {
    const rows = rowsOf(data, 'umsab', file).filter((row) => row.split === 'val')
    each.push(
      macroF1(
        rows.map((row) => ({ said: side(read(row.text)), is: String(row['label']) })),
        SIDES,
      ),
    )
    n += rows.length
  }
  add(
    'UMSAB tweets, 6 languages, mean macro-F1',
    shown(mean(each)),
    n,
    `never trained on; ${each.map((value) => value.toFixed(2)).join(' ')}`,
  )
}

/** The invented bakery of the sample workspace: own text with stars, kept out of training so that it can judge. */
function sampleRows(add: Add, read: (text: string, hints?: Hints) => Reading): void {
  const folder = new URL('../../server/sample/texts/', import.meta.url)
  if (!existsSync(folder)) return
  const rows = corpusRows(folder).filter((row) => typeof row['stars'] === 'number')
  const reads = rows.map((row): Read => {
    const stars = Number(row['stars'])
    const sentiment = stars >= 4 ? 'positive' : stars === 3 ? 'neutral' : 'negative'
    const one: Example = {
      text: row.text,
      set: 'sample',
      split: 'val',
      language: String(row['lang']),
      weight: 1,
      sentiment,
    }
    return { one, reading: read(row.text) }
  })
  sentimentRows(
    add,
    'Sample bakery, English, stars',
    reads.filter(({ one }) => one.language === 'en'),
    'own text, never trained on, but its errors were looked at',
  )
  sentimentRows(
    add,
    'Sample bakery, other languages, stars',
    reads.filter(({ one }) => one.language !== 'en'),
    'own text, never trained on, but its errors were looked at',
  )
}
