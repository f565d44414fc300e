/** Sessions: planted before, used after their end, cut, forged, carried elsewhere; links and codes used twice; guessing. */
import { createHmac } from 'node:crypto'
import { codeOf, stepAt } from '../../server/trust/accounts/second-step.ts'
import { asking, type Answer } from '#test/asker'
import { PASSWORD, Tally, type Actor, type Result, type Target } from './target.ts'

const NAME = 'heed.session_token'
const NEW = 'seven geese at dawn'

export async function sessions(target: Target): Promise<Result> {
  const tally = new Tally('session fixation, replay, theft')
  const ask = (cookie: string, headers: Record<string, string> = {}) =>
    asking((request) => fetch(request, { redirect: 'manual' }), target.url, { cookie, headers })
  const isIn = async (cookie: string): Promise<boolean> => (await ask(cookie).get('/me')).body.account !== null
  const opens = async (what: string, cookie: string) => tally.note((await isIn(cookie)) ? `${what} still opens` : null)
  const holds = (what: string, held: boolean) => tally.note(held ? null : what)
  const somebody = () => target.newcomer('teammate')
  const again = async (one: Actor, cookie = '', password = PASSWORD) =>
    (await target.signIn(one.email, password, cookie)).cookie
  const valueOf = (cookie: string) => new RegExp(`${NAME.replace('.', '\\.')}=([^;]+)`).exec(cookie)?.[1] ?? ''

  const fixation = async () => {
    const one = await somebody()
    for (const planted of [`${NAME}=planted`, `${NAME}=${valueOf(one.cookie)}`, `${NAME}=; ${NAME}=x`]) {
      const fresh = await again(one, planted)
      holds(`signing in kept the session ${planted}`, valueOf(fresh) !== '' && !planted.includes(valueOf(fresh)))
      await opens(`a session planted before signing in (${planted.slice(0, 40)})`, planted)
    }
  }

  const replay = async () => {
    const one = await somebody()
    const old = await again(one)
    await ask(old, { origin: target.url }).ask('POST', '=/api/auth/sign-out', {})
    await opens('a session after signing out', old)
    const [here, there] = [await again(one), await again(one)]
    const changed = await ask(here).ask('PUT', '/account/password', { password: PASSWORD, next: NEW })
    holds(`the password could not be changed: ${changed.text}`, changed.status === 200)
    await opens('a session of before the password was changed', there)
    await opens('the session in which the password was changed, under its old secret', here)
    holds('the old password still opens', (await target.signIn(one.email, PASSWORD)).status === 401)
    const [first, second] = [await again(one, '', NEW), await again(one, '', NEW)]
    await ask(first).delete('/account/sessions')
    await opens('a session after signing out everywhere', first)
    await opens('another session after signing out everywhere', second)
    const leaver = await somebody()
    const members = (await target.owner.get('/members')).body.data as { accountId: string; email: string }[]
    await target.owner.delete(`/members/${members.find(({ email }) => email === leaver.email)!.accountId}`)
    for (const path of ['/voices', '/persons', '/today', '/members'])
      holds(`${path} is still open to somebody who left`, (await leaver.get(path)).status >= 400)
  }

  const theft = async () => {
    const one = await somebody()
    const real = valueOf(one.cookie)
    const [token = '', signature = ''] = decodeURIComponent(real).split('.')
    const forged = [
      token,
      `${token}.`,
      `.${signature}`,
      `${token}.${signature.slice(0, -4)}AAA=`,
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}.${signature}`,
      `${token}.${createHmac('sha256', 'secret').update(token).digest('base64')}`,
      `${token}.${createHmac('sha256', '').update(token).digest('base64')}`,
      real.toUpperCase(),
      'null',
      'undefined',
      '0',
      '../../x',
      '%00',
      "' or 1=1 --",
      '{"$ne":null}',
      'x'.repeat(6_000),
    ]
    for (const value of forged)
      await opens(`a forged session (${value.slice(0, 30)})`, `${NAME}=${encodeURIComponent(value)}`)
    for (const name of [
      'session_token',
      '__Secure-heed.session_token',
      '__Host-heed.session_token',
      'better-auth.session_token',
      'heed.session_data',
      'HEED.SESSION_TOKEN',
    ])
      await opens(`a session under the name ${name}`, `${name}=${real}`)
    for (const headers of [
      { authorization: `Bearer ${token}` },
      { authorization: `Bearer ${decodeURIComponent(real)}` },
      { 'x-session-token': token },
      { 'x-forwarded-user': one.email },
      { 'x-account-id': token },
    ] as Record<string, string>[])
      holds(
        `a session was taken from ${Object.keys(headers)[0]}`,
        (await ask('', headers).get('/me')).body?.account == null,
      )
    const answers: Answer[] = await Promise.all(
      ['/me', '/account', '/account/sessions', '/members', '/audit', '/keys'].map((path) =>
        ask(one.cookie, { 'heed-workspace': one.workspaceId }).get(path),
      ),
    )
    for (const { text } of answers) holds('an answer tells a session’s secret', !text.includes(token))
    const inside = await target.database(async (client) => {
      await client.query(`set heed.accounts = 'on'`)
      const { rows } = await client.query<{ token: string; password: string; id: string }>(
        `select s.token, s.id, c.password from trust.session s join trust.credential c on c."userId" = s."userId" limit 3`,
      )
      return rows
    })
    for (const row of inside)
      for (const value of [
        row.token,
        row.id,
        ...[row.token, row.password, row.id, target.url].map(
          (key) => `${row.token}.${createHmac('sha256', key).update(row.token).digest('base64')}`,
        ),
      ])
        await opens('a session made of what the database holds', `${NAME}=${encodeURIComponent(value)}`)
    holds('Heed’s own log tells a session’s secret', !target.heed.said().includes(token))
    const [, line = ''] =
      /(^|\n)(.*)/
        .exec(
          (await ask('').ask('POST', '/sign-in', { email: one.email, password: PASSWORD })).headers
            .getSetCookie()
            .find((set) => set.startsWith(NAME)) ?? '',
        )
        ?.slice(1) ?? []
    holds(
      `the session’s cookie is open to script or to other sites: ${line}`,
      /HttpOnly/i.test(line) && /SameSite=Lax/i.test(line) && !/Domain=/i.test(line),
    )
    const others = (await ask(target.owner.cookie).get('/account/sessions')).body.data as { id: string }[]
    for (const { id } of others) {
      await ask(one.cookie).delete(`/account/sessions/${id}`)
      holds('somebody ended another’s session', await isIn(target.owner.cookie))
    }
    for (const [what, headers] of [
      ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
      ['a page without an origin', { origin: 'null' }],
      ['a neighbour', { 'sec-fetch-site': 'same-site', origin: 'http://x.localhost' }],
    ] as const)
      holds(
        `${what} could act as somebody signed in`,
        (await ask(one.cookie, { ...headers, 'heed-workspace': one.workspaceId }).post('/persons', { name: 'Eve' }))
          .status === 403,
      )
  }

  const onceOnly = async () => {
    const invited = await target.owner.post('/invitations', { email: 'twice@lindenrye.example', role: 'teammate' })
    const path = `/invitations/by-token/${String(invited.body.link).split('/').at(-1)}/acceptance`
    const both = await Promise.all(
      [1, 2, 3].map(() =>
        ask('', { 'x-forwarded-for': '203.0.113.77' }).post(path, { name: 'Twice', password: PASSWORD }),
      ),
    )
    holds(
      `an invitation was used ${both.filter(({ status }) => status === 200).length} times`,
      both.filter(({ status }) => status === 200).length === 1,
    )
    const one = await somebody()
    const begun = await one.post('/account/two-step', { password: PASSWORD })
    const seed = String(begun.body.secret).replaceAll(' ', '')
    const code = (later: number) => codeOf(seed, stepAt(new Date()) + later)
    const confirmed = await one.post('/account/two-step/confirmation', { code: code(0) })
    const codes = confirmed.body.codes as string[]
    const step = async (given: string) => {
      const half = await target.signIn(one.email)
      const entered = await ask(half.cookie).post('/sign-in/code', { code: given })
      return { half: half.cookie, status: entered.status }
    }
    const half = await target.signIn(one.email)
    await opens('a sign-in without its second step', half.cookie)
    holds('a code of the app that was used opens again', (await step(code(0))).status >= 400)
    const recovered = await step(codes[0]!)
    holds(`a recovery code does not open: ${recovered.status}`, recovered.status === 200)
    holds('a recovery code opens twice', (await step(codes[0]!)).status >= 400)
    holds(
      'the first step can be used again for another code',
      (await ask(recovered.half).post('/sign-in/code', { code: codes[1] })).status >= 400,
    )
  }

  const guessing = async () => {
    const one = await somebody()
    const from = ask('', { 'x-forwarded-for': '203.0.113.99' })
    const tries = await Promise.all(
      Array.from({ length: 40 }, (_, nth) =>
        from.post('/sign-in', { email: one.email, password: `guess number ${nth}` }),
      ),
    )
    const judged = tries.filter(({ status }) => status === 401).length
    holds(`of 40 guesses at once ${judged} were judged`, judged <= 5)
    const slowed = tries.filter(({ status }) => status === 429)
    holds(
      'a slowed guess is not told when to come back',
      slowed.every(({ headers }) => Number(headers.get('retry-after')) >= 1),
    )
    holds('whoever guesses locks the owner out', (await target.signIn(one.email)).status === 200)
    const known = await from.post('/sign-in', { email: 'nobody@lindenrye.example', password: 'guess' })
    holds(`an address without an account is told apart: ${known.text}`, known.status === 401 || known.status === 429)
  }

  for (const attack of [fixation, replay, theft, onceOnly, guessing]) await attack()
  return tally.result()
}
