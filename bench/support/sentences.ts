/** Sentences to fill benchmarks with: seeded, varied enough that indexes and the reader meet many words. Not a sample. */
const THINGS = [
  'bread',
  'coffee',
  'delivery',
  'service',
  'cake',
  'terrace',
  'app',
  'price',
  'croissant',
  'staff',
  'parking',
  'queue',
  'music',
  'receipt',
  'box',
]
const GOOD = [
  'was wonderful',
  'made my morning',
  'could not be better',
  'came on time',
  'tasted fresh',
  'is worth every cent',
]
const BAD = [
  'was cold',
  'came two hours late',
  'was a disappointment',
  'made me angry',
  'was wrong again',
  'is far too expensive',
]
const PLAIN = ['was as usual', 'is next to the station', 'comes on Tuesdays', 'has a new label']
const TAILS = [
  'and I told everybody',
  'so we will see',
  'for the third time',
  'thank you',
  'please call me back',
  'my children noticed too',
  'as promised',
  'which I did not expect',
]

export function sentences(seed: number): () => { text: string; stars: number } {
  let state = seed
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!
  return () => {
    const stars = 1 + Math.floor(next() * 5)
    const verdict = stars > 3 ? GOOD : stars < 3 ? BAD : PLAIN
    const parts = Array.from(
      { length: 1 + Math.floor(next() * 3) },
      () => `The ${pick(THINGS)} ${pick(verdict)} ${pick(TAILS)}`,
    )
    return { text: `${parts.join('. ')}. Order ${Math.floor(next() * 90_000)}.`, stars }
  }
}
