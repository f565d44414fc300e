/** What protects people's data, as it is really set up: nothing stands here as on that is not. */
import type { App, Tx } from '#platform'
import { readSeals } from '../audit/seal.ts'
import { findNewest } from '../audit/store.ts'
import { listBackups } from '../backup/make-backup.ts'
import { listReaders } from '../crisis/store.ts'
import { maySeeCrises } from '../crisis/few-eyes.ts'
import { mayDo } from '../roles.ts'
import { findWorkspace } from '../workspaces/store.ts'
import { countFences } from './store.ts'

export type Measure = { key: string; on: boolean; says: string }

const day = (at: string | Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at))
const count = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`

export async function seeMeasures(app: App, tx: Tx, workspaceId: string): Promise<Measure[]> {
  return [
    await fences(tx),
    ...doors(app, (await findWorkspace(tx))!.twoStepRequired),
    ...(await eyes(tx)),
    await log(app, tx, workspaceId),
    ...backups(app),
  ]
}

async function fences(tx: Tx): Promise<Measure> {
  const { tables, fenced } = await countFences(tx)
  return {
    key: 'fences',
    on: fenced === tables,
    says: `The database itself keeps workspaces apart (row-level security on ${fenced} of ${tables} tables).`,
  }
}

function doors({ config }: App, twoStep: boolean): Measure[] {
  const tls = config.url.startsWith('https:')
  return [
    {
      key: 'tls',
      on: tls,
      says: tls
        ? 'Pages and programs speak to Heed over an encrypted line (TLS).'
        : `The address of Heed (${config.url}) is not encrypted. That is fine on this machine alone, and not over a network.`,
    },
    {
      key: 'passwords',
      on: true,
      says: 'Passwords are kept as Argon2id hashes, and common ones are refused; guessing is slowed down.',
    },
    {
      key: 'two_step',
      on: twoStep,
      says: twoStep
        ? 'Every member signs in with two steps.'
        : 'Two steps are there for every member, but not asked of all.',
    },
    ...(config.oidc
      ? [{ key: 'provider', on: true, says: `Members may sign in through ${new URL(config.oidc.issuer).host}.` }]
      : []),
    {
      key: 'limits',
      on: config.limits !== 0,
      says:
        config.limits === 0
          ? 'How much is asked at once is not limited.'
          : 'How much an address, a program or a workspace may ask at once is limited.',
    },
  ]
}

async function eyes(tx: Tx): Promise<Measure[]> {
  const members = await listReaders(tx)
  const few = members.filter(maySeeCrises).length
  const erasing = members.filter((one) => mayDo(one.role, 'rights.erase')).length
  return [
    {
      key: 'roles',
      on: true,
      says: `What a member may do follows from their role; ${erasing} of ${members.length} may take out or erase what is known of somebody. Observers see no addresses or numbers.`,
    },
    {
      key: 'few_eyes',
      on: true,
      says: `Messages that may speak of danger are kept apart, for owners, managers and whom an owner named: ${few} of ${members.length}.`,
    },
  ]
}

async function log(app: App, tx: Tx, workspaceId: string): Promise<Measure> {
  const newest = await findNewest(tx)
  const seal = readSeals(app.config.dataFolder, workspaceId).at(-1)
  return {
    key: 'audit',
    on: true,
    says: `Every change and every look at somebody’s record is written into a log that shows tampering (${count(newest?.seq ?? 0, 'entry', 'entries')}${seal ? `, last sealed on ${day(seal.at)}` : ''}).`,
  }
}

function backups({ config }: App): Measure[] {
  const { daily } = config.backup
  const [newest, ...others] = listBackups(config)
  const proved = [newest, ...others].find((one) => one?.check?.sound)?.check
  return [
    {
      key: 'backups',
      on: daily,
      says: daily
        ? `A sealed backup is written every night${newest ? `; the newest is of ${day(newest.at)}` : '; the first one is still to come'}.`
        : 'No nightly backup is written.',
    },
    {
      key: 'restoring',
      on: proved !== undefined,
      says: proved
        ? `A backup was restored as a proof on ${day(proved.at)}.`
        : 'No backup was restored as a proof yet.',
    },
  ]
}
