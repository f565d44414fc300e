/** The texts all models learn from, and how much the labels of each set count beside their rows' own weight. */
import { complaints, patientFeedback, requests, reviews, turns } from './customers.ts'
import type { Example } from './example.ts'
import { elsewhere, film, FILM_LANGUAGES, forum } from './feelings.ts'
import { withHandLabels } from './hand.ts'
import type { SetShare } from './learn.ts'
import { ownCorpus } from './own.ts'
import { labelledSentences } from './sentences.ts'

/** What few people judged by its words decides more than stars, and than what nobody doubts: requests, and turns of a service chat. */
const SENTIMENT_SHARES: Record<string, number> = {
  goemotions: 0.4,
  xed_en: 0.1,
  cfpb: 0.3,
  sought: 0.15,
  pros_cons: 0.3,
  fine_foods: 0.6,
  womens_clothing: 0.6,
  womens_clothing_more: 0.6,
  multidogo: 0.4,
  taskmaster4: 0.4,
  star: 0.4,
  clinc150: 0.4,
  banking77: 0.4,
  natcs: 0.4,
  nlupp: 0.4,
  bitext: 0.4,
}
/** The 28 labels are those of the forum; our own voices carry one or two of them and decide little. */
const FEELING_SHARES: Record<string, number> = { own: 0.15, sought: 0.05 }
/** Kinds of reviews are guessed from their side; our own voices were labelled. */
const KIND_SHARES: Record<string, number> = {
  own: 3,
  sought: 0.5,
  pros_cons: 0.15,
  fine_foods: 0.5,
  cfpb: 0.5,
  clinc150: 0.6,
  banking77: 0.6,
  multidogo: 0.6,
}

export function shareOf(english: boolean): SetShare {
  const shares = { sentiment: SENTIMENT_SHARES, feeling: english ? FEELING_SHARES : {}, kind: KIND_SHARES }
  return (set, group) => (shares[group] as Record<string, number>)[set] ?? 1
}

export function examplesOf(data: string): Example[] {
  return withCalm(withHandLabels(gather(data)))
}

function gather(data: string): Example[] {
  return [
    ...ownCorpus(),
    ...labelledSentences(data),
    ...patientFeedback(data),
    ...reviews(data),
    ...complaints(data),
    ...requests(data),
    ...turns(data),
    ...forum(data),
    ...film(data, 'en'),
    ...FILM_LANGUAGES.flatMap((file) => film(data, file)),
    ...elsewhere(data),
  ]
}

const UNTROUBLED: ReadonlySet<string> = new Set(['joy', 'neutral', 'surprise', 'disgust'])

/** 'crisis' is learnt against everything that is plainly none. */
function withCalm(examples: readonly Example[]): Example[] {
  const calm = new Set([
    'banking77',
    'clinc150',
    'pros_cons',
    'product_reviews',
    'multidogo',
    'fine_foods',
    'taskmaster4',
    'prdect_id',
  ])
  const untroubled = (one: Example): boolean =>
    calm.has(one.set) || (one.families !== undefined && one.families.every((family) => UNTROUBLED.has(family)))
  return examples.map((one) => (one.crisis === undefined && untroubled(one) ? { ...one, crisis: false } : one))
}
