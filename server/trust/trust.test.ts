import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { CAST, openWorld, PASSWORD } from '#test/world'

const world = await openWorld(after, { work: false })

test('the first run makes an owner and a workspace, once', async () => {
  const input = { ...CAST.maren, password: PASSWORD, workspace: 'Linden & Rye' }
  const first = await world.stranger.post('/first-run', input)
  assert.equal(first.status, 200)
  const second = await world.stranger.post('/first-run', { ...input, email: 'else@lindenrye.example' })
  assert.equal(second.status, 409)
  assert.equal(second.body.code, 'already_set_up')
})

test('nobody can open an account without an invitation', async () => {
  const answer = await world.stranger.post('http://heed.example/api/auth/sign-up/email', {
    ...CAST.yusuf,
    password: PASSWORD,
  })
  assert.equal(answer.status, 404)
})

test('an invited teammate comes in with the role they were invited for', async () => {
  const maren = await world.owner()
  const tom = await world.member(maren, 'teammate')
  const members = await maren.get('/members')
  assert.deepEqual(
    members.body.data.map((row: { role: string }) => row.role),
    ['owner', 'teammate'],
  )
  const refused = await tom.post('/invitations', { email: CAST.ines.email, role: 'observer' })
  assert.equal(refused.status, 403)
})

test('an invitation is used once and only by the address it names', async () => {
  const maren = await world.owner()
  const { body } = await maren.post('/invitations', { email: 'ada@brandt.example', role: 'observer' })
  const path = `/invitations/by-token/${String(body.link).split('/').at(-1)}/acceptance`
  const accepted = await world.stranger.post(path, { name: 'Ada Brandt', password: PASSWORD })
  assert.equal(accepted.status, 200)
  const again = await world.stranger.post(path, { name: 'Ada Brandt', password: PASSWORD })
  assert.equal(again.status, 410)
})

test('a workspace never loses its last owner', async () => {
  const maren = await world.owner()
  const demoted = await maren.put(`/members/${maren.accountId}/role`, { role: 'observer' })
  assert.equal(demoted.body.code, 'last_owner')
  const left = await maren.delete(`/members/${maren.accountId}`)
  assert.equal(left.body.code, 'last_owner')
  assert.equal((await maren.get('/members')).body.data[0].role, 'owner')
})

test('a key opens its workspace as far as its scopes go, until it is withdrawn', async () => {
  const maren = await world.owner()
  const made = await maren.post('/keys', { name: 'till', scopes: ['read'] })
  const bearer = { authorization: `Bearer ${made.body.key}` }
  assert.equal((await world.stranger.ask('GET', '/workspace', undefined, bearer)).body.id, maren.workspaceId)
  assert.equal(
    (await world.stranger.ask('POST', '/invitations', { email: CAST.ines.email, role: 'observer' }, bearer)).status,
    403,
  )
  await maren.delete(`/keys/${made.body.id}`)
  assert.equal((await world.stranger.ask('GET', '/workspace', undefined, bearer)).status, 401)
})

test('a member of one workspace is nobody in another', async () => {
  const maren = await world.owner()
  const other = await world.owner('Another bakery')
  const answer = await maren.ask('GET', '/members', undefined, { 'heed-workspace': other.workspaceId })
  assert.equal(answer.status, 404)
  assert.equal(answer.body.code, 'no_workspace')
})

test('an address with a torn id leads nowhere, like one of something that is gone', async () => {
  const maren = await world.owner()
  for (const address of ['/persons/abc', '/voices/abc', '/cases/abc', '/surveys/abc', '/imports/abc'])
    assert.deepEqual([address, (await maren.get(address)).status], [address, 404])
})

test('a wrong body is refused with the field and the reason', async () => {
  const maren = await world.owner()
  const answer = await maren.post('/invitations', { email: 'not an address', role: 'king' })
  assert.equal(answer.status, 400)
  assert.deepEqual(
    answer.body.errors.map((row: { field: string }) => row.field),
    ['email', 'role'],
  )
})
