import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openWorld } from '#test/world'
import { rereadAll } from './readings/reread.ts'

const world = await openWorld(after, { work: 'events' })
const ada = { name: 'Ada Brandt', email: 'ada@brandt.example' }

/** Posts voices and waits until they are read. */
async function heard(
  who: { post: (path: string, body: unknown) => Promise<{ status: number; body: any; text: string }> },
  ...voices: object[]
): Promise<string[]> {
  const answer = await who.post('/voices', { voices })
  assert.equal(answer.status, 201, answer.text)
  await world.settled()
  return answer.body.data.map((row: { id: string }) => row.id)
}

test('what somebody writes is read in the background, with the words that led to it', async () => {
  const maren = await world.owner()
  const [id] = await heard(maren, {
    text: 'I am so angry. The bread was stale again and nobody answered me.',
    person: ada,
  })
  const { body } = await maren.get(`/voices/${id}`)
  assert.equal(body.person.name, 'Ada Brandt')
  assert.equal(body.reading.language, 'en')
  assert.equal(body.reading.sentiment, 'negative')
  assert.ok(body.reading.evidence.length > 0)
  const words = body.reading.evidence
    .map((one: { start: number; end: number }) => body.text.slice(one.start, one.end))
    .join(' ')
  assert.match(words, /angry|stale/)
  assert.ok(body.reading.version.length > 0)
})

test('a score without words gets a reading that claims nothing', async () => {
  const maren = await world.owner()
  const [id] = await heard(maren, { score: { kind: 'star', value: 1 } })
  const { reading } = (await maren.get(`/voices/${id}`)).body
  assert.equal(reading.sentiment, 'unclear')
  assert.equal(reading.family, null)
  assert.equal(reading.heldBack, 'no_words')
})

test('the feelings of people who work here are never read, also when another record of them says so', async () => {
  const maren = await world.owner()
  const angry = 'I am furious about this shift plan, I hate it.'
  const [first] = await heard(maren, { text: angry, person: { email: 'tom@lindenrye.example', kind: 'employee' } })
  const [second] = await heard(maren, { text: angry, person: { email: 'tom.private@okafor.example' } })
  assert.equal((await maren.get(`/voices/${first}`)).body.reading.heldBack, 'employee')
  const employee = (await maren.get(`/voices/${first}`)).body.person.id
  const other = (await maren.get(`/voices/${second}`)).body.person.id
  const merged = await maren.put(`/persons/${other}/merge`, { into: employee })
  assert.ok(merged.status < 300, merged.text)
  await world.settled()
  const { reading } = (await maren.get(`/voices/${second}`)).body
  assert.deepEqual([reading.heldBack, reading.family, reading.evidence.length], ['employee', null, 0])
})

test('a person who reads it otherwise is right, until they take it back', async () => {
  const maren = await world.owner()
  const [id] = await heard(maren, { text: 'Thank you, wonderful, I love the bread!' })
  const before = (await maren.get(`/voices/${id}`)).body.reading
  assert.equal(before.family, 'joy')
  const corrected = await maren.put(`/voices/${id}/correction`, {
    family: 'anger',
    kind: 'complaint',
    note: 'Said with a sigh.',
  })
  assert.equal(corrected.status, 200, corrected.text)
  const { reading, correction } = corrected.body
  assert.deepEqual(
    [reading.family, reading.sentiment, reading.kind, reading.corrected],
    ['anger', 'negative', 'complaint', true],
  )
  assert.deepEqual(
    [correction.read.family, correction.byName, correction.note],
    ['joy', 'Maren Lind', 'Said with a sigh.'],
  )
  assert.equal((await maren.get('/voices?feeling=anger&kind=complaint')).body.data.length, 1)
  assert.equal((await maren.get('/voices?feeling=joy')).body.data.length, 0)
  const back = await maren.delete(`/voices/${id}/correction`)
  assert.deepEqual(back.body.reading, before)
  assert.equal(back.body.correction, null)
})

test('a correction says something, about a voice that is here, by somebody who may', async () => {
  const maren = await world.owner()
  const ines = await world.member(maren, 'observer', { name: 'Ines Duarte', email: 'ines@lindenrye.example' })
  const [id] = await heard(maren, { text: 'Fine.' })
  assert.equal((await maren.put(`/voices/${id}/correction`, { note: 'hm' })).body.code, 'nothing_to_correct')
  assert.equal((await maren.delete(`/voices/${id}/correction`)).body.code, 'no_correction')
  assert.equal(
    (await maren.put('/voices/01a201cb-0000-7000-8000-000000000000/correction', { kind: 'praise' })).status,
    404,
  )
  assert.equal((await ines.put(`/voices/${id}/correction`, { kind: 'praise' })).status, 403)
})

/** As if an older model had read everything in this workspace. */
const olden = (workspaceId: string, failed: string | null = null) =>
  world.app.db.inWorkspace(workspaceId, (tx) =>
    sql`update understand.reading set version = 'older', failed = ${failed}, kind = 'other', sentiment = 'unclear' where workspace_id = ${workspaceId}::uuid`.execute(
      tx,
    ),
  )

test('a new model reads everything again, and what people corrected stays corrected', async () => {
  const maren = await world.owner()
  const [kept, corrected] = await heard(maren, { text: 'I love this bread!' }, { text: 'Oh great, stale bread again.' })
  const { version } = (await maren.get(`/voices/${kept}`)).body.reading
  await maren.put(`/voices/${corrected}/correction`, { family: 'anger' })
  await olden(maren.workspaceId)
  await rereadAll(world.app)
  const again = (await maren.get(`/voices/${kept}`)).body.reading
  assert.deepEqual([again.version, again.sentiment], [version, 'positive'])
  const still = (await maren.get(`/voices/${corrected}`)).body
  assert.deepEqual(
    [still.reading.version, still.reading.family, still.reading.sentiment],
    [version, 'anger', 'negative'],
  )
  assert.notEqual(still.correction.read.family, null)
})

test('a failed reading keeps the voice in sight and is tried again', async () => {
  const maren = await world.owner()
  const [id] = await heard(maren, { text: 'I love this bread!' })
  await olden(maren.workspaceId, 'out of ink')
  assert.equal((await maren.get('/voices')).body.data[0].reading.failed, true)
  await rereadAll(world.app)
  const { reading } = (await maren.get(`/voices/${id}`)).body
  assert.deepEqual([reading.failed, reading.sentiment], [false, 'positive'])
})

test('while much is being read it says how far it is, and afterwards nothing', async () => {
  const idle = await openWorld(after, { work: false })
  const maren = await idle.owner()
  await maren.post('/voices', { voices: Array.from({ length: 30 }, (_, nth) => ({ text: `Loaf ${nth} was good.` })) })
  assert.deepEqual((await maren.get('/voices/reading-progress')).body, { waiting: 30, read: 0, total: 30, off: false })
  const [unread] = (await maren.get('/voices')).body.data
  assert.equal(unread.reading, null)
  await idle.heed.startWork()
  await idle.settled()
  assert.deepEqual((await maren.get('/voices/reading-progress')).body, { waiting: 0, read: 0, total: 0, off: false })
  assert.equal((await maren.get('/voices?limit=1')).body.data[0].reading.failed, false)
})
