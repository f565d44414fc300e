/** The HTTP mouth: routes, pages, health, and a graceful stop. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createHttp, describeApi, forEveryone, problemResponse, Refusal, toProblem } from '#platform'
import { identify, permit, recorder } from '#trust'
import { refusals, type Heed } from './app.ts'
import { servePage } from './pages.ts'

export const VERSION = '0.1.0'

export type Served = { url: string; port: number; stop: () => Promise<void> }

/** The whole HTTP surface as one function from request to answer: the server uses it, and so may tests. */
export function answerer(heed: Heed) {
  const { app, accounts, routes } = heed
  const shared = forEveryone(app)
  return createHttp({
    app,
    routes,
    refusals,
    identify: (request) => identify(app, accounts, request),
    permit,
    countedAs: ({ keyId, workspaceId }) => ({ key: keyId ?? '', workspace: workspaceId }),
    appFor: (who) => (who.seesCrises ? app : shared),
    record: recorder(app),
    otherwise: async (request, address) =>
      (await accounts.handle(request)) ?? (await health(heed, request, address)) ?? servePage(request),
  })
}

/** How slowly a request may arrive before it is cut off. A phone on a bad line sends ten times as fast. */
export type Patience = {
  /** For all headers of a request. */
  headersMs: number
  /** A body must bring at least so much … */
  bytes: number
  /** … in each stretch of so long. */
  stretchMs: number
  /** A connection on which nothing moves at all. */
  idleMs: number
}
const PATIENCE: Patience = { headersMs: 20_000, bytes: 4 * 1024, stretchMs: 15_000, idleMs: 120_000 }
const MAX_HEADER_BYTES = 16 * 1024
const MAX_HEADERS = 100

export async function serveHttp(heed: Heed, patience: Patience = PATIENCE): Promise<Served> {
  const { config } = heed.app
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: patience.headersMs,
      // A large import over a slow line takes as long as it takes; what matters is that it moves (`watchBody`).
      requestTimeout: 0,
      connectionsCheckingInterval: Math.min(5_000, patience.headersMs / 4),
    },
    getRequestListener(answerer(heed).fetch),
  )
  server.maxHeadersCount = MAX_HEADERS
  server.timeout = patience.idleMs
  server.prependListener('request', (request, response) => {
    // An answer that is still being written when its connection goes is nobody's mistake, and must not end the process.
    response.on('error', () => undefined)
    watchBody(request, response, patience)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Refusal('port_in_use', `Port ${config.port} is taken. Choose another with PORT.`)
          : error,
      ),
    )
    server.listen(config.port, config.host, resolve)
  })
  const { port } = server.address() as { port: number }
  return { port, url: `http://localhost:${port}`, stop: () => new Promise((resolve) => stopListening(server, resolve)) }
}

/**
 * Cuts off a body that hardly moves (a "slow body" attack holds connections open with a byte now and then). What counts is
 * what arrived from the network; while Heed itself is slow to take it in, the sender is not to blame.
 */
function watchBody(request: IncomingMessage, response: ServerResponse, patience: Patience): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  if (!hasBody) return
  let before = request.socket.bytesRead
  const timer = setInterval(() => {
    const now = request.socket.bytesRead
    const tooSlow = now - before < patience.bytes && request.readableLength === 0
    before = now
    if (request.complete) clearInterval(timer)
    else if (tooSlow) {
      clearInterval(timer)
      if (!response.headersSent) request.socket.write(TOO_SLOW)
      request.destroy(Object.assign(new Error('the body arrived too slowly'), { code: 'ECONNRESET' }))
    }
  }, patience.stretchMs)
  timer.unref()
  response.once('close', () => clearInterval(timer))
}

const TOO_SLOW = [
  'HTTP/1.1 408 Request Timeout',
  'content-type: application/problem+json',
  'cache-control: no-store',
  'x-content-type-options: nosniff',
  'connection: close',
  '',
  JSON.stringify({
    type: '/problems/too_slow',
    title: 'That took too long to arrive',
    status: 408,
    detail: 'The request came in too slowly. Please try again on a better line.',
    code: 'too_slow',
  }),
].join('\r\n')

/** Takes no new connections, lets answers under way finish, closes idle ones at once. */
function stopListening(server: Server, done: () => void): void {
  server.close(() => done())
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 10_000).unref()
}

async function health(heed: Heed, request: Request, address: string): Promise<Response | null> {
  const { pathname } = new URL(request.url)
  if (pathname === '/healthz') return text('ok\n')
  if (pathname === '/readyz') {
    try {
      await heed.app.db.ping()
      return text('ready\n')
    } catch {
      return problemResponse(
        toProblem(new Refusal('database_unreachable', 'The database does not answer.'), refusals),
        { 'retry-after': '5' },
      )
    }
  }
  if (pathname === '/metrics') {
    if (!mayMeasure(heed.app.config.metricsToken, request, address))
      throw new Refusal('no_such_page', 'There is no such page.')
    return new Response(await heed.app.metrics.registry.metrics(), {
      headers: { 'content-type': heed.app.metrics.registry.contentType },
    })
  }
  if (pathname === '/api/v1/openapi.json')
    return new Response(JSON.stringify(describeApi(heed.routes, VERSION)), {
      headers: { 'content-type': 'application/json' },
    })
  return null
}

/**
 * Figures of the machine tell an attacker when it is busy and which routes answer: they are for this machine alone, or for
 * whoever has the token. A request that a proxy passed on comes from elsewhere, whatever its address says.
 */
function mayMeasure(token: string | undefined, request: Request, address: string): boolean {
  if (token) {
    const given = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
    return timingSafeEqual(digest(given), digest(token))
  }
  const passedOn = request.headers.has('x-forwarded-for') || request.headers.has('forwarded')
  // Asked from within the process itself there is no address.
  return !passedOn && /^(|127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/.test(address)
}

const digest = (word: string): Buffer => createHash('sha256').update(word).digest()

const text = (body: string) =>
  new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
