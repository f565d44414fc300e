/**
 * What is attacked: a real Heed in a process of its own, on a scratch folder and the loopback alone, with a bakery, the four
 * roles in it, keys, and another bakery that must never be seen from the first. Limits on how much is asked at once are off:
 * they would hide what they protect.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Route } from '#platform'
import type { Who } from '#trust'
import type { Role } from '#trust/contract'
import { openMailbox, type Letter } from '#test/mailbox'
import { asking, cookiesOf, type Asking } from '#test/asker'
import { clearFolder, externalDatabase, firstRun, scratchFolder, serveHeed, type Running } from '#test/process'
import { allRoutes } from '../../server/app.ts'

export const PASSWORD = 'bread and butter'

/** One attack: how many tries there were, how many Heed survived, and what reproduces those it did not. */
export type Result = { name: string; tried: number; survived: number; findings: string[] }

export type Actor = Asking & { name: string; email: string; cookie: string; workspaceId: string }

export type Target = {
  heed: Running
  folder: string
  url: string
  /** How much is tried; 1 is everything, less is for a test that the attack itself still works. */
  share: number
  requests: number
  seed: number
  routes: Route<Who>[]
  owner: Actor
  /** A new account in the owner's workspace, or in that of `of`. */
  newcomer: (role: Exclude<Role, 'owner'>, of?: Actor) => Promise<Actor>
  /** The owner of another workspace, who belongs to no other. */
  house: (name: string) => Promise<Actor>
  stranger: Asking
  /** Every letter Heed sent. */
  letters: Letter[]
  /** Comes in by the front door, from an address of its own. */
  signIn: (email: string, password?: string, cookie?: string) => Promise<{ status: number; cookie: string }>
  /** As the owner of the database: past every fence, for looking and for tampering. */
  database: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>
  /** Another scratch folder, which is cleared at the end at the latest. */
  scratch: () => string
  /** What Heed logged as broken since the last time this was asked. */
  broken: () => string[]
  end: () => Promise<void>
}

/** Every route the program has, published or not; the accounts behind them are asked over HTTP alone. */
export const everyRoute = (): Route<Who>[] => allRoutes({} as never)

export async function openTarget(options: { requests: number; seed: number; share: number }): Promise<Target> {
  const folder = scratchFolder()
  const mailbox = await openMailbox()
  let heed: Running
  try {
    heed = await serveHeed(folder, {
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'Heed <heed@lindenrye.example>',
      HEED_LIMITS: 'off',
      HEED_TRUST_PROXY: 'on',
      HEED_BACKUP: 'off',
    })
  } catch (error) {
    await mailbox.close()
    await clearFolder(folder)
    throw error
  }
  const { url } = heed
  const first = await firstRun(url)
  let addresses = 0
  /** Wrong passwords are counted by address: nobody here shares one. */
  const address = () => `198.51.${(addresses += 1) >> 8}.${addresses & 255}`
  const send = (request: Request) => fetch(request, { redirect: 'manual' })
  const as = (name: string, email: string, cookie: string, workspaceId: string): Actor => {
    // One object, so that whoever comes in again asks with the new cookie from there on.
    const actor = { name, email, cookie, workspaceId, headers: { 'x-forwarded-for': address() } }
    return Object.assign(actor, asking(send, url, actor))
  }
  const owner = as('owner', 'maren@lindenrye.example', first.cookie, first.workspaceId)
  const stranger = asking(send, url, { headers: { 'x-forwarded-for': address() } })
  let people = 0

  const newcomer: Target['newcomer'] = async (role, of = owner) => {
    const email = `${role}${(people += 1)}@lindenrye.example`
    const invited = await of.post('/invitations', { email, role })
    const token = String(invited.body.link).split('/').at(-1)!
    const accepted = await asking(send, url, { headers: { 'x-forwarded-for': address() } }).post(
      `/invitations/by-token/${token}/acceptance`,
      { name: `The ${role}`, password: PASSWORD },
    )
    if (accepted.status !== 200) throw new Error(`could not join as ${role}: ${accepted.text}`)
    return as(role, email, cookiesOf(accepted.headers), of.workspaceId)
  }

  let read = 0
  let ended: Promise<void> | null = null
  const folders = [folder]
  return {
    ...options,
    heed,
    folder,
    url,
    routes: everyRoute(),
    owner,
    newcomer,
    house: async (name) => {
      const guest = await newcomer('observer')
      const { id } = (await guest.post('/workspaces', { name })).body as { id: string }
      const members = (await owner.get('/members')).body.data as { accountId: string; email: string }[]
      await owner.delete(`/members/${members.find(({ email }) => email === guest.email)!.accountId}`)
      return as('elsewhere', guest.email, guest.cookie, id)
    },
    stranger,
    letters: mailbox.letters,
    signIn: async (email, password = PASSWORD, cookie = '') => {
      const answer = await asking(send, url, { cookie, headers: { 'x-forwarded-for': address() } }).post('/sign-in', {
        email,
        password,
      })
      return { status: answer.status, cookie: cookiesOf(answer.headers) }
    },
    database: (work) => inDatabase(folder, work),
    broken: () => {
      const said = heed.said()
      const fresh = said.slice(read)
      read = said.length
      return fresh
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('Heed is open'))
        .map((line) => line.slice(0, 600))
    },
    scratch: () => {
      folders.push(scratchFolder())
      return folders.at(-1)!
    },
    end: () => {
      ended ??= (async () => {
        await heed.kill()
        await mailbox.close()
        for (const one of folders) await clearFolder(one)
      })()
      return ended
    },
  }
}

/** As the owner of the database of a folder whose Heed is open. */
export async function inDatabase<T>(folder: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const address = await externalDatabase(folder)
  const client = new pg.Client(
    address
      ? { connectionString: address, application_name: 'heed:test' }
      : {
          host: join(folder, 'run'),
          user: 'heed',
          password: readFileSync(join(folder, 'database-password'), 'utf8').trim(),
          database: 'heed',
          application_name: 'heed:test',
        },
  )
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Counts tries and keeps what was not survived. A finding that repeats is counted every time and told a few times. */
export class Tally {
  readonly name: string
  private tried = 0
  private failed = 0
  private readonly findings: string[] = []
  private readonly told = new Map<string, number>()

  constructor(name: string) {
    this.name = name
  }

  /** `trouble` is null where it was survived. `kind` puts those together that are one weakness. */
  note(trouble: string | null, kind = trouble ?? ''): void {
    this.tried += 1
    if (trouble === null) return
    this.failed += 1
    const times = (this.told.get(kind) ?? 0) + 1
    this.told.set(kind, times)
    if (times <= 2) this.findings.push(trouble)
  }

  result(): Result {
    const more = [...this.told]
      .filter(([, times]) => times > 2)
      .map(([kind, times]) => `${times} times in all: ${kind}`)
    return {
      name: this.name,
      tried: this.tried,
      survived: this.tried - this.failed,
      findings: [...this.findings, ...more],
    }
  }
}

/** Many at once, `AT_ONCE` of them, in order of their beginning. */
export const AT_ONCE = 8
export async function inParallel<T>(
  things: readonly T[],
  work: (thing: T, at: number) => Promise<void>,
  atOnce: number = AT_ONCE,
): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < things.length) {
        const at = next
        next += 1
        await work(things[at]!, at)
      }
    }),
  )
}
