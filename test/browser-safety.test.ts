/** What browsers are told about every answer Heed can give, and what is not done because another site asked for it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId, routePath } from '#platform'
import { openWorld, PASSWORD, type Answer, type Asker } from '#test/world'

const world = await openWorld(after)
const secure = await openWorld(after, { work: false, env: { HEED_URL: 'https://heed.example' } })
let maren: Asker
let survey: string
let framed: string
let heard: string

before(async () => {
  maren = await world.owner()
  survey = await openSurvey(['https://shop.example', 'https://www.shop.example'])
  framed = await openSurvey([])
  const { body: said } = await maren.post('/voices', {
    text: 'This is terrible, I waited three hours and nobody came.',
  })
  await world.settled()
  const { body: opened } = await maren.get(`/voices/${said.data[0].id}/case`)
  const done = await maren.put(`/cases/${opened.data.id}/resolution`, {
    cause: 'Nobody at the counter',
    done: 'Rang and apologised',
    note: 'We spoke; she comes again on Friday.',
  })
  assert.equal(done.status, 200, done.text)
  heard = ((await maren.post(`/cases/${opened.data.id}/heard-question`, {})).body.link ?? '').split('/').at(-1)
})

async function openSurvey(embedOrigins: string[]): Promise<string> {
  const { body } = await maren.post('/surveys', { name: 'At the counter', template: 'nps' })
  const { body: full } = await maren.get(`/surveys/${body.id}`)
  const changed = await maren.patch(`/surveys/${body.id}`, { definition: { ...full.definition, embedOrigins } })
  assert.equal(changed.status, 200, changed.text)
  const opened = await maren.put(`/surveys/${body.id}/status`, { status: 'open' })
  assert.ok(opened.status < 300, opened.text)
  return body.id
}

const directives = (policy: string): Map<string, string> =>
  new Map(policy.split(';').map((part) => part.trim().split(/ (.*)/s) as [string, string]))

/** What must be true of any answer at all; what may be framed is named by the caller. */
function troubles(answer: Answer, options: { frames?: string; kept?: boolean } = {}): string[] {
  const header = (name: string) => answer.headers.get(name) ?? ''
  const policy = directives(header('content-security-policy'))
  const isPage = header('content-type').startsWith('text/html')
  const wrong = (bad: boolean, what: string) => (bad ? [what] : [])
  return [
    ...wrong(policy.size === 0, 'no content security policy'),
    ...wrong(
      /unsafe-inline|unsafe-eval|unsafe-hashes|\*|https?:(?!\/\/)/.test(
        [...policy].filter(([name]) => name !== 'frame-ancestors').join(),
      ),
      'a policy that lets others in',
    ),
    ...wrong(!/^'(self|none)'/.test(policy.get('default-src') ?? ''), 'no default-src'),
    ...wrong(!isPage && policy.get('default-src') !== "'none'", 'data that may load things'),
    ...wrong(policy.get('base-uri') !== "'none'", 'base-uri'),
    ...wrong(!/^'(self|none)'$/.test(policy.get('form-action') ?? ''), 'form-action'),
    ...wrong(
      policy.get('frame-ancestors') !== (options.frames ?? "'none'"),
      `frame-ancestors ${policy.get('frame-ancestors')}`,
    ),
    ...wrong(header('x-frame-options') !== (options.frames ? '' : 'DENY'), 'x-frame-options'),
    ...wrong(
      header('cross-origin-resource-policy') !== (options.frames ? 'cross-origin' : 'same-origin'),
      'cross-origin-resource-policy',
    ),
    ...wrong(header('cross-origin-opener-policy') !== 'same-origin', 'cross-origin-opener-policy'),
    ...wrong(header('x-content-type-options') !== 'nosniff', 'nosniff'),
    ...wrong(!/^(same-origin|no-referrer)$/.test(header('referrer-policy')), 'referrer-policy'),
    ...wrong(
      !/camera=\(\).*geolocation=\(\).*microphone=\(\)/.test(header('permissions-policy')),
      'permissions-policy',
    ),
    ...wrong(
      !options.kept && !/no-store|no-cache/.test(header('cache-control')),
      `may be kept: ${header('cache-control')}`,
    ),
    ...wrong(header('x-powered-by') !== '' || header('server') !== '', 'says what it runs on'),
  ]
}

const at = (asker: Asker, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  asker.ask(method, `http://heed.example${path}`, body, headers)

test('every route, whether it lets somebody in or not, answers with the whole set of headers', async () => {
  const wrong: string[] = []
  for (const route of world.heed.routes)
    for (const asker of [world.stranger, maren]) {
      // Neither the workspace nor the sign-in of whoever asks may be gone half-way.
      if (route.method === 'delete' && ['/workspace', '/account/sessions'].includes(route.path)) continue
      const address = routePath(route).replaceAll(/:(\w+)/g, newId())
      const answer = await at(asker, route.method.toUpperCase(), address, route.method === 'get' ? undefined : {})
      if (answer.headers.get('content-disposition') === null && answer.headers.get('cache-control') !== 'no-store')
        wrong.push(`${route.method} ${address}: may be kept`)
      wrong.push(...troubles(answer).map((trouble) => `${route.method} ${address} ${answer.status}: ${trouble}`))
    }
  assert.deepEqual(wrong, [])
})

test('so does every page, every file, and what is not there at all', async () => {
  const app = await at(world.stranger, 'GET', '/')
  assert.match(app.headers.get('content-type')!, /text\/html/)
  const files = [...app.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]!)
  assert.ok(files.length >= 3)
  for (const path of ['/', '/welcome', '/sign-in', `/w/${maren.workspaceId}/today`, ...files, '/manifest.webmanifest'])
    assert.deepEqual(troubles(await at(world.stranger, 'GET', path), { kept: path.startsWith('/assets/') }), [], path)
  for (const path of [
    '/healthz',
    '/readyz',
    '/metrics',
    '/api/v1/openapi.json',
    '/api/nothing',
    '/assets/nothing.js',
    '/api/auth/get-session',
    `/h/${heard}`,
    '/h/torn',
    `/s/${survey}`,
    '/s/nothing',
    '/s/nothing?embed=true',
  ])
    assert.deepEqual(
      troubles(await at(world.stranger, 'GET', path), path.endsWith('embed=true') ? { frames: "'none'" } : {}).filter(
        (trouble) => !path.endsWith('embed=true') || !/frame|resource/.test(trouble),
      ),
      [],
      path,
    )
  const filed = /href="(\/s\/files\/[^"]+)"/.exec((await at(world.stranger, 'GET', `/s/${survey}`)).text)![1]!
  assert.deepEqual(troubles(await at(world.stranger, 'GET', filed), { kept: true }), [])
  assert.equal((await at(maren, 'GET', `/s/${survey}`)).status, 200)
  assert.equal((await at(world.stranger, 'GET', `/h/${heard}`)).status, 200)
})

test('no page of ours holds inline script, inline style it did not announce, or handlers', async () => {
  for (const path of ['/', `/s/${survey}`, `/s/${survey}?embed=true`, `/h/${heard}`]) {
    const { text, headers } = await at(world.stranger, 'GET', path)
    assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)[^>]*>\s*\S|\son\w+="|\sstyle="|javascript:/i, path)
    if (/<style/.test(text)) assert.match(headers.get('content-security-policy')!, /style-src 'sha256-/)
  }
})

test('a survey is framed only where its owner named the site, and the app nowhere', async () => {
  assert.deepEqual(
    troubles(await at(world.stranger, 'GET', `/s/${survey}?embed=true`), {
      frames: 'https://shop.example https://www.shop.example',
    }),
    [],
  )
  assert.deepEqual(troubles(await at(world.stranger, 'GET', `/s/${survey}`)), [])
  assert.deepEqual(troubles(await at(world.stranger, 'GET', `/s/${framed}?embed=true`)), [])
  assert.deepEqual(troubles(await at(maren, 'GET', `/w/${maren.workspaceId}/today?embed=true`)), [])
})

test('behind TLS browsers are told to stay there, and cookies never travel without it', async () => {
  const owner = await secure.owner()
  const made = await at(secure.stranger, 'POST', '/api/v1/sign-in', {
    email: owner.who.email,
    password: PASSWORD,
  })
  assert.equal(made.status, 200, made.text)
  const cookies = made.headers.getSetCookie()
  assert.ok(cookies.length > 0)
  for (const cookie of cookies) {
    assert.match(cookie, /^__(Secure|Host)-heed\./)
    assert.match(cookie, /; ?Secure/i)
    assert.match(cookie, /; ?HttpOnly/i)
    assert.match(cookie, /; ?SameSite=Lax/i)
    assert.doesNotMatch(cookie, /Domain=/i)
  }
  for (const path of ['/', '/api/v1/me', '/healthz', '/s/nothing', '/api/nothing'])
    assert.equal(
      (await at(secure.stranger, 'GET', path)).headers.get('strict-transport-security'),
      'max-age=31536000',
      path,
    )
  // Without TLS the header would be ignored at best.
  assert.equal((await at(world.stranger, 'GET', '/')).headers.get('strict-transport-security'), null)
})

test('without TLS, on a shop’s own machine, cookies are still closed to script and to other sites', async () => {
  const made = await at(world.stranger, 'POST', '/api/v1/sign-in', {
    email: maren.who.email,
    password: PASSWORD,
  })
  for (const cookie of made.headers.getSetCookie())
    assert.match(cookie, /HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i)
})

const FOREIGN: [string, Record<string, string>][] = [
  ['an origin elsewhere', { origin: 'https://evil.example' }],
  ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['a browser that says cross-site and hides where', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
  ['a neighbouring subdomain', { 'sec-fetch-site': 'same-site', origin: 'https://other.heed.example' }],
]

test('nothing that changes anything is done because another site asked for it, on any route', async () => {
  const wrong: string[] = []
  for (const route of world.heed.routes.filter((one) => one.method !== 'get'))
    for (const [what, headers] of FOREIGN)
      for (const asker of [maren, world.stranger]) {
        const answer = await at(
          asker,
          route.method.toUpperCase(),
          routePath(route).replaceAll(/:(\w+)/g, newId()),
          {},
          headers,
        )
        if (answer.status !== 403 || answer.body.code !== 'foreign_origin')
          wrong.push(`${route.method} ${route.path} from ${what}: ${answer.status}`)
      }
  assert.deepEqual(wrong, [])
  for (const [what, headers] of FOREIGN) {
    const signIn = { email: maren.who.email, password: PASSWORD }
    const answer = await at(world.stranger, 'POST', '/api/v1/sign-in', signIn, headers)
    assert.equal(answer.status, 403, `sign-in from ${what}`)
    assert.equal((await at(maren, 'POST', '/api/auth/sign-out', {}, headers)).status, 403, `sign-out from ${what}`)
  }
  assert.equal((await maren.get('/workspace')).body.name, 'Linden & Rye')
})

test('what our own pages send is taken, from every kind of browser', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const headers of [
    { 'sec-fetch-site': 'same-origin', origin: 'http://heed.example' },
    { origin: 'http://heed.example' },
    { 'sec-fetch-site': 'none' },
    {},
  ]) {
    const given = Object.fromEntries(Object.entries(headers))
    assert.equal((await maren.ask('PATCH', '/workspace', { name: 'Linden & Rye' }, given)).status, 200)
    assert.ok((await at(world.stranger, 'POST', `/s/${survey}`, 'move=next', { ...form, ...given })).status < 500)
  }
  // The felt-heard page keeps its address to itself, so its form says that it comes from nowhere.
  for (const headers of [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, { origin: 'null' }]) {
    const given = Object.fromEntries(Object.entries(headers))
    assert.equal((await at(world.stranger, 'POST', `/h/${heard}`, 'answer=yes', { ...form, ...given })).status, 200)
  }
})

test('a key needs no such care: no other site can send it', async () => {
  const { body } = await maren.post('/keys', { name: 'till' })
  const answer = await world.stranger.ask(
    'POST',
    '/voices',
    { text: 'The rye was warm.' },
    {
      authorization: `Bearer ${body.key}`,
      origin: 'https://shop.example',
    },
  )
  assert.equal(answer.status, 201)
})

test('whoever guessed too often is told in the headers, too, when to come back', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () =>
      at(world.stranger, 'POST', '/api/v1/sign-in', { email: 'slow@lindenrye.example', password: 'a wild guess' }),
    ),
  )
  const slowed = guesses.filter(({ status }) => status === 429)
  assert.ok(slowed.length > 0)
  for (const { headers, body } of slowed) assert.equal(headers.get('retry-after'), body.errors[0].reason)
})

test('figures of the machine are for the machine alone, or for whoever has the token', async () => {
  const open = async (world_: typeof world, headers: Record<string, string> = {}) =>
    (await at(world_.stranger, 'GET', '/metrics', undefined, headers)).status
  assert.equal(await open(world), 200)
  for (const address of ['203.0.113.7', '10.0.0.2', '127.0.0.1'])
    assert.equal(await open(world, { 'x-forwarded-for': address }), 404, 'what a proxy passed on comes from elsewhere')
  assert.equal(await open(world, { forwarded: 'for=127.0.0.1' }), 404)
  const token = 'figures for the office'.replaceAll(' ', '-')
  const measured = await openWorld(after, { work: false, env: { HEED_METRICS_TOKEN: token } })
  assert.equal(await open(measured), 404)
  assert.equal(await open(measured, { authorization: `Bearer ${token.slice(1)}` }), 404)
  assert.equal(await open(measured, { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.7' }), 200)
})
