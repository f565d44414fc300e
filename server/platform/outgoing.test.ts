/** Heed calls the open internet and nothing inside the house, however the address is dressed up. */
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { after, before, test } from 'node:test'
import { createOutgoing, Refusal, type OutgoingRequest } from '#platform'
import { INSIDE, NAMES_INSIDE, noPlainAddresses } from '#test/inside'
import { isOpenAddress, readAllowed } from './addresses.ts'
import type { Resolve } from './outgoing.ts'

/** A host inside the house that must never be called, and counts how often it was. */
let inside: Server
/** The open internet, as far as a test can have one: on an address of its own that is allowed by name of its range. */
let outside: Server
let insideHits = 0
const seen: {
  url: string
  host: string | undefined
  method: string
  authorization: string | undefined
  body: string
}[] = []
let inPort: number
let outPort: number
let play: (request: IncomingMessage, response: ServerResponse) => void

const OUTSIDE = '127.0.0.2'
const listen = (server: Server, host: string): Promise<number> =>
  new Promise((resolve) => server.listen(0, host, () => resolve((server.address() as { port: number }).port)))

before(async () => {
  inside = createServer((_request, response) => {
    insideHits += 1
    response.end('the till')
  })
  outside = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { url = '', method = '', headers } = request
    seen.push({ url, host: headers.host, method, authorization: headers.authorization, body })
    play(request, response)
  })
  inPort = await listen(inside, '127.0.0.1')
  outPort = await listen(outside, OUTSIDE)
})
after(() => {
  for (const server of [inside, outside]) {
    server.closeAllConnections()
    server.close()
  }
})

const asked: string[] = []
const names: Record<string, string[]> = {}
const resolve: Resolve = async (host) => {
  asked.push(host)
  return (names[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
}
const outgoing = (allow = `${OUTSIDE}/32:${outPort}`) => createOutgoing({ allow, resolve })

async function outcome(request: string | OutgoingRequest, out = outgoing()): Promise<string> {
  try {
    const answer = await out.send(typeof request === 'string' ? { url: request } : request)
    return `${answer.status} ${Buffer.from(answer.body).toString()}`
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code
  }
}

test('every dressing of an address inside the house is refused', async () => {
  insideHits = 0
  Object.assign(names, NAMES_INSIDE)
  const wrong: string[] = []
  for (const host of INSIDE)
    for (const port of ['', ':8080', `:${inPort}`])
      for (const scheme of ['http', 'https']) {
        const got = await outcome(`${scheme}://${host}${port}/`)
        if (got !== 'outgoing_refused') wrong.push(`${scheme}://${host}${port}/ → ${got}`)
      }
  assert.deepEqual(wrong, [])
  assert.equal(insideHits, 0)
})

test('what is no plain web address is refused', async () => {
  names['good.example'] = [OUTSIDE]
  play = (_request, response) => response.end('ok')
  for (const url of noPlainAddresses(outPort, inPort)) assert.equal(await outcome(url), 'outgoing_refused', url)
  assert.equal(await outcome('http://nowhere.example/'), 'outgoing_failed')
})

test('what is allowed on purpose is called, and nothing beside it', async () => {
  names['good.example'] = [OUTSIDE]
  names['till.lan'] = ['127.0.0.1']
  play = (_request, response) => response.end('ok')
  assert.equal(await outcome(`http://good.example:${outPort}/hook`), '200 ok')
  assert.equal(seen.at(-1)!.host, `good.example:${outPort}`)
  insideHits = 0
  assert.equal(await outcome(`http://till.lan:${inPort}/`), 'outgoing_refused')
  assert.equal(await outcome(`http://till.lan:${inPort}/`, outgoing('till.lan')), 'outgoing_refused')
  assert.equal(await outcome(`http://127.0.0.1:${inPort}/`, outgoing(`till.lan:${inPort}`)), 'outgoing_refused')
  assert.equal(insideHits, 0)
  assert.equal(await outcome(`http://till.lan:${inPort}/`, outgoing(`till.lan:${inPort}`)), '200 the till')
  assert.equal(await outcome(`http://127.0.0.1:${inPort}/`, outgoing(`127.0.0.0/8:${inPort}`)), '200 the till')
})

test('a setting that is no host and no range is named at the start', () => {
  for (const allow of ['10.0.0.0/33', 'http://till.lan', 'till.lan:99999', '*', 'till lan', '[::1', 'fd00::/129'])
    assert.throws(() => createOutgoing({ allow }), /HEED_OUTGOING_ALLOW/, allow)
  const allowed = readAllowed('crm.lan, 10.1.2.3:8080, 192.168.7.0/24, [fd00::7]:8443, fd00:1::/32', [80, 443])
  assert.deepEqual(
    [
      allowed.host('crm.lan', 80),
      allowed.host('crm.lan', 8080),
      allowed.address('10.1.2.3', 8080),
      allowed.address('10.1.2.3', 80),
      allowed.address('192.168.7.9', 443),
      allowed.address('192.168.8.9', 443),
      allowed.address('fd00::7', 8443),
      allowed.address('fd00:1::9', 80),
    ],
    [true, false, true, false, true, false, true, true],
  )
})

test('a name that answers differently a moment later gains nothing', async () => {
  insideHits = 0
  const before = seen.length
  let times = 0
  // First an address outside, then, when the connection is made, one inside on the same port.
  const rebinding: Resolve = async () => {
    times += 1
    return [{ address: times === 1 ? OUTSIDE : '127.0.0.1', family: 4 }]
  }
  const trap = createServer((_request, response) => {
    insideHits += 1
    response.end('the till')
  })
  await new Promise<void>((done) => trap.listen(outPort, '127.0.0.1', done))
  try {
    play = (_request, response) => response.end('ok')
    const out = createOutgoing({ allow: `${OUTSIDE}/32:${outPort}`, resolve: rebinding })
    assert.equal(await outcome(`http://rebinding.example:${outPort}/`, out), '200 ok')
    assert.equal(times, 1, 'the name is looked up once')
    assert.equal(seen.length, before + 1)
    assert.equal(await outcome(`http://rebinding.example:${outPort}/`, out), 'outgoing_refused')
    assert.equal(insideHits, 0)
  } finally {
    trap.closeAllConnections()
    trap.close()
  }
})

test('a redirect is checked like the first address', async () => {
  names['good.example'] = [OUTSIDE]
  insideHits = 0
  for (const location of [
    `http://127.0.0.1:${inPort}/`,
    `//127.0.0.1:${inPort}/`,
    `http://[::ffff:127.0.0.1]:${inPort}/`,
    `http://2130706433:${inPort}/`,
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'ftp://good.example/',
    `http://maren:bread@good.example:${outPort}/`,
    'http://[torn',
  ]) {
    play = (_request, response) => response.writeHead(302, { location }).end()
    assert.equal(await outcome(`http://good.example:${outPort}/`), 'outgoing_refused', location)
  }
  assert.equal(insideHits, 0)
})

test('redirects are followed a few times, and proofs of who we are stay with the host they were meant for', async () => {
  names['good.example'] = [OUTSIDE]
  names['next.example'] = [OUTSIDE]
  const ask = {
    url: `http://good.example:${outPort}/a`,
    method: 'POST',
    headers: { authorization: 'Bearer secret' },
    body: 'hello',
  }
  play = (request, response) =>
    request.url === '/a' ? response.writeHead(307, { location: '/b' }).end() : response.end('there')
  assert.equal(await outcome(ask), '200 there')
  assert.deepEqual(
    [seen.at(-1)!.method, seen.at(-1)!.body, seen.at(-1)!.authorization],
    ['POST', 'hello', 'Bearer secret'],
  )
  play = (request, response) =>
    request.url === '/a'
      ? response.writeHead(303, { location: `http://next.example:${outPort}/b` }).end()
      : response.end('there')
  assert.equal(await outcome(ask), '200 there')
  assert.deepEqual([seen.at(-1)!.method, seen.at(-1)!.body, seen.at(-1)!.authorization], ['GET', '', undefined])
  play = (_request, response) => response.writeHead(302, { location: '/again' }).end()
  const before = seen.length
  assert.equal(await outcome(ask), 'outgoing_refused')
  assert.equal(seen.length - before, 4)
  assert.equal(await outcome({ ...ask, redirects: 0 }), '302 ')
})

test('an answer that is too large or too slow is broken off', async () => {
  names['good.example'] = [OUTSIDE]
  const url = `http://good.example:${outPort}/`
  play = (_request, response) => response.writeHead(200, { 'content-length': '5000000' }).end()
  assert.equal(await outcome({ url, maxBytes: 1000 }), 'outgoing_failed')
  play = (_request, response) => {
    const timer = setInterval(() => response.write('x'.repeat(600)), 5)
    response.once('close', () => clearInterval(timer))
  }
  assert.equal(await outcome({ url, maxBytes: 1000 }), 'outgoing_failed')
  assert.equal(await outcome({ url, timeoutMs: 300, maxBytes: 1e9 }), 'outgoing_failed')
  play = () => undefined
  assert.equal(await outcome({ url, timeoutMs: 200 }), 'outgoing_failed')
  const never = createOutgoing({ allow: '', resolve: () => new Promise(() => undefined) })
  assert.equal(await outcome({ url: 'http://slow.example/', timeoutMs: 100 }, never), 'outgoing_failed')
})

test('headers that would split or take over a request are not sent', async () => {
  names['good.example'] = [OUTSIDE]
  play = (_request, response) => response.end('ok')
  const url = `http://good.example:${outPort}/`
  await outcome({ url, headers: { host: 'inside.lan', 'transfer-encoding': 'chunked' } })
  assert.equal(seen.at(-1)!.host, `good.example:${outPort}`)
  await assert.rejects(outgoing().send({ url, headers: { 'x-a': 'b\r\nx-c: d' } }))
})

test('the open internet is open', () => {
  for (const address of [
    '93.184.215.14',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
  ])
    assert.equal(isOpenAddress(address), true, address)
  for (const address of ['', 'localhost', 'fe80::1%eth0', '2606:4700::1111%eth0', '1.2.3', '::2', '4000::1'])
    assert.equal(isOpenAddress(address), false, address)
})
