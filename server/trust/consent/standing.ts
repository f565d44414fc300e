/** How a consent stands, read off the last act. Pure. */
import type { ConsentAct, ConsentState, ContactChannel } from './contract.ts'
import type { PurposeRow } from './purpose.ts'

/** Whether a yes given in this way still has to be confirmed by the address itself. */
export const needsConfirmation = (
  purpose: Pick<PurposeRow, 'doubleOptIn' | 'basis'>,
  channel: ContactChannel,
): boolean => purpose.basis === 'consent' && purpose.doubleOptIn && channel === 'email'

export function stateOf(
  purpose: Pick<PurposeRow, 'doubleOptIn' | 'basis'>,
  channel: ContactChannel,
  last: { act: ConsentAct; proved: boolean } | undefined,
): ConsentState {
  if (!last) return 'none'
  if (last.act === 'withdrawn') return 'withdrawn'
  return last.act === 'given' && !last.proved && needsConfirmation(purpose, channel) ? 'unconfirmed' : 'agreed'
}
