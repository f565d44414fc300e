/** What the till and the bread round recorded: eighteen months of boxes, shop visits, cakes and wholesale. */
import type { Chance } from './chance.ts'
import { DAY, HISTORY, TURNS } from './season.ts'
import type { Resident } from './townsfolk.ts'

export type SampleOrder = {
  number: string
  personKey: string
  orderedAt: string
  kind: 'box' | 'shop' | 'cake' | 'wholesale'
  totalMinor: number
  refundedMinor: number
  currency: 'EUR'
  status: 'delivered' | 'collected' | 'refunded'
  items: { name: string; quantity: number; priceMinor: number }[]
}

type Drawn = Omit<SampleOrder, 'number'>

/** Prices today, in cents; before the price rise everything cost about a tenth less. */
const MENU: readonly [name: string, cents: number, often: number][] = [
  ['Linden rye', 590, 9],
  ['Harbour sourdough', 550, 8],
  ['Seeded spelt', 620, 6],
  ['Walnut loaf', 640, 4],
  ['Buckwheat loaf, gluten-free', 720, 2],
  ['Plain roll', 70, 9],
  ['Cardamom bun', 340, 7],
  ['Cinnamon knot', 360, 6],
  ['Sesame ring', 240, 4],
  ['Custard tart', 320, 5],
  ['Flat white', 390, 7],
  ['Filter coffee', 280, 5],
  ['Soup of the day with bread', 780, 3],
  ['Apple cake, slice', 420, 4],
  ['Lemon drizzle, slice', 410, 3],
]
const CAKES: readonly [name: string, cents: number][] = [
  ['Honey cake', 4600],
  ['Apple cake with sugar crust', 3800],
  ['Chocolate torte', 5200],
  ['Carrot cake', 4400],
  ['Princess cake', 5600],
  ['Birthday cake to order', 6400],
]
const BASKET = MENU.flatMap(([name, cents, often]) => Array.from({ length: often }, () => [name, cents] as const))

const boxPrice = (plan: 'small loaf' | 'family loaf', ago: number) =>
  plan === 'small loaf' ? (ago > TURNS.priceRise ? 520 : 590) : ago > TURNS.priceRise ? 840 : 940
const shelfPrice = (cents: number, ago: number) => (ago > TURNS.priceRise ? Math.round((cents * 0.9) / 10) * 10 : cents)
const total = (items: SampleOrder['items']) => items.reduce((sum, item) => sum + item.quantity * item.priceMinor, 0)

export function makeOrders(now: Date, people: readonly Resident[], chance: Chance): SampleOrder[] {
  const drawn = people.flatMap((person) => [
    ...boxes(now, person, chance),
    ...(person.kind === 'customer' ? visits(now, person, chance) : []),
    ...(person.kind === 'customer' ? cakes(now, person, chance) : []),
    ...(person.kind === 'partner' ? wholesale(now, person, chance) : []),
  ])
  return drawn
    .sort((one, other) => one.orderedAt.localeCompare(other.orderedAt) || one.personKey.localeCompare(other.personKey))
    .map((order, index) => ({ number: `LR-${20_001 + index}`, ...order }))
}

function sold(
  now: Date,
  personKey: string,
  ago: number,
  kind: SampleOrder['kind'],
  items: SampleOrder['items'],
): Drawn {
  const delivered = kind === 'box' || kind === 'wholesale'
  return {
    personKey,
    orderedAt: new Date(now.getTime() - ago * DAY).toISOString(),
    kind,
    totalMinor: total(items),
    refundedMinor: 0,
    currency: 'EUR',
    status: delivered ? 'delivered' : 'collected',
    items,
  }
}

/** Days before now of every such weekday, at an hour; the van came when it came, the bikes come at breakfast. */
function* rounds(now: Date, weekday: number, chance: Chance): Generator<number> {
  for (let days = HISTORY; days >= 0; days--) {
    const midnight = Math.floor(now.getTime() / DAY) * DAY - days * DAY
    if (new Date(midnight).getUTCDay() !== weekday) continue
    const hour = days > TURNS.bikes ? chance.around(11.5, 2.2) : chance.around(7.7, 0.35)
    const ago = (now.getTime() - midnight - Math.floor(hour * 3600) * 1000) / DAY
    if (ago > 0.02) yield ago
  }
}

function boxes(now: Date, person: Resident, chance: Chance): Drawn[] {
  const { box } = person
  if (!box) return []
  const orders: Drawn[] = []
  for (const ago of rounds(now, box.weekday, chance)) {
    const away = chance.happens(0.05)
    if (ago > box.start || ago < box.end || away) continue
    const loaf = { name: `Bread box, ${box.plan}`, quantity: 1, priceMinor: boxPrice(box.plan, ago) }
    const extra = chance.happens(0.22)
      ? [{ name: 'Cardamom bun', quantity: chance.whole(1, 4), priceMinor: shelfPrice(340, ago) }]
      : []
    const order = sold(now, person.key, ago, 'box', [loaf, ...extra])
    const lost = chance.happens(ago > TURNS.bikes ? 0.07 : 0.008)
    orders.push(lost ? { ...order, status: 'refunded', refundedMinor: order.totalMinor } : order)
  }
  return orders
}

function visits(now: Date, person: Resident, chance: Chance): Drawn[] {
  const orders: Drawn[] = []
  // Somebody who was never quite happy may also just stop coming, without a word.
  const last = !person.box && person.mood < 0.45 && chance.happens(0.5) ? chance.whole(60, 400) : 0.2
  let ago = Math.min(HISTORY, person.since)
  while (ago > last) {
    ago -= Math.max(1, chance.around(person.rhythm, person.rhythm * 0.5))
    if (ago <= last) break
    const midnight = Math.floor((now.getTime() - ago * DAY) / DAY) * DAY
    const closed = new Date(midnight).getUTCDay() === 1 ? DAY : 0
    const moment = midnight - closed + Math.floor(chance.around(10.5, 2) * 3600) * 1000
    const items = Array.from({ length: chance.whole(1, 4) }, () => chance.pick(BASKET))
    const lines = [...new Set(items)].map(([name, cents]) => ({
      name,
      quantity: items.filter((item) => item[0] === name).length,
      priceMinor: shelfPrice(cents, ago),
    }))
    if (moment < now.getTime()) orders.push(sold(now, person.key, (now.getTime() - moment) / DAY, 'shop', lines))
  }
  return orders
}

/** Cakes the stories speak of, and otherwise about one household in two. */
const TOLD_CAKES: Record<string, readonly [ago: number, name: string, cents: number]> = {
  'priya-nair': [117.5, 'Wedding cake, three tiers (deposit)', 15_000],
  'sofie-lindqvist': [272.2, 'Wedding cake, three tiers', 42_000],
  'ada-brandt': [201.3, 'Apple cake with sugar crust', 3400],
  'clara-voss': [155.2, 'Memorial cake', 5200],
  'mirela-stan': [0.12, 'Birthday cake to order', 6400],
}

function cakes(now: Date, person: Resident, chance: Chance): Drawn[] {
  const told = TOLD_CAKES[person.key]
  if (told) return [sold(now, person.key, told[0], 'cake', [{ name: told[1], quantity: 1, priceMinor: told[2] }])]
  if (!chance.happens(0.45)) return []
  const [name, cents] = chance.pick(CAKES)
  const ago = chance.whole(3, Math.min(HISTORY, person.since)) - chance.next()
  return [sold(now, person.key, ago, 'cake', [{ name, quantity: 1, priceMinor: shelfPrice(cents, ago) }])]
}

/** Two restaurants, one invoice a week. */
function wholesale(now: Date, person: Resident, chance: Chance): Drawn[] {
  const orders: Drawn[] = []
  for (const ago of rounds(now, 0, chance)) {
    const baguettes = { name: 'Baguette', quantity: chance.whole(180, 260), priceMinor: shelfPrice(160, ago) }
    const rolls = { name: 'Table roll', quantity: chance.whole(60, 140), priceMinor: shelfPrice(50, ago) }
    orders.push(sold(now, person.key, ago, 'wholesale', [baguettes, rolls]))
  }
  return orders
}
