import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hashPassword as scrypt } from 'better-auth/crypto'
import pg from 'pg'
import { newId } from '#platform'
import { openMailbox } from '#test/mailbox'
import { eventually, visitor, type Visitor } from '#test/visitor'
import { openWorld, PASSWORD } from '#test/world'
import { codeOf, stepAt } from './second-step.ts'

const mailbox = await openMailbox()
const world = await openWorld(after, {
  work: false,
  env: { SMTP_URL: mailbox.url, MAIL_FROM: 'Heed <heed@lindenrye.example>', HEED_TRUST_PROXY: 'on' },
})
after(() => mailbox.close())
const { app } = world.heed
const NEW = 'seven geese at dawn'
let addresses = 0
const nextAddress = (): string => `203.0.113.${(addresses += 1)}`

/** Somebody with an account of their own, from an address of their own. */
async function person(): Promise<Visitor & { email: string; accountId: string; name: string }> {
  const name = 'Ines Duarte'
  const email = `ines+${newId().slice(-10)}@lindenrye.example`
  const { account } = await world.heed.accounts.signUp({ name, email, password: PASSWORD })
  const somebody = visitor(world, nextAddress())
  assert.equal((await somebody.post('/sign-in', { email, password: PASSWORD })).body.next, 'in')
  return { ...somebody, name, email, accountId: account.id }
}

const isIn = async (one: Visitor): Promise<boolean> => (await one.get('/me')).body.account !== null
const sessionOf = (one: Visitor): string | undefined => one.cookies.get('heed.session_token')

async function database(): Promise<pg.Client> {
  const client = new pg.Client(app.db.source.owner)
  await client.connect()
  await client.query(`set heed.accounts = 'on'`)
  return client
}

const letterTo = (to: string, says: RegExp): Promise<string> =>
  eventually(
    () => mailbox.letters.find((letter) => letter.to === to && says.test(letter.text))?.text,
    (text) => text !== undefined,
  ) as Promise<string>
const linkIn = (text: string, kind: string): string => new RegExp(`/${kind}/([\\w-]+)`).exec(text)![1]!

async function withTwoSteps(one: Visitor): Promise<{ seed: string; codes: string[] }> {
  const begun = await one.post('/account/two-step', { password: PASSWORD })
  assert.equal(begun.status, 200, begun.text)
  const seed = String(begun.body.secret).replaceAll(' ', '')
  const confirmed = await one.post('/account/two-step/confirmation', { code: codeNow(seed) })
  assert.equal(confirmed.status, 200, confirmed.text)
  return { seed, codes: confirmed.body.codes }
}
const codeNow = (seed: string, later = 0): string => codeOf(seed, stepAt(app.clock.now()) + later)

test('signing in begins a new session, and the one the browser brought along ends', async () => {
  const ines = await person()
  const planted = sessionOf(ines)!
  await ines.post('/sign-in', { email: ines.email, password: PASSWORD })
  assert.notEqual(sessionOf(ines), planted)
  const thief = visitor(world, nextAddress(), new Map([['heed.session_token', planted]]))
  assert.equal(await isIn(thief), false)
  assert.equal(await isIn(ines), true)
})

test('a session made up, cut short or signed by somebody else opens nothing', async () => {
  const ines = await person()
  const real = sessionOf(ines)!
  for (const cookie of [
    real.split('.')[0]!,
    `${real.slice(0, -6)}AAAAAA`,
    'x.y',
    '',
    `${newId()}.${real.split('.')[1]}`,
  ])
    assert.equal(await isIn(visitor(world, nextAddress(), new Map([['heed.session_token', cookie]]))), false, cookie)
})

test('an unknown address and a wrong password are answered alike, letter by letter', async () => {
  const ines = await person()
  const known = await visitor(world, nextAddress()).post('/sign-in', {
    email: ines.email,
    password: 'wrong words here',
  })
  const unknown = await visitor(world, nextAddress()).post('/sign-in', {
    email: 'nobody@lindenrye.example',
    password: 'wrong words here',
  })
  assert.equal(known.status, 401)
  assert.deepEqual([unknown.status, unknown.text], [known.status, known.text])
  assert.deepEqual([...unknown.headers], [...known.headers])
})

test('asking for a new password is answered alike for everybody', async () => {
  const ines = await person()
  const known = await visitor(world, nextAddress()).post('/password-resets', { email: ines.email })
  const unknown = await visitor(world, nextAddress()).post('/password-resets', { email: 'nobody@lindenrye.example' })
  assert.equal(known.status, 204)
  assert.deepEqual([unknown.status, unknown.text, [...unknown.headers]], [known.status, known.text, [...known.headers]])
})

test('an invitation does not say whether its address has an account', async () => {
  const maren = await world.owner()
  const ines = await person()
  const seen: unknown[] = []
  for (const email of [ines.email, 'stranger@lindenrye.example']) {
    const { body } = await maren.post('/invitations', { email, role: 'teammate' })
    const answer = await visitor(world, nextAddress()).get(
      `/invitations/by-token/${String(body.link).split('/').at(-1)}`,
    )
    seen.push({ ...answer.body, email: '' })
  }
  assert.deepEqual(seen[0], seen[1])
})

test('somebody unknown costs as many hashes as somebody known', async () => {
  const ines = await person()
  const time = async (email: string) => {
    const since = process.cpuUsage()
    await visitor(world, nextAddress()).post('/sign-in', { email, password: 'wrong words here' })
    const { user, system } = process.cpuUsage(since)
    return (user + system) / 1000
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let turn = 0; turn < 9; turn += 1) {
    known.push(await time(ines.email))
    unknown.push(await time(`nobody${turn}@lindenrye.example`))
  }
  const middle = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!
  // Without the hash for nobody, the unknown would take a tenth of it.
  assert.ok(middle(unknown) > middle(known) / 2, `known ${middle(known)} ms, unknown ${middle(unknown)} ms of work`)
})

test('a thousand wrong passwords of a stranger are slowed, and do not keep the owner out', async () => {
  const ines = await person()
  const stranger = visitor(world, nextAddress())
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, n) => stranger.post('/sign-in', { email: ines.email, password: `wrong ${n}` })),
  )
  const judged = answers.filter((answer) => answer.status === 401).length
  assert.equal(answers.filter((answer) => answer.status === 429).length + judged, 1000)
  // Five are free; then it takes 20, 40, 80 seconds until the next: in a quarter of an hour not six more.
  assert.ok(judged <= 11, `${judged} of a thousand tries were judged`)
  // From elsewhere, with a browser never seen before.
  const elsewhere = visitor(world, nextAddress())
  assert.equal((await elsewhere.post('/sign-in', { email: ines.email, password: PASSWORD })).status, 200)
  // From the very address of the stranger, with a browser that was here before.
  const sameHouse = visitor(world, stranger.address, new Map([['heed.device', ines.cookies.get('heed.device')!]]))
  assert.equal((await sameHouse.post('/sign-in', { email: ines.email, password: PASSWORD })).status, 200)
  assert.equal(await isIn(ines), true)
})

test('a stranger is slowed for e-mails that nobody has just the same', async () => {
  const stranger = visitor(world, nextAddress())
  const answers = []
  for (let n = 0; n < 8; n += 1)
    answers.push(await stranger.post('/sign-in', { email: 'nobody@lindenrye.example', password: `wrong ${n}` }))
  assert.equal(answers.at(-1)!.status, 429)
  assert.match(answers.at(-1)!.body.detail, /Wait/)
})

test('guessing one password for many accounts is slowed by address, and waiting ends it', async () => {
  const stranger = visitor(world, nextAddress())
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      stranger.post('/sign-in', { email: `guess${n}@lindenrye.example`, password: 'wrong words here' }),
    ),
  )
  assert.ok(answers.some((answer) => answer.status === 429))
  world.travel(new Date(Date.now() + 2 * 3_600_000))
  assert.equal((await stranger.post('/sign-in', { email: 'a@b.example', password: 'wrong' })).status, 401)
  world.travel(new Date())
})

test('addresses and e-mails of wrong tries are not written down', async () => {
  const client = await database()
  const { rows } = await client.query<{ key: string }>('select key from trust.attempt')
  await client.end()
  assert.ok(rows.length > 0)
  for (const { key } of rows) assert.match(key, /^[\w-]{43}$/)
})

test('a common password is refused with the reason, at every door where one is chosen', async () => {
  const ines = await person()
  const changed = await ines.ask('PUT', '/account/password', { password: PASSWORD, next: 'Password2026!' })
  assert.deepEqual(
    [changed.status, changed.body.code, changed.body.errors[0].field],
    [400, 'password_too_common', 'next'],
  )
  const maren = await world.owner()
  const { body } = await maren.post('/invitations', { email: 'ada@brandt.example', role: 'observer' })
  const path = `/invitations/by-token/${String(body.link).split('/').at(-1)}/acceptance`
  const refused = await visitor(world, nextAddress()).post(path, { name: 'Ada Brandt', password: 'qwertyuiop' })
  assert.equal(refused.body.code, 'password_too_common')
  const own = await visitor(world, nextAddress()).post(path, { name: 'Ada Brandt', password: 'ada brandt 1' })
  assert.equal(own.body.code, 'password_too_common')
})

test('a password kept as scrypt still opens, and is kept as Argon2id from then on', async () => {
  const ines = await person()
  const client = await database()
  const kept = async () =>
    (await client.query(`select password from trust.credential where "userId" = $1`, [ines.accountId])).rows[0].password
  await client.query(`update trust.credential set password = $2 where "userId" = $1`, [
    ines.accountId,
    await scrypt(PASSWORD),
  ])
  const again = visitor(world, nextAddress())
  assert.equal((await again.post('/sign-in', { email: ines.email, password: PASSWORD })).status, 200)
  assert.match(await kept(), /^\$argon2id\$/)
  assert.equal((await again.post('/sign-in', { email: ines.email, password: PASSWORD })).status, 200)
  await client.end()
})

test('a new password by letter: single use, hashed, an hour, and every session ends', async () => {
  const ines = await person()
  const forgetful = visitor(world, nextAddress())
  await forgetful.post('/password-resets', { email: ines.email })
  const token = linkIn(await letterTo(ines.email, /\/reset\//), 'reset')
  const client = await database()
  const { rows } = await client.query('select token_hash from trust.account_link where account_id = $1', [
    ines.accountId,
  ])
  assert.ok(rows.length > 0 && rows.every((row) => !row.token_hash.includes(token)))
  await client.end()
  assert.equal((await forgetful.get(`/password-resets/by-token/${token}`)).body.email, ines.email)
  const weak = await forgetful.post(`/password-resets/by-token/${token}`, { password: 'password123' })
  assert.equal(weak.body.code, 'password_too_common', 'and the link still works afterwards')
  const both = await Promise.all(
    [1, 2].map(() => forgetful.post(`/password-resets/by-token/${token}`, { password: NEW })),
  )
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [204, 410])
  assert.equal(await isIn(ines), false)
  assert.equal((await ines.post('/sign-in', { email: ines.email, password: PASSWORD })).status, 401)
  assert.equal((await ines.post('/sign-in', { email: ines.email, password: NEW })).status, 200)
  assert.equal((await ines.get('/account')).body.emailProved, true)
  await letterTo(ines.email, /Your password was changed/)
})

test('a link for a new password runs out after an hour', async () => {
  const ines = await person()
  await visitor(world, nextAddress()).post('/password-resets', { email: ines.email })
  const token = linkIn(await letterTo(ines.email, /\/reset\//), 'reset')
  world.travel(new Date(Date.now() + 61 * 60_000))
  const answer = await visitor(world, nextAddress()).get(`/password-resets/by-token/${token}`)
  world.travel(new Date())
  assert.deepEqual([answer.status, answer.body.code], [410, 'link_over'])
})

test('a mailbox cannot be flooded, and the letters that came go on working', async () => {
  const ines = await person()
  for (let n = 0; n < 12; n += 1) await visitor(world, nextAddress()).post('/password-resets', { email: ines.email })
  await eventually(
    () => mailbox.letters.filter(({ to }) => to === ines.email).length,
    (count) => count >= 5,
  )
  // The last of the twelve may still be on its way; what counts is that no more than five ever come.
  await new Promise((resolve) => setTimeout(resolve, 500))
  const letters = mailbox.letters.filter(({ to }) => to === ines.email)
  assert.equal(letters.length, 5)
  const token = linkIn(letters[0]!.text, 'reset')
  assert.equal((await ines.post(`/password-resets/by-token/${token}`, { password: NEW })).status, 204)
})

test('a changed password ends every other session and goes on here under a new secret', async () => {
  const ines = await person()
  const elsewhere = visitor(world, nextAddress())
  await elsewhere.post('/sign-in', { email: ines.email, password: PASSWORD })
  const before = sessionOf(ines)!
  const wrong = await ines.ask('PUT', '/account/password', { password: 'not mine at all', next: NEW })
  assert.equal(wrong.body.code, 'wrong_password')
  assert.equal(await isIn(elsewhere), true)
  assert.equal((await ines.ask('PUT', '/account/password', { password: PASSWORD, next: NEW })).status, 200)
  assert.notEqual(sessionOf(ines), before)
  assert.deepEqual([await isIn(ines), await isIn(elsewhere)], [true, false])
  assert.equal(await isIn(visitor(world, nextAddress(), new Map([['heed.session_token', before]]))), false)
})

test('two steps: a code of the app, once each, and no session before it', async () => {
  const ines = await person()
  const before = sessionOf(ines)!
  const { seed } = await withTwoSteps(ines)
  assert.notEqual(sessionOf(ines), before)
  const thief = visitor(world, nextAddress())
  assert.equal((await thief.post('/sign-in', { email: ines.email, password: PASSWORD })).body.next, 'code')
  assert.equal(sessionOf(thief), undefined)
  assert.equal(await isIn(thief), false)
  assert.equal((await thief.post('/sign-in/code', { code: '000000' })).body.code, 'wrong_code')
  // The code that confirmed the app was used: overheard, it opens nothing.
  assert.equal((await thief.post('/sign-in/code', { code: codeNow(seed) })).body.code, 'wrong_code')
  const again = visitor(world, nextAddress())
  await again.post('/sign-in', { email: ines.email, password: PASSWORD })
  assert.equal((await again.post('/sign-in/code', { code: codeNow(seed, 1) })).status, 200)
  assert.equal(await isIn(again), true)
  const late = visitor(world, nextAddress())
  assert.equal((await late.post('/sign-in/code', { code: codeNow(seed, 1) })).body.code, 'step_over')
})

test('guessing codes is slowed, over all addresses together', async () => {
  const ines = await person()
  const { seed } = await withTwoSteps(ines)
  let judged = 0
  for (let n = 0; n < 30; n += 1) {
    const thief = visitor(world, `198.51.100.${n}`)
    await thief.post('/sign-in', { email: ines.email, password: PASSWORD })
    for (let m = 0; m < 2; m += 1)
      if ((await thief.post('/sign-in/code', { code: `00${n}${m}00`.slice(0, 6).padEnd(6, '0') })).status === 400)
        judged += 1
  }
  assert.ok(judged < 30, `${judged} codes were judged`)
  // The owner's own browser is known and counted for itself.
  await ines.post('/sign-in', { email: ines.email, password: PASSWORD })
  assert.equal((await ines.post('/sign-in/code', { code: codeNow(seed, 1) })).status, 200)
})

test('a recovery code opens once, is kept as a hash, and new ones end the old', async () => {
  const ines = await person()
  const { codes } = await withTwoSteps(ines)
  const client = await database()
  const { rows } = await client.query('select hash from trust.recovery_code where account_id = $1', [ines.accountId])
  assert.equal(rows.length, 10)
  for (const { hash } of rows) assert.ok(!codes.some((code) => hash.includes(code)))
  const seeds = await client.query('select secret from trust.second_step where account_id = $1', [ines.accountId])
  assert.match(seeds.rows[0].secret, /^[\w-]{60,}$/)
  await client.end()
  const lost = visitor(world, nextAddress())
  await lost.post('/sign-in', { email: ines.email, password: PASSWORD })
  assert.equal((await lost.post('/sign-in/code', { code: codes[0]!.toUpperCase().replace('-', ' ') })).status, 200)
  assert.equal((await lost.get('/account')).body.recoveryCodesLeft, 9)
  await lost.post('/sign-in', { email: ines.email, password: PASSWORD })
  assert.equal((await lost.post('/sign-in/code', { code: codes[0] })).body.code, 'wrong_code')
  const renewed = await ines.post('/account/recovery-codes', { password: PASSWORD })
  assert.equal(renewed.body.codes.length, 10)
  assert.equal((await lost.post('/sign-in/code', { code: codes[1] })).body.code, 'wrong_code')
  assert.equal((await lost.post('/sign-in/code', { code: renewed.body.codes[0] })).status, 200)
})

test('one step again needs the password, and is told by letter', async () => {
  const ines = await person()
  await withTwoSteps(ines)
  assert.equal((await ines.ask('DELETE', '/account/two-step', {})).body.code, 'wrong_password')
  assert.equal((await ines.ask('DELETE', '/account/two-step', { password: PASSWORD })).status, 200)
  const again = visitor(world, nextAddress())
  assert.equal((await again.post('/sign-in', { email: ines.email, password: PASSWORD })).body.next, 'in')
  await letterTo(ines.email, /no longer takes a second step/)
})

test('a new address counts once its letter was answered; the old one is told', async () => {
  const ines = await person()
  const to = `ines.new+${newId().slice(-8)}@lindenrye.example`
  assert.equal((await ines.post('/account/email', { email: to, password: 'wrong' })).body.code, 'wrong_password')
  const asked = await ines.post('/account/email', { email: to, password: PASSWORD })
  assert.equal(asked.body.mailedTo, to)
  assert.equal((await ines.get('/account')).body.email, ines.email)
  const token = linkIn(await letterTo(to, /\/verify\//), 'verify')
  const reader = visitor(world, nextAddress())
  assert.equal((await reader.post(`/email-proofs/by-token/${token}`)).body.email, to)
  assert.equal((await reader.post(`/email-proofs/by-token/${token}`)).status, 410)
  const now = (await ines.get('/account')).body
  assert.deepEqual([now.email, now.emailProved], [to, true])
  await letterTo(ines.email, /another e-mail address/)
})

test('wanting an address that somebody has is answered alike, and only its mailbox is told', async () => {
  const [ines, tom] = [await person(), await person()]
  const answer = await ines.post('/account/email', { email: tom.email, password: PASSWORD })
  assert.deepEqual(answer.body, { mailedTo: tom.email })
  await letterTo(tom.email, /already yours/)
  assert.equal((await ines.get('/account')).body.email, ines.email)
})

test('an address is proved by its letter', async () => {
  const ines = await person()
  assert.equal((await ines.get('/account')).body.emailProved, false)
  await ines.post('/account/email-proof')
  const token = linkIn(await letterTo(ines.email, /\/verify\//), 'verify')
  await visitor(world, nextAddress()).post(`/email-proofs/by-token/${token}`)
  assert.equal((await ines.get('/account')).body.emailProved, true)
})

test('sessions are listed with their devices and end one by one, or all', async () => {
  const ines = await person()
  const phone = visitor(world, nextAddress())
  await phone.ask(
    'POST',
    '/sign-in',
    { email: ines.email, password: PASSWORD },
    {
      'user-agent':
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
    },
  )
  const { data } = (await ines.get('/account/sessions')).body
  const there = data.find((row: { here: boolean; system: string }) => !row.here && row.system === 'iPhone')
  const here = data.find((row: { here: boolean }) => row.here)
  assert.deepEqual([there.browser, there.address, here.browser], ['Safari', phone.address, 'Firefox'])
  const stranger = await person()
  assert.equal((await stranger.ask('DELETE', `/account/sessions/${there.id}`)).status, 404)
  assert.equal((await ines.ask('DELETE', `/account/sessions/${there.id}`)).status, 204)
  assert.deepEqual([await isIn(phone), await isIn(ines)], [false, true])
  await ines.ask('DELETE', '/account/sessions')
  assert.equal(await isIn(ines), false)
})

test('a name and an address follow into the workspaces', async () => {
  const maren = await world.owner()
  const { body } = await maren.post('/invitations', { email: 'yusuf@lindenrye.example', role: 'teammate' })
  const yusuf = visitor(world, nextAddress())
  const path = `/invitations/by-token/${String(body.link).split('/').at(-1)}/acceptance`
  assert.equal((await yusuf.post(path, { name: 'Yusuf Demir', password: PASSWORD })).status, 200)
  await yusuf.ask('PATCH', '/account', { name: 'Yusuf D.' })
  const { data } = (await maren.get('/members')).body
  assert.ok(data.some((row: { name: string }) => row.name === 'Yusuf D.'))
  await letterTo('yusuf@lindenrye.example', /\/verify\//)
})

test('a workspace may ask its members for two steps: it stays closed to those who have one', async () => {
  const maren = await world.owner()
  const tom = await world.member(maren, 'teammate')
  assert.equal((await maren.patch('/workspace', { twoStepRequired: true })).body.code, 'two_step_first')
  const owner = visitor(world, nextAddress(), jarOf(maren.cookie))
  await withTwoSteps(owner)
  const at = { 'heed-workspace': maren.workspaceId }
  const set = await owner.ask('PATCH', '/workspace', { twoStepRequired: true }, at)
  assert.deepEqual([set.status, set.body.twoStepRequired], [200, true])
  assert.equal((await tom.get('/workspace')).body.code, 'two_step_needed')
  const me = (await tom.get('/me')).body
  assert.equal(me.memberships[0].needsTwoStep, true)
  const member = visitor(world, nextAddress(), jarOf(tom.cookie))
  assert.deepEqual((await member.get('/account')).body.askedBy, ['Linden & Rye'])
  await withTwoSteps(member)
  assert.equal((await member.ask('GET', '/workspace', undefined, at)).status, 200)
})

test('a key of a program has no account to change', async () => {
  const maren = await world.owner()
  const { body } = await maren.post('/keys', { name: 'till', scopes: ['manage'] })
  const answer = await world.stranger.ask('GET', '/account', undefined, { authorization: `Bearer ${body.key}` })
  assert.deepEqual([answer.status, answer.body.code], [403, 'not_permitted'])
})

test('of the library’s own routes only signing out is open', async () => {
  const ines = await person()
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'get-session',
    'list-sessions',
    'change-password',
    'update-user',
    'delete-user',
    'open-session',
    'openSession',
    'ok',
    'error',
  ])
    for (const method of ['GET', 'POST'])
      assert.equal(
        (await ines.ask(method, `http://heed.example/api/auth/${path}`, method === 'GET' ? undefined : {})).status,
        404,
        path,
      )
  const out = await ines.ask('POST', 'http://heed.example/api/auth/sign-out', {}, { origin: 'http://heed.example' })
  assert.equal(out.status, 200)
  assert.equal(await isIn(ines), false)
})

test('another site cannot act for somebody signed in', async () => {
  const ines = await person()
  for (const [method, path, body] of [
    ['PUT', '/account/password', { password: PASSWORD, next: NEW }],
    ['DELETE', '/account/sessions', undefined],
    ['POST', '/account/two-step', { password: PASSWORD }],
  ] as const) {
    const answer = await ines.ask(method, path, body, {
      origin: 'https://elsewhere.example',
      'sec-fetch-site': 'cross-site',
    })
    assert.equal(answer.body.code, 'foreign_origin', path)
  }
  assert.equal(await isIn(ines), true)
})

function jarOf(cookie: string): Map<string, string> {
  return new Map(cookie.split('; ').map((part) => part.split(/=(.*)/s).slice(0, 2) as [string, string]))
}
