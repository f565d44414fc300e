/** How the business's own sign-in is set up, and why it cannot be reached, against real servers that misbehave. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { openProvider } from '#test/oidc'
import { CAST, openWorld } from '#test/world'
import { readConfig } from '#platform'
import { describeProvider } from './provider.ts'
import { providerTrouble } from './provider-trouble.ts'

const BACK = 'http://heed.example/api/v1/sign-in/provider/back'
const provider = await openProvider(BACK)
after(() => provider.close())

const settings = (issuer: string) => ({
  HEED_OIDC_ISSUER: issuer,
  HEED_OIDC_CLIENT_ID: 'heed',
  HEED_OIDC_CLIENT_SECRET: 'a secret between the two',
})
const world = await openWorld(after, {
  work: false,
  env: {
    ...settings(provider.issuer),
    HEED_OIDC_NAME: 'Linden & Rye',
    HEED_OIDC_DOMAINS: 'lindenrye.example=teammate',
  },
})
const maren = await world.owner()

test('the page shows how it is set up and what to copy, and never the secret; only owners see it', async () => {
  const { body, text } = await maren.get('/provider')
  assert.equal(body.back, BACK)
  assert.deepEqual(
    [body.setup.issuer, body.setup.clientId, body.setup.domains],
    [provider.issuer, 'heed', [{ domain: 'lindenrye.example', role: 'teammate' }]],
  )
  assert.doesNotMatch(text, /a secret between/)
  const yusuf = await world.member(maren, 'manager', CAST.yusuf)
  assert.equal((await yusuf.get('/provider')).status, 403)
  assert.equal((await yusuf.post('/provider/check')).status, 403)
})

test('a provider that describes itself passes the check, with what is to think about', async () => {
  const { body } = await maren.post('/provider/check')
  assert.equal(body.sound, true)
  const of = (key: string) => body.findings.find((one: { key: string }) => one.key === key)
  assert.deepEqual([of('reach').verdict, of('doors').verdict, of('pkce').verdict], ['good', 'good', 'good'])
  assert.equal(of('back').verdict, 'note', 'the address of this Heed is not encrypted')
})

test('without one, the page says so, and the check too', async () => {
  const plain = await openWorld(after, { work: false })
  const owner = await plain.owner()
  const { body } = await owner.get('/provider')
  assert.deepEqual([body.setup, body.back], [null, BACK])
  assert.ok(body.settings.includes('HEED_OIDC_ISSUER'))
  assert.equal((await owner.post('/provider/check')).body.sound, false)
})

const ANSWERS: Record<string, [number, string, string]> = {
  '/nothing': [404, 'text/html', 'no'],
  '/page': [200, 'text/html', '<html>'],
  '/other': [200, 'application/json', '{"issuer":"https://id.example/realms/bakery"}'],
  '/torn': [200, 'application/json', '{"issuer"'],
  '/strange': [200, 'application/json', '{"hello":1}'],
}
const odd = createServer((request, response) => {
  const [status, type, body] = ANSWERS[`/${request.url!.split('/')[1]}`]!
  response.writeHead(status, { 'content-type': type }).end(body)
})
await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve))
after(() => new Promise<void>((resolve) => odd.close(() => resolve())))
const { port } = odd.address() as AddressInfo

/** A port on which nothing listens: it was free a moment ago. */
const silent = await new Promise<number>((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const free = (probe.address() as AddressInfo).port
    probe.close(() => resolve(free))
  })
})

for (const [what, issuer, says] of [
  ['nothing lies there', `http://127.0.0.1:${port}/nothing`, /answered 404.+realm or tenant/],
  ['a page lies there', `http://127.0.0.1:${port}/page`, /not the description of a sign-in/],
  ['it is called otherwise', `http://127.0.0.1:${port}/other`, /calls itself https:\/\/id\.example\/realms\/bakery\./],
  ['its answer is torn', `http://127.0.0.1:${port}/torn`, /not the description of a sign-in/],
  ['its answer is strange', `http://127.0.0.1:${port}/strange`, /not the description of a sign-in/],
  ['nobody answers', `http://127.0.0.1:${silent}`, /Nothing answers at 127\.0\.0\.1:\d+/],
  ['it speaks no TLS', `https://127.0.0.1:${port}/nothing`, /does not speak TLS/],
  ['it is not encrypted', 'http://id.example', /must begin with https/],
] as const)
  test(`where ${what}, the check says so and what to do`, async () => {
    const { oidc } = readConfig(settings(issuer))
    const error = await describeProvider(oidc!).then(
      () => assert.fail('it was found'),
      (reason: unknown) => reason,
    )
    assert.match(providerTrouble(issuer, error), says)
  })

test('a name nobody knows, a slow answer, a foreign certificate and the unknown are told apart', () => {
  const from = (code: string) =>
    providerTrouble('https://id.example', new TypeError('fetch failed', { cause: { code } }))
  assert.match(from('ENOTFOUND'), /no machine called id\.example/)
  assert.match(from('OAUTH_TIMEOUT'), /did not answer within ten seconds/)
  assert.match(from('SELF_SIGNED_CERT_IN_CHAIN'), /not one this machine trusts/)
  assert.match(providerTrouble('https://id.example', new Error('the moon is full')), /the moon is full/)
})
