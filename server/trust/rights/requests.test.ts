import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { findRestrictions, openRequest } from '#trust'
import { openWorld } from '#test/world'
import { monthsLater } from './deadline.ts'

const world = await openWorld(after, { work: false })
const maren = await world.owner()

const ada = async (address: string) =>
  (await maren.post('/persons', { name: 'Ada Brandt', identities: [{ kind: 'email', value: address }] })).body
    .id as string

const restrictionsOf = (personId: string) =>
  world.app.db.inWorkspace(maren.workspaceId, (tx) => findRestrictions(tx, personId))

test('a month ends on the same day of the next, or on its last', () => {
  assert.equal(monthsLater(new Date('2027-01-31T10:00:00Z'), 1).toISOString(), '2027-02-28T10:00:00.000Z')
  assert.equal(monthsLater(new Date('2027-01-31T10:00:00Z'), 3).toISOString(), '2027-04-30T10:00:00.000Z')
  assert.equal(monthsLater(new Date('2026-12-05T23:30:00Z'), 1).toISOString(), '2027-01-05T23:30:00.000Z')
})

test('asking for the same thing twice while it is open is asking once', async () => {
  const personId = await ada('twice@brandt.example')
  const asked = { workspaceId: maren.workspaceId, personId, kind: 'erasure', via: 'preferences' } as const
  const first = await openRequest(world.app, { ...asked, provedBy: 'signed_link' })
  const second = await openRequest(world.app, { ...asked, provedBy: 'signed_link', note: 'Please hurry' })
  assert.equal(second.id, first.id)
  assert.equal(second.dueAt.getTime(), first.dueAt.getTime())
})

test('a member who vouches for somebody writes down how they know', async () => {
  const personId = await ada('vouched@brandt.example')
  const asked = { workspaceId: maren.workspaceId, personId, kind: 'export', via: 'letter', provedBy: 'member' } as const
  await assert.rejects(openRequest(world.app, asked), { code: 'proof_needs_note' })
  await openRequest(world.app, { ...asked, note: 'I have known her for years and she stood at the counter.' })
})

test('a proved wish to be left alone holds at once, for every record of the person, also one merged later', async () => {
  const personId = await ada('alone@brandt.example')
  const other = await ada('alone-too@brandt.example')
  assert.deepEqual(await restrictionsOf(personId), { frozen: false, objected: false })
  await openRequest(world.app, {
    workspaceId: maren.workspaceId,
    personId,
    kind: 'restriction',
    via: 'preferences',
    provedBy: 'signed_link',
  })
  assert.deepEqual(await restrictionsOf(personId), { frozen: true, objected: false })
  assert.deepEqual(await restrictionsOf(other), { frozen: false, objected: false })
  await maren.put(`/persons/${personId}/merge`, { into: other })
  assert.deepEqual(await restrictionsOf(other), { frozen: true, objected: false })
})

test('nobody can ask for a person who is not here', async () => {
  await assert.rejects(
    openRequest(world.app, {
      workspaceId: maren.workspaceId,
      personId: '019ab000-0000-7000-8000-000000000000',
      kind: 'export',
      via: 'preferences',
      provedBy: 'signed_link',
    }),
    { code: 'person_not_here' },
  )
})
