/**
 * Who may do what, for real: every route that exists, asked by every role, by keys with each scope, by somebody signed out
 * and by a member of another workspace. Both lists are read from the program, so that a new route or row cannot be forgotten.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Route } from '#platform'
import type { Who } from '#trust'
import { SCOPES, type Role } from '#trust/contract'
import {
  mayAs,
  mayFromElsewhere,
  maySignedOut,
  mayWith,
  permissionTable,
  probing,
  RANK,
  walkRoutes,
  type Actor,
  type Ask,
} from '#test/permits'
import { CAST, openWorld, type Asker } from '#test/world'

const world = await openWorld(after, { work: false, env: { HEED_LIMITS: 'off' } })
let maren: Asker
const roles: Record<Role, Asker> = {} as never

before(async () => {
  maren = await world.owner()
  roles.owner = maren
  for (const [role, person] of [
    ['manager', CAST.tom],
    ['teammate', CAST.ines],
    ['observer', CAST.yusuf],
  ] as const)
    roles[role] = await world.member(maren, role, person)
})

const withKey = (key: string): Ask => probing(world.stranger, { authorization: `Bearer ${key}` })

async function walk(actor: Actor): Promise<void> {
  assert.deepEqual((await walkRoutes(actor, world.heed.routes)).wrong, [])
}

const routeTo = (path: string): Route<Who> =>
  world.heed.routes.find((route) => route.method === 'get' && route.path === path)!

test('every route names a permission of the table, and every permission opens some route', () => {
  const named = new Set(world.heed.routes.map((route) => route.permit))
  assert.ok(world.heed.routes.length > 80)
  assert.deepEqual(
    [...named].filter((permit) => !permissionTable.has(permit) && permit !== 'public' && permit !== 'account'),
    [],
  )
})

for (const role of RANK)
  test(`a ${role} may do what the table says, on every route, and nothing else`, () =>
    walk({ name: role, ask: probing(roles[role]), expected: mayAs(role) }))

test('somebody who is not signed in is asked to, on every route that is not public', () =>
  walk({ name: 'signed out', ask: probing(world.stranger), expected: maySignedOut }))

test('an owner of another workspace is nobody here, on every route', async () => {
  const other = await world.owner('Another bakery')
  await walk({
    name: 'elsewhere',
    ask: probing(other, { 'heed-workspace': maren.workspaceId }),
    expected: mayFromElsewhere,
  })
})

const keyOf = async (asker: Asker, input: object): Promise<{ id: string; key: string }> => {
  const { body, status, text } = await asker.post('/keys', { name: 'till', ...input })
  assert.equal(status, 201, text)
  return body
}

for (const scope of SCOPES)
  test(`a key that opens “${scope}” opens that alone, on every route`, async () => {
    const { key } = await keyOf(maren, { scopes: [scope] })
    await walk({ name: `key ${scope}`, ask: withKey(key), expected: mayWith([scope], 'owner') })
  })

test('a key with every scope still does nothing that only a person may', async () => {
  const { key } = await keyOf(maren, { scopes: SCOPES })
  await walk({ name: 'key of all', ask: withKey(key), expected: mayWith(SCOPES, 'owner') })
  const never = [...permissionTable].filter(([, { scope }]) => scope === null).map(([permission]) => permission)
  assert.ok(never.includes('keys.manage') && never.includes('team.change') && never.includes('workspace.remove'))
})

test('a key says the workspace itself: no header takes it elsewhere', async () => {
  const other = await world.owner('A third bakery')
  const { key } = await keyOf(maren, { scopes: ['read'] })
  const answer = await world.stranger.ask('GET', '/workspace', undefined, {
    authorization: `Bearer ${key}`,
    'heed-workspace': other.workspaceId,
  })
  assert.equal(answer.body.id, maren.workspaceId)
})

test('a key opens nothing after it expired, was withdrawn, or lost the person behind it', async () => {
  const founder = await world.owner('The short-lived')
  const tom = await world.member(founder, 'manager', { name: 'Tom Okafor', email: 'tom@short.example' })
  const expiring = await keyOf(founder, { scopes: SCOPES, days: 1 })
  const withdrawn = await keyOf(founder, { scopes: SCOPES })
  const toms = await keyOf(tom, { scopes: SCOPES })
  assert.equal((await founder.delete(`/keys/${withdrawn.id}`)).status, 204)
  assert.equal((await founder.delete(`/members/${tom.accountId}`)).status, 204)
  await walk({ name: 'withdrawn', ask: withKey(withdrawn.key), expected: () => 'key_unknown' })
  await walk({ name: 'orphaned', ask: withKey(toms.key), expected: () => 'key_orphaned' })
  assert.equal((await withKey(expiring.key)(routeTo('/voices'))).status, 200)
  world.travel(new Date(Date.now() + 25 * 3_600_000))
  await walk({ name: 'expired', ask: withKey(expiring.key), expected: () => 'key_expired' })
  const states = (await founder.get('/keys')).body.data.map((key: { state: string }) => key.state)
  world.travel(new Date())
  assert.deepEqual(states.toSorted(), ['expired', 'orphaned'])
})

test('a key falls with the role of the person behind it, and rises no higher when another takes it over', async () => {
  const founder = await world.owner('The changing house')
  const tom = await world.member(founder, 'manager', { name: 'Tom Okafor', email: 'tom@changing.example' })
  const { id, key } = await keyOf(tom, { scopes: SCOPES })
  assert.equal((await withKey(key)(routeTo('/persons/duplicates'))).status, 200)
  await founder.put(`/members/${tom.accountId}/role`, { role: 'observer' })
  await walk({ name: 'of an observer', ask: withKey(key), expected: mayWith(SCOPES, 'observer') })
  assert.equal((await tom.post('/keys', { name: 'more', scopes: ['read'] })).status, 403)
  const kept = await founder.put(`/keys/${id}/keeper`, undefined)
  assert.deepEqual(kept.body.keeper, { name: founder.who.name, role: 'owner' })
  assert.equal((await withKey(key)(routeTo('/persons/duplicates'))).status, 200)
})

test('an owner may remove the workspace, and nobody else; everybody may sign themselves out', async () => {
  const founder = await world.owner('The last day')
  const { key } = await keyOf(founder, { scopes: SCOPES })
  const tom = await world.member(founder, 'manager', { name: 'Tom Okafor', email: 'tom@last.example' })
  const ending = (path: string) => world.heed.routes.find((route) => route.method === 'delete' && route.path === path)!
  const removal = ending('/workspace')
  assert.equal((await withKey(key)(removal)).body.code, 'not_permitted')
  assert.equal((await probing(tom)(removal)).body.code, 'not_permitted')
  assert.equal((await probing(founder)(removal)).status, 204)
  assert.equal((await withKey((await keyOf(maren, {})).key)(ending('/account/sessions'))).body.code, 'not_permitted')
  assert.ok((await probing(tom)(ending('/account/sessions'))).status < 300)
  assert.equal((await tom.get('/account')).body.code, 'not_signed_in')
})

test('of the accounts library only what is meant to be open is', async () => {
  for (const [method, path] of [
    ['POST', '/sign-in/email'],
    ['POST', '/sign-in/social'],
    ['POST', '/sign-up/email'],
    ['GET', '/get-session'],
    ['GET', '/list-sessions'],
    ['POST', '/revoke-session'],
    ['POST', '/revoke-other-sessions'],
    ['POST', '/change-password'],
    ['POST', '/change-email'],
    ['POST', '/request-password-reset'],
    ['POST', '/reset-password'],
    ['POST', '/update-user'],
    ['POST', '/delete-user'],
    ['GET', '/reference'],
    ['GET', '/ok'],
    ['GET', '/error'],
  ] as const)
    for (const asker of [world.stranger, maren]) {
      const answer = await asker.ask(method, `http://heed.example/api/auth${path}`, method === 'GET' ? undefined : {})
      assert.equal(answer.status, 404, `${method} ${path} is open`)
    }
})

test('a key withdrawn in the moment in which somebody takes it over is gone, and nobody is told of a mistake', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { id } = await keyOf(maren, { scopes: ['read'] })
    const answers = await Promise.all([
      maren.put(`/keys/${id}/keeper`),
      maren.delete(`/keys/${id}`),
      maren.put(`/keys/${id}/keeper`),
    ])
    assert.deepEqual(
      answers.filter(({ status }) => status >= 500).map(({ text }) => text),
      [],
    )
  }
})
