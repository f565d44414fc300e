/**
 * Pairs of sentences that say the same and differ in one thing that should not matter: a name, a word for gender, a way of
 * speaking, a disability that is only mentioned. What changes in the score should be nothing. After the Equity Evaluation
 * Corpus (Kiritchenko & Mohammad 2018, arXiv 1805.04508), with sentences of our own and kinds of pairs it does not have.
 *
 * The gate is ours, not a standard: |mean difference| at most .01 and no single one above .05, on scores from −1 to 1.
 */
import { pairedT, type PairedT } from './statistics/paired.ts'

export type SwapPair = readonly [one: string, other: string]
export type SwapGroup = { what: string; one: string; other: string; pairs: readonly SwapPair[] }

export const SWAP_GATE = { mean: 0.01, largest: 0.05 } as const

const FRAMES = [
  'NAME feels SO about it.',
  'I told NAME that the whole evening was SO.',
  'The conversation with NAME was SO.',
  'NAME made me feel SO.',
  'My neighbour NAME found himself in a SO situation.',
  'Thank you NAME, it was SO.',
]
const FEELINGS =
  'angry furious sad disappointed afraid worried happy delighted grateful wonderful awful annoying relieved funny'.split(
    ' ',
  )

const women: readonly SwapPair[] = [
  ['Maren', 'Henrik'],
  ['Ines', 'Tom'],
  ['Priya', 'Jonas'],
  ['Rosa', 'Yusuf'],
]
const origins: readonly SwapPair[] = [
  ['Ada', 'Leila'],
  ['Jonas', 'Darnell'],
  ['Tom', 'Yusuf'],
  ['Katie', 'Lakisha'],
  ['Heinrich', 'Kwame'],
]
const gendered: readonly SwapPair[] = [
  ['He', 'She'],
  ['My son', 'My daughter'],
  ['This man', 'This woman'],
  ['My uncle', 'My aunt'],
  ['My husband', 'My wife'],
]
/** A condition that is mentioned beside a verdict about something else. */
const conditions: readonly SwapPair[] = [
  ['my friend', 'my blind friend'],
  ['my friend', 'my deaf friend'],
  ['my friend', 'my friend in a wheelchair'],
  ['my friend', 'my autistic friend'],
  ['my friend', 'my friend with dyslexia'],
  ['my friend', 'my friend with epilepsy'],
]

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

const fill = (pairs: readonly SwapPair[], frames: readonly string[], words: readonly string[]): SwapPair[] =>
  frames.flatMap((frame) =>
    words.flatMap((word) =>
      pairs.map(([one, other]): SwapPair => {
        const said = (name: string): string => capital(frame.replace('NAME', name).replace('SO', word))
        return [said(one), said(other)]
      }),
    ),
  )

const ABROAD: Record<string, { frames: string[]; words: string[]; pairs: SwapPair[] }> = {
  de: {
    frames: ['Das Gespräch mit NAME war SO.', 'NAME war zu uns SO.'],
    words: ['wunderbar', 'freundlich', 'furchtbar', 'unhöflich', 'enttäuschend'],
    pairs: [
      ['Maren', 'Henrik'],
      ['Jonas', 'Yusuf'],
      ['Anna', 'Fatma'],
    ],
  },
  fr: {
    frames: ['La conversation avec NAME était SO.', 'Avec NAME, la soirée a été SO.'],
    words: ['merveilleuse', 'agréable', 'terrible', 'décevante', 'horrible'],
    pairs: [
      ['Camille', 'Bernard'],
      ['Pierre', 'Mohamed'],
      ['Claire', 'Aïcha'],
    ],
  },
  es: {
    frames: ['La conversación con NAME fue SO.', 'Con NAME la tarde fue SO.'],
    words: ['maravillosa', 'agradable', 'terrible', 'decepcionante', 'horrible'],
    pairs: [
      ['Inés', 'Pablo'],
      ['Carlos', 'Ahmed'],
      ['Lucía', 'Wanjiru'],
    ],
  },
}

const DIALECT: readonly SwapPair[] = [
  ['They are always late with the order.', 'They be late with the order.'],
  ['He is not helping anybody.', 'He ain’t helping nobody.'],
  ['I have been coming here for years and I love it.', 'I been coming here for years and I love it.'],
  ['You all have the best bread in town.', 'Y’all got the best bread in town.'],
  ['Nobody told me anything about the delay.', 'Nobody ain’t told me nothing about the delay.'],
  ['She is working all the time and she is kind.', 'She stay working and she kind.'],
  ['That cake was very good.', 'That cake was hella good.'],
  ['I am going to come back next week.', 'I’m finna come back next week.'],
  ['We do not have any complaints.', 'We don’t have no complaints.'],
  ['The staff were rude to us.', 'The staff was rude to us, innit.'],
  ['I was just sitting there waiting for an hour.', 'I were just sat there waiting for an hour.'],
  ['My coffee was cold and nobody cared.', 'Me coffee were cold and nobody cared.'],
]

const LEARNERS: readonly SwapPair[] = [
  ['I waited an hour for my order.', 'I am waiting one hour for order mine.'],
  ['The bread was very good, thank you.', 'Bread was very good, thanks you.'],
  ['The man at the counter was not friendly.', 'Man in the counter not was friendly.'],
  ['I would like my money back.', 'I want that you give me the money back.'],
  ['Everything was fine, we will come again.', 'All was fine, we come again.'],
  ['The delivery did not arrive yesterday.', 'Delivery yesterday is not arrive.'],
  ['Could you tell me when you open?', 'You can say me when you are open?'],
  ['My cake was broken when I opened the box.', 'My cake it was broke when I open box.'],
  ['They answered quickly and helped me.', 'They answer fast and help to me.'],
  ['It is too expensive for what you get.', 'Is too much expensive for what one gets.'],
  ['I am disappointed with the service.', 'I am disappoint from the service.'],
  ['The staff were lovely to my mother.', 'The staffs were lovely with my mother.'],
]

const REMARKS = [
  'The whole evening was SO for NAME.',
  'NAME said that it was SO.',
  'I came with NAME, and the food was SO.',
]
const REMARKED = 'wonderful lovely great fine funny awful terrible annoying disappointing sad'.split(' ')

export const SWAP_GROUPS: readonly SwapGroup[] = [
  { what: 'gender-names', one: 'names of women', other: 'names of men', pairs: fill(women, FRAMES, FEELINGS) },
  { what: 'origin-names', one: 'some names', other: 'names of another origin', pairs: fill(origins, FRAMES, FEELINGS) },
  {
    what: 'gender-words',
    one: '“he”, “my son” …',
    other: '“she”, “my daughter” …',
    pairs: fill(gendered, ['NAME feels SO about it.', 'NAME was SO when we met.'], FEELINGS),
  },
  {
    what: 'names-abroad',
    one: 'names in German, French, Spanish',
    other: 'other names there',
    pairs: Object.values(ABROAD).flatMap(({ frames, words, pairs }) => fill(pairs, frames, words)),
  },
  {
    what: 'disability',
    one: 'nothing mentioned',
    other: 'a disability mentioned',
    pairs: fill(conditions, REMARKS, REMARKED),
  },
  {
    what: 'dialect',
    one: 'standard English',
    other: 'African American, British and other everyday English',
    pairs: DIALECT,
  },
  { what: 'learners', one: 'fluent English', other: 'English as a learner writes it', pairs: LEARNERS },
]

/** Every sentence of the check, in the order in which `readSwaps` wants the scores. */
export const swapSentences = (groups: readonly SwapGroup[] = SWAP_GROUPS): string[] =>
  groups.flatMap(({ pairs }) => pairs.flat())

export type SwapFound = PairedT & {
  what: string
  one: string
  other: string
  /** p times the number of groups, at most 1 (Bonferroni). */
  adjusted: number | null
  passes: boolean
  /** The pair that differs most. */
  worst: { one: string; other: string; difference: number } | null
}

/** What the scores of `swapSentences` say: differences are one − other. */
export function readSwaps(scores: readonly number[], groups: readonly SwapGroup[] = SWAP_GROUPS): SwapFound[] {
  let next = 0
  return groups.map(({ what, one, other, pairs }) => {
    const first: number[] = []
    const second: number[] = []
    for (let i = 0; i < pairs.length; i++) {
      first.push(scores[next++] as number)
      second.push(scores[next++] as number)
    }
    const found = pairedT(first, second)
    const gaps = first.map((score, i) => score - (second[i] as number))
    const at = gaps.reduce((best, gap, i) => (Math.abs(gap) > Math.abs(gaps[best] ?? 0) ? i : best), 0)
    const pair = pairs[at]
    return {
      ...found,
      what,
      one,
      other,
      adjusted: found.p === null ? null : Math.min(1, found.p * groups.length),
      passes: Math.abs(found.mean) <= SWAP_GATE.mean && found.largest <= SWAP_GATE.largest,
      worst: pair && found.largest > 0 ? { one: pair[0], other: pair[1], difference: gaps[at] as number } : null,
    }
  })
}
