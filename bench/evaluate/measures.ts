/** The measures, each on the held-out rows of one set. */
import type { Emotion, Hints, Reader, Reading } from '../../engine/src/index.ts'
import { EMOTIONS, FAMILIES, FAMILY_OF } from '../../engine/src/index.ts'
import { complaints, patientFeedback, requests, reviews, turns } from '../train/customers.ts'
import type { Example } from '../train/example.ts'
import { forum } from '../train/feelings.ts'
import { aspectScore } from './aspects.ts'
import { withHandLabels } from '../train/hand.ts'
import { ownCorpus, SOUGHT } from '../train/own.ts'
import { languageRows, type LanguageMeasure } from './languages.ts'
import { held, mean, sentimentRows, shown, side, SIDES, type Add, type Read } from './reads.ts'
import { macroF1, multiF1, pearson } from './scores.ts'
import { swapsOf, type Swap } from './swaps.ts'
import type { MeasureRow } from './table.ts'
import { neverTrained } from './unseen.ts'

const QUESTIONS: Record<NonNullable<Example['topic']>, string> = {
  faults: 'What could we do better?',
  merits: 'What was good?',
  reasons: 'Why did you choose that rating?',
}

export type Reliability = { from: number; n: number; claimed: number; right: number }
export type Measures = {
  rows: MeasureRow[]
  emotions: { label: Emotion; f1: number; n: number }[]
  languages: LanguageMeasure[]
  reliability: Reliability[]
  swaps: Swap[]
}

export function measureAll(reader: Reader, data: string): Measures {
  const rows: MeasureRow[] = []
  const add = (what: string, value: string, n: number, note = ''): void => void rows.push({ what, value, n, note })
  const read = (text: string, hints?: Hints): Reading => reader.read(text, hints)

  const emotions = forumRows(add, read, data)
  const patients = held(patientFeedback(data)).map((one) => ({
    one,
    reading: read(one.text, one.topic === undefined ? {} : { question: QUESTIONS[one.topic] }),
  }))
  const asked = patients.filter(({ one }) => one.topic !== undefined)
  sentimentRows(add, 'Patient feedback with its question', asked)
  twoSides(add, asked)
  sentimentRows(
    add,
    'Patient feedback, text alone',
    patients.filter(({ one }) => one.topic === undefined),
  )

  const shop = held(reviews(data))
    .filter((one) => one.set !== 'pros_cons')
    .map((one) => ({ one, reading: read(one.text) }))
  sentimentRows(add, 'Product reviews and remarks', shop)
  const sized = shop.filter(({ one }) => one.intensity !== undefined)
  add(
    '  intensity, Pearson r',
    shown(pearson(sized.map(({ one, reading }) => ({ a: reading.intensity, b: one.intensity as number })))),
    sized.length,
  )

  const ours = held(ownCorpus()).map((one) => ({ one, reading: read(one.text, { language: one.language }) }))
  const own = ours.filter(({ one }) => one.set !== SOUGHT)
  if (own.length > 0) ownRows(add, own)
  ownByLanguage(add, own)
  sentimentRows(
    add,
    'Own voices sought out as hard',
    ours.filter(({ one }) => one.set === SOUGHT),
    'an earlier reader erred on a third to a half of them',
  )
  handRows(add, read, data)
  neverTrained(add, read, data)

  const reliable = [...asked, ...shop, ...own.filter(({ one }) => one.sentiment !== undefined)]
  return {
    rows,
    emotions,
    languages: languageRows(add, read, data),
    reliability: reliability(reliable),
    swaps: swapsOf(reader),
  }
}

/** The two sides only, as others report them: which way the score leans. */
function twoSides(add: Add, reads: readonly Read[]): void {
  const pairs = reads
    .filter(({ one }) => one.sentiment === 'negative' || one.sentiment === 'positive')
    .map(({ one, reading }) => ({
      said: reading.sentiment.score < 0 ? 'negative' : 'positive',
      is: one.sentiment as string,
    }))
  add('  negative or positive, 2-way macro-F1', shown(macroF1(pairs, ['negative', 'positive'])), pairs.length)
}

/** Forum comments; returns the score of each emotion. */
function forumRows(add: Add, read: (text: string) => Reading, data: string): Measures['emotions'] {
  const comments = held(forum(data)).map((one) => ({ one, reading: read(one.text) }))
  const labelled = comments.map(({ one, reading }) => ({
    said: reading.emotions.map((emotion) => emotion.label as string),
    is: (one.emotions ?? []) as readonly string[],
  }))
  const emotions = EMOTIONS.map((label) => ({
    label,
    f1: multiF1(labelled, label),
    n: labelled.filter((row) => row.is.includes(label)).length,
  }))
  add(
    'GoEmotions, 28 labels, macro-F1',
    shown(mean(emotions.map((one) => one.f1))),
    comments.length,
    'thresholds tuned on the same rows',
  )
  const familyRows = comments.map(({ one, reading }) => ({
    said: reading.families.map((family) => family.label as string),
    is: (one.families ?? []) as readonly string[],
  }))
  add(
    'GoEmotions, 7 families, macro-F1',
    shown(mean(FAMILIES.map((label) => multiF1(familyRows, label)))),
    comments.length,
    'thresholds tuned on the same rows',
  )
  const grouped = labelled.map(({ said, is }) => ({ said: groups(said), is: groups(is) }))
  add(
    'GoEmotions, 4 groups, macro-F1',
    shown(mean(['positive', 'negative', 'ambiguous', 'neutral'].map((label) => multiF1(grouped, label)))),
    comments.length,
  )
  const polar = comments.filter(({ one }) => one.sentiment !== undefined)
  add(
    'GoEmotions, polarity, 3-way macro-F1',
    shown(
      macroF1(
        polar.map(({ one, reading }) => ({ said: side(reading), is: one.sentiment as string })),
        SIDES,
      ),
    ),
    polar.length,
  )
  return emotions
}

function groups(labels: readonly string[]): string[] {
  const found = new Set<string>()
  for (const label of labels) {
    const family = FAMILY_OF[label as Emotion]
    if (family === 'neutral') found.add('neutral')
    else if (family === 'surprise') found.add('ambiguous')
    else found.add(family === 'joy' ? 'positive' : 'negative')
  }
  return [...found]
}

function ownRows(add: Add, own: readonly Read[]): void {
  sentimentRows(add, 'Own corpus', own)
  const kinds = own.map(({ one, reading }) => ({
    said: reading.kind,
    is: one.crisis === true ? 'crisis' : (one.kind as string),
  }))
  const labels = [...new Set(kinds.map((pair) => pair.is))].filter(
    (label) => kinds.filter((pair) => pair.is === label).length >= 3,
  )
  add(`  kind, ${labels.length}-way macro-F1`, shown(macroF1(kinds, labels)), kinds.length)
  const crises = kinds.filter((pair) => pair.is === 'crisis')
  add(
    '  crisis signals heard',
    `${crises.filter((pair) => pair.said === 'crisis').length} of ${crises.length}`,
    crises.length,
  )
  add(
    '  false crisis signals',
    String(kinds.filter((pair) => pair.is !== 'crisis' && pair.said === 'crisis').length),
    kinds.length - crises.length,
  )
  add(
    '  urgency, Pearson r',
    shown(pearson(own.map(({ one, reading }) => ({ a: reading.urgency, b: one.urgency as number })))),
    own.length,
  )
  add(
    '  intensity, Pearson r',
    shown(pearson(own.map(({ one, reading }) => ({ a: reading.intensity, b: one.intensity as number })))),
    own.length,
  )
}

/** The same corpus, English apart from the others. */
function ownByLanguage(add: Add, own: readonly Read[]): void {
  sentimentRows(
    add,
    'Own corpus, English',
    own.filter(({ one }) => one.language === 'en'),
  )
  sentimentRows(
    add,
    'Own corpus, other languages',
    own.filter(({ one }) => one.language !== 'en'),
  )
}

/** Real texts of the public sets, labelled for Heed twice, where both passes agree; held out whatever the set says. */
function handRows(add: Add, read: (text: string) => Reading, data: string): void {
  const texts = withHandLabels([
    ...patientFeedback(data).filter((one) => one.topic === undefined),
    ...reviews(data),
    ...complaints(data),
    ...requests(data),
    ...turns(data),
    ...forum(data),
  ])
  const reads = held(texts)
    .filter((one) => one.hand === true)
    .map((one) => ({ one, reading: read(one.text) }))
  sentimentRows(add, 'Real texts labelled for Heed', reads)
  const kinds = reads
    .filter(({ one }) => one.kind !== undefined)
    .map(({ one, reading }) => ({ said: reading.kind, is: one.kind as string }))
  const labels = [...new Set(kinds.map((pair) => pair.is))].filter(
    (label) => kinds.filter((pair) => pair.is === label).length >= 5,
  )
  add(`  kind, ${labels.length}-way macro-F1`, shown(macroF1(kinds, labels)), kinds.length)
  const aspects = aspectScore(reads)
  add(
    '  aspects, F1 of span and side',
    shown(aspects.f1),
    aspects.n,
    `precision ${shown(aspects.precision)}, recall ${shown(aspects.recall)}`,
  )
  add(
    '  urgency, Pearson r',
    shown(pearson(reads.map(({ one, reading }) => ({ a: reading.urgency, b: one.urgency as number })))),
    reads.length,
  )
}

function reliability(reads: readonly Read[]): Reliability[] {
  const steps: Reliability[] = []
  for (let from = 0.3; from < 0.999; from += 0.1) {
    const inside = reads.filter(
      ({ reading, one }) =>
        one.sentiment !== undefined && reading.confidence >= from && reading.confidence < from + 0.1,
    )
    if (inside.length < 10) continue
    const right = inside.filter(
      ({ one, reading }) => sign(reading.sentiment.score, reading.sentiment.label) === one.sentiment,
    ).length
    steps.push({
      from,
      n: inside.length,
      claimed: mean(inside.map(({ reading }) => reading.confidence)),
      right: right / inside.length,
    })
  }
  return steps
}

/** Confidence speaks of the side with the best chance; 'mixed' and 'unclear' keep the side of their score. */
function sign(score: number, label: string): string {
  if (label === 'negative' || label === 'neutral' || label === 'positive') return label
  return score < -0.1 ? 'negative' : score > 0.1 ? 'positive' : 'neutral'
}
