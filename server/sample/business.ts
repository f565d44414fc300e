/**
 * The sample business: Linden & Rye, a bakery café in a small coastal town, and its last eighteen months.
 *
 *     const business = makeBusiness(new Date())
 *
 * Pure but for reading `texts/*.jsonl`: the same `now` gives the same business, on every machine. It writes nothing;
 * whoever sets up a sample workspace hands the parts to Heed's own verbs, in this order:
 *
 *   staff      four members of the workspace
 *   persons    customers, suppliers, two restaurants, neighbours; `key` ('ada-brandt') is what everything else points to
 *   orders     bread boxes week by week, visits with the loyalty card, cakes, wholesale; oldest first
 *   surveys    four, with their questions; a voice that answers one names it in `surveyKey`
 *   voices     everything that was said, oldest first; an empty `text` is a score without words
 *   troubles   cases: nine that wait now, others that were handled, with a note and whether the person felt heard;
 *              they point to voices by key
 *   changes    what the business changed and when, so that Outcomes can ask whether it helped
 *
 * The stories, in days before now: the card terminal that fails (330–285), the price rise (250), own cargo bikes instead
 * of a courier (149), labels and a folder for allergies (104), the old baker leaves (98), the pause button that does not
 * pause since the new subscription page (43, still growing).
 */
import { makeChance } from './chance.ts'
import { STAFF } from './names.ts'
import { DAY, TURNS } from './season.ts'
import { SURVEYS, type Survey } from './survey.ts'
import { readTexts } from './text.ts'
import { makeOrders, type SampleOrder } from './till.ts'
import { makeTownsfolk, type SamplePerson } from './townsfolk.ts'
import { makeTroubles, type SampleTrouble } from './trouble.ts'
import { makeVoices, type SampleVoice } from './voice.ts'

export type Business = {
  name: string
  timezone: string
  currency: 'EUR'
  staff: typeof STAFF
  persons: SamplePerson[]
  orders: SampleOrder[]
  surveys: readonly Survey[]
  voices: SampleVoice[]
  troubles: SampleTrouble[]
  changes: SampleChange[]
}

export type SampleChange = {
  key: string
  name: string
  at: string
  /** What was hoped for, written down beforehand. */
  hope: string
  /** What it should move. None: it just happened, and may explain a change in the numbers. */
  aims?: { metric: 'nps' | 'csat' | 'ces'; topic: string }
  costMinor?: number
}

export type { SampleOrder, SamplePerson, SampleTrouble, SampleVoice, Survey }

export function makeBusiness(now: Date): Business {
  const residents = makeTownsfolk(now, makeChance(1))
  const orders = makeOrders(now, residents, makeChance(2))
  const voices = makeVoices(now, readTexts(), residents, orders, makeChance(3))
  return {
    name: 'Linden & Rye',
    timezone: 'Europe/Berlin',
    currency: 'EUR',
    staff: STAFF,
    persons: residents.map(({ key, kind, name, company, language, identities, attributes }) => ({
      key,
      kind,
      name,
      company,
      language,
      identities,
      attributes,
    })),
    orders,
    surveys: SURVEYS,
    voices,
    troubles: makeTroubles(voices),
    changes: makeChanges(now),
  }
}

function makeChanges(now: Date): SampleChange[] {
  const at = (ago: number) => new Date(Math.floor((now.getTime() - ago * DAY) / DAY) * DAY).toISOString()
  return [
    {
      key: 'terminal-out',
      name: 'A card terminal that works',
      at: at(TURNS.terminalOut),
      hope: 'Nobody is embarrassed at the till any more.',
      aims: { metric: 'csat', topic: 'payment' },
      costMinor: 48_000,
    },
    { key: 'price-rise', name: 'New bread prices', at: at(TURNS.priceRise), hope: 'To pay flour, power and people.' },
    {
      key: 'bikes',
      name: 'Our own cargo bikes, with a half-hour window by text message',
      at: at(TURNS.bikes),
      hope: 'The bread comes whole, warm and before breakfast, and people know when.',
      aims: { metric: 'nps', topic: 'delivery' },
      costMinor: 1_240_000,
    },
    {
      key: 'allergy-folder',
      name: 'Allergen folder, second slicer, labels for everyone to read',
      at: at(TURNS.allergyFolder),
      hope: 'Nobody has to ask three people and get three answers.',
      aims: { metric: 'csat', topic: 'allergy' },
      costMinor: 186_000,
    },
    { key: 'wim-leaves', name: 'Wim leaves after eleven years', at: at(TURNS.wimLeaves), hope: '' },
    {
      key: 'new-page',
      name: 'New subscription page',
      at: at(TURNS.newPage),
      hope: 'Changing, pausing and ending a box takes a minute.',
      aims: { metric: 'ces', topic: 'app' },
      costMinor: 320_000,
    },
    {
      key: 'quiet-fan',
      name: 'A quieter extractor fan',
      at: at(TURNS.quietFan),
      hope: 'The neighbours sleep.',
      costMinor: 145_000,
    },
  ]
}
