/** Who asks: an API key in the Authorization header, else the session cookie; and in which of their workspaces. */
import { isId, Refusal, type App } from '#platform'
import type { Accounts } from './accounts/accounts.ts'
import { hashToken } from './link-token.ts'
import { isOver } from './keys/key.ts'
import { findKey, useKey } from './keys/store.ts'
import { maySeeCrises } from './crisis/few-eyes.ts'
import { listMemberships } from './workspaces/store.ts'
import { NOBODY, type Who } from './who.ts'

export async function identify(app: App, accounts: Accounts, request: Request): Promise<Who> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer) return identifyKey(app, bearer)
  const account = await accounts.current(request)
  if (!account) return NOBODY
  const who: Who = {
    ...NOBODY,
    accountId: account.id,
    name: account.name,
    email: account.email,
    secured: account.secured,
  }
  const wanted = request.headers.get('heed-workspace') ?? new URL(request.url).searchParams.get('workspace')
  if (wanted !== null && !isId(wanted)) return who
  const memberships = await app.db.asAccount(account.id, listMemberships)
  const chosen =
    wanted === null
      ? memberships.length === 1
        ? memberships[0]
        : undefined
      : memberships.find((row) => row.workspaceId === wanted)
  if (!chosen) return who
  const needsTwoStep = chosen.twoStepRequired && !account.secured
  return {
    ...who,
    workspaceId: chosen.workspaceId,
    role: chosen.role,
    needsTwoStep,
    seesCrises: maySeeCrises(chosen) && !needsTwoStep,
  }
}

async function identifyKey(app: App, key: string): Promise<Who> {
  const row = await app.db.byKnowing('api_key', hashToken(key), findKey)
  if (!row) throw new Refusal('key_unknown', 'This API key is not known here, or was withdrawn.')
  const now = app.clock.now()
  if (isOver(row, now)) throw new Refusal('key_expired', 'This API key has expired. Make a new one under Trust.')
  const role = await app.db.inWorkspace(row.workspaceId, (tx) => useKey(tx, row.id, now))
  if (!role)
    throw new Refusal(
      'key_orphaned',
      'Whoever stood behind this API key no longer belongs to the workspace. Somebody there can take it over under Trust.',
    )
  return { ...NOBODY, workspaceId: row.workspaceId, name: row.name, role, keyId: row.id, scopes: row.scopes }
}
