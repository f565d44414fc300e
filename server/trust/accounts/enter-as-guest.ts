/** Let somebody in to look around, with no name and no password of theirs. Only before Heed is set up. */
import { Refusal, type App } from '#platform'
import type { Account, Accounts } from './accounts.ts'
import { GUEST, guestPassword } from './guest.ts'

export async function enterAsGuest(app: App, accounts: Accounts): Promise<{ account: Account; headers: Headers }> {
  if (await accounts.any()) throw new Refusal('not_signed_in', 'Please sign in first.')
  const guest = { ...GUEST, password: guestPassword(app.secret) }
  const known = await accounts.findByEmail(guest.email)
  if (known) return { account: known, headers: await accounts.enter(known, 'guest', {}) }
  try {
    return await accounts.signUp(guest)
  } catch (error) {
    // Two quick clicks: the other one was first, and both are the same guest.
    const other = await accounts.findByEmail(guest.email)
    if (other) return { account: other, headers: await accounts.enter(other, 'guest', {}) }
    throw error
  }
}
