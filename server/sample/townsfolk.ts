/** Turns names into persons: who they are, how they are reached, what they buy, and how content they tend to be. */
import type { Chance } from './chance.ts'
import { AROUND, DISTRICTS, TOWN, emailOf, keyOf, namesOf } from './names.ts'
import { DAY, HISTORY, TURNS } from './season.ts'

export type Plan = 'none' | 'small loaf' | 'family loaf'

export type SamplePerson = {
  key: string
  kind: 'customer' | 'supplier' | 'partner' | 'neighbour'
  name: string
  company: string
  language: string
  identities: { kind: 'email' | 'phone' | 'external'; value: string }[]
  attributes: { district: string; customer_since?: string; plan?: Plan }
}

/** What the generator knows and Heed does not: it is never handed over. */
export type Resident = SamplePerson & {
  /** 0 hard to please … 1 easily delighted; ties a person's scores, words and loyalty together. */
  mood: number
  /** The bread subscription, as days before now; `end` 0 is still running. */
  box?: { plan: 'small loaf' | 'family loaf'; start: number; end: number; weekday: 4 | 6 }
  /** Mean days between two visits with the loyalty card. */
  rhythm: number
  since: number
}

/** Persons whose story is written out; chance leaves them alone. */
const TOLD: Record<string, Partial<Pick<Resident, 'box' | 'mood' | 'since'>>> = {
  'ada-brandt': { box: { plan: 'family loaf', start: 3300, end: 0, weekday: 4 }, mood: 0.9, since: 3600 },
  'jonas-weil': { box: { plan: 'small loaf', start: 560, end: 0, weekday: 4 }, mood: 0.45, since: 700 },
  'leila-haddad': { box: { plan: 'family loaf', start: 470, end: 0, weekday: 6 }, mood: 0.8, since: 900 },
  'priya-nair': { mood: 0.85, since: 345 },
  'rosa-marin': { mood: 0.85, since: 1500 },
  'walter-pohl': { box: { plan: 'family loaf', start: 1400, end: 231, weekday: 4 }, mood: 0.7, since: 2200 },
  'bernd-ahlers': { box: { plan: 'family loaf', start: 640, end: 0, weekday: 4 }, mood: 0.3, since: 1900 },
  'nadia-koller': { mood: 0.6 },
  'sofie-lindqvist': { mood: 0.6 },
  'agnes-novak': { mood: 0.55 },
  'clara-voss': { mood: 0.65 },
  'dario-conti': { mood: 0.35 },
  'samira-bakri': { mood: 0.7, since: 1500 },
  'mirela-stan': { mood: 0.5 },
}

export function makeTownsfolk(now: Date, chance: Chance): Resident[] {
  const month = (ago: number) => new Date(now.getTime() - ago * DAY).toISOString().slice(0, 7)
  const customers = Object.entries(TOWN)
    .flatMap(([language, line]) => namesOf(line).map((name) => ({ language, name })))
    .map(({ language, name }, place): Resident => {
      const key = keyOf(name)
      const told = TOLD[key]
      const mood = told?.mood ?? Math.min(1, Math.max(0, chance.around(0.62, 0.22)))
      const since = told?.since ?? sinceWhen(chance)
      const drawn = chance.happens(0.44) ? drawBox(since, mood, chance) : undefined
      const box = told ? told.box : drawn
      return {
        key,
        kind: 'customer',
        name,
        company: '',
        language,
        identities: reach(name, '', place, chance),
        attributes: {
          district: chance.pick(DISTRICTS),
          customer_since: month(since),
          plan: box && box.end === 0 ? box.plan : 'none',
        },
        mood,
        since,
        rhythm: chance.whole(18, 70),
        ...(box ? { box } : {}),
      }
    })
  const around = AROUND.map(({ name, kind, company }, place): Resident => ({
    key: keyOf(name),
    kind,
    name,
    company,
    language: 'en',
    identities: reach(name, company, customers.length + place, chance),
    attributes: { district: kind === 'neighbour' ? 'Harbour' : chance.pick(DISTRICTS) },
    mood: 0.6,
    since: 1500,
    rhythm: 30,
  }))
  return [...customers, ...around]
}

function sinceWhen(chance: Chance): number {
  return chance.happens(0.62) ? chance.whole(HISTORY, 3800) : chance.whole(30, HISTORY)
}

/** Who is unhappy leaves, and mostly when there was a reason to: the van, the price, lately the pause button. */
function drawBox(since: number, mood: number, chance: Chance): NonNullable<Resident['box']> {
  const plan = chance.happens(0.55) ? 'small loaf' : 'family loaf'
  const weekday = chance.happens(0.7) ? 4 : 6
  // A third of today's boxes began after the bikes: people heard that it works now.
  const late = chance.happens(0.3) ? chance.whole(12, TURNS.bikes - 5) : since - chance.whole(0, 60)
  const start = Math.max(10, Math.min(since, late))
  const leaves = chance.happens(0.5 * (1 - mood) + 0.04)
  const [from, to] = chance.pick([
    [TURNS.bikes + 5, 430],
    [TURNS.bikes + 5, 430],
    [TURNS.priceRise - 65, TURNS.priceRise - 4],
    [2, 38],
  ] as const)
  const end = leaves ? chance.whole(from, to) : 0
  return { plan, start, end: end < start ? end : 0, weekday }
}

function reach(name: string, company: string, place: number, chance: Chance): SamplePerson['identities'] {
  // 07700 900xxx is kept free for stories by Ofcom: nobody is rung by accident. Numbered by place, so no two share one.
  const phone = `+447700900${String(place * 4 + chance.whole(0, 3)).padStart(3, '0')}`
  const card = `loyalty:${10_000 + place * 37}`
  return [
    { kind: 'email', value: emailOf(name, company) },
    ...(chance.happens(0.35) ? [{ kind: 'phone' as const, value: phone }] : []),
    ...(company === '' && chance.happens(0.5) ? [{ kind: 'external' as const, value: card }] : []),
  ]
}
