import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId, readConfig } from '#platform'
import { openProvider, type Identity } from '#test/oidc'
import { visitor, type Visitor } from '#test/visitor'
import { openWorld, PASSWORD } from '#test/world'

const provider = await openProvider('http://heed.example/api/v1/sign-in/provider/back')
after(() => provider.close())
const world = await openWorld(after, {
  work: false,
  env: {
    HEED_TRUST_PROXY: 'on',
    HEED_OIDC_ISSUER: provider.issuer,
    HEED_OIDC_CLIENT_ID: provider.clientId,
    HEED_OIDC_CLIENT_SECRET: provider.clientSecret,
    HEED_OIDC_NAME: 'Linden & Rye',
    HEED_OIDC_DOMAINS: 'lindenrye.example=teammate',
  },
})
const maren = await world.owner()
let addresses = 0
const somebody = (): Visitor => visitor(world, `203.0.113.${(addresses += 1)}`)
const person = (over: Partial<Identity> = {}): Identity => ({
  sub: newId(),
  email: `p${newId().slice(-8)}@brandt.example`,
  email_verified: true,
  name: 'Ada Brandt',
  ...over,
})

/** There and back: where one ends up. */
async function come(one: Visitor, as: Identity, ask = ''): Promise<string> {
  provider.next = as
  const off = await one.get(`/sign-in/provider${ask}`)
  assert.equal(off.status, 302)
  const back = await one.get(await provider.travel(off.headers.get('location')!))
  assert.equal(back.status, 302)
  return back.headers.get('location')!
}
const me = async (one: Visitor) => (await one.get('/me')).body
const invite = (email: string, role = 'observer') => maren.post('/invitations', { email, role })

test('the sign-in page is told what the button is called', async () => {
  assert.deepEqual((await somebody().get('/sign-in')).body.provider, { name: 'Linden & Rye' })
})

test('somebody invited comes in with the role they were invited for, and is known from then on', async () => {
  const ada = person()
  await invite(ada.email!, 'manager')
  const first = somebody()
  assert.equal(await come(first, ada, '?next=/w/there'), '/w/there')
  const seen = await me(first)
  assert.deepEqual(
    [seen.account.name, seen.account.email, seen.memberships[0].role],
    ['Ada Brandt', ada.email, 'manager'],
  )
  const own = (await first.get('/account')).body
  assert.deepEqual([own.emailProved, own.hasPassword, own.provider.joined], [true, false, true])
  const again = somebody()
  // The provider knows them by number: a changed address there changes nothing here.
  await come(again, { ...ada, email: 'else@brandt.example' })
  assert.equal((await me(again)).account.id, seen.account.id)
})

test('somebody nobody invited stays outside, and no account is made', async () => {
  const one = somebody()
  const stranger = person()
  assert.equal(await come(one, stranger), '/sign-in?trouble=not_invited')
  assert.equal((await me(one)).account, null)
  assert.equal(await world.heed.accounts.findByEmail(stranger.email!), null)
})

test('an e-mail the provider does not call verified is not believed', async () => {
  const ada = person({ email_verified: false })
  await invite(ada.email!)
  assert.equal(await come(somebody(), ada), '/sign-in?trouble=no_email')
  const { email: _, ...nameless } = person()
  assert.equal(await come(somebody(), nameless), '/sign-in?trouble=no_email')
})

test('a whole domain may come in with its role, where the installation says so; a look-alike may not', async () => {
  const tom = person({ email: `tom${newId().slice(-6)}@lindenrye.example`, name: 'Tom Okafor' })
  const one = somebody()
  assert.equal(await come(one, tom), '/')
  assert.equal((await me(one)).memberships[0].role, 'teammate')
  for (const email of ['x@evil.lindenrye.example', 'x@lindenrye.example.evil.example', 'x@notlindenrye.example'])
    assert.equal(await come(somebody(), person({ email })), '/sign-in?trouble=not_invited', email)
})

test('an account whose e-mail was never proved is not handed over by its e-mail alone', async () => {
  const email = `yusuf${newId().slice(-6)}@lindenrye.example`
  await world.heed.accounts.signUp({ name: 'Yusuf Demir', email, password: PASSWORD })
  const yusuf = person({ email })
  const one = somebody()
  assert.equal(await come(one, yusuf), '/sign-in?trouble=prove_first')
  assert.equal((await me(one)).account, null)
  // With the password once, and the two are joined for good.
  await one.post('/sign-in', { email, password: PASSWORD })
  assert.equal(await come(one, yusuf, '?join=1&next=/account'), '/account')
  const later = somebody()
  assert.equal(await come(later, yusuf), '/')
  assert.equal((await me(later)).account.email, email)
})

test('another site cannot join somebody’s account with a foreign identity', async () => {
  const email = `ines${newId().slice(-6)}@lindenrye.example`
  await world.heed.accounts.signUp({ name: 'Ines Duarte', email, password: PASSWORD })
  const ines = somebody()
  await ines.post('/sign-in', { email, password: PASSWORD })
  provider.next = person()
  const off = await ines.ask('GET', '/sign-in/provider?join=1', undefined, { 'sec-fetch-site': 'cross-site' })
  const back = await ines.get(await provider.travel(off.headers.get('location')!))
  assert.equal(back.headers.get('location'), '/sign-in?trouble=not_invited')
  assert.equal((await ines.get('/account')).body.provider.joined, false)
})

test('one identity belongs to one account', async () => {
  const shared = person()
  const found: string[] = []
  for (let turn = 0; turn < 2; turn += 1) {
    const email = `ines${newId().slice(-6)}@brandt.example`
    await world.heed.accounts.signUp({ name: 'Ines Duarte', email, password: PASSWORD })
    const one = somebody()
    await one.post('/sign-in', { email, password: PASSWORD })
    found.push(await come(one, shared, '?join=1&next=/account'))
  }
  assert.deepEqual(found, ['/account', '/account?trouble=taken'])
})

test('an answer that was overheard, made up or used before opens nothing', async () => {
  const ada = person()
  await invite(ada.email!)
  const one = somebody()
  provider.next = ada
  const off = await one.get('/sign-in/provider')
  const back = await provider.travel(off.headers.get('location')!)
  const thief = somebody()
  assert.equal((await thief.get(back)).headers.get('location'), '/sign-in?trouble=failed')
  const wrongState = new URL(back)
  wrongState.searchParams.set('state', 'made-up')
  assert.equal((await one.get(wrongState.href)).headers.get('location'), '/sign-in?trouble=failed')
  assert.equal((await one.get(back)).headers.get('location'), '/sign-in?trouble=failed', 'the trip is over')
  assert.deepEqual([(await me(one)).account, (await me(thief)).account], [null, null])
})

test('after coming in one is not led to another site', async () => {
  const ada = person()
  await invite(ada.email!)
  const one = somebody()
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])
    assert.equal(await come(one, ada, `?next=${encodeURIComponent(next)}`), '/', next)
})

test('a workspace that asks for two steps is open to the business’s own sign-in', async () => {
  const ada = person()
  await invite(ada.email!)
  const one = somebody()
  await come(one, ada)
  await world.app.db.inWorkspace(maren.workspaceId, async (tx) => {
    const { sql } = await import('kysely')
    await sql`update trust.workspace set two_step_required = true where workspace_id = ${maren.workspaceId}`.execute(tx)
  })
  assert.equal((await maren.get('/workspace')).body.code, 'two_step_needed')
  assert.equal((await one.ask('GET', '/workspace', undefined, { 'heed-workspace': maren.workspaceId })).status, 200)
})

test('an account without a password has its last way in kept, and may be given one just after signing in', async () => {
  const ada = person()
  const other = await world.owner('Another bakery')
  const one = somebody()
  await other.post('/invitations', { email: ada.email!, role: 'observer' })
  await come(one, ada)
  assert.equal((await one.ask('DELETE', '/account/provider', {})).body.code, 'last_way_in')
  world.travel(new Date(Date.now() + 20 * 60_000))
  assert.equal((await one.ask('PUT', '/account/password', { next: 'seven geese at dawn' })).body.code, 'sign_in_again')
  world.travel(new Date())
  assert.equal((await one.ask('PUT', '/account/password', { next: 'seven geese at dawn' })).status, 200)
  assert.equal((await one.ask('DELETE', '/account/provider', { password: 'seven geese at dawn' })).status, 204)
})

test('a provider that cannot be reached is said so', async () => {
  const lost = await openWorld(after, {
    work: false,
    env: {
      HEED_OIDC_ISSUER: 'http://127.0.0.1:9',
      HEED_OIDC_CLIENT_ID: 'heed',
      HEED_OIDC_CLIENT_SECRET: 'secret',
    },
  })
  const answer = await visitor(lost, '').get('/sign-in/provider')
  assert.equal(answer.headers.get('location'), '/sign-in?trouble=unreachable')
})

test('half a set-up, or a domain with the role of an owner, does not start', () => {
  const config = (env: Record<string, string>) => () => readConfig({ HEED_DATA: 'data', ...env })
  assert.throws(config({ HEED_OIDC_ISSUER: 'https://id.example' }), /HEED_OIDC_CLIENT_ID and HEED_OIDC_CLIENT_SECRET/)
  const whole = {
    HEED_OIDC_ISSUER: 'https://id.example',
    HEED_OIDC_CLIENT_ID: 'heed',
    HEED_OIDC_CLIENT_SECRET: 'secret',
  }
  assert.throws(config({ ...whole, HEED_OIDC_DOMAINS: 'lindenrye.example=owner' }), /HEED_OIDC_DOMAINS/)
  assert.deepEqual(
    config({ ...whole, HEED_OIDC_DOMAINS: 'Lindenrye.example=teammate, brandt.example=observer' })().oidc?.domains,
    [
      { domain: 'lindenrye.example', role: 'teammate', workspaceId: null },
      { domain: 'brandt.example', role: 'observer', workspaceId: null },
    ],
  )
})
