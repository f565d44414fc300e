/** The record of processing activities: made from what the code declares and how Heed is set up, never from a list beside it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { CAST, openWorld } from '#test/world'
import { aboutThem } from '../server/trust/processing/processing.ts'
import { holdings, processings } from '../server/app.ts'

const world = await openWorld(after, {
  env: { SMTP_URL: 'smtp://letters.example:25', HEED_URL: 'https://heed.example' },
})
const maren = await world.owner()
const record = async () => {
  const answer = await maren.get('/processing')
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}
const measure = async (key: string) => (await record()).measures.find((one: { key: string }) => one.key === key)

test('what is declared to the person is said of them, in good English', () => {
  for (const { what, words } of holdings)
    for (const said of [what, ...Object.values(words ?? {})].map(aboutThem)) {
      assert.doesNotMatch(said, /\byou(r|rs)?\b/i, said)
      assert.doesNotMatch(said, /\b(for|of|to|about|from|with|by|leave|ask|asked|told|give|gave|let) they\b/, said)
    }
  assert.equal(aboutThem('addresses of yours that no longer work'), 'addresses of theirs that no longer work')
  assert.equal(aboutThem('since when machines leave you alone'), 'since when machines leave them alone')
  assert.equal(aboutThem('what you said'), 'what they said')
})

test('every table that keeps anything about anybody stands in the record, and each part of Heed says why', async () => {
  const { activities } = await record()
  const listed = new Set(activities.flatMap((one: { data: { what: string }[] }) => one.data.map(({ what }) => what)))
  const kept = holdings.filter(({ personal, nobody, team }) => personal.length > 0 && (nobody === undefined || team))
  assert.ok(kept.length > 30)
  assert.deepEqual(
    kept.map(({ what }) => aboutThem(what)).filter((what) => !listed.has(what.charAt(0).toUpperCase() + what.slice(1))),
    [],
  )
  const capabilities = new Set(processings.map(({ capability }) => capability))
  assert.deepEqual(
    kept.map(({ table }) => table.split('.')[0]!).filter((one) => !capabilities.has(one)),
    [],
  )
})

test('people, recipients, times and protection follow how Heed is set up, at once', async () => {
  await maren.post('/voices', { text: 'Good bread', person: { name: 'Ada Brandt', email: 'ada@brandt.example' } })
  await maren.post('/persons', {
    kind: 'supplier',
    name: 'Mill',
    identities: [{ kind: 'email', value: 'a@mill.example' }],
  })
  const before = await record()
  assert.deepEqual(
    before.people.map((one: { who: string; count: number | null }) => [one.who, one.count]),
    [
      ['Customers', 1],
      ['Suppliers', 1],
      ['People who wrote without leaving a name', null],
      ['People who work with Heed', 1],
    ],
  )
  const until = async (what: string) =>
    (await record()).activities
      .flatMap((one: { data: { what: string; until: string }[] }) => one.data)
      .find((one: { what: string }) => one.what === what).until
  assert.match(await until('What they said'), /until somebody deletes it/)
  await maren.put('/retention/voices', { months: 36 })
  assert.equal(await until('What they said'), '3 years')
  assert.match(await until('What a machine read in their words; goes with them'), /goes with “What people said”/)

  const who = async () => (await record()).recipients.map((one: { who: string }) => one.who)
  assert.deepEqual(await who(), ['People who work here', 'Mail server letters.example'])
  const { body: key } = await maren.post('/keys', { name: 'till', scopes: ['listen'] })
  assert.ok((await who()).includes('A program called “till”'))
  await maren.delete(`/keys/${key.id}`)
  assert.ok(!(await who()).includes('A program called “till”'))

  assert.equal((await measure('fences')).on, true)
  assert.equal((await measure('tls')).on, true)
  assert.deepEqual([(await measure('two_step')).on, (await measure('restoring')).on], [false, false])
  assert.match((await measure('audit')).says, /\d+ entries/)
  await maren.put('/automations/understand.read/state', { state: 'off' })
  const machines = (await record()).activities.find((one: { key: string }) => one.key === 'understand').machines
  assert.ok(machines.some((one: { state: string }) => one.state === 'off'))
})

const OWN = { controller: 'Linden & Rye <Ltd>, 1 Mill Lane', contact: 'maren@lindenrye.example', officer: '' }

test('only an owner fills the boxes; a manager reads the record; the page holds all of it and runs nothing', async () => {
  const yusuf = await world.member(maren, 'manager', CAST.yusuf)
  const tom = await world.member(maren, 'teammate')
  assert.equal((await yusuf.put('/processing', OWN)).status, 403)
  assert.equal((await tom.get('/processing')).status, 403)
  const saved = await maren.put('/processing', OWN)
  assert.equal(saved.status, 200, saved.text)
  assert.deepEqual([saved.body.own.controller, saved.body.changedBy], [OWN.controller, 'Maren Lind'])
  assert.equal((await yusuf.get('/processing')).body.own.contact, OWN.contact)
  assert.equal((await maren.put('/processing', { ...OWN, controller: 'x'.repeat(2001) })).status, 400)

  const file = await yusuf.get('/processing/page')
  assert.match(file.headers.get('content-disposition')!, /attachment; filename="record-of-processing-[\d-]+\.html"/)
  assert.match(file.text, /Linden &amp; Rye &lt;Ltd&gt;, 1 Mill Lane/)
  assert.doesNotMatch(file.text, /<script|javascript:|https?:\/\//)
  for (const said of ['What they said', '3 years', 'letters.example', 'not filled in yet', 'row-level security'])
    assert.ok(file.text.includes(said), said)
  const page = await yusuf.get('/processing/page?as=page')
  assert.equal(page.headers.get('content-disposition'), null)
  assert.match(page.headers.get('content-security-policy')!, /default-src 'none'; style-src 'sha256-/)
})

test('another workspace has a record of its own', async () => {
  const other = await world.owner('Another bakery')
  assert.deepEqual((await other.get('/processing')).body.own.controller, '')
})
