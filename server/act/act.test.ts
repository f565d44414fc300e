import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openCases } from '#act'
import { CAST, openWorld, type Asker } from '#test/world'

const world = await openWorld(after, { work: false })
const DAY = 86_400_000
const ago = (days: number): string => new Date(world.app.clock.now().getTime() - days * DAY).toISOString()

const ada = { name: 'Ada Brandt', email: 'ada@brandt.example' }
const SAD = {
  sentiment: 'negative',
  emotion: 'disappointment',
  family: 'sadness',
  kind: 'complaint',
  intensity: 0.5,
  urgency: 0.3,
  confidence: 0.9,
}
const DISTRESS = { ...SAD, intensity: 0.85 }
type Read = Partial<typeof SAD> & { evidence?: object[]; version?: string }

/** Somebody says something and it is read as given: what the engine would find is not the question here. */
async function say(to: Asker, voice: object, read: Read | null = SAD): Promise<string> {
  const { body, text } = await to.post('/voices', { text: 'The loaf was stale again.', ...voice })
  assert.ok(body.data, text)
  const id: string = body.data[0].id
  if (read) await readAs(to, id, read)
  await openCases(world.app, to.workspaceId, [id])
  return id
}

async function readAs(to: Asker, id: string, read: Read): Promise<void> {
  const { sentiment, emotion, family, kind, intensity, urgency, confidence, evidence, version } = {
    ...SAD,
    evidence: [],
    version: 'test-1',
    ...read,
  }
  await world.app.db.inWorkspace(to.workspaceId, (tx) =>
    sql`insert into understand.reading (workspace_id, voice_id, said_at, source, sentiment, emotion, family, kind, intensity, urgency, confidence, evidence, version, read_at)
      select workspace_id, id, said_at, source, ${sentiment}, ${emotion}, ${family}, ${kind}, ${intensity}, ${urgency}, ${confidence}, ${JSON.stringify(evidence)}::json, ${version}, now() from listen.voice where id = ${id}
      on conflict (workspace_id, voice_id) do update set sentiment = excluded.sentiment, family = excluded.family, kind = excluded.kind, intensity = excluded.intensity, urgency = excluded.urgency`.execute(
      tx,
    ),
  )
}

const today = async (who: Asker) => (await who.get('/today')).body
const caseOf = async (who: Asker, voiceId: string): Promise<string> =>
  (await who.get(`/voices/${voiceId}/case`)).body.data.id
const resolution = { cause: 'Baked the day before', done: 'Sent a fresh loaf by bike' }

test('who complains is on Today with the reason in words, and who praises is not', async () => {
  const maren = await world.owner()
  const words = 'Third time I write. The loaf was stale again.'
  const voice = await say(
    maren,
    { text: words, saidAt: ago(2.1), score: { kind: 'star', value: 1 }, person: ada },
    { ...DISTRESS, evidence: [{ start: 0, end: 18, for: 'negative', weight: 1.2 }] },
  )
  await say(
    maren,
    { text: 'Wonderful rye.' },
    { sentiment: 'positive', emotion: 'joy', family: 'joy', kind: 'praise', intensity: 0.9, urgency: 0.1 },
  )
  const { now, counts } = await today(maren)
  assert.deepEqual(
    now.map((row: { voiceId: string }) => row.voiceId),
    [voice],
  )
  assert.equal(now[0].sentence, 'Reads as very sad or let down (“Third time I write”), 1 star, waiting 2 days')
  assert.equal(counts.overADay, 1)
})

test('praise that asks something, a low score without words and a voice of leaving each need a person', async () => {
  const maren = await world.owner()
  await say(maren, {}, { sentiment: 'positive', family: 'joy', kind: 'praise', intensity: 0.6, urgency: 0.8 })
  await say(
    maren,
    { text: '', score: { kind: 'nps', value: 3 } },
    { sentiment: 'unclear', kind: 'other', intensity: 0, urgency: 0, confidence: 0 },
  )
  await say(maren, {}, { sentiment: 'neutral', family: 'neutral', kind: 'leaving', intensity: 0.2, urgency: 0.1 })
  await say(
    maren,
    { text: '', score: { kind: 'nps', value: 9 } },
    { sentiment: 'unclear', kind: 'other', intensity: 0, urgency: 0, confidence: 0 },
  )
  const { now } = await today(maren)
  assert.deepEqual(now.map((row: { sentence: string }) => row.sentence.split(',')[0]).sort(), [
    'A low score without clear words',
    'Asks for an answer soon',
    'Speaks of leaving',
  ])
})

test('of two who wrote alike, the one who waits longer stands first; danger stands before all', async () => {
  const maren = await world.owner()
  const fresh = await say(maren, { saidAt: ago(0.1) })
  const long = await say(maren, { saidAt: ago(3) })
  const strong = await say(maren, { saidAt: ago(0.1) }, { intensity: 0.99 })
  const danger = await say(
    maren,
    { saidAt: ago(0) },
    { kind: 'crisis', sentiment: 'unclear', intensity: 0.1, confidence: 0.2 },
  )
  const { now } = await today(maren)
  assert.deepEqual(
    now.map((row: { voiceId: string }) => row.voiceId),
    [danger, long, strong, fresh],
  )
})

test('somebody with a history here weighs more than a stranger who wrote the same', async () => {
  const maren = await world.owner()
  await say(maren, { saidAt: ago(20), person: ada })
  const stranger = await say(maren, { saidAt: ago(1) })
  const again = await say(maren, { saidAt: ago(1), person: ada })
  const { now } = await today(maren)
  const order = now.map((row: { voiceId: string }) => row.voiceId)
  assert.ok(order.indexOf(again) < order.indexOf(stranger))
  const { body } = await maren.get(`/cases/${await caseOf(maren, again)}`)
  assert.match(body.sentence, /not the first trouble within a year/)
  assert.deepEqual(body.why.impactParts, [{ what: 'troubles', points: 0.3 }])
})

test('old voices nobody waits for any more stand apart, and only the twenty strongest of them', async () => {
  const maren = await world.owner()
  for (let n = 0; n < 24; n += 1) await say(maren, { saidAt: ago(100 + n) }, { intensity: 0.5 + n / 100 })
  const { counts, secondLook, now } = await today(maren)
  assert.equal(now.length, 0)
  assert.equal(counts.secondLook, 20)
  assert.ok(secondLook[0].intensity > secondLook[19].intensity)
  assert.ok(secondLook.every((row: { intensity: number }) => row.intensity > 0.53))
  assert.doesNotMatch(secondLook[0].sentence, /waiting/)
})

test('among old voices a word that only sounds like danger is no alarm, one that reads dark still is', async () => {
  const maren = await world.owner()
  const five = { score: { kind: 'star', value: 5 } }
  await say(maren, { saidAt: ago(90), ...five }, { kind: 'crisis', sentiment: 'positive', family: 'joy' })
  const dark = await say(maren, { saidAt: ago(90) }, { kind: 'crisis' })
  const live = await say(maren, { saidAt: ago(1), ...five }, { kind: 'crisis', sentiment: 'positive', family: 'joy' })
  const { now, secondLook } = await today(maren)
  assert.deepEqual(
    [now, secondLook].map((rows) => rows.map((row: { voiceId: string }) => row.voiceId)),
    [[live], [dark]],
  )
})

test('no feelings are weighed of what an employee says', async () => {
  const maren = await world.owner()
  await say(maren, { person: { name: 'Ines Duarte', email: CAST.ines.email, kind: 'employee' } }, DISTRESS)
  assert.equal((await today(maren)).counts.now, 0)
})

test('being told twice opens one case, and a new reading moves or withdraws what nobody touched', async () => {
  const maren = await world.owner()
  const [weak, gone, held] = [await say(maren, {}), await say(maren, {}), await say(maren, {})]
  await maren.put(`/cases/${await caseOf(maren, held)}/assignment`, {})
  await readAs(maren, weak, { intensity: 0.9 })
  for (const id of [gone, held])
    await readAs(maren, id, { sentiment: 'positive', family: 'joy', kind: 'praise', urgency: 0 })
  await openCases(world.app, maren.workspaceId, [weak, gone, held])
  await openCases(world.app, maren.workspaceId, [weak, gone, held])
  const { now, mine } = await today(maren)
  assert.deepEqual(
    now.map((row: { voiceId: string; intensity: number }) => [row.voiceId, row.intensity]),
    [[weak, 0.9]],
  )
  assert.deepEqual(
    mine.map((row: { voiceId: string }) => row.voiceId),
    [held],
  )
})

test('two people cannot take one case; the second hears who was first and may take it over', async () => {
  const maren = await world.owner()
  const tom = await world.member(maren, 'teammate')
  const path = `/cases/${await caseOf(maren, await say(maren, {}))}`
  const both = await Promise.all([tom.put(`${path}/assignment`, {}), maren.put(`${path}/assignment`, {})])
  assert.deepEqual(both.map((answer) => answer.status).sort(), [200, 409])
  const [late, first] = both[0].status === 409 ? [tom, maren] : [maren, tom]
  const refused = await late.put(`${path}/assignment`, {})
  assert.equal(refused.body.code, 'case_taken')
  assert.match(refused.body.detail, new RegExp(first === tom ? 'Tom Okafor' : 'Maren Lind'))
  assert.equal((await late.put(`${path}/resolution`, resolution)).body.code, 'case_taken')
  const over = await late.put(`${path}/assignment`, { takeOver: true })
  assert.equal(over.body.assignee.id, late.accountId)
  const { mine } = await today(late)
  const { others } = await today(first)
  assert.deepEqual([mine.length, others.length], [1, 1])
  await late.delete(`${path}/assignment`)
  assert.equal((await today(first)).counts.now, 1)
})

test('an observer sees but does not touch, and somebody of another business sees nothing', async () => {
  const maren = await world.owner()
  const path = `/cases/${await caseOf(maren, await say(maren, {}))}`
  const ines = await world.member(maren, 'observer', CAST.ines)
  assert.equal((await ines.get(path)).status, 200)
  assert.equal((await ines.put(`${path}/assignment`, {})).status, 403)
  const other = await world.owner('Another bakery')
  assert.equal((await other.get(path)).status, 404)
  assert.equal((await other.post(`${path}/notes`, { text: 'mine?' })).status, 404)
})

test('nothing in strong distress can be closed without a note, and never by a program', async () => {
  const maren = await world.owner()
  const path = `/cases/${await caseOf(maren, await say(maren, {}, DISTRESS))}`
  const refused = await maren.put(`${path}/resolution`, resolution)
  assert.equal(refused.body.code, 'note_needed')
  assert.equal(refused.body.errors[0].field, 'note')
  const { body: key } = await maren.post('/keys', { name: 'robot', scopes: ['act'] })
  const robot = await world.stranger.ask(
    'PUT',
    `${path}/resolution`,
    { ...resolution, note: 'beep' },
    { authorization: `Bearer ${key.key}` },
  )
  assert.equal(robot.body.code, 'person_needed')
  const closed = await maren.put(`${path}/resolution`, {
    ...resolution,
    note: 'We spoke on the phone; she is calmer now.',
  })
  assert.equal(closed.body.status, 'resolved')
  assert.deepEqual(
    closed.body.steps.map((step: { kind: string }) => step.kind),
    ['opened', 'resolved'],
  )
})

test('a resolution taken back leaves the case with whoever had it, as if nothing had been closed', async () => {
  const maren = await world.owner()
  const path = `/cases/${await caseOf(maren, await say(maren, {}))}`
  await maren.put(`${path}/resolution`, resolution)
  assert.equal((await maren.put(`${path}/resolution`, resolution)).body.code, 'case_resolved')
  const back = await maren.delete(`${path}/resolution`)
  assert.equal(back.body.status, 'taken')
  assert.equal(back.body.assignee.name, 'Maren Lind')
  assert.deepEqual((await maren.get('/cases/causes')).body.data, [])
})

/** A resolved case, and the path of its felt-heard link. */
async function asked(maren: Asker, voice: object = {}): Promise<{ voiceId: string; path: string; link: string }> {
  const voiceId = await say(maren, { person: ada, ...voice })
  const path = `/cases/${await caseOf(maren, voiceId)}`
  await maren.put(`${path}/resolution`, resolution)
  const { body, text } = await maren.post(`${path}/heard-question`)
  assert.ok(body.link, text)
  assert.match(body.text, /Ada Brandt/)
  return { voiceId, path, link: `=${new URL(body.link).pathname}` }
}

const press = (link: string, form: Record<string, string>) =>
  world.stranger.ask('POST', link, new URLSearchParams(form).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  })

test('looking at the link does not answer it', async () => {
  const maren = await world.owner()
  const { path, link } = await asked(maren)
  for (let n = 0; n < 3; n += 1) {
    const page = await world.stranger.get(link)
    assert.equal(page.status, 200)
    assert.match(page.text, /Did you feel heard\?/)
    assert.doesNotMatch(page.text, /stale/)
  }
  const { body } = await maren.get(path)
  assert.equal(body.heard.answer, null)
  assert.equal(body.status, 'resolved')
})

test('a yes is kept, and pressed twice it is one yes', async () => {
  const maren = await world.owner()
  const { path, link } = await asked(maren)
  await press(link, { answer: 'yes' })
  await press(link, { answer: 'yes' })
  const { body } = await maren.get(path)
  assert.equal(body.heard.answer, true)
  assert.equal(body.steps.filter((step: { kind: string }) => step.kind === 'heard').length, 1)
})

test('a no brings the case back to the top, and minds may be changed', async () => {
  const maren = await world.owner()
  await say(maren, { saidAt: ago(5) }, DISTRESS)
  const { voiceId, path, link } = await asked(maren)
  await press(link, { answer: 'no' })
  const { now } = await today(maren)
  assert.equal(now[0].voiceId, voiceId)
  assert.equal(now[0].cameBack, true)
  assert.match(now[0].sentence, /did not feel heard last time/)
  await press(link, { answer: 'yes' })
  const { body } = await maren.get(path)
  assert.equal(body.heard.answer, true)
  assert.equal(body.status, 'open', 'no machine closes it again')
  assert.equal((await maren.put(`${path}/resolution`, resolution)).status, 200)
})

test('words with a no become a voice of that person and open no second case', async () => {
  const maren = await world.owner()
  const { path, link } = await asked(maren)
  await press(link, { answer: 'no' })
  const page = await press(link, { words: 'Nobody called me back. <b>Really</b>' })
  assert.match(page.text, /Your words are with Linden &amp; Rye/)
  const { body: again } = await maren.get(path)
  assert.deepEqual(
    again.added.map((one: { text: string }) => one.text),
    ['Nobody called me back. <b>Really</b>'],
  )
  const [found] = (await maren.get('/persons?q=Ada')).body.data
  const { body } = await maren.get(`/persons/${found.id}/timeline`)
  const entry = body.data.find((row: { voice?: { text: string } }) => row.voice?.text.startsWith('Nobody called'))
  await readAs(maren, entry.id, DISTRESS)
  await openCases(world.app, maren.workspaceId, [entry.id])
  assert.equal((await maren.get(`/voices/${entry.id}/case`)).body.data, null)
})

test('a link that was made up, or is too old, gets a kind page and changes nothing', async () => {
  const maren = await world.owner()
  const { path, link } = await asked(maren)
  const forged = `${link.slice(0, -3)}abc`
  const unknown = await press(forged, { answer: 'no' })
  assert.equal(unknown.status, 404)
  assert.match(unknown.text, /no longer open/)
  world.travel(new Date(Date.now() + 61 * DAY))
  const late = await press(link, { answer: 'no' })
  world.travel(new Date())
  assert.equal(late.status, 410)
  assert.equal((await maren.get(path)).body.heard.answer, null)
})

test('after words of danger nobody is asked how they liked it', async () => {
  const maren = await world.owner()
  const path = `/cases/${await caseOf(maren, await say(maren, {}, { kind: 'crisis' }))}`
  await maren.put(`${path}/resolution`, { ...resolution, note: 'Spoke to her and stayed until her sister came.' })
  assert.equal((await maren.post(`${path}/heard-question`)).body.code, 'not_after_crisis')
  assert.equal((await maren.get(path)).body.heard.mayAsk, false)
})

test('any voice can be put on Today by hand, once', async () => {
  const maren = await world.owner()
  const voice = await say(
    maren,
    { text: 'Lovely, as ever.', saidAt: ago(90) },
    { sentiment: 'positive', family: 'joy', kind: 'praise', urgency: 0 },
  )
  const first = await maren.post(`/voices/${voice}/case`)
  const second = await maren.post(`/voices/${voice}/case`)
  assert.equal(first.body.data.id, second.body.data.id)
  const { now } = await today(maren)
  assert.equal(now.length, 1)
  assert.match(now[0].sentence, /^Put here by a teammate/)
  assert.equal((await maren.post('/voices/00000000-0000-7000-8000-000000000000/case')).status, 404)
})

test('the timeline is one line of everything, page by page, also for records that were merged', async () => {
  const maren = await world.owner()
  const twin = { name: 'Ada B.', email: 'ada.b@work.example' }
  for (let n = 0; n < 5; n += 1)
    await say(
      maren,
      { text: `Word ${n}`, saidAt: ago(10 - n), person: n % 2 ? twin : ada },
      n === 0 ? SAD : { sentiment: 'neutral', kind: 'other', intensity: 0, urgency: 0 },
    )
  const all = (await maren.get('/persons?limit=9')).body.data as { id: string; name: string }[]
  const [stays, duplicate] = [all.find((row) => row.name === 'Ada Brandt')!, all.find((row) => row.name === 'Ada B.')!]
  await maren.put(`/persons/${duplicate.id}/merge`, { into: stays.id })
  const seen: string[] = []
  let cursor: string | null = ''
  for (let page = 0; cursor !== null && page < 10; page += 1) {
    const { body } = await maren.get(`/persons/${duplicate.id}/timeline?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
    seen.push(
      ...body.data.map(
        (row: { kind: string; voice?: { text: string }; step?: { kind: string } }) => row.voice?.text ?? row.step?.kind,
      ),
    )
    cursor = body.meta.nextCursor
  }
  assert.deepEqual(seen, ['opened', 'Word 4', 'Word 3', 'Word 2', 'Word 1', 'Word 0'])
})
