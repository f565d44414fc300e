/** The HTTP mouth: turns route rows into answers, refusals into problem+json, and everything else into a logged 500. */
import { Hono } from 'hono'
import type { z } from 'zod'
import type { App } from './app.ts'
import { refuseForeignOrigin, withSafety } from './browser-safety.ts'
import { COSTS, limitHeaders, neighbourhood, POLICIES, type Bill, type Standing } from './limits.ts'
import { problemResponse, toProblem } from './problem.ts'
import { Refusal, type RefusalTable } from './refusal.ts'
import type { Route, RouteInput } from './route.ts'

export const API = '/api/v1'
const BODY_LIMIT = 1024 * 1024

export type Mouth<Who> = {
  app: App
  routes: Route<Who>[]
  refusals: RefusalTable
  /** Who asks: from cookie or key, and in which workspace. */
  identify: (request: Request) => Promise<Who>
  /** Throws a Refusal if this one may not. */
  permit: (who: Who, permission: string) => void
  /** Under whose allowance it goes, beside that of the address: a key's, a workspace's. */
  countedAs: (who: Who) => { key?: string; workspace?: string }
  /** What this one may look through: the app with the eyes of whoever asks. */
  appFor?: (who: Who) => App
  /** Keeps what was done in the audit log, before the answer leaves. */
  record: (row: Route<Who>, who: Who, input: RouteInput, result: unknown) => Promise<void>
  /** Anything that is not a route: pages, assets, the accounts library. */
  otherwise: (request: Request, address: string) => Promise<Response | null>
}

export function createHttp<Who>(mouth: Mouth<Who>): Hono {
  const hono = new Hono()
  const { app } = mouth
  for (const row of mouth.routes)
    hono.on(row.method.toUpperCase(), routePath(row), (context) =>
      answer(mouth, row, context.req.raw, context.req.param(), context.env),
    )
  hono.all('*', async (context) => withSafety(await otherwise(mouth, context.req.raw, context.env), app.config))
  hono.onError((error) => withSafety(refuse(mouth, 'hono', error), app.config))
  return hono
}

async function otherwise<Who>(mouth: Mouth<Who>, request: Request, env: unknown): Promise<Response> {
  const meter = new Meter(mouth.app)
  try {
    const address = addressOf(mouth.app, request, env)
    const { pathname } = new URL(request.url)
    const changes = request.method !== 'GET' && request.method !== 'HEAD'
    if (changes) refuseForeignOrigin(mouth.app.config, request)
    // Pages, their files and health checks cost next to nothing, and a check that is refused would look like an outage.
    if (changes || pathname.startsWith('/api/')) meter.take([addressBill(address)], COSTS[changes ? 'door' : 'usual'])
    const response = await mouth.otherwise(request, address)
    return meter.note(
      response ?? problemResponse(toProblem(new Refusal('no_such_page', 'There is no such page.'), mouth.refusals)),
    )
  } catch (error) {
    return meter.note(refuse(mouth, 'otherwise', error))
  }
}

export const routePath = (row: { path: string }): string => {
  const path = row.path.startsWith('=') ? row.path.slice(1) : API + row.path
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

async function answer<Who>(
  mouth: Mouth<Who>,
  row: Route<Who>,
  request: Request,
  params: Record<string, string>,
  env: unknown,
): Promise<Response> {
  const { app } = mouth
  const stop = app.metrics.requests.startTimer({ method: row.method, route: row.path })
  const meter = new Meter(app)
  let response: Response
  try {
    const address = addressOf(app, request, env)
    const cost = costOf(row)
    if (row.method !== 'get') refuseForeignOrigin(app.config, request)
    meter.take(
      [addressBill(address), ...(row.limit ? [{ policy: row.limit, subject: neighbourhood(address) }] : [])],
      cost,
    )
    const who = await mouth.identify(request)
    meter.take(billsOf(mouth.countedAs(who)), cost)
    mouth.permit(who, row.permit)
    if (row.method !== 'get' && row.method !== 'delete') refuseWhenFull(mouth.app)
    const input = {
      params: placeIn(row.params, params) as never,
      query: check(row.query, queryOf(request), 'query') as never,
      body: (row.body ? check(row.body, await readBody(row, request), 'body') : {}) as never,
      request,
      address,
    }
    const result = await row.run(mouth.appFor?.(who) ?? app, who, input)
    await mouth.record(row, who, input, result)
    response = result instanceof Response ? result : present(row, result)
  } catch (error) {
    response =
      row.busy && error instanceof Refusal && error.code === TOO_MANY
        ? await row.busy(app, { params, request })
        : refuse(mouth, row.path, error)
  }
  stop({ status: String(response.status) })
  return withSafety(meter.note(response), app.config)
}

const TOO_MANY = 'too_many_requests'

const costOf = <Who>(row: Route<Who>): number =>
  COSTS[row.cost ?? (row.permit === 'public' && row.method !== 'get' ? 'door' : 'usual')]

const addressBill = (address: string): Bill => ({ policy: POLICIES.address, subject: neighbourhood(address) })

const billsOf = ({ key, workspace }: { key?: string; workspace?: string }): Bill[] => [
  ...(key ? [{ policy: POLICIES.key, subject: key }] : []),
  ...(workspace ? [{ policy: POLICIES.workspace, subject: workspace }] : []),
]

/** What a request takes of the allowances it falls under, and what its answer says about them. */
class Meter {
  private readonly app: App
  private standings: Standing[] = []

  constructor(app: App) {
    this.app = app
  }

  take(bills: Bill[], cost: number): void {
    // Asked from within the process itself there is no address, and nobody to slow down.
    const known = bills.filter(({ subject }) => subject !== '')
    if (known.length === 0) return
    const standings = this.app.limits.take(known, cost, this.app.clock.now().getTime())
    this.standings = [...standings, ...this.standings].sort(
      (a, b) => b.wait - a.wait || a.left / a.policy.size - b.left / b.policy.size,
    )
    const [tightest] = standings
    if (tightest && !tightest.allowed)
      throw new Refusal(TOO_MANY, `That was a lot at once. Please try again in ${tightest.wait} seconds.`)
  }

  note(response: Response): Response {
    const headers = Object.entries(limitHeaders(this.standings))
    if (headers.length === 0) return response
    const noted = new Response(response.body, response)
    for (const [name, value] of headers) noted.headers.set(name, value)
    return noted
  }
}

function present<Who>(row: Route<Who>, result: unknown): Response {
  if (result === undefined) return new Response(null, { status: row.status ?? 204 })
  return new Response(JSON.stringify(result), {
    status: row.status ?? 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** Before the disk is full, not after: PostgreSQL does not survive that. Reading goes on, and so does making room. */
export function refuseWhenFull({ db }: Pick<App, 'db'>): void {
  if (!db.source.full()) return
  throw new Refusal(
    'disk_full',
    'The disk is full, so this could not be stored. Free some space and try again; nothing already stored is lost.',
  )
}

/** Trouble of the machine and not of the request: said as it is, so that whoever asked knows to come back. */
function saidPlainly(error: unknown): unknown {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  // 53100 is PostgreSQL's "disk full".
  if (code === '53100' || code === 'ENOSPC')
    return new Refusal(
      'disk_full',
      'The disk is full, so this could not be stored. Free some space and try again; nothing already stored is lost.',
    )
  // Class 08 and 57P01–03: the connection broke, or the database is stopping or starting.
  if (/^(08|57P0[123]$)|^(ECONNREFUSED|ECONNRESET|ENOENT)$/.test(code) && isOfDatabase(error))
    return new Refusal('database_unreachable', 'The database does not answer just now. Try again in a moment.')
  // Whoever sent the body went away in the midst of it, or was cut off for being too slow.
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || (error as Error | null)?.name === 'AbortError')
    return new Refusal('too_slow', 'The request did not arrive to its end.')
  return error
}

const isOfDatabase = (error: unknown): boolean =>
  /database|Connection terminated|connect|terminating connection/i.test((error as Error).message)

function refuse<Who>(mouth: Mouth<Who>, where: string, error: unknown): Response {
  const problem = toProblem(saidPlainly(error), mouth.refusals)
  if (problem.status >= 500 && problem.code === 'internal') mouth.app.log.error('http.failed', { route: where, error })
  const wait = error instanceof Refusal ? error.retryAfter : null
  return problemResponse(problem, wait === null ? {} : { 'retry-after': String(wait) })
}

/** An id that cannot be one leads nowhere, like an id of nothing: a person with a torn link is told the same. */
function placeIn(schema: z.ZodType | undefined, params: unknown): unknown {
  const parsed = schema?.safeParse(params)
  if (!parsed || parsed.success) return parsed ? parsed.data : params
  throw new Refusal('no_such_page', 'The address leads nowhere. Part of it may be missing.')
}

function check(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return value
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({ field: issue.path.join('.') || where, reason: issue.message }))
  throw new Refusal(
    'invalid_input',
    `${fields[0]!.field}: ${fields[0]!.reason}${fields.length > 1 ? ` (and ${fields.length - 1} more)` : ''}`,
    fields,
  )
}

async function readBody<Who>(row: Route<Who>, request: Request): Promise<unknown> {
  const kind = row.bodyKind ?? 'json'
  if (kind === 'stream') return undefined
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const wanted = kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
  if (type !== wanted)
    throw new Refusal('wrong_content_type', `Send the body as ${wanted}${type ? `, not ${type}` : ''}.`)
  const text = await readText(request, row.bodyLimit ?? BODY_LIMIT)
  if (kind === 'form') return Object.fromEntries(new URLSearchParams(text.replaceAll(/%00|\0/g, '')))
  try {
    return JSON.parse(withoutHalves(withoutEscapedNulls(text))) as unknown
  } catch {
    throw new Refusal('invalid_json', 'The body is not valid JSON.')
  }
}

/** PostgreSQL text cannot hold a zero byte, and it never carries meaning: it is taken out of every body, names included. */
const withoutEscapedNulls = (json: string): string =>
  json.includes('\\u0000') ? json.replaceAll(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1') : json

/**
 * Half a character (one surrogate of a pair, as programs leave them that cut texts by length) is no Unicode, and PostgreSQL
 * refuses it in JSON: it becomes the replacement character, as broken bytes do everywhere. Escaped backslashes and whole
 * pairs are passed over first, so that only what stands alone is met.
 */
const withoutHalves = (json: string): string =>
  /\\u[dD][89a-fA-F]/.test(json)
    ? json.replaceAll(/\\\\|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\ud[89a-f][0-9a-f]{2}/gi, (found) =>
        found.length === 6 ? '\\ufffd' : found,
      )
    : json

/** Reads a body up to a limit, whatever its Content-Length claims. */
export async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = () => new Refusal('body_too_large', `The body is larger than ${Math.round(limit / 1024)} kB.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += (chunk as Uint8Array).byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk as Uint8Array)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Repeated query names become lists, single ones stay texts. */
function queryOf(request: Request): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = Object.create(null)
  for (const [name, written] of new URL(request.url).searchParams) {
    const value = written.replaceAll('\0', '')
    const before = found[name]
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return found
}

/** Each proxy in front adds the address it was called from at the end; what stands before that anybody may have written. */
function addressOf(app: App, request: Request, env: unknown): string {
  const { proxies } = app.config
  const chain = proxies > 0 ? request.headers.get('x-forwarded-for')?.split(',') : undefined
  const forwarded = chain?.at(-Math.min(proxies, chain.length))?.trim()
  const socket = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
  return forwarded || socket?.remoteAddress || ''
}
