/** Show somebody their own account, and where it is signed in. */
import type { App } from '#platform'
import { listMemberships } from '../workspaces/store.ts'
import type { Accounts } from './accounts.ts'
import type { OwnAccount, Session } from './contract.ts'
import { deviceWords } from './device-words.ts'
import { isFresh, type Own } from './own.ts'
import { isJoined, listSessions } from './store-accounts.ts'
import { countRecoveryCodes, listPasskeys } from './store-proofs.ts'

export async function seeAccount(app: App, accounts: Accounts, { account, current }: Own): Promise<OwnAccount> {
  const { pool, provider } = accounts
  const memberships = await app.db.asAccount(account.id, listMemberships)
  return {
    name: account.name,
    email: account.email,
    emailProved: account.emailVerified,
    hasPassword: account.password !== null,
    fresh: isFresh(app, current),
    twoStep: account.twoStep,
    recoveryCodesLeft: await countRecoveryCodes(pool, account.id),
    passkeys: (await listPasskeys(pool, account.id)).map((row) => ({
      id: row.id,
      name: row.name,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    })),
    provider: provider && { name: provider.name, joined: await isJoined(pool, account.id, provider.id) },
    askedBy: memberships.filter((row) => row.twoStepRequired).map((row) => row.name),
    mailReady: app.mail.ready,
  }
}

export async function seeSessions(app: App, accounts: Accounts, { account, current }: Own): Promise<Session[]> {
  const rows = await listSessions(accounts.pool, account.id, app.clock.now())
  return rows.map((row) => ({
    id: row.id,
    here: row.id === current.sessionId,
    ...deviceWords(row.userAgent),
    address: row.ipAddress ?? '',
    enteredBy: row.enteredBy,
    since: row.createdAt.toISOString(),
    seenAt: row.updatedAt.toISOString(),
  }))
}
