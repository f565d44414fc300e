/** Look around in the sample: in one's own, or as a guest where nobody is set up yet. */
import type { App } from '#platform'
import { recount } from '#measure'
import { enterAsGuest, type Accounts, type Who } from '#trust'
import { laySampleOut } from './lay-out-sample.ts'

/** Long enough for a slow machine to read it all; whoever arrives earlier sees the rest come in. */
const PATIENCE_MS = 20_000

export async function visitSample(
  app: App,
  accounts: Accounts,
  who: Who,
): Promise<{ workspaceId: string; headers: Headers }> {
  const { account, headers } = who.accountId
    ? { account: { id: who.accountId, name: who.name, email: who.email }, headers: new Headers() }
    : await enterAsGuest(app, accounts)
  const { workspaceId, fresh } = await laySampleOut(app, account)
  await app.events.settled({ workspaceId, withinMs: PATIENCE_MS })
  if (fresh) await recount(app, workspaceId)
  return { workspaceId, headers }
}
