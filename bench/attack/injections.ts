/**
 * Injection: the corpus into every input there is (every text of every body, every parameter, headers, files, forms of the
 * public pages), watching what Heed answers; then `screens.ts` looks for it on every screen and in every export.
 */
import { makeChance } from '../../server/sample/chance.ts'
import { asCommand, readDescription, type Description, type Operation } from './description.ts'
import { COMPUTED, ELEMENT, HEADER, PAYLOADS, type Payload } from './payloads.ts'
import { fitting, textPlaces, type Json, type Make } from './schema-values.ts'
import { idsOf, settle } from './settle.ts'
import { inParallel, Tally, type Actor, type Result, type Target } from './target.ts'
import { troubleIn } from './trouble.ts'

type Try = {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
  payload: Payload
  where: string
}

/** Not asked: what would end the workspace, or the way in of whoever injects. */
const ENDS = /^DELETE \/(workspace|account\/sessions|members)|^PUT \/members|^DELETE =|\/removal$/
const SLOW_MS = 20_000

export async function injections(target: Target): Promise<Result> {
  const tally = new Tally('injection into every input')
  const description = await readDescription(target)
  const house = await target.house('The injected house')
  await settle(house)
  const ids = await idsOf(house, target.letters)
  const before = await tableCount(target)
  const tries = [
    ...bodies(description, ids, target.seed),
    ...parameters(description, ids),
    ...files(),
    ...forms(ids),
    ...headersOf(),
  ]
  target.broken()
  const chosen = target.share < 1 ? tries.filter((_, nth) => nth % Math.ceil(1 / target.share) === 0) : tries
  await inParallel(chosen, async (one) => {
    const trouble = await send(target, house, one)
    tally.note(
      trouble &&
        `${one.payload.kind} in ${one.where}: ${trouble}\n    ${asCommand(target.url, { ...one, headers: { 'heed-workspace': house.workspaceId, cookie: house.cookie, ...one.headers } })}`,
      `${one.where} ${trouble}`,
    )
  })
  for (const line of target.broken())
    tally.note(`Heed logged an error: ${line}`, line.replaceAll(/\d+|[0-9a-f-]{36}/g, '…'))
  tally.note((await tableCount(target)) === before ? null : 'a table is gone')
  const fresh = await target.stranger.get('/me')
  tally.note(/heedpolluted|isOwner/.test(fresh.text) ? 'an object that nobody made holds what was injected' : null)
  for (const { text } of target.letters)
    tally.note(
      new RegExp(`^(${HEADER}|bcc):`, 'im').test(text.split(/\r?\n\r?\n/)[0] ?? '')
        ? `a letter went out with a header of somebody else’s:\n${text.slice(0, 600)}`
        : null,
    )
  return tally.result()
}

const tableCount = (target: Target): Promise<number> =>
  target.database(
    async (client) =>
      (
        await client.query<{ n: number }>(
          `select count(*)::int as n from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
        )
      ).rows[0]!.n,
  )

const placed = (operation: Operation, ids: Map<string, string[]>): string =>
  operation.path.replaceAll(
    /([\w-]+)\/\{\w+\}/g,
    (_, word: string) => `${word}/${encodeURIComponent(ids.get(word)?.[0] ?? '01890000-0000-7000-8000-000000000000')}`,
  )

/** Each text of a body that fits, one after the other, with everything in the corpus. */
function bodies({ operations, components }: Description, ids: Map<string, string[]>, seed: number): Try[] {
  return operations
    .filter(({ kind, name }) => kind === 'json' && !ENDS.test(name))
    .flatMap((operation, nth) => {
      const make: Make = {
        chance: makeChance(seed * 31 + nth),
        components,
        id: () => make.chance.pick([...ids.values()].flat().filter((id) => id.includes('-'))),
      }
      // The fullest of a few: a field that may be left out is there in one of them.
      const whole = Array.from({ length: 6 }, () => fitting(operation.body ?? {}, make)).sort(
        (a, b) => textPlaces(b).length - textPlaces(a).length,
      )[0]!
      const path = placed(operation, ids)
      const say = (body: Json | string, payload: Payload, where: string): Try => ({
        method: operation.method,
        path,
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        payload,
        where,
      })
      const intoTexts = PAYLOADS.flatMap((payload) =>
        textPlaces(whole).map((_, at) => {
          const body = structuredClone(whole)
          textPlaces(body)[at]!(payload.text)
          return say(body, payload, `${operation.name} text ${at + 1}`)
        }),
      )
      const polluting = [
        '{"__proto__":{"isOwner":true,"heedpolluted":true},',
        '{"constructor":{"prototype":{"isOwner":true,"heedpolluted":true}},',
      ].map((head) =>
        say(
          JSON.stringify(whole).replace(/^\{/, head).replace(/,\}$/, '}'),
          { kind: 'prototype', text: head },
          `${operation.name} as a name`,
        ),
      )
      return [...intoTexts, ...polluting]
    })
}

function parameters({ operations }: Description, ids: Map<string, string[]>): Try[] {
  return operations
    .filter(({ name, method }) => !ENDS.test(name) && method === 'GET')
    .flatMap((operation) => {
      const path = placed(operation, ids)
      const inQuery = Object.keys(operation.query).flatMap((name) =>
        PAYLOADS.map((payload): Try => ({
          method: 'GET',
          path: `${path}?${name}=${encodeURIComponent(payload.text)}`,
          headers: {},
          payload,
          where: `${operation.name} ?${name}`,
        })),
      )
      const inPath = operation.path.includes('{')
        ? PAYLOADS.map((payload): Try => ({
            method: 'GET',
            path: operation.path.replaceAll(/\{\w+\}/g, encodeURIComponent(payload.text)),
            headers: {},
            payload,
            where: `${operation.name} in the address`,
          }))
        : []
      return [...inQuery, ...inPath]
    })
}

/** Cells, column names and file names. */
function files(): Try[] {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const send = (payload: Payload, where: string, body: string, name = 'old.csv'): Try => ({
    method: 'POST',
    path: `/api/v1/imports?name=${encodeURIComponent(name)}`,
    headers: { 'content-type': 'application/octet-stream' },
    body,
    payload,
    where,
  })
  return PAYLOADS.flatMap((payload) => [
    send(
      payload,
      'a cell of a file',
      `text,name,source\n${cell(payload.text)},${cell(payload.text)},${cell(payload.text)}\n`,
    ),
    send(payload, 'a column of a file', `text,${cell(payload.text)}\nWarm bread,7\n`),
    send(
      payload,
      'a line of JSON',
      `${JSON.stringify({ text: payload.text, [payload.text]: payload.text, person: { name: payload.text } })}\n`,
      'lines.jsonl',
    ),
    send(payload, 'the name of a file', 'text\nWarm bread\n', `${payload.text}.csv`),
  ])
}

function forms(ids: Map<string, string[]>): Try[] {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const [survey] = ids.get('surveys') ?? ['x']
  const pages = ['p', 'u', 'c', 'r', 'h'].flatMap((word) =>
    (ids.get(word) ?? []).slice(0, 1).map((token) => `/${word}/${token}`),
  )
  return PAYLOADS.flatMap((payload) => {
    const text = encodeURIComponent(payload.text)
    const into = (path: string, body: string, where: string): Try => ({
      method: 'POST',
      path,
      headers: form,
      body,
      payload,
      where,
    })
    const look = (path: string, where: string): Try => ({ method: 'GET', path, headers: {}, payload, where })
    return [
      into(`/s/${survey}`, `move=next&q=${text}&nps=7&why=${text}&${text}=${text}`, 'an answer of a survey'),
      look(
        `/s/${survey}?lang=${text}&source=${text}&nps=${text}&why=${text}&${text}=1&suId=${text}&suToken=${text}&embed=true`,
        'the address of a survey',
      ),
      ...pages.flatMap((page) => [
        into(
          page,
          `language=${text}&words=${text}&answer=${text}&email=${text}&${text}=on`,
          `the page ${page.slice(0, 3)}`,
        ),
        look(`${page}?lang=${text}&from=${text}`, `the address of ${page.slice(0, 3)}`),
      ]),
      look(`/api/v1/sign-in/provider?next=${text}`, 'where to go after signing in'),
      look(
        `/api/v1/sign-in/provider/back?state=${text}&code=${text}&error=${text}&error_description=${text}`,
        'the way back from a provider',
      ),
      look(`/${text}`, 'an address of the app'),
    ]
  })
}

function headersOf(): Try[] {
  const plain = PAYLOADS.filter(({ text }) => /^[\x20-\x7e]*$/.test(text))
  return plain.flatMap((payload) =>
    [
      'user-agent',
      'referer',
      'accept-language',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'forwarded',
      'idempotency-key',
      'heed-workspace',
      'origin',
      'x-original-url',
      'x-http-method-override',
    ].map((name): Try => ({
      method: 'POST',
      path: '/api/v1/voices',
      headers: { 'content-type': 'application/json', [name]: payload.text },
      body: '{"text":"Warm bread"}',
      payload,
      where: `the header ${name}`,
    })),
  )
}

async function send(target: Target, house: Actor, one: Try): Promise<string | null> {
  const since = performance.now()
  try {
    const response = await fetch(target.url + one.path, {
      method: one.method,
      redirect: 'manual',
      headers: { cookie: house.cookie, 'heed-workspace': house.workspaceId, ...one.headers },
      signal: AbortSignal.timeout(60_000),
      ...(one.body === undefined ? {} : { body: one.body }),
    })
    const text = await response.text()
    const took = performance.now() - since
    const trouble = troubleIn(response, text, one.path.startsWith('/api/'))
    if (trouble) return trouble
    if (took > SLOW_MS) return `took ${Math.round(took)} ms`
    return seenIn(response, text, one)
  } catch (error) {
    return `no answer: ${(error as Error).message} ${String((error as Error).cause ?? '')}`
  }
}

/** What shows that a payload did more than be kept. */
function seenIn(response: Response, text: string, { payload }: Try): string | null {
  const location = response.headers.get('location') ?? ''
  if (response.headers.has(HEADER)) return 'a header of somebody else’s is in the answer'
  if (/^(javascript|data):|^(https?:)?[/\\]{2}(?!localhost)/i.test(location)) return `it led to ${location}`
  if (text.includes(COMPUTED)) return 'a template was computed'
  if (payload.kind === 'path' && /root:[x*]?:0:|\[fonts\]/.test(text)) return 'a file of the machine was read'
  const isPage = /^(text\/html|image\/svg)/.test(response.headers.get('content-type') ?? '')
  if (isPage && new RegExp(`<[a-z]+[^>"']*\\s${ELEMENT}`, 'i').test(text)) return 'an element came through into a page'
  if (
    isPage &&
    /\son(error|load|focus)=["'][^"']*heedInjected/i.test(text.replaceAll(/&quot;|&#39;|&lt;[^]*?&gt;/g, ''))
  )
    return 'a handler came through into a page'
  return null
}
