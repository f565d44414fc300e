import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { CAST, openWorld, type Asker } from '#test/world'

const world = await openWorld(after)

const stateOf = async (asker: Asker, key: string) =>
  (await asker.get('/automations')).body.data.find((row: { key: string }) => row.key === key)

test('a switch keeps who turned it, when and why, and everybody may see how it stands', async () => {
  const maren = await world.owner()
  const ines = await world.member(maren, 'observer', CAST.ines)
  assert.equal((await stateOf(ines, 'understand.read')).state, 'on')
  const turned = await maren.put('/automations/understand.read/state', { state: 'off', why: 'We read them ourselves' })
  assert.equal(turned.status, 200)
  const seen = await stateOf(ines, 'understand.read')
  assert.deepEqual(
    [seen.state, seen.turns[0].why, seen.turns[0].byName],
    ['off', 'We read them ourselves', 'Maren Lind'],
  )
  await maren.put('/automations/understand.read/state', { state: 'on' })
  assert.deepEqual(
    (await stateOf(maren, 'understand.read')).turns.map((turn: { state: string }) => turn.state),
    ['on', 'off'],
  )
})

test('turning it to how it stands is no turn', async () => {
  const maren = await world.owner()
  await maren.put('/automations/understand.read/state', { state: 'on' })
  assert.deepEqual((await stateOf(maren, 'understand.read')).turns, [])
})

test('a teammate, a program and a stranger cannot turn a switch; what cannot be switched says why', async () => {
  const maren = await world.owner()
  const tom = await world.member(maren, 'teammate', CAST.tom)
  assert.equal((await tom.put('/automations/understand.read/state', { state: 'off' })).status, 403)
  const made = await maren.post('/keys', { name: 'till', scopes: ['read', 'manage'] })
  const byKey = await world.stranger.ask(
    'PUT',
    '/automations/understand.read/state',
    { state: 'off' },
    {
      authorization: `Bearer ${made.body.key}`,
    },
  )
  assert.equal(byKey.status, 403)
  assert.equal((await maren.put('/automations/people.recognise/state', { state: 'off' })).body.code, 'automation_fixed')
  assert.equal((await maren.put('/automations/understand.read/state', { state: 'ask' })).body.code, 'choice_unknown')
  assert.equal((await maren.put('/automations/no.such/state', { state: 'off' })).status, 404)
})

test('a switch of one workspace turns nothing in another', async () => {
  const maren = await world.owner()
  const other = await world.owner('Another bakery')
  await maren.put('/automations/understand.read/state', { state: 'off' })
  assert.equal((await stateOf(other, 'understand.read')).state, 'on')
})

test('only an owner lets letters leave without a person looking', async () => {
  const maren = await world.owner()
  const yusuf = await world.member(maren, 'manager', CAST.yusuf)
  assert.equal((await yusuf.put('/automations/act.heard-mail/state', { state: 'on' })).body.code, 'owner_needed')
  assert.equal((await yusuf.put('/automations/act.heard-mail/state', { state: 'off' })).status, 200)
  assert.equal((await maren.put('/automations/act.heard-mail/state', { state: 'on' })).status, 200)
})

test('what was done about a difference is kept with name and date, and can be taken back', async () => {
  const maren = await world.owner()
  const made = await maren.post('/fairness/notes', { about: 'language', text: 'Asked a native speaker to read along.' })
  assert.equal(made.status, 201)
  const [note] = (await maren.get('/fairness/notes')).body.data
  assert.deepEqual([note.about, note.byName], ['language', 'Maren Lind'])
  await maren.delete(`/fairness/notes/${note.id}`)
  assert.deepEqual((await maren.get('/fairness/notes')).body.data, [])
})
