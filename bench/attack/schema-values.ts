/**
 * Values made from a JSON Schema: ones that fit, and ones that do not, in every way we know of that has broken a program:
 * zero bytes, half characters, numbers and dates past every edge, names that mean something to JavaScript.
 */
import type { Chance } from '../../server/sample/chance.ts'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Schema = { [keyword: string]: any }
export type Make = {
  chance: Chance
  /** The schemas that `$ref` names. */
  components: Record<string, Schema>
  /** An id of something that is there, or an id of nothing. */
  id: () => string
  /** A text where nothing says what it should look like. */
  text?: () => string
}

export const HALF_CHARACTER = '\ud800'
const DEEP = 60

const nested = (levels: number): Json => (levels === 0 ? 'x' : [nested(levels - 1)])

const HOSTILE_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  HALF_CHARACTER,
  `\udc00${HALF_CHARACTER}x`,
  '\ufffe\uffff',
  '\u202eevil\u202c',
  '\ufeff',
  'İıſK',
  '👩‍👩‍👧‍👦'.repeat(40),
  `x${'🤬'.repeat(3_000)}`,
  `terrible!${'🤬'.repeat(60)}I waited three hours and nobody came, I am furious`,
  'e\u0301'.repeat(500),
  'x'.repeat(300),
  'x'.repeat(120_000),
  '\r\nx-injected: yes',
  '../../../../etc/passwd',
  "'; select pg_sleep(30); --",
  "' or '1'='1",
  '%',
  '_%\\',
  '\\',
  '"',
  '*',
  '<->',
  "a:* & !b | 'c",
  '((((((((',
  '[a-',
  '(a+)+$',
  '$1',
  '{}',
  '[]',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e400',
  '-1',
  '0x10',
  '9223372036854775808',
  '99999999999999999999999999999999',
  'true',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '0000-00-00',
  '2026-02-30',
  '2026-13-45T99:99:99Z',
  '9999-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00Z',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '+999999-01-01T00:00:00Z',
  '294277-01-01T00:00:00Z',
  '1970-01-01T00:00:00+99:99',
  '2026-01-01T00:00:00.123456789012345Z',
  'Europe/Atlantis',
  'xx-XX-xxxxxxxx',
  'javascript:alert(1)',
  'http://127.0.0.1:1/',
  'a@b',
  `${'a'.repeat(250)}@x.example`,
  '"a b"@x.example',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0x7f000001',
] as const

const HOSTILE_NUMBERS = [
  0,
  -0,
  -1,
  0.5,
  1e-320,
  1e15,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 63,
  2 ** 64,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER + 2,
]

const HOSTILE_THINGS: Json[] = [
  null,
  true,
  false,
  [],
  [null],
  [[]],
  {},
  { '': '' },
  { $ne: null },
  { length: 1e9 },
  { toString: 1, valueOf: 'x' },
  { toJSON: 'x' },
  JSON.parse('{"then":"x","__proto__":{"a":1}}') as Json,
  { constructor: { prototype: { heedpolluted: true } } },
  Array.from({ length: 1500 }, () => 'x'),
  Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`k${nth}`, nth])),
  nested(DEEP),
]

export const hostileText = (chance: Chance): string => chance.pick(HOSTILE_TEXTS)

export function hostile(chance: Chance): Json {
  const dice = chance.next()
  if (dice < 0.6) return hostileText(chance)
  return dice < 0.8 ? chance.pick(HOSTILE_NUMBERS) : structuredClone(chance.pick(HOSTILE_THINGS))
}

function resolve(schema: Schema, { components }: Make): Schema {
  let found = schema
  while (typeof found.$ref === 'string') found = components[found.$ref.split('/').at(-1)!] ?? {}
  return found
}

/** A value the schema takes, as far as a schema can say: rules between fields it does not. */
export function fitting(given: Schema, make: Make, depth = 0): Json {
  const { chance } = make
  const schema = resolve(given, make)
  if (schema.const !== undefined) return schema.const as Json
  if (Array.isArray(schema.enum)) return chance.pick(schema.enum as Json[])
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  if (choices) return fitting(chance.pick(choices), make, depth + 1)
  if (schema.allOf)
    return Object.assign({}, ...(schema.allOf as Schema[]).map((part) => fitting(part, make, depth + 1))) as Json
  const type = Array.isArray(schema.type) ? chance.pick(schema.type as string[]) : (schema.type as string | undefined)
  switch (type) {
    case 'string':
      return fittingText(schema, make)
    case 'integer':
    case 'number': {
      const low = (schema.minimum ?? schema.exclusiveMinimum ?? 0) as number
      const high = Math.min((schema.maximum ?? low + 10) as number, low + 1000)
      return chance.whole(Math.ceil(Math.max(low, -1000)), Math.floor(Math.max(high, low)))
    }
    case 'boolean':
      return chance.happens(0.5)
    case 'null':
      return null
    case 'array': {
      const least = (schema.minItems ?? 0) as number
      const length = Math.min(least + (depth > 6 ? 0 : chance.whole(0, 2)), (schema.maxItems ?? 100) as number)
      return Array.from({ length }, () => fitting((schema.items ?? {}) as Schema, make, depth + 1))
    }
    case 'object':
      return fittingObject(schema, make, depth)
    default:
      return 'anything'
  }
}

function fittingObject(schema: Schema, make: Make, depth: number): Json {
  const { chance } = make
  const required = (schema.required ?? []) as string[]
  const entries = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
    .filter(([name]) => required.includes(name) || (depth < 6 && chance.happens(0.6)))
    .map(([name, inner]): [string, Json] => [name, fitting(inner, make, depth + 1)])
  if (entries.length === 0 && typeof schema.additionalProperties === 'object')
    entries.push(
      ...Array.from({ length: chance.whole(0, 2) }, (_, nth): [string, Json] => [
        `key${nth}`,
        fitting(schema.additionalProperties as Schema, make, depth + 1),
      ]),
    )
  return Object.fromEntries(entries)
}

const WORDS = ['bread', 'The queue was long', 'Thank you', 'en', 'de', 'Linden', 'rye 7', 'news']

function fittingText(schema: Schema, make: Make): string {
  const { chance } = make
  if (schema.format === 'uuid') return make.id()
  if (schema.format === 'email') return `person${chance.whole(1, 60)}@fuzz.example`
  if (schema.format === 'date') return `2026-0${chance.whole(1, 9)}-1${chance.whole(0, 9)}`
  if (schema.format === 'date-time') return `2026-0${chance.whole(1, 9)}-1${chance.whole(0, 9)}T10:00:00Z`
  if (schema.format === 'uri') return `https://shop.example/${chance.whole(1, 99)}`
  const pattern = schema.pattern as string | undefined
  const text = pattern ? fromPattern(pattern, chance) : (make.text?.() ?? chance.pick(WORDS))
  const least = (schema.minLength ?? 0) as number
  return text.padEnd(least, 'x').slice(0, (schema.maxLength ?? 100_000) as number)
}

/** What fits one of the few patterns our schemas have; where none does, a word that does not fit is a try as well. */
function fromPattern(pattern: string, chance: Chance): string {
  const test = new RegExp(pattern, 'u')
  const tries = [
    '2026-03-01',
    '2026-03-01T10:00:00Z',
    '10:30',
    '#a04010',
    'news',
    'DE',
    'de',
    'en-GB',
    'Europe/Berlin',
    'a1',
    '12',
  ]
  return chance.shuffle(tries).find((one) => test.test(one)) ?? chance.pick(WORDS)
}

type Place = { holder: any; key: string | number }

function placesIn(value: Json, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    found.push({ holder: value, key })
    placesIn((value as any)[key], found)
  }
  return found
}

/** A fitting value with one to three places in it spoiled. */
export function spoiled(schema: Schema, make: Make): Json {
  const { chance } = make
  const value = fitting(schema, make)
  for (let times = chance.whole(1, 3); times > 0; times -= 1) {
    const places = placesIn(value)
    if (places.length === 0) return hostile(chance)
    const { holder, key } = chance.pick(places)
    const dice = chance.next()
    if (dice < 0.8) holder[key] = hostile(chance)
    else if (dice < 0.9 && !Array.isArray(holder)) delete holder[key]
    else if (!Array.isArray(holder)) holder[hostileText(chance)] = hostile(chance)
  }
  return value
}

/** Every place in a value that holds a text, as a way to put another there. */
export const textPlaces = (value: Json): ((text: string) => void)[] =>
  placesIn(value)
    .filter(({ holder, key }) => typeof holder[key] === 'string')
    .map(({ holder, key }) => (text: string) => {
      holder[key] = text
    })

/** As it stands in an address or a cell. */
export const asText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
