/** The door to the network itself: who is slow on purpose does not hold it open, and too much at once is told so. */
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { openWorld } from '#test/world'
import { serveHttp, type Served } from './http.ts'

const world = await openWorld(after, { work: false, env: { PORT: '0', HEED_TRUST_PROXY: 'on' } })
let served: Served
before(async () => {
  served = await serveHttp(world.heed, { headersMs: 600, bytes: 1024, stretchMs: 500, idleMs: 20_000 })
})
after(() => served.stop())

type Spoken = { said: string; ended: boolean; ms: number }

/** Says things on a bare connection, a piece every few milliseconds, and listens until it is closed. */
function speak(pieces: Iterable<string>, every: number, patience = 15_000): Promise<Spoken> {
  return new Promise((resolve) => {
    const since = performance.now()
    const socket = connect(served.port, '127.0.0.1')
    let said = ''
    const done = (ended: boolean) => {
      clearInterval(timer)
      clearTimeout(end)
      socket.destroy()
      resolve({ said, ended, ms: performance.now() - since })
    }
    const next = pieces[Symbol.iterator]()
    const timer = setInterval(() => {
      const { done: over, value } = next.next()
      if (over) clearInterval(timer)
      else if (!socket.destroyed) socket.write(value as string)
    }, every)
    const end = setTimeout(() => done(false), patience)
    socket.on('data', (chunk) => (said += chunk))
    socket.on('error', () => undefined)
    socket.once('close', () => done(true))
  })
}

function* slowly(head: string, letter: string): Generator<string> {
  yield head
  for (;;) yield letter
}

const post = (more: string) =>
  `POST /api/v1/voices HTTP/1.1\r\nhost: heed.example\r\ncontent-type: application/json\r\n${more}\r\n\r\n`

test('headers that trickle in are cut off', async () => {
  const { said, ended } = await speak(slowly('GET /healthz HTTP/1.1\r\nhost: heed.example\r\nx-a: ', 'a'), 50)
  assert.ok(ended, 'the connection stayed open')
  assert.match(said, /^HTTP\/1\.1 408/)
})

test('a body that trickles in is cut off with a reason, wherever it was going', async () => {
  const key = (await (await world.owner()).post('/keys', { name: 'till', scopes: ['listen', 'import'] })).body.key
  const bearer = `authorization: Bearer ${key}\r\n`
  for (const head of [
    post(`${bearer}content-length: 100000`),
    post(`${bearer}transfer-encoding: chunked`),
    `POST /api/v1/imports?name=a.csv HTTP/1.1\r\nhost: heed.example\r\n${bearer}content-length: 100000\r\n\r\n`,
  ]) {
    const { said, ended } = await speak(slowly(head, head.includes('chunked') ? '1\r\na\r\n' : 'a'), 40)
    assert.ok(ended, 'the connection stayed open')
    assert.match(said, /^HTTP\/1\.1 408 .*"code":"too_slow"/s)
  }
  // Nothing of it was kept, and the house is as open as before.
  assert.equal((await fetch(`${served.url}/healthz`)).status, 200)
})

test('a body on a bad line, but moving, arrives however long it takes', async () => {
  const key = (await (await world.owner()).post('/keys', { name: 'till' })).body.key
  const body = JSON.stringify({ text: 'The rye was warm. '.repeat(800) })
  const pieces = body.match(/.{1,600}/gs)!
  const { said, ms } = await speak(
    [post(`authorization: Bearer ${key}\r\nconnection: close\r\ncontent-length: ${body.length}`), ...pieces],
    100,
  )
  assert.match(said, /^HTTP\/1\.1 201/)
  assert.ok(ms > 2_000, 'longer than any single stretch')
})

test('headers that are too many or too long are refused, and the next is heard', async () => {
  const { said } = await speak([`GET /healthz HTTP/1.1\r\nhost: heed.example\r\nx-a: ${'a'.repeat(20_000)}\r\n\r\n`], 5)
  assert.match(said, /^HTTP\/1\.1 431/)
  assert.equal((await fetch(`${served.url}/healthz`)).status, 200)
})

test('who asks too much at once is told how much is allowed and when to come back; everybody else goes on', async () => {
  // A hundredth of the usual, so that the test need not ask six thousand times.
  const narrow = await openWorld(after, {
    work: false,
    env: { PORT: '0', HEED_TRUST_PROXY: 'on', HEED_LIMITS: '0.01' },
  })
  const door = await serveHttp(narrow.heed)
  try {
    const ask = (from: string) => fetch(`${door.url}/api/v1/me`, { headers: { 'x-forwarded-for': from } })
    const first = await ask('198.51.100.7')
    assert.match(first.headers.get('ratelimit')!, /^"address";r=\d+;t=\d+$/)
    assert.equal(first.headers.get('ratelimit-policy'), '"address";q=60;w=60')
    let refused = first
    for (let tries = 0; refused.status !== 429 && tries < 5_000; tries += 1) refused = await ask('198.51.100.7')
    assert.equal(refused.status, 429)
    assert.match(refused.headers.get('content-type')!, /application\/problem\+json/)
    assert.ok(Number(refused.headers.get('retry-after')) >= 1)
    assert.match(refused.headers.get('ratelimit')!, /^"address";r=0;t=\d+$/)
    assert.equal(((await refused.json()) as { code: string }).code, 'too_many_requests')
    assert.equal((await ask('198.51.100.8')).status, 200)
    // Whatever a client writes in front of what the proxy added is neither believed nor charged.
    assert.equal((await ask('198.51.100.7, 198.51.100.9')).status, 200)
    let dressedUp = await ask('203.0.113.1, 198.51.100.7')
    for (let tries = 0; dressedUp.status !== 429 && tries < 5_000; tries += 1)
      dressedUp = await ask(`203.0.113.${tries % 250}, 198.51.100.7`)
    assert.equal(dressedUp.status, 429)
    // A page still opens, and a health check still says that all is well.
    const from = { headers: { 'x-forwarded-for': '198.51.100.7' } }
    assert.equal((await fetch(`${door.url}/healthz`, from)).status, 200)
    assert.equal((await fetch(`${door.url}/sign-in`, from)).status, 200)
    narrow.travel(new Date(Date.now() + 120_000))
    assert.equal((await ask('198.51.100.7')).status, 200)
  } finally {
    await door.stop()
  }
})

test('keys and workspaces have an allowance of their own, and what is dear takes more of it', async () => {
  const narrow = await openWorld(after, { work: false, env: { HEED_LIMITS: '0.01' } })
  const maren = await narrow.owner()
  const key = (await maren.post('/keys', { name: 'script', scopes: ['read', 'export'] })).body.key
  const bearer = { authorization: `Bearer ${key}` }
  const left = (headers: Headers, policy: string) =>
    Number(new RegExp(`^"${policy}";r=(\\d+)`).exec(headers.get('ratelimit') ?? '')?.[1] ?? Number.NaN)
  const cheap = await narrow.stranger.ask('GET', '/workspace', undefined, bearer)
  assert.equal(left(cheap.headers, 'key'), 59)
  const dear = await narrow.stranger.ask('GET', '/voices/export?format=csv', undefined, bearer)
  assert.equal(dear.status, 200)
  assert.ok(left(dear.headers, 'key') <= 11)
  assert.match(dear.headers.get('ratelimit-policy')!, /"key";q=60;w=60, "workspace";q=120;w=60/)
  const refused = await narrow.stranger.ask('GET', '/voices/export?format=csv', undefined, bearer)
  assert.deepEqual([refused.status, refused.body.code], [429, 'too_many_requests'])
  assert.equal((await maren.get('/workspace')).status, 200, 'the people of the workspace go on')
  const other = await narrow.owner('Another bakery')
  assert.equal((await other.get('/voices/export?format=csv')).status, 200)
})
