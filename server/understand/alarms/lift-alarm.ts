/**
 * One of the few looked and says that nobody is in danger. The voice is read and shown like any other from now on, and is
 * not taken for an emergency again by itself.
 */
import { Refusal, type App } from '#platform'
import { calmVoices } from '#listen'
import { record, type Who } from '#trust'
import { readAgain } from '../readings/read-voices.ts'

export async function liftAlarm(app: App, who: Who, voiceId: string): Promise<void> {
  if (who.accountId === null)
    throw new Refusal('person_must_judge', 'Only a person may say that nobody is in danger, not a program.')
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const lifted = await calmVoices(tx, [voiceId])
    if (lifted.length === 0) throw new Refusal('voice_not_seen', 'There is no such emergency here.')
    await record(app, tx, who, { deed: 'crisis.lifted', about: { id: voiceId } })
  })
  await readAgain(app, who.workspaceId, [voiceId])
}
