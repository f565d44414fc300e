/**
 * A person read the words and says that somebody may be in danger: then it is for few eyes, whatever was read of it is
 * forgotten, and it stands on Today before all else. Whoever raises it need not be one of the few; they no longer see it
 * afterwards, and the few hear of it.
 */
import { Refusal, type App } from '#platform'
import { findVoices } from '#listen'
import { record, type Who } from '#trust'
import { alarm } from '../readings/read-voices.ts'

export async function raiseAlarm(app: App, who: Who, voiceId: string): Promise<void> {
  const seen = await app.db.inWorkspace(who.workspaceId, (tx) => findVoices(tx, [voiceId]))
  if (seen.length === 0) throw new Refusal('voice_not_seen', 'There is no such voice here.')
  await alarm(app, who.workspaceId, [voiceId], { though: 'calm' })
  await app.db.inWholeWorkspace(who.workspaceId, (tx) =>
    record(app, tx, who, { deed: 'crisis.raised', about: { id: voiceId } }),
  )
}
