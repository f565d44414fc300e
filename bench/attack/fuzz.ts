/**
 * Every route, asked thousands of times for what makes no sense: nothing may break, hang, or tell how Heed is built. What is
 * asked follows from the seed; only the ids in it are those Heed gave out, so that much of it meets something that is there.
 */
import { API, isId, newId } from '#platform'
import { makeChance, type Chance } from '../../server/sample/chance.ts'
import { asCommand, readDescription, type Description, type Operation } from './description.ts'
import { asText, fitting, hostile, hostileText, spoiled, type Json, type Make } from './schema-values.ts'
import { idsOf, settle } from './settle.ts'
import { inParallel, PASSWORD, Tally, type Actor, type Result, type Target } from './target.ts'
import { troubleIn } from './trouble.ts'

/** What lays out a whole business, backs everything up or reads for minutes is asked a few times and not hundreds. */
const SELDOM: Record<string, number> = { 'POST /sample/visit': 2, 'POST /backups': 3, 'POST /fairness/swaps': 3 }
const PATIENCE_MS = 30_000
const SELDOM_PATIENCE_MS = 240_000
/** Ids are looked up anew between rounds: much is removed meanwhile. */
const ROUNDS = 10

type Asked = {
  operation: Operation
  actor: number
  path: string
  headers: Record<string, string>
  body?: string | Uint8Array
}

export async function fuzz(target: Target): Promise<Result> {
  const tally = new Tally('fuzzing of every route')
  const description = await readDescription(target)
  const { operations } = description
  const house = await target.house('The fuzzed house')
  const actors: Actor[] = [house]
  const { key } = (
    await house.post('/keys', { name: 'till', scopes: ['read', 'listen', 'act', 'import', 'export', 'manage'] })
  ).body
  const asked = new Map<string, number>()
  const rounds = Math.max(1, Math.min(ROUNDS, Math.floor(target.requests / 1_000)))
  const perRound = Math.ceil(target.requests / rounds)
  target.broken()
  for (let round = 0; round < rounds; round += 1) {
    await settle(house)
    for (const [at, role] of (['manager', 'teammate', 'observer'] as const).entries())
      actors[at + 1] = await target.newcomer(role, house)
    const ids = await idsOf(house, target.letters)
    const batch: Asked[] = []
    for (let nth = round * perRound; batch.length < perRound && nth < (round + 1) * perRound * 2; nth += 1) {
      const operation = operations[(nth + round) % operations.length]!
      const times = asked.get(operation.name) ?? 0
      if (times >= Math.floor((SELDOM[operation.name] ?? Infinity) * target.share)) continue
      asked.set(operation.name, times + 1)
      batch.push(compose(operation, description, makeChance(target.seed * 1_000_003 + nth), ids, key))
    }
    await inParallel(batch, async (one) => {
      const trouble = await ask(target, actors, one)
      tally.note(
        trouble && `${trouble}\n    ${asCommand(target.url, { ...one, method: one.operation.method })}`,
        `${one.operation.name} ${trouble}`,
      )
    })
    for (const line of target.broken())
      tally.note(`Heed logged an error: ${line}`, line.replaceAll(/\d+|[0-9a-f-]{36}/g, '…'))
  }
  const alive = await target.stranger.ask('GET', '=/readyz')
  tally.note(
    alive.status === 200 && target.heed.child.exitCode === null ? null : `Heed is no longer there: ${alive.status}`,
  )
  for (const { name } of operations) tally.note(asked.has(name) || target.share < 1 ? null : `${name} was never asked`)
  return tally.result()
}

function compose(
  operation: Operation,
  { components }: Description,
  chance: Chance,
  ids: Map<string, string[]>,
  key: string,
): Asked {
  const everyId = [...ids.values()].flat().filter(isId)
  const make: Make = {
    chance,
    components,
    id: () => (everyId.length > 0 && chance.happens(0.8) ? chance.pick(everyId) : newId()),
  }
  const path = addressOf(operation, make, ids) + queryOf(operation, make)
  const headers = headersOf(chance, key)
  const body = bodyOf(operation, make)
  if (body !== undefined) headers['content-type'] = typeOf(operation, chance)
  // Mostly the owner, who gets furthest.
  const actor = chance.happens(0.75) ? 0 : chance.whole(1, 3)
  return { operation, actor, path, headers, ...(body === undefined ? {} : { body }) }
}

/** What stands for a parameter: something that is there, at best of the right kind; or nothing like it. */
function addressOf(operation: Operation, make: Make, ids: Map<string, string[]>): string {
  const { chance } = make
  let before = ''
  return operation.path
    .split('/')
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      if (!name) {
        before = part
        return part
      }
      const own = ids.get(before) ?? []
      const dice = chance.next()
      if (dice < 0.6 && own.length > 0) return chance.pick(own)
      if (dice < 0.8)
        return encodeURIComponent(String(fitting(operation.params[name] ?? { format: 'uuid', type: 'string' }, make)))
      return encoded(hostileText(chance).slice(0, 4000), chance) || 'x'
    })
    .join('/')
}

/** Half characters cannot be written in an address; broken percents can, and are. */
function encoded(text: string, chance: Chance): string {
  const dice = chance.next()
  if (dice < 0.04) return '%'
  if (dice < 0.08) return '%ff%fe'
  if (dice < 0.12) return '%e0%a4%a'
  return encodeURIComponent(text.toWellFormed())
}

function queryOf(operation: Operation, make: Make): string {
  const { chance } = make
  const names = Object.keys(operation.query)
  // With many parameters, each of which may be wrong, nothing would ever get past the first look: mostly one is, or none.
  const wrong = names.length > 0 && chance.happens(0.6) ? chance.pick(names) : ''
  const everyWrong = chance.happens(0.05)
  const parts = names
    .filter((name) => name === wrong || chance.happens(names.length > 6 ? 0.15 : 0.4))
    .flatMap((name) => {
      const schema = operation.query[name]!
      const value = () =>
        name === 'cursor' && chance.happens(0.5)
          ? Buffer.from(
              JSON.stringify([hostile(chance), make.id(), hostile(chance)].slice(0, chance.whole(1, 3))),
            ).toString('base64url')
          : name === wrong || everyWrong
            ? encoded(asText(hostile(chance)).slice(0, 3000), chance)
            : encodeURIComponent(asText(fitting(schema, make)).toWellFormed())
      const times = chance.happens(0.05) ? 3 : 1
      return Array.from({ length: times }, () => `${name}${chance.happens(0.02) ? '[]' : ''}=${value()}`)
    })
  if (chance.happens(0.05)) parts.push(`__proto__=${encoded('x', chance)}`, 'constructor=x', '=', '&&')
  if (chance.happens(0.05)) parts.push(`workspace=${encoded(hostileText(chance).slice(0, 300), chance)}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

const ODD_HEADERS: [string, string[]][] = [
  ['accept-language', ['', 'xx', '*', 'de;q=9', `${'de,'.repeat(900)}en`, '\u00ff']],
  ['idempotency-key', ['', 'x', 'x'.repeat(5000), '../../x', '\u00ff']],
  ['heed-workspace', ['', 'x', '00000000-0000-0000-0000-000000000000', "' or 1=1", '\u00ff']],
  [
    'cookie',
    ['heed.session_token=x', '=', ';;;', `a=${'x'.repeat(3000)}`, 'heed.session_token=%ff%', '__Secure-heed.session=1'],
  ],
  [
    'authorization',
    ['Bearer', 'Bearer x', 'Bearer heed_x', 'Basic YTpi', `Bearer ${'x'.repeat(3000)}`, 'Bearer \u00ff'],
  ],
  [
    'x-forwarded-for',
    ['', 'x', '1.2.3.4, 5.6.7.8', '::', '999.1.1.1', `${'1.1.1.1,'.repeat(300)}`, "' or 1=1", '[::1]:80', '\u00ff'],
  ],
  ['user-agent', ['', 'x'.repeat(4000), '<b>x', '\u00ff\u00fe']],
  ['if-none-match', ['*', '"x"']],
  ['range', ['bytes=0-0', 'bytes=-1', 'bytes=9-1,5-']],
  ['origin', ['null', 'http://evil.example', 'x', ':']],
  ['sec-fetch-site', ['cross-site', 'x', '']],
  ['accept-encoding', ['br', 'gzip;q=0', '\u00ff']],
  ['content-encoding', ['gzip', 'br', 'x']],
  ['x-http-method-override', ['DELETE']],
]

function headersOf(chance: Chance, key: string): Record<string, string> {
  const headers: Record<string, string> = {}
  if (chance.happens(0.06)) headers['authorization'] = `Bearer ${key}`
  if (chance.happens(0.15)) {
    const [name, values] = chance.pick(ODD_HEADERS)
    headers[name] = chance.pick(values)
  }
  return headers
}

function typeOf(operation: Operation, chance: Chance): string {
  if (chance.happens(0.04))
    return chance.pick([
      'text/plain',
      'application/xml',
      'application/json; charset=utf-16',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      ';',
      'application/json;',
      '\u00ff',
    ])
  if (operation.kind === 'json') return 'application/json'
  if (operation.kind === 'form' || operation.path.startsWith('/s/') || operation.path.startsWith('/u/'))
    return 'application/x-www-form-urlencoded'
  return 'application/octet-stream'
}

const BROKEN_JSON = [
  '',
  ' ',
  '{',
  '[',
  '"',
  '{"a":',
  '{"a":1,}',
  "{'a':1}",
  'nul',
  '01',
  '1e999',
  '-',
  '\ufeff{}',
  '{"a":"\ud800"}',
  '{"a":"\\ud800"}',
  '{"__proto__":{"heedpolluted":true}}',
  '{"constructor":{"prototype":{"heedpolluted":true}}}',
  '{"a":1,"a":2}',
  '[[[[[[',
  '"\\u0000"',
  '{"\\u0000":1}',
  'null',
  'true',
  '7',
  '"text"',
  '[]',
  '{}',
]

function bodyOf(operation: Operation, make: Make): string | Uint8Array | undefined {
  const { chance } = make
  const { kind, body } = operation
  if (kind === null) return chance.happens(0.05) && operation.method !== 'GET' ? chance.pick(BROKEN_JSON) : undefined
  if (kind !== 'json') return kind === 'stream' && !/^\/[su]\//.test(operation.path) ? fileOf(chance) : formOf(chance)
  const dice = chance.next()
  if (dice < 0.06) return chance.pick(BROKEN_JSON)
  if (dice < 0.07) return '['.repeat(50_000)
  if (dice < 0.08) return new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])
  if (dice < 0.12) return JSON.stringify(hostile(chance))
  if (dice < 0.4) return JSON.stringify(fitting(body ?? {}, make))
  return JSON.stringify(spoiled(body ?? {}, make))
}

function formOf(chance: Chance): string {
  const names = [
    'move',
    'q',
    'answer',
    'language',
    'email',
    'purpose',
    'email:news',
    'List-Unsubscribe',
    'choice',
    'text',
    '__proto__',
    'constructor',
    'words',
    'v',
    'a',
    'q1',
    'q2',
    'score',
    'reason',
    'token',
  ]
  const pairs = Array.from(
    { length: chance.whole(0, 6) },
    () =>
      `${chance.happens(0.9) ? chance.pick(names) : encoded(hostileText(chance).slice(0, 500), chance)}=${chance.happens(0.3) ? chance.pick(['next', 'back', 'send', 'yes', 'no', '7']) : encoded(hostileText(chance).slice(0, 5000), chance)}`,
  )
  return chance.happens(0.05) ? '%' : pairs.join('&')
}

/** Small files that are nearly something Heed reads. */
function fileOf(chance: Chance): string | Uint8Array {
  const cell = () =>
    asText(hostile(chance))
      .slice(0, 2000)
      .replaceAll(/[\r\n]/g, ' ')
  const lines = () =>
    Array.from({ length: chance.whole(0, 8) }, () =>
      Array.from({ length: chance.whole(1, 5) }, () => `"${cell().replaceAll('"', '""')}"`).join(
        chance.pick([',', ';', '\t']),
      ),
    )
  const table = () =>
    [chance.pick(['text,date,email,name,rating', 'text', 'id;text;score', '', cell()]), ...lines()].join(
      chance.pick(['\n', '\r\n', '\r']),
    )
  const bytes = (text: string) => new Uint8Array(Buffer.from(text))
  switch (chance.whole(0, 7)) {
    case 0:
      return new Uint8Array(Array.from({ length: chance.whole(0, 400) }, () => chance.whole(0, 255)))
    case 1:
      return new Uint8Array([
        0x50,
        0x4b,
        3,
        4,
        ...Array.from({ length: chance.whole(0, 200) }, () => chance.whole(0, 255)),
      ])
    case 2:
      return new Uint8Array([
        0x1f,
        0x8b,
        8,
        0,
        ...Array.from({ length: chance.whole(0, 200) }, () => chance.whole(0, 255)),
      ])
    case 3:
      return new Uint8Array([0xff, 0xfe, ...Buffer.from(table(), 'utf16le')])
    case 4:
      return bytes(
        Array.from({ length: chance.whole(1, 5) }, () =>
          JSON.stringify({
            text: hostile(chance),
            saidAt: hostile(chance),
            person: hostile(chance),
            score: hostile(chance),
          }),
        ).join('\n'),
      )
    case 5:
      return bytes(`text,date\n"${'x'.repeat(chance.whole(0, 3000))}`)
    default:
      return bytes(table())
  }
}

async function ask(target: Target, actors: Actor[], one: Asked): Promise<string | null> {
  const seldom = SELDOM[one.operation.name] !== undefined
  // Neither the fuzzed workspace nor the way in of whoever fuzzes it may be gone half-way; a manager is refused the first.
  const ends = one.operation.name === 'DELETE /workspace'
  const actor = actors[ends ? 1 : one.actor]!
  const headers = {
    ...(one.headers['authorization'] ? {} : { cookie: actor.cookie, 'heed-workspace': actor.workspaceId }),
    ...one.headers,
  }
  const since = performance.now()
  try {
    const response = await fetch(target.url + one.path, {
      method: one.operation.method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(seldom ? SELDOM_PATIENCE_MS : PATIENCE_MS),
      ...(one.body === undefined ? {} : { body: one.body as BodyInit }),
    })
    const text = await response.text()
    if (response.status === 401 && /"not_signed_in"/.test(text) && headers['cookie'] === actor.cookie)
      actor.cookie = (await target.signIn(actor.email, PASSWORD)).cookie || actor.cookie
    return troubleIn(response, text, one.path.startsWith(API))
  } catch (error) {
    const took = Math.round(performance.now() - since)
    const { name, message, cause } = error as Error & { cause?: Error }
    if (name === 'TimeoutError') return `no answer within ${took} ms`
    return `the connection broke: ${message} ${cause?.message ?? ''}`
  }
}

export type { Json }
