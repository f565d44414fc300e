/**
 * When things were said. The business's last eighteen months are measured in days before now, so the sample is always
 * fresh; only summer, winter and the feasts follow the calendar.
 */
import type { Chance } from './chance.ts'
import type { Text } from './text.ts'

export const DAY = 86_400_000
/** Eighteen months are at least 545 days; three are kept back for finding an hour and moving off a closed day. */
export const HISTORY = 542

/** What changed in the house, in days before now. The texts know nothing of numbers; this is where they get them. */
export const TURNS = {
  terminalIn: 330,
  terminalOut: 285,
  priceRise: 250,
  bikes: 149,
  wimLeaves: 98,
  allergyFolder: 104,
  quietFan: 33,
  newPage: 43,
} as const

type Window = { from: number; to: number; fits?: (month: number, day: number) => boolean }
const ALWAYS: Window = { from: 0.2, to: HISTORY }

const PHASES: Record<string, Window> = {
  'before-bikes': { from: TURNS.bikes + 2, to: HISTORY },
  'after-bikes': { from: 0.2, to: TURNS.bikes - 3 },
  'price-rise': { from: 175, to: TURNS.priceRise },
  'pause-bug': { from: 0.2, to: TURNS.newPage - 1 },
  summer: { ...ALWAYS, fits: (month) => month >= 6 && month <= 8 },
  winter: { ...ALWAYS, fits: (month, day) => month <= 2 || month === 12 || (month === 11 && day > 14) },
}

const THREADS: Record<string, Window> = {
  'card-terminal': { from: TURNS.terminalOut, to: TURNS.terminalIn },
  'baker-leaving': { from: TURNS.wimLeaves + 1, to: 126 },
  'baker-left': { from: 34, to: TURNS.wimLeaves - 1 },
  folder: { from: 0.3, to: TURNS.allergyFolder - 3 },
  'no-folder': { from: TURNS.allergyFolder + 3, to: HISTORY },
  christmas: { ...ALWAYS, fits: (month, day) => month === 12 && day > 3 && day < 24 },
  'after-christmas': { ...ALWAYS, fits: (month, day) => (month === 12 && day > 24) || (month === 1 && day < 6) },
  easter: { ...ALWAYS, fits: (month, day) => (month === 3 && day > 20) || (month === 4 && day < 25) },
}

/** The hours in which each kind of voice is heard; a letter from a neighbour comes when it comes. */
const HOURS: Record<Text['kind'], [first: number, last: number]> = {
  review: [8, 22],
  survey: [8, 20],
  email: [6, 22],
  chat: [7, 21],
  counter: [7, 16],
  supplier: [5, 19],
  neighbour: [5, 22],
}

const isCounterDay = (text: Text) => text.kind === 'counter' || text.csat !== undefined

/** More is said in July, August and December, less in the grey weeks after; and a little more every month. */
function bustle(month: number, ago: number): number {
  const season = month === 7 || month === 8 ? 1 : month === 12 ? 0.95 : month <= 2 ? 0.62 : 0.76
  return season * (1 - 0.3 * (ago / HISTORY))
}

export function windowOf(text: Pick<Text, 'phase' | 'thread'>): Window {
  const windows = [PHASES[text.phase], THREADS[text.thread ?? '']].filter((window) => window !== undefined)
  return {
    from: Math.max(ALWAYS.from, ...windows.map((window) => window.from)),
    to: Math.min(ALWAYS.to, ...windows.map((window) => window.to)),
    fits: (month, day) => windows.every((window) => window.fits?.(month, day) ?? true),
  }
}

/** A believable moment for these words, in milliseconds; never later than a few minutes ago. */
export function momentFor(text: Text, now: Date, chance: Chance): number {
  if (text.ago !== undefined) return toldMoment(text.ago, text.kind, now, chance)
  const { from, to, fits } = windowOf(text)
  // An emerging issue grows: half of its voices fall into its last third.
  const lean = text.phase === 'pause-bug' ? 1.7 : 1
  let moment = now.getTime() - from * DAY
  for (let tries = 0; tries < 3000; tries++) {
    const ago = from + (to - from) * chance.next() ** lean
    const day = new Date(now.getTime() - ago * DAY)
    const month = day.getUTCMonth() + 1
    moment = atHour(day, text.kind, chance)
    if (fits?.(month, day.getUTCDate()) && chance.happens(bustle(month, ago))) break
  }
  if (isCounterDay(text) && new Date(moment).getUTCDay() === 1) moment -= DAY
  return moment > now.getTime() - 420_000 ? moment - DAY : moment
}

/** The last hours stand to the minute; older letters come at an hour at which people write. */
function toldMoment(hours: number, kind: Text['kind'], now: Date, chance: Chance): number {
  const told = now.getTime() - hours * 3_600_000
  if (hours < 12) return told
  const moment = atHour(new Date(told), kind, chance)
  return moment > now.getTime() - 10 * 3_600_000 ? moment - DAY : moment
}

function atHour(day: Date, kind: Text['kind'], chance: Chance): number {
  const [first, last] = HOURS[kind]
  const hour = first + (last - first) * ((chance.next() + chance.next()) / 2)
  return Math.floor(day.getTime() / DAY) * DAY + Math.floor(hour * 3_600_000) + chance.whole(0, 59) * 1000
}
