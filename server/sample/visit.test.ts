import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { Tx } from '#platform'
import { eventually } from '#test/eventually'
import { openWorld, type Answer, type World } from '#test/world'
import { holdings } from '../app.ts'

const world = await openWorld(after)

const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

/** Whoever came in by this answer, as somebody who can ask on. */
const guestOf = (from: World, answer: Answer) => {
  const headers = { cookie: cookieOf(answer), 'heed-workspace': String(answer.body.workspaceId) }
  const ask = (method: string, path: string, body?: unknown) => from.stranger.ask(method, path, body, headers)
  return { ask, get: (path: string) => ask('GET', path), workspaceId: String(answer.body.workspaceId) }
}

/** Accounts and what stands above all workspaces have none. */
const hasWorkspace = async (tx: Tx, table: string): Promise<boolean> =>
  (
    await sql`select 1 from pg_attribute where attrelid = ${table}::regclass and attname = 'workspace_id' and not attisdropped`.execute(
      tx,
    )
  ).rows.length > 0

const rowsLeft = async (workspaceId: string): Promise<string[]> =>
  world.app.db.inWorkspace(workspaceId, async (tx) => {
    const left: string[] = []
    for (const { table } of holdings) {
      if (!(await hasWorkspace(tx, table))) continue
      const { rows } = await sql`select 1 from ${sql.table(table)} where workspace_id = ${workspaceId} limit 1`.execute(
        tx,
      )
      if (rows.length > 0) left.push(table)
    }
    return left
  })

const firstRun = {
  name: 'Maren Lind',
  email: 'maren@lindenrye.example',
  password: 'bread and butter',
  workspace: 'Rye',
}

test('on a fresh installation a stranger steps into a business that has been heard, read and answered', async () => {
  const entered = await world.stranger.post('/sample/visit', {})
  assert.equal(entered.status, 200, entered.text)
  const guest = guestOf(world, entered)
  await world.settled()

  const me = (await guest.get('/me')).body
  assert.equal(me.account.name, 'Guest')
  assert.equal(me.firstRun, true, 'nobody has set Heed up yet')
  assert.deepEqual(
    me.memberships.map((one: { isSample: boolean }) => one.isSample),
    [true],
  )

  const counts = await world.app.db.inWorkspace(guest.workspaceId, async (tx) => {
    const { rows } = await sql<{ voices: number; crises: number; read: number; failed: number; answered: number }>`
      select (select count(*) from listen.voice where workspace_id = platform.workspace()) as voices,
        (select count(*) from listen.voice where workspace_id = platform.workspace() and crisis) as crises,
        (select count(*) from understand.reading where workspace_id = platform.workspace()) as read,
        (select count(*) from understand.reading where workspace_id = platform.workspace() and failed is not null) as failed,
        (select count(*) from listen.voice where workspace_id = platform.workspace() and response_id is not null) as answered`.execute(
      tx,
    )
    return rows[0]!
  })
  assert.ok(counts.voices >= 2_500, `${counts.voices} voices`)
  // What may speak of danger is for few eyes and is never read for feelings.
  assert.equal(counts.read + counts.crises, counts.voices)
  assert.ok(counts.crises <= 20, `${counts.crises} taken for emergencies`)
  assert.equal(counts.failed, 0)
  assert.ok(counts.answered >= 1_500, `${counts.answered} answers to surveys`)

  const surveys = (await guest.get('/surveys')).body.data
  assert.equal(surveys.length, 4)
  for (const survey of surveys) {
    const results = (await guest.get(`/surveys/${survey.id}/results`)).body
    assert.equal(results.finished, survey.finished)
    assert.ok(
      results.questions.every((question: { n: number }) => question.n > 50),
      survey.name,
    )
  }

  const today = (await guest.get('/today?limit=100')).body
  assert.ok(today.counts.now >= 8 && today.counts.now <= 60, `${today.counts.now} wait`)
  assert.equal(today.counts.secondLook, 0)
  const waiting = [...today.now, ...today.others].map((row: { person: { name: string } | null }) => row.person?.name)
  assert.ok(
    today.now.some((row: { excerpt: string }) => /wheelchair/i.test(row.excerpt)) || waiting.includes('Mirela Stan'),
    'what no rule sees was put there by a colleague',
  )
  for (const name of [
    'Mirela Stan',
    'Pieter Maas',
    'Leila Haddad',
    'Jonas Weil',
    'Rosa Marín',
    'Henrik Sand',
    'Priya Nair',
    'Ada Brandt',
  ])
    assert.ok(waiting.includes(name), `${name} waits`)

  // Counted a moment after the last of it was read and answered.
  const outcomes = await eventually(
    async () => (await guest.get('/outcomes?span=12m')).body,
    ({ counting }) => assert.equal(counting, 0),
    120_000,
  )
  const shown = new Map(
    outcomes.metrics.map((one: { metric: string; figure: { n: number } }) => [one.metric, one.figure]),
  )
  for (const metric of ['sentiment', 'stars', 'nps', 'csat', 'ces', 'heard'])
    assert.ok((shown.get(metric) as { n: number }).n >= 100, `${metric}: ${(shown.get(metric) as { n: number }).n}`)
  assert.ok(outcomes.done.resolved > 100 && outcomes.done.medianHours > 0)
})

test('what was done about a told trouble is written down as it was done, by those who did it', async () => {
  const guest = guestOf(world, await world.stranger.post('/sample/visit', {}))
  const [voice] = (await guest.get(`/voices?q=${encodeURIComponent('"split a molar"')}`)).body.data
  const of = await guest.get(`/voices/${voice.id}/case`)
  const seen = (await guest.get(`/cases/${of.body.data.id}`)).body
  assert.equal(seen.status, 'resolved')
  assert.equal(seen.resolution.by.name, 'Maren Lind')
  assert.equal(seen.heard.answer, false)
  assert.deepEqual(
    seen.steps.map(({ kind, by }: { kind: string; by: { name: string } }) => `${kind} ${by.name}`.trim()),
    [
      'opened Heed',
      'taken Tom Okafor',
      'noted Tom Okafor',
      'resolved Tom Okafor',
      'asked Tom Okafor',
      'heard',
      'reopened',
      'taken Maren Lind',
      'noted Maren Lind',
      'resolved Maren Lind',
    ],
  )
  assert.ok(Date.parse(seen.resolution.at) < Date.now() - 40 * 86_400_000, 'it was done when it was done, not today')
})

test('a guest only looks: a workspace or an invitation takes an account of one’s own', async () => {
  const guest = guestOf(world, await world.stranger.post('/sample/visit', {}))
  assert.equal((await guest.ask('POST', '/workspaces', { name: 'Rye' })).body.code, 'guest_only_looks')
  const invited = await guest.ask('POST', '/invitations', { email: 'tom@lindenrye.example', role: 'owner' })
  assert.equal(invited.body.code, 'guest_only_looks')
})

test('one call leaves nothing of the sample, nor of the guest', async () => {
  const guest = guestOf(world, await world.stranger.post('/sample/visit', {}))
  assert.notDeepEqual(await rowsLeft(guest.workspaceId), [])
  const removed = await guest.ask('DELETE', '/sample')
  assert.equal(removed.status, 204, removed.text)
  await world.settled()
  assert.deepEqual(await rowsLeft(guest.workspaceId), [])
  const me = (await guest.get('/me')).body
  assert.equal(me.account, null)
  assert.equal(me.firstRun, true)
})

test('however fast somebody clicks, there is one sample, and each click ends up in it', async () => {
  const clicks = await Promise.all(Array.from({ length: 12 }, () => world.stranger.post('/sample/visit', {})))
  for (const click of clicks) assert.equal(click.status, 200, click.text)
  assert.equal(new Set(clicks.map((click) => click.body.workspaceId)).size, 1)
  const guests = clicks.map((click) => guestOf(world, click))
  for (const guest of guests) assert.equal((await guest.get('/me')).body.memberships.length, 1)
})

test('setting up after a look around opens one’s own workspace and leaves no guest and no sample', async () => {
  const guest = guestOf(world, await world.stranger.post('/sample/visit', {}))
  const opened = await guest.ask('POST', '/first-run', firstRun)
  assert.equal(opened.status, 200, opened.text)
  const maren = guestOf(world, opened)
  const me = (await maren.get('/me')).body
  assert.equal(me.account.name, 'Maren Lind')
  assert.equal(me.firstRun, false)
  assert.deepEqual(
    me.memberships.map(({ name, isSample }: { name: string; isSample: boolean }) => ({ name, isSample })),
    [{ name: 'Rye', isSample: false }],
  )
  assert.equal((await guest.get('/me')).body.account, null, 'the guest is signed out')
  await world.settled()
  assert.deepEqual(await rowsLeft(guest.workspaceId), [])
  assert.equal(await world.heed.accounts.findByEmail('guest@sample.invalid'), null)
})

test('once somebody is at home here, strangers are asked to sign in', async () => {
  const turned = await world.stranger.post('/sample/visit', {})
  assert.equal(turned.status, 401)
  assert.equal(turned.body.code, 'not_signed_in')
})

test('an owner looks around in a sample beside their own workspace, which it never touches', async () => {
  const tom = await world.owner('The real one')
  await tom.post('/voices', { text: 'The bread was wonderful' })
  const clicks = await Promise.all(
    Array.from({ length: 5 }, () =>
      world.stranger.ask('POST', '/sample/visit', {}, { cookie: tom.cookie, 'heed-workspace': tom.workspaceId }),
    ),
  )
  const [sample] = new Set(clicks.map((click) => String(click.body.workspaceId)))
  assert.equal(new Set(clicks.map((click) => click.body.workspaceId)).size, 1)
  assert.notEqual(sample, tom.workspaceId)
  const refused = await tom.delete('/sample')
  assert.equal(refused.status, 409)
  assert.equal(refused.body.code, 'not_a_sample')

  const inSample = { cookie: tom.cookie, 'heed-workspace': sample! }
  assert.equal((await world.stranger.ask('DELETE', '/sample', undefined, inSample)).status, 204)
  const me = (await tom.get('/me')).body
  assert.deepEqual(
    me.memberships.map(({ name }: { name: string }) => name),
    ['The real one'],
  )
  assert.equal((await tom.get('/voices')).body.data.length, 1)
})

test('a sample removed before it is read leaves nothing either', async () => {
  const ines = await world.owner('Another real one')
  const entering = world.stranger.ask('POST', '/sample/visit', {}, { cookie: ines.cookie })
  let sample: string | undefined
  while (!sample) sample = (await ines.get('/me')).body.memberships.find((one: any) => one.isSample)?.workspaceId
  const gone = await world.stranger.ask('DELETE', '/sample', undefined, {
    cookie: ines.cookie,
    'heed-workspace': sample,
  })
  assert.equal(gone.status, 204, gone.text)
  await entering
  await world.settled()
  assert.deepEqual(await rowsLeft(sample), [])
})
