/** Consent from end to end: over HTTP, with real mail, and as the scanners and mail programs of this world behave. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { appConnection } from '#platform'
import { actingIn, mayContact, preferenceLink, recordConsent, unsubscribeHeaders } from '#trust'
import { openWorld, type Asker } from '#test/world'

const letters: { to: string; text: string }[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    let text = ''
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
    stream.on('end', () => {
      letters.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text: plain(text) })
      done()
    })
  },
})
await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
const port = (smtp.server.address() as { port: number }).port
const world = await openWorld(after, {
  env: { SMTP_URL: `smtp://127.0.0.1:${port}`, HEED_URL: 'https://heed.example' },
})
after(async () => new Promise<void>((resolve) => void smtp.close(() => resolve())))

const NOON = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 43_200_000)
const atNoon = (days = 0) => world.travel(new Date(NOON.getTime() + days * 86_400_000))
before(() => atNoon())

/** Undoes quoted-printable, so that a link is one piece again. */
function plain(text: string): string {
  const joined = text.replaceAll('=\r\n', '').replaceAll(/:\r\n (?=<)/g, ': ')
  return Buffer.from(
    joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
}

async function letterTo(to: string, about: RegExp, from = 0): Promise<string> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = letters.slice(from).find((letter) => letter.to === to && about.test(letter.text))
    if (found) return found.text
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no letter to ${to} about ${about}; there are ${letters.map((one) => one.to).join(', ') || 'none'}`)
}

async function person(of: Asker, change: object = {}): Promise<string> {
  const made = await of.post('/persons', {
    name: 'Ada Brandt',
    identities: [{ kind: 'email', value: `ada${Math.random().toString(36).slice(2)}@brandt.example` }],
    ...change,
  })
  assert.equal(made.status, 201, made.text)
  return made.body.id
}

const pathOf = (link: string): string => `=${new URL(link).pathname}`
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const press = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  world.stranger.ask('POST', path, new URLSearchParams(fields).toString(), { ...form, ...headers })
const look = (path: string, headers: Record<string, string> = {}) => world.stranger.ask('GET', path, undefined, headers)
const stateOf = async (of: Asker, id: string, purpose: string, channel = 'email'): Promise<string> => {
  const { body } = await of.get(`/persons/${id}/consent`)
  return body.purposes
    .find((row: { key: string }) => row.key === purpose)
    .channels.find((row: { channel: string }) => row.channel === channel).state
}
const agree = (of: Asker, id: string, change: object = {}) =>
  of.post(`/persons/${id}/consent`, {
    purpose: 'news',
    channel: 'email',
    act: 'given',
    language: 'en',
    version: 1,
    ...change,
  })
const may = (of: Asker, personId: string, purpose: string, channel: 'email' | 'phone' = 'email') =>
  mayContact(world.app, of.workspaceId, { personId, purpose, channel, asker: 'a test' })
/** What a browser would send: every box as it stands on the page, with what lies hidden beside it. */
function boxesOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g))
    fields[name!] = value!
  for (const [, name] of html.matchAll(/<input type="checkbox" name="([^"]+)" value="on" checked>/g))
    fields[name!] = 'on'
  return fields
}

test('a yes on the phone is written down with the words read out, and confirmed by the address before it counts', async () => {
  const maren = await world.owner()
  const email = 'ada@brandt.example'
  const id = await person(maren, { identities: [{ kind: 'email', value: email }] })
  assert.equal((await may(maren, id, 'news')).reason, 'not_agreed')
  const { body } = await agree(maren, id, { note: 'asked at the counter' })
  assert.deepEqual(
    [body.history[0].act, body.history[0].by, body.history[0].version, body.history[0].way],
    ['given', 'Maren Lind', 1, 'team'],
  )
  assert.match(body.history[0].shown, /I would like to receive news/)
  assert.equal((await may(maren, id, 'news')).reason, 'unconfirmed')
  const letter = await letterTo(email, /Please confirm/)
  const link = /https:\/\/heed\.example\/c\/[\w-]+/.exec(letter)![0]
  assert.match(letter, /I would like to receive news/)

  const shown = await look(pathOf(link))
  assert.equal(shown.status, 200)
  assert.match(shown.text, /<button/)
  for (const _ of [1, 2, 3]) await look(pathOf(link), { 'user-agent': 'scanner' })
  assert.equal(await stateOf(maren, id, 'news'), 'unconfirmed')

  const pressed = await press(pathOf(link))
  assert.equal(pressed.status, 200)
  assert.equal(await stateOf(maren, id, 'news'), 'agreed')
  assert.equal((await may(maren, id, 'news')).reason, 'agreed')
  assert.match(pressed.text, /\/p\//)
  const again = await press(pathOf(link))
  assert.equal(again.status, 200)
  assert.doesNotMatch(again.text, /\/p\/[\w-]{40}/)
  const { history } = (await maren.get(`/persons/${id}/consent`)).body
  assert.deepEqual(
    history.map((row: { act: string }) => row.act),
    ['confirmed', 'given'],
  )
})

test('a yes taken back is not brought back by the mail that still lies there, and an old one runs out', async () => {
  const maren = await world.owner()
  const email = 'yusuf@brandt.example'
  const id = await person(maren, { name: 'Yusuf Brandt', identities: [{ kind: 'email', value: email }] })
  await agree(maren, id)
  const link = /https:\/\/heed\.example\/c\/[\w-]+/.exec(await letterTo(email, /confirm/))![0]
  await agree(maren, id, { act: 'withdrawn' })
  assert.equal((await press(pathOf(link))).status, 410)
  assert.equal(await stateOf(maren, id, 'news'), 'withdrawn')

  const other = await person(maren, { identities: [{ kind: 'email', value: 'late@brandt.example' }] })
  await agree(maren, other)
  const late = /https:\/\/heed\.example\/c\/[\w-]+/.exec(await letterTo('late@brandt.example', /confirm/))![0]
  atNoon(15)
  assert.equal((await press(pathOf(late))).status, 410)
  atNoon()
  assert.equal(await stateOf(maren, other, 'news'), 'unconfirmed')
})

test('the record is never rewritten, not even by Heed itself; only what names somebody can be emptied', async () => {
  const maren = await world.owner()
  const id = await person(maren)
  await agree(maren, id)
  const client = new pg.Client(appConnection(world.app.db.source))
  await client.connect()
  const run = async (text: string) => {
    await client.query('begin')
    await client.query(`select set_config('heed.workspace', $1, true)`, [maren.workspaceId])
    try {
      return (await client.query(text)).rowCount
    } finally {
      await client.query('rollback')
    }
  }
  await assert.rejects(run(`update trust.consent set act = 'withdrawn'`), /never rewritten/)
  await assert.rejects(run(`update trust.consent set at = now()`), /never rewritten/)
  await assert.rejects(run(`update trust.consent set by_name = 'Somebody else'`), /never rewritten/)
  await assert.rejects(run(`update trust.wording set text = 'x'`), /never rewritten/)
  assert.equal(await run(`update trust.consent set by_name = '', note = '', address = null, source = null`), 1)
  await client.end()
})

test('new words are a new version; what was agreed to keeps the old one', async () => {
  const maren = await world.owner()
  const id = await person(maren)
  await agree(maren, id)
  const { body } = await maren.post('/consent/purposes/news/wordings', {
    language: 'en',
    title: 'News and offers',
    text: 'Send me what is fresh, at most once a week.',
  })
  assert.deepEqual(
    body.data
      .filter((row: { language: string }) => row.language === 'en')
      .map((row: { version: number }) => row.version),
    [2, 1],
  )
  await agree(maren, id, { version: 2 })
  const { history } = (await maren.get(`/persons/${id}/consent`)).body
  assert.deepEqual(
    history.map((row: { version: number; shown: string }) => [row.version, row.shown.slice(0, 12)]),
    [
      [2, 'Send me what'],
      [1, 'I would like'],
    ],
  )
  assert.equal((await agree(maren, id, { version: 9 })).body.code, 'wording_not_found')
  const tom = await world.member(maren, 'teammate')
  assert.equal(
    (await tom.post('/consent/purposes/news/wordings', { language: 'en', title: 'x', text: 'y' })).status,
    403,
  )
})

test('a purpose keeps to the law: news take a yes, and an interest takes its weighing in words', async () => {
  const maren = await world.owner()
  assert.equal((await maren.patch('/consent/purposes/news', { basis: 'contract' })).status, 400)
  assert.equal((await maren.patch('/consent/purposes/surveys', { note: '  ' })).status, 400)
  const added = await maren.post('/consent/purposes', {
    key: 'events',
    basis: 'consent',
    channels: ['email'],
    title: 'Evenings in the shop',
    text: 'Invite me when there is something on.',
  })
  assert.equal(added.status, 201, added.text)
  assert.equal(
    (await maren.post('/consent/purposes', { ...added.body, title: 'x', text: 'y' })).body.code,
    'purpose_taken',
  )
  const id = await person(maren)
  assert.equal((await may(maren, id, 'events')).reason, 'not_agreed')
  await maren.patch('/consent/purposes/events', { retired: true })
  assert.equal((await may(maren, id, 'events')).reason, 'purpose_over')
})

test('every answer is kept with its reason, the newest first, and only looking keeps nothing', async () => {
  const maren = await world.owner()
  const id = await person(maren)
  await maren.get(`/persons/${id}/contact?purpose=news&channel=email`)
  await may(maren, id, 'news')
  await may(maren, id, 'answers')
  const all = (await maren.get('/consent/answers')).body.data
  assert.deepEqual(
    all.map((row: any) => [row.personName, row.purpose, row.answer, row.reason, row.asker]),
    [
      ['Ada Brandt', 'answers', true, 'contract', 'a test'],
      ['Ada Brandt', 'news', false, 'not_agreed', 'a test'],
    ],
  )
  assert.match(all[1].words, /Ada Brandt has not agreed to “News and offers” by e-mail/)
  assert.equal((await maren.get('/consent/answers?answer=no')).body.data.length, 1)
  const first = (await maren.get('/consent/answers?limit=1')).body
  const second = (await maren.get(`/consent/answers?limit=1&cursor=${first.meta.nextCursor}`)).body
  assert.equal(second.data[0].reason, 'not_agreed')
})

test('nobody is asked how it was while a complaint of theirs is open, and neither at night', async () => {
  const maren = await world.owner()
  const said = await maren.post('/voices', {
    text: 'Terrible. The bread was stale again and nobody answered me. I am very disappointed.',
    person: { name: 'Ada Brandt', email: 'ada@waits.example' },
    score: { kind: 'star', value: 1 },
  })
  await world.settled()
  const caseId = (await maren.post(`/voices/${said.body.data[0].id}/case`)).body.data.id
  const id = (await maren.get('/persons?q=ada@waits.example')).body.data[0].id
  const no = await may(maren, id, 'surveys')
  assert.deepEqual(
    [no.reason, no.words],
    ['complaint_open', 'Ada Brandt still waits for an answer to a complaint. First that, then questions.'],
  )
  await maren.put(`/cases/${caseId}/resolution`, { cause: 'Stale bread', done: 'Sent a loaf', note: 'She was glad.' })
  assert.equal((await may(maren, id, 'surveys')).answer, true)
  world.travel(new Date(NOON.getTime() + 10 * 3_600_000))
  assert.equal((await may(maren, id, 'surveys')).reason, 'quiet_hours')
  const asked = await maren.post(`/cases/${caseId}/heard-question`)
  assert.deepEqual([asked.status, asked.body.mailed], [200, false])
  assert.match(asked.body.notMailed, /It is 22:00/)
  atNoon()
})

test('the question whether somebody felt heard asks at the same door: taken back is not asked, and it is kept', async () => {
  const maren = await world.owner()
  const email = 'jonas@heard.example'
  const said = await maren.post('/voices', {
    text: 'The bread was stale again and nobody answered me. I am very disappointed.',
    person: { name: 'Jonas Weil', email },
    score: { kind: 'star', value: 1 },
  })
  await world.settled()
  const caseId = (await maren.post(`/voices/${said.body.data[0].id}/case`)).body.data.id
  await maren.put(`/cases/${caseId}/resolution`, { cause: 'Stale bread', done: 'Sent a loaf', note: 'He was glad.' })
  const asked = await maren.post(`/cases/${caseId}/heard-question`)
  assert.equal(asked.body.mailed, true, asked.text)
  const letter = await letterTo(email, /feel heard/)
  assert.match(letter, /^List-Unsubscribe: <https:\/\/heed\.example\/u\/[\w-]+>\r$/m)
  assert.match(letter, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  const preferences = /https:\/\/heed\.example\/p\/[\w-]+/.exec(letter)![0]
  assert.equal((await look(pathOf(preferences))).status, 200)

  const out = /<(https:\/\/heed\.example\/u\/[\w-]+)>/.exec(letter)![1]!
  await press(pathOf(out), { 'List-Unsubscribe': 'One-Click' })
  const seen = (await maren.get(`/cases/${caseId}`)).body.heard
  assert.deepEqual(
    [seen.mayAsk, seen.whyNot],
    [false, 'Jonas Weil does not want “Whether our answer helped” by e-mail.'],
  )
  const refused = await maren.post(`/cases/${caseId}/heard-question`)
  assert.deepEqual([refused.status, refused.body.code], [409, 'may_not_contact'])
  const answers = (await maren.get('/consent/answers')).body.data
  assert.deepEqual(
    answers.map((row: any) => [row.reason, row.asker]),
    [
      ['withdrawn', 'act.heard'],
      ['legitimate_interest', 'act.heard'],
    ],
  )
})

test('one click ends one kind of mail, without cookie or redirect; looking at the address ends nothing', async () => {
  const maren = await world.owner()
  const id = await person(maren)
  const headers = unsubscribeHeaders(world.app, { workspaceId: maren.workspaceId, personId: id, purpose: 'surveys' })
  assert.equal(headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click')
  const path = pathOf(headers['List-Unsubscribe']!.slice(1, -1))

  for (const agent of ['a mail scanner', 'a link preview']) {
    const shown = await look(path, { 'user-agent': agent })
    assert.deepEqual(
      [shown.status, shown.headers.get('set-cookie'), shown.headers.get('cache-control')],
      [200, null, 'no-store'],
    )
    assert.match(shown.text, /name="List-Unsubscribe" value="One-Click"/)
  }
  assert.equal((await world.stranger.ask('HEAD', path)).status, 200)
  assert.equal(await stateOf(maren, id, 'surveys'), 'none')
  // A scanner that posts an empty form did not click either.
  assert.equal((await press(path)).status, 400)
  assert.equal(await stateOf(maren, id, 'surveys'), 'none')

  const done = await press(path, { 'List-Unsubscribe': 'One-Click' })
  assert.deepEqual([done.status, done.headers.get('location'), done.headers.get('set-cookie')], [200, null, null])
  assert.equal(await stateOf(maren, id, 'surveys'), 'withdrawn')
  assert.equal((await may(maren, id, 'surveys')).reason, 'withdrawn')
  await press(path, { 'List-Unsubscribe': 'One-Click' })
  const { history } = (await maren.get(`/persons/${id}/consent`)).body
  assert.deepEqual(
    history.map((row: { act: string; way: string }) => [row.act, row.way]),
    [['withdrawn', 'unsubscribe']],
  )
})

test('the other form that mail programs send ends it as well', async () => {
  const maren = await world.owner()
  const id = await person(maren)
  const headers = unsubscribeHeaders(world.app, { workspaceId: maren.workspaceId, personId: id, purpose: 'news' })
  const body = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
  const done = await world.stranger.ask('POST', pathOf(headers['List-Unsubscribe']!.slice(1, -1)), body, {
    'content-type': 'multipart/form-data; boundary=x',
  })
  assert.equal(done.status, 200, done.text)
  assert.equal(await stateOf(maren, id, 'news'), 'withdrawn')
})

test('on their own page a person sees and changes everything; looking changes nothing', async () => {
  const maren = await world.owner('Linden & Rye')
  const id = await person(maren)
  const path = pathOf(await preferenceLink(world.app, maren.workspaceId, id))
  const shown = await look(path)
  assert.match(shown.text, /What Linden &amp; Rye may write to you about/)
  assert.match(shown.text, /Short questions on how we did/)
  assert.match(shown.headers.get('content-security-policy')!, /default-src 'none'; style-src 'sha256-/)
  assert.doesNotMatch(shown.text, /<script|style="/)
  const boxes = boxesOf(shown.text)
  assert.deepEqual(
    Object.keys(boxes).filter((name) => name.startsWith('c.')),
    ['c.follow_up.email', 'c.surveys.email'],
  )
  assert.equal((await maren.get(`/persons/${id}/consent`)).body.history.length, 0)

  const { 'c.surveys.email': _, ...less } = boxes
  const saved = await press(path, { ...less, 'c.news.email': 'on', frequency: 'month', language: 'de', deed: 'save' })
  assert.match(saved.text, /Gespeichert/)
  assert.deepEqual(
    [await stateOf(maren, id, 'surveys'), await stateOf(maren, id, 'news'), await stateOf(maren, id, 'follow_up')],
    ['withdrawn', 'agreed', 'none'],
  )
  const { body } = await maren.get(`/persons/${id}/consent`)
  assert.deepEqual([body.frequency, body.language, body.history.length], ['month', 'de', 2])
  const given = body.history.find((row: { act: string }) => row.act === 'given')
  assert.deepEqual(
    [given.way, given.version, given.language, given.proved, given.address],
    ['preferences', 1, 'en', true, null],
  )
  assert.equal((await maren.get(`/persons/${id}`)).body.language, 'de')

  assert.equal((await may(maren, id, 'news')).answer, true)
  assert.equal((await may(maren, id, 'news')).reason, 'too_soon')
  await press(path, { deed: 'pause' })
  assert.equal((await may(maren, id, 'news')).reason, 'paused')
  assert.equal((await may(maren, id, 'answers')).answer, true)
  await press(path, { deed: 'resume' })
  await press(path, { deed: 'stop' })
  for (const purpose of ['news', 'surveys', 'follow_up', 'research'])
    assert.equal((await may(maren, id, purpose)).reason, 'withdrawn', purpose)
  assert.equal((await may(maren, id, 'answers')).answer, true)
})

test('a box that was not on the page is not taken back by silence', async () => {
  const maren = await world.owner()
  const id = await person(maren)
  const path = pathOf(await preferenceLink(world.app, maren.workspaceId, id))
  const boxes = boxesOf((await look(path)).text)
  await maren.post('/consent/purposes', {
    key: 'service',
    basis: 'legitimate_interest',
    note: 'We tell people when their bread maker is due for a check. They expect it.',
    channels: ['email'],
    title: 'Service',
    text: 'When a check is due.',
  })
  await press(path, { ...boxes, frequency: 'any', language: 'en', deed: 'save' })
  assert.equal(await stateOf(maren, id, 'service'), 'none')
  assert.equal((await may(maren, id, 'service')).answer, true)
})

test('a link can be ended, belongs to one person of one workspace, and cannot be made up', async () => {
  const maren = await world.owner()
  const other = await world.owner('Another bakery')
  const id = await person(maren)
  const path = pathOf(await preferenceLink(world.app, maren.workspaceId, id))
  const foreign = pathOf(await preferenceLink(world.app, other.workspaceId, id))
  assert.equal((await look(foreign)).status, 404)
  assert.equal((await look(`${path}x`)).status, 404)
  assert.equal((await look('=/p/nothing')).status, 404)
  assert.equal((await maren.delete(`/persons/${id}/preference-link`)).status, 204)
  assert.equal((await look(path)).status, 410)
  assert.equal((await press(path, { deed: 'stop' })).status, 410)
  assert.equal(await stateOf(maren, id, 'surveys'), 'none')
  const fresh = (await maren.post(`/persons/${id}/preference-link`)).body.link
  assert.equal((await look(pathOf(fresh))).status, 200)
})

test('who asks for their link is answered the same whether the address is known or not', async () => {
  const maren = await world.owner()
  await person(maren, { identities: [{ kind: 'email', value: 'known@brandt.example' }] })
  const path = `=/p/for/${maren.workspaceId}`
  assert.equal((await look(path)).status, 200)
  const from = letters.length
  const known = await press(path, { email: 'Known@Brandt.example' })
  const unknown = await press(path, { email: 'unknown@brandt.example' })
  const shape = (answer: typeof known) => [
    answer.status,
    answer.text,
    [...answer.headers].filter(([name]) => name !== 'date').map(String),
  ]
  assert.deepEqual(shape(known), shape(unknown))
  const letter = await letterTo('known@brandt.example', /Your choices/, from)
  const link = /https:\/\/heed\.example\/p\/[\w-]+/.exec(letter)![0]
  assert.equal((await look(pathOf(link))).status, 200)
  // Once the job for the unknown one is through as well, no address is left lying about.
  for (let tries = 0, left = 1; left > 0; tries += 1) {
    left = await addressesLeft(maren)
    assert.ok(tries < 300, 'an address is still kept')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.equal(letters.slice(from).filter((one) => one.to === 'unknown@brandt.example').length, 0)
  assert.equal((await look('=/p/for/0198c0de-0000-7000-8000-000000000001')).status, 404)
  assert.equal((await press(path, { email: 'nonsense' })).status, 400)
})

async function addressesLeft(of: Asker): Promise<number> {
  const client = new pg.Client({ ...world.app.db.source.owner })
  await client.connect()
  const { rows } = await client.query(
    'select count(*)::int as n from trust.link_request where workspace_id = $1 and email is not null',
    [of.workspaceId],
  )
  await client.end()
  return rows[0].n
}

test('an address that came back is not written to again; another one of the same person is', async () => {
  const maren = await world.owner()
  const id = await person(maren, { identities: [{ kind: 'email', value: 'gone@brandt.example' }] })
  await maren.post(`/persons/${id}/bounces`, { channel: 'email', address: 'Gone@brandt.example', why: '550' })
  assert.equal((await may(maren, id, 'surveys')).reason, 'bounced')
  await maren.patch(`/persons/${id}`, { identities: [{ kind: 'email', value: 'new@brandt.example' }] })
  assert.equal((await may(maren, id, 'surveys')).answer, true)
  const nobody = await person(maren, { identities: [] })
  assert.equal((await may(maren, nobody, 'surveys')).reason, 'no_address')
})

test('two records of one human being are one: what either said counts for both', async () => {
  const maren = await world.owner()
  const one = await person(maren)
  const two = await person(maren)
  await agree(maren, two, { purpose: 'surveys', act: 'withdrawn' })
  await maren.put(`/persons/${two}/merge`, { into: one })
  assert.equal((await may(maren, one, 'surveys')).reason, 'withdrawn')
})

test('two sends that ask at the same moment do not both get a yes from one who wants one a month', async () => {
  const maren = await world.owner()
  const id = await person(maren)
  const path = pathOf(await preferenceLink(world.app, maren.workspaceId, id))
  await press(path, { ...boxesOf((await look(path)).text), frequency: 'month', language: 'en', deed: 'save' })
  const answers = await Promise.all([1, 2, 3, 4].map(() => may(maren, id, 'surveys')))
  assert.equal(answers.filter(({ answer }) => answer).length, 1)
})

test('where somebody came from is kept only if the workspace chose so', async () => {
  const maren = await world.owner()
  const id = await person(maren)
  const write = (address: string) =>
    world.app.db.inWorkspace(maren.workspaceId, (tx) =>
      recordConsent(world.app, tx, maren.workspaceId, {
        personId: id,
        purpose: 'research',
        channel: 'email',
        act: 'given',
        way: 'api',
        proved: true,
        address,
      }),
    )
  await write('192.0.2.1')
  const rules = (await maren.get('/consent/rules')).body
  await maren.put('/consent/rules', { ...rules, keepAddress: true })
  await write('192.0.2.2')
  const { history } = (await maren.get(`/persons/${id}/consent`)).body
  assert.deepEqual(
    history.map((row: { address: string | null }) => row.address),
    ['192.0.2.2', null],
  )
  assert.equal(actingIn(maren.workspaceId).workspaceId, maren.workspaceId)
})

test('a sentence agreed to in a survey is a consent, with the very words, once, and confirmed by mail', async () => {
  const maren = await world.owner()
  const made = await maren.post('/surveys', {
    name: 'After a visit',
    definition: {
      languages: ['en'],
      questions: [
        { id: 'ok', kind: 'consent', text: { en: 'Write to me when there is new bread.' }, purpose: 'news' },
        { id: 'mail', kind: 'text', input: 'email', text: { en: 'Your address' } },
      ],
    },
  })
  assert.equal(made.status, 201, made.text)
  const survey = made.body.id
  const given = { key: 'one', answers: { ok: true, mail: 'ines@survey.example' } }
  for (const _ of [1, 2]) {
    const kept = await maren.post(`/surveys/${survey}/responses`, { responses: [given] })
    assert.ok(kept.status < 300, kept.text)
  }
  await maren.post(`/surveys/${survey}/responses`, {
    responses: [{ key: 'two', answers: { ok: false, mail: 'no@survey.example' } }],
  })
  const id = (await maren.get('/persons?q=ines@survey.example')).body.data[0].id
  const { history } = (await maren.get(`/persons/${id}/consent`)).body
  assert.deepEqual(
    history.map((row: any) => [row.purpose, row.act, row.way, row.shown]),
    [['news', 'given', 'survey', 'Write to me when there is new bread.']],
  )
  assert.equal(await stateOf(maren, id, 'news'), 'unconfirmed')
  await letterTo('ines@survey.example', /Please confirm/)
  const not = (await maren.get('/persons?q=no@survey.example')).body.data[0].id
  assert.equal((await maren.get(`/persons/${not}/consent`)).body.history.length, 0)
})

test('no more than ten links may be asked for at once from one network address', async () => {
  const maren = await world.owner()
  const proxied = await openWorld(after, {
    work: false,
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, HEED_TRUST_PROXY: 'on' },
  })
  const own = await proxied.owner()
  const ask = (address: string, n: number) =>
    proxied.stranger.ask('POST', `=/p/for/${own.workspaceId}`, `email=a${n}@brandt.example`, {
      ...form,
      'x-forwarded-for': address,
    })
  const statuses: number[] = []
  for (let n = 0; n < 12; n += 1) statuses.push((await ask('203.0.113.9', n)).status)
  assert.deepEqual([statuses.filter((one) => one === 200).length, statuses.at(-1)], [10, 429])
  assert.equal((await ask('203.0.113.10', 1)).status, 200)
  assert.ok(maren.workspaceId)
})

test('from their own page a person asks for their data, objects, and is asked once before being erased', async () => {
  const maren = await world.owner()
  const id = await person(maren)
  const path = pathOf(await preferenceLink(world.app, maren.workspaceId, id))
  assert.match((await press(path, { deed: 'export' })).text, /We have your request/)
  assert.equal((await may(maren, id, 'surveys')).answer, true)
  assert.match((await press(path, { deed: 'object' })).text, /No more advertising/)
  assert.equal((await may(maren, id, 'surveys')).reason, 'objected')
  assert.match((await press(path, { deed: 'erase' })).text, /Do you want us to erase everything/)
  assert.match((await press(path, { deed: 'erase-sure' })).text, /We have your request/)
  await press(path, { deed: 'freeze' })
  assert.equal((await may(maren, id, 'answers')).reason, 'frozen')
  const client = new pg.Client({ ...world.app.db.source.owner })
  await client.connect()
  const { rows } = await client.query(
    'select kind, state, via, proved_by from trust.request where workspace_id = $1 order by kind',
    [maren.workspaceId],
  )
  await client.end()
  assert.deepEqual(
    rows.map((row) => [row.kind, row.state, row.via, row.proved_by]),
    [
      ['erasure', 'open', 'preferences', 'signed_link'],
      ['export', 'open', 'preferences', 'signed_link'],
      ['objection', 'done', 'preferences', 'signed_link'],
      ['restriction', 'done', 'preferences', 'signed_link'],
    ],
  )
})
