import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openWorld } from '#test/world'

const world = await openWorld(after, { work: false })
const maren = await world.owner()
const ada = { name: 'Ada Brandt', email: 'ada@brandt.example' }

const personsNamed = async (name: string) => (await maren.get(`/persons?q=${encodeURIComponent(name)}`)).body.data

test('a voice is heard and its speaker recognised by address, however it is written', async () => {
  const first = await maren.post('/voices', { text: 'The rye loaf was still warm.', person: ada })
  assert.equal(first.status, 201)
  await maren.post('/voices', { text: 'And again.', person: { email: ' ADA@brandt.example ' } })
  const found = await personsNamed('ada b')
  assert.equal(found.length, 1)
  assert.equal(found[0].name, 'Ada Brandt')
})

test('the same voice told twice is one voice', async () => {
  const voice = { text: 'Burnt.', source: 'google', externalId: 'r-1' }
  const first = await maren.post('/voices', voice)
  const second = await maren.post('/voices', { ...voice, text: 'Burnt, still.' })
  assert.equal(second.body.data[0].status, 'known')
  assert.equal(second.body.data[0].id, first.body.data[0].id)
})

test('two people who say the same in one batch are two voices, and the batch told again adds nothing', async () => {
  const batch = { voices: [1, 2].map(() => ({ text: 'Good.', saidAt: '2026-03-01T10:00:00Z', source: 'cards' })) }
  const first = await maren.post('/voices', batch)
  assert.deepEqual(
    first.body.data.map((row: { status: string }) => row.status),
    ['heard', 'heard'],
  )
  const again = await maren.post('/voices', batch)
  assert.deepEqual(
    again.body.data,
    first.body.data.map((row: { id: string }) => ({ id: row.id, status: 'known' })),
  )
})

test('a request repeated with its idempotency key changes nothing, also when both come at once', async () => {
  const headers = { 'idempotency-key': 'till-42' }
  const answers = await Promise.all([1, 2, 3].map(() => maren.post('/voices', { text: 'No date, no id.' }, headers)))
  assert.equal(new Set(answers.map((answer) => answer.body.data[0].id)).size, 1)
  const other = await maren.post('/voices', { text: 'Something else.' }, headers)
  assert.equal(other.body.code, 'key_reused')
})

test('a voice without words or score is refused, and so is a score outside its scale', async () => {
  assert.equal((await maren.post('/voices', { text: '  ' })).status, 400)
  const answer = await maren.post('/voices', { text: 'fine', score: { kind: 'nps', value: 11 } })
  assert.equal(answer.status, 400)
  assert.match(answer.body.detail, /0 to 10/)
})

test('null bytes, lone surrogates and text in any script are stored without harm', async () => {
  const answer = await maren.post('/voices', { text: 'a\u0000b \ud800 مرحبا 🥖', person: { name: 'x\u0000y' } })
  assert.equal(answer.status, 201, answer.text)
})

test('one voice too many, a wrong type and broken JSON are each answered clearly', async () => {
  const many = await maren.post('/voices', { voices: Array.from({ length: 1001 }, () => ({ text: 'a' })) })
  assert.equal(many.status, 400)
  assert.equal((await maren.ask('POST', '/voices', 'a,b', { 'content-type': 'text/csv' })).status, 415)
  assert.equal(
    (await maren.ask('POST', '/voices', '{"text":', { 'content-type': 'application/json' })).body.code,
    'invalid_json',
  )
})
