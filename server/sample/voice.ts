/** Gives every written text its moment, its person and its order, and adds the scores that came without words. */
import type { Chance } from './chance.ts'
import { DAY, TURNS, momentFor } from './season.ts'
import { shortAnswers, type ScoreKind } from './survey.ts'
import type { KeyedText, Text, Topic } from './text.ts'
import type { SampleOrder } from './till.ts'
import type { Resident } from './townsfolk.ts'

export type SampleVoice = {
  key: string
  channel: 'review' | 'survey' | 'email' | 'chat' | 'counter'
  /** 'google-reviews', 'own-site', 'survey:delivery', 'mailbox', 'chat' or 'counter' */
  source: string
  text: string
  title: string
  language: string
  saidAt: string
  score?: { kind: ScoreKind; value: number }
  /** Nobody, where it was said without a name. */
  personKey?: string
  orderNumber?: string
  surveyKey?: string
  topic: Topic
  thread?: string
}

type Draft = { text: KeyedText; at: number }

/** How the business's people would score it that day: the story told in means, for those who leave only a number. */
const MEANS: Record<ScoreKind, (ago: number) => [mean: number, spread: number]> = {
  nps: (ago) =>
    ago > TURNS.bikes
      ? [ago < TURNS.priceRise && ago > 175 ? 6.2 : 6.9, 2.4]
      : ago < TURNS.newPage
        ? [8.9, 1.6]
        : [9.1, 1.2],
  csat: (ago) => [ago < TURNS.terminalIn && ago > TURNS.terminalOut ? 3.8 : 4.6, 0.75],
  ces: (ago) => [ago < TURNS.newPage ? 5.2 : 5.9, 1.4],
  star: (ago) => [ago > TURNS.bikes ? 4.6 : 4.8, 0.8],
}
const RANGES: Record<ScoreKind, [number, number]> = { nps: [0, 10], csat: [1, 5], ces: [1, 7], star: [1, 5] }
const SURVEY_OF: Record<Exclude<ScoreKind, 'star'>, string> = { nps: 'delivery', csat: 'visit', ces: 'help' }

/** The share that comes with a name, by kind of voice. */
const NAMED: Record<Text['kind'], number> = {
  review: 0.42,
  survey: 0.78,
  email: 0.97,
  chat: 0.62,
  // A note says 'the lady with the dog'; who that is, only the teammate knows.
  counter: 0,
  supplier: 1,
  neighbour: 0.8,
}

const SIGN_OFF: Record<string, readonly string[]> = {
  en: ['Best wishes', 'Kind regards', 'Thanks', 'All the best', 'With good wishes', ''],
  de: ['Viele Grüße', 'Mit freundlichen Grüßen', 'Herzlich', ''],
  fr: ['Bien à vous', 'Cordialement', ''],
  es: ['Un saludo', 'Saludos', ''],
  nl: ['Groet', 'Vriendelijke groet', ''],
  tr: ['Saygılarımla', 'Teşekkürler'],
  ar: ['مع التحية'],
}

const scoreOf = (text: Text): SampleVoice['score'] => {
  if (text.stars !== undefined) return { kind: 'star', value: text.stars }
  if (text.nps !== undefined) return { kind: 'nps', value: text.nps }
  if (text.csat !== undefined) return { kind: 'csat', value: text.csat }
  if (text.ces !== undefined) return { kind: 'ces', value: text.ces }
  return undefined
}

/** 0 bitter … 1 delighted, to find a person in whose mouth the words are likely. */
function warmth(score: SampleVoice['score']): number | undefined {
  if (!score) return undefined
  const [low, high] = RANGES[score.kind]
  return (score.value - low) / (high - low)
}

/** Nobody is asked, or speaks up, twice within this time by chance alone. */
const REST = 14 * DAY

/** Who can have said it that day; rather somebody who has not been heard lately, or much. */
function makeCasting(people: readonly Resident[], chance: Chance) {
  const heard = new Map<string, number[]>()
  return (at: number, fits: (person: Resident) => boolean, mood?: number): Resident | undefined => {
    const able = people.filter(fits)
    if (able.length === 0) return undefined
    const cost = (person: Resident) => {
      const times = heard.get(person.key) ?? []
      const unrested = times.some((time) => Math.abs(time - at) < REST) ? 4 : 0
      const unlike = mood === undefined ? 0 : Math.abs(person.mood - mood) * 1.6
      return unrested + times.length * 0.22 + unlike + chance.next()
    }
    const drawn = Array.from({ length: 7 }, () => chance.pick(able))
      .map((person) => ({ person, cost: cost(person) }))
      .sort((one, other) => one.cost - other.cost)[0]!.person
    heard.set(drawn.key, [...(heard.get(drawn.key) ?? []), at])
    return drawn
  }
}

type Stage = {
  casting: ReturnType<typeof makeCasting>
  chance: Chance
  /** Persons whose story is written out; chance puts no words into their mouths. */
  told: ReadonlySet<string>
}

const hadBox = (person: Resident, ago: number) =>
  person.box !== undefined && person.box.start >= ago && person.box.end <= ago + 3
const isBoxTalk = (text: Text) =>
  text.nps !== undefined || text.topic === 'subscription' || text.topic === 'delivery' || text.thread === 'pause-button'

function cast(draft: Draft, now: Date, stage: Stage): string | undefined {
  const { casting, chance, told } = stage
  const { text, at } = draft
  if (text.person) return text.person
  if (text.who === 'visitor' || text.ago !== undefined || !chance.happens(NAMED[text.kind])) return undefined
  const ago = (now.getTime() - at) / DAY
  const mood = warmth(scoreOf(text))
  if (text.kind === 'neighbour') return casting(at, ({ kind, key }) => kind === 'neighbour' && !told.has(key))?.key
  const fits = (person: Resident) =>
    person.kind === 'customer' && !told.has(person.key) && person.language === text.lang && person.since >= ago
  const boxed = isBoxTalk(text) ? casting(at, (person) => fits(person) && hadBox(person, ago), mood) : undefined
  return (boxed ?? casting(at, fits, mood))?.key
}

/** Letters of one person in one storyline stand in the file in the order in which they were written. */
function inOrder(drafts: Draft[]): Draft[] {
  const groups = Map.groupBy(
    drafts.filter(({ text }) => text.person !== undefined && text.ago === undefined),
    ({ text }) => [text.person, text.thread, text.kind, text.phase].join(' '),
  )
  for (const group of groups.values()) {
    const moments = group.map(({ at }) => at).sort((one, other) => one - other)
    group.forEach((draft, place) => (draft.at = moments[place]!))
  }
  return drafts
}

const CHANNELS: Record<Text['kind'], SampleVoice['channel']> = {
  review: 'review',
  survey: 'survey',
  email: 'email',
  chat: 'chat',
  counter: 'counter',
  supplier: 'email',
  neighbour: 'email',
}

function sourceOf(text: Text, chance: Chance): string {
  if (text.kind === 'review') return chance.happens(0.64) ? 'google-reviews' : 'own-site'
  if (text.kind === 'survey') return `survey:${surveyOf(text)}`
  return text.kind === 'chat' || text.kind === 'counter' ? text.kind : 'mailbox'
}

function surveyOf(text: Text): string {
  const score = scoreOf(text)
  return score && score.kind !== 'star' ? SURVEY_OF[score.kind] : 'better'
}

function signed(text: KeyedText, person: Resident | undefined, chance: Chance): string {
  const isShort = text.text.length < 60
  if (!person || CHANNELS[text.kind] !== 'email' || text.ago !== undefined || isShort || chance.happens(0.3))
    return text.text
  const [first = ''] = person.name.split(' ')
  if (/regards\.?$/i.test(text.text)) return `${text.text}\n${person.name}`
  return [text.text, '', chance.pick(SIGN_OFF[text.lang] ?? SIGN_OFF.en!), chance.happens(0.5) ? first : person.name]
    .join('\n')
    .replace('\n\n\n', '\n\n')
}

export function makeVoices(
  now: Date,
  texts: readonly KeyedText[],
  people: readonly Resident[],
  orders: readonly SampleOrder[],
  chance: Chance,
): SampleVoice[] {
  const told = new Set(texts.flatMap((text) => text.person ?? []))
  const stage: Stage = { casting: makeCasting(people, chance), chance, told }
  const byKey = new Map(people.map((person) => [person.key, person]))
  const bought = Map.groupBy(orders, (order) => order.personKey)
  const drafts = inOrder(texts.map((text) => ({ text, at: momentFor(text, now, chance) })))
  const written = drafts.map((draft): SampleVoice => {
    const { text } = draft
    const personKey = cast(draft, now, stage)
    const score = scoreOf(text)
    const order = isBoxTalk(text) ? lastOrder(bought.get(personKey ?? ''), draft.at, 'box') : undefined
    return {
      key: text.key,
      channel: CHANNELS[text.kind],
      source: sourceOf(text, chance),
      text: signed(text, byKey.get(personKey ?? ''), chance),
      title: text.title ?? '',
      language: text.lang,
      saidAt: new Date(draft.at).toISOString(),
      ...(score ? { score } : {}),
      ...(personKey ? { personKey } : {}),
      ...(order ? { orderNumber: order.number } : {}),
      ...(text.kind === 'survey' ? { surveyKey: surveyOf(text) } : {}),
      topic: text.topic,
      ...(text.thread ? { thread: text.thread } : {}),
    }
  })
  const silent = makeScores(now, bought, stage)
  return [...written, ...silent].sort(
    (one, other) => one.saidAt.localeCompare(other.saidAt) || one.key.localeCompare(other.key),
  )
}

function lastOrder(orders: readonly SampleOrder[] | undefined, at: number, kind: SampleOrder['kind']) {
  return orders?.findLast((order) => {
    const age = at - Date.parse(order.orderedAt)
    return order.kind === kind && age >= 0 && age < 7 * DAY
  })
}

/** How many answers came as a number alone, or with two words. */
const SILENT: Record<ScoreKind, number> = { nps: 540, csat: 280, ces: 140, star: 190 }

function makeScores(now: Date, bought: ReadonlyMap<string, readonly SampleOrder[]>, stage: Stage): SampleVoice[] {
  const { casting, chance, told } = stage
  return (Object.keys(SILENT) as ScoreKind[]).flatMap((kind) =>
    Array.from({ length: SILENT[kind] }, (_, place) => {
      const at = momentFor(silentText(kind), now, chance)
      const ago = (now.getTime() - at) / DAY
      const fits = (person: Resident) =>
        person.kind === 'customer' &&
        person.since >= ago &&
        (kind !== 'nps' || hadBox(person, ago)) &&
        // Their last weeks are a story of its own: no cheerful ten in the middle of it.
        (!told.has(person.key) || ago > 60)
      const person = chance.happens(kind === 'star' ? 0.3 : 0.85) ? casting(at, fits) : undefined
      const order = kind === 'nps' ? lastOrder(bought.get(person?.key ?? ''), at, 'box') : undefined
      const score = scoreThatDay(kind, ago, person, chance)
      const wordless = person !== undefined && told.has(person.key)
      return silentVoice(`${kind}-${place + 1}`, { score, at, person, order, wordless }, chance)
    }),
  )
}

const silentText = (kind: ScoreKind): Text => ({
  text: '',
  kind: kind === 'star' ? 'review' : 'survey',
  topic: 'other',
  lang: 'en',
  phase: 'any',
  [kind === 'star' ? 'stars' : kind]: 1,
})

function scoreThatDay(kind: ScoreKind, ago: number, person: Resident | undefined, chance: Chance) {
  const [mean, spread] = MEANS[kind](ago)
  const [low, high] = RANGES[kind]
  const mood = ((person?.mood ?? 0.62) - 0.62) * 2.2 * spread
  return { kind, value: Math.round(Math.min(high, Math.max(low, chance.around(mean + mood, spread)))) }
}

type Silent = {
  score: { kind: ScoreKind; value: number }
  at: number
  person: Resident | undefined
  order: SampleOrder | undefined
  wordless: boolean
}

function silentVoice(key: string, { score, at, person, order, wordless }: Silent, chance: Chance): SampleVoice {
  const { kind, value } = score
  const language = person?.language ?? 'en'
  const words = !wordless && chance.happens(0.38) ? chance.pick(shortAnswers(kind, value, language)) : ''
  return {
    key: `score-${key}`,
    channel: kind === 'star' ? 'review' : 'survey',
    source: kind === 'star' ? (chance.happens(0.64) ? 'google-reviews' : 'own-site') : `survey:${SURVEY_OF[kind]}`,
    text: words,
    title: '',
    language,
    saidAt: new Date(at).toISOString(),
    score,
    ...(person ? { personKey: person.key } : {}),
    ...(order ? { orderNumber: order.number } : {}),
    ...(kind === 'star' ? {} : { surveyKey: SURVEY_OF[kind] }),
    topic: kind === 'nps' ? 'delivery' : kind === 'ces' ? 'service' : 'other',
  }
}
