/**
 * The world tests happen in: a Heed of its own with a real database, the cast, and a way to ask over HTTP without a
 * network. Time stands where the test puts it.
 *
 *     const world = await openWorld(after)
 *     const maren = await world.owner()
 *     await maren.post('/voices', { text: 'The bread was wonderful' })
 *     await world.settled()
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, newId, type App } from '#platform'
import { actingIn, foundWorkspace, type Who } from '#trust'
import type { Role } from '#trust/contract'
import { wire, type Heed } from '../../server/app.ts'
import { answerer } from '../../server/http.ts'
import { asking, cookiesOf, type Answer, type Asking } from './asker.ts'
import { openTestSource } from './database.ts'

export type { Answer }

export const CAST = {
  maren: { name: 'Maren Lind', email: 'maren@lindenrye.example' },
  tom: { name: 'Tom Okafor', email: 'tom@lindenrye.example' },
  ines: { name: 'Ines Duarte', email: 'ines@lindenrye.example' },
  yusuf: { name: 'Yusuf Demir', email: 'yusuf@lindenrye.example' },
} as const

export const PASSWORD = 'bread and butter'

/** Somebody (or something) that asks over HTTP. */
export type Asker = Asking & {
  workspaceId: string
  accountId: string
  cookie: string
  who: Who
}

export type World = {
  heed: Heed
  app: App
  /** The owner of a fresh workspace called Linden & Rye (or `name`). */
  owner: (name?: string) => Promise<Asker>
  /** Another member of that workspace. */
  member: (of: Asker, role: Role, person?: { name: string; email: string }) => Promise<Asker>
  /** Somebody who is not signed in. */
  stranger: Asker
  /** Moves the clock. */
  travel: (to: Date | string) => void
  /** Background work until nothing waits. */
  settled: () => Promise<void>
  fetch: (request: Request) => Promise<Response>
}

/**
 * `after` is node:test's, so that the world ends with the file. Background work runs, unless `work` is false; with
 * 'events' what is told is heard, and nothing comes by the clock, for tests that arrange what the clock would put right.
 */
export async function openWorld(
  after: (end: () => Promise<void>) => void,
  options: { work?: boolean | 'events'; env?: Record<string, string> } = {},
): Promise<World> {
  const source = await openTestSource()
  const folder = mkdtempSync(join(tmpdir(), 'heed-world-'))
  const config = readConfig({
    HEED_DATA: folder,
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    HEED_URL: 'http://heed.example',
    ...options.env,
  })
  let shift = 0
  const clock = { now: () => new Date(Date.now() + shift) }
  const heed = wire(config, 'a secret for tests only, 32 letters or more', source, clock)
  if (options.work === 'events') await heed.app.events.start(heed.app)
  else if (options.work !== false) await heed.startWork({ byClock: false })
  const hono = answerer(heed)
  const fetch = async (request: Request) => hono.fetch(request)
  after(async () => {
    await heed.app.events.stop()
    await heed.close()
    await source.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  const asker = (workspaceId: string, accountId: string, cookie: string, who: Who): Asker => ({
    workspaceId,
    accountId,
    cookie,
    who,
    ...asking(fetch, 'http://heed.example', { cookie, workspaceId }),
  })

  const signUp = async (person: { name: string; email: string }) => {
    // The same cast member may own several worlds' workspaces: an address is made unique, the name stays.
    const email = (await heed.accounts.findByEmail(person.email))
      ? person.email.replace('@', `+${newId().slice(-6)}@`)
      : person.email
    const { account, headers } = await heed.accounts.signUp({ ...person, email, password: PASSWORD })
    return {
      account,
      cookie: cookiesOf(headers),
    }
  }

  return {
    heed,
    app: heed.app,
    fetch,
    stranger: asker('', '', '', actingIn('')),
    travel: (to) => {
      shift = new Date(to).getTime() - Date.now()
    },
    owner: async (name = 'Linden & Rye') => {
      const { account, cookie } = await signUp(CAST.maren)
      const workspace = await foundWorkspace(heed.app, account, { name })
      return asker(workspace.id, account.id, cookie, {
        ...actingIn(workspace.id, account.name),
        accountId: account.id,
        email: account.email,
        role: 'owner',
      })
    },
    member: async (of, role, person = CAST.tom) => {
      const invited = await of.post('/invitations', { email: person.email, role })
      const token = String(invited.body.link).split('/').at(-1)!
      const { account, cookie } = await signUp(person)
      const askWith = (cookies: string) =>
        asker(of.workspaceId, account.id, cookies, {
          ...actingIn(of.workspaceId, account.name),
          accountId: account.id,
          email: account.email,
          role,
        })
      const accepted = await askWith(cookie).post(`/invitations/by-token/${token}/acceptance`, {})
      if (accepted.status !== 200) throw new Error(`could not join: ${accepted.text}`)
      // Whoever may do more from now on does it under a new session.
      return askWith(cookiesOf(accepted.headers))
    },
    settled: async () => void (await heed.app.events.settled()),
  }
}
