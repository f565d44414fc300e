/**
 * The way out to addresses that somebody else chose: webhooks, connectors, sign-in providers. Such an address could be made
 * to point into the house (server-side request forgery), so:
 *
 * - only http and https, no name or password in the address, only the usual ports, hosts written plainly;
 * - the name is looked up once, every address it has must belong to the open internet, and the connection goes to exactly
 *   the address that was checked: a name that answers differently a moment later (DNS rebinding) gains nothing;
 * - redirects are followed by hand, few of them, each checked like the first, never from https back to http, and what proves
 *   who we are stays with the host it was meant for;
 * - the answer may take so long and be so large, and no more.
 *
 * `HEED_OUTGOING_ALLOW` names hosts and ranges inside the house that an owner wants called all the same.
 */
import { lookup } from 'node:dns/promises'
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { isIP, isIPv4 } from 'node:net'
import { isOpenAddress, readAllowed, type Allowed } from './addresses.ts'
import { Refusal } from './refusal.ts'

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

export type OutgoingRequest = {
  url: string
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** For everything together, redirects included. */
  timeoutMs?: number
  maxBytes?: number
  redirects?: number
}

export type OutgoingAnswer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Uint8Array
  /** Where it came from in the end. */
  url: string
}

export type Outgoing = {
  send: (request: OutgoingRequest) => Promise<OutgoingAnswer>
  /** Refuses an address at once, when somebody types it in; `send` checks again. */
  check: (url: string) => Promise<void>
}

const PORTS = [80, 443, 8080, 8443]
const TIMEOUT_MS = 10_000
const MAX_BYTES = 1024 * 1024
const REDIRECTS = 3
const MAX_HEADER = 16 * 1024
/** Set by the connection itself, or telling a host what was meant for another. */
const OWN_HEADERS =
  /^(host|connection|transfer-encoding|content-length|upgrade|te|trailer|keep-alive|expect|proxy-.*)$/i
const PROOF = /^(authorization|cookie|x-api-key|x-auth.*|.*-signature|.*-token|.*-secret)$/i

const refused = (why: string) => new Refusal('outgoing_refused', why)
const failed = (why: string) => new Refusal('outgoing_failed', why)

const askSystem: Resolve = (host) => lookup(host, { all: true, verbatim: true })

export function createOutgoing(options: { allow?: string; resolve?: Resolve; ca?: string } = {}): Outgoing {
  const { resolve = askSystem, ca } = options
  let allowed: Allowed
  try {
    allowed = readAllowed(options.allow ?? '', PORTS)
  } catch (error) {
    throw new Refusal('invalid_configuration', `HEED_OUTGOING_ALLOW: ${(error as Error).message}.`)
  }
  const pin = (url: string) => checked(url, allowed, resolve)
  return {
    check: async (url) => void (await pin(url)),
    send: async (given) => {
      const { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, redirects = REDIRECTS } = given
      const stop = AbortSignal.timeout(timeoutMs)
      const follow = async (request: OutgoingRequest, left: number): Promise<OutgoingAnswer> => {
        const target = await orStop(pin(request.url), stop)
        const answer = await call(target, request, { stop, maxBytes, ca })
        const next = left >= 0 ? redirected(request, answer) : null
        if (!next) return answer
        if (left === 0) throw refused(`${target.url.host} redirected more than ${redirects} times.`)
        return follow(next, left - 1)
      }
      // With no redirects wanted, one is an answer like any other.
      return follow(given, redirects === 0 ? -1 : redirects)
    },
  }
}

type Target = { url: URL; address: string; family: 4 | 6 }

async function checked(text: string, allowed: Allowed, resolve: Resolve): Promise<Target> {
  const url = readUrl(text)
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const byName = allowed.host(host, port)
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await addressesOf(host, resolve)
  const mayCall = ({ address }: { address: string }) =>
    byName || allowed.address(address, port) || (isOpenAddress(address) && PORTS.includes(port))
  // One bad address among several is reason enough: who owns the name decides which of them is tried.
  if (!found.every(mayCall))
    throw refused(
      found.every(({ address }) => isOpenAddress(address))
        ? `Heed does not call port ${port}. Usual are ${PORTS.join(', ')}; HEED_OUTGOING_ALLOW can name others.`
        : `${host} leads into a private network or to this machine, which Heed does not call. If it is meant, name it in HEED_OUTGOING_ALLOW.`,
    )
  const { address } = found[0]!
  return { url, address, family: isIPv4(address) ? 4 : 6 }
}

function readUrl(text: string): URL {
  if (!URL.canParse(text)) throw refused('This is not an address Heed can call.')
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('Heed calls only http and https addresses.')
  if (url.username || url.password) throw refused('An address with a name or password in it is not called.')
  if (url.hostname === '') throw refused('This address names no host.')
  // Hosts like 2130706433, 0x7f.1 or 0177.0.0.1 are read as numbers: whoever writes one wants to be misread.
  const written = /^[a-z]+:[/\\]+(?:[^/\\?#@]*@)?(\[[^\]]*\]|[^/\\?#:]*)/i.exec(text.trim())?.[1] ?? ''
  if (isIPv4(url.hostname) && written !== url.hostname) throw refused('Write the address of the host plainly.')
  return url
}

async function addressesOf(host: string, resolve: Resolve): Promise<{ address: string; family: number }[]> {
  const found = await resolve(host).catch(() => [])
  if (found.length === 0) throw failed(`There is no host called ${host}.`)
  return found
}

function call(
  { url, address, family }: Target,
  request: OutgoingRequest,
  limits: { stop: AbortSignal; maxBytes: number; ca: string | undefined },
): Promise<OutgoingAnswer> {
  const secure = url.protocol === 'https:'
  const body = request.body === undefined ? undefined : Buffer.from(request.body as Uint8Array)
  const headers = Object.fromEntries(Object.entries(request.headers ?? {}).filter(([name]) => !OWN_HEADERS.test(name)))
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(
        error instanceof Refusal
          ? error
          : failed(limits.stop.aborted ? `${url.host} took too long to answer.` : `${url.host} could not be reached.`),
      )
    const sent = (secure ? requestHttps : requestHttp)(url, {
      method: request.method ?? 'GET',
      headers: {
        'user-agent': 'Heed',
        // Nothing that grows when it is unpacked.
        'accept-encoding': 'identity',
        ...headers,
        ...(body ? { 'content-length': String(body.byteLength) } : {}),
      },
      // A connection of its own: none that was opened for another host or checked at another time.
      agent: secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
      lookup: (_host, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family)),
      maxHeaderSize: MAX_HEADER,
      signal: limits.stop,
      ...(limits.ca ? { ca: limits.ca } : {}),
    })
    sent.once('error', fail)
    sent.once('response', (answer) => {
      take(answer, url, limits.maxBytes).then(resolve, (error: Error) => {
        sent.destroy()
        fail(error)
      })
    })
    sent.end(body)
  })
}

async function take(answer: IncomingMessage, url: URL, maxBytes: number): Promise<OutgoingAnswer> {
  const tooLarge = () => failed(`${url.host} answered with more than ${Math.round(maxBytes / 1024)} kB.`)
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer) {
    size += (chunk as Buffer).byteLength
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk as Buffer)
  }
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks), url: url.href }
}

/** The request a redirect asks for (RFC 9110, 15.4), or null where the answer is none. */
function redirected(request: OutgoingRequest, answer: OutgoingAnswer): OutgoingRequest | null {
  const { location } = answer.headers
  if (![301, 302, 303, 307, 308].includes(answer.status) || typeof location !== 'string') return null
  if (!URL.canParse(location, answer.url)) throw refused('The answer redirects to something that is no address.')
  const [from, to] = [new URL(answer.url), new URL(location, answer.url)]
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw refused(`${from.host} redirects from https to plain http.`)
  const method = request.method ?? 'GET'
  const becomesGet = answer.status === 303 ? method !== 'HEAD' : answer.status < 303 && method === 'POST'
  const { body: _, ...rest } = request
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).filter(
      ([name]) => (from.origin === to.origin || !PROOF.test(name)) && !(becomesGet && /^content-/i.test(name)),
    ),
  )
  return {
    ...(becomesGet ? { ...rest, method: 'GET' } : request),
    headers,
    url: location.startsWith('/') || !URL.canParse(location) ? to.href : location,
  }
}

/** Looking up a name cannot be broken off, but nobody has to wait for it. */
function orStop<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(failed('The name of the host could not be looked up in time.'))
    if (stop.aborted) end()
    stop.addEventListener('abort', end, { once: true })
    work.then(resolve, reject).finally(() => stop.removeEventListener('abort', end))
  })
}
