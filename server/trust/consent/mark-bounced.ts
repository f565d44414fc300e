/** Note that an address no longer works, so that nothing more is sent to it. A new address of the same person is another one. */
import { Refusal, type App } from '#platform'
import { downstreamOf } from '../downstream.ts'
import { hashAddress } from './may-contact.ts'
import { putBounce } from './store.ts'

export async function markBounced(
  app: App,
  workspaceId: string,
  bounce: { personId: string; channel: 'email' | 'sms' | 'phone'; address: string; why?: string },
): Promise<void> {
  await app.db.inWorkspace(workspaceId, async (tx) => {
    const reach = await downstreamOf(app).findReach(tx, bounce.personId)
    if (!reach) throw new Refusal('person_unknown', 'This person is not here, or not any more.')
    await putBounce(tx, workspaceId, {
      channel: bounce.channel,
      hash: hashAddress(app.secret, bounce.channel, bounce.address),
      personId: reach.id,
      at: app.clock.now(),
      why: bounce.why ?? '',
    })
  })
}
