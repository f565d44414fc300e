import { Refusal, type App, type Tx } from '#platform'
import { crisisSeen, wordsFor, type Who } from '#trust'
import type { Voice } from '../contract.ts'
import { findCorrections } from '../corrections/store.ts'
import { findVoiceRecords } from './store.ts'
import { voiceOnWire } from './voice.ts'

export async function seeVoice(app: App, who: Who, id: string): Promise<Voice> {
  return app.db.inWorkspace(who.workspaceId, (tx) => wholeVoice(app, tx, who, id))
}

/** One voice with everything known about it. Refuses where there is none. */
export async function wholeVoice(app: App, tx: Tx, who: Who, id: string): Promise<Voice> {
  const record = (await findVoiceRecords(tx, [id]))[0]
  if (!record) throw new Refusal('voice_not_seen', 'There is no such voice here.')
  if (record.crisis) await crisisSeen(app, tx, who, [id])
  return voiceOnWire(record, (await findCorrections(tx, [id]))[0], wordsFor(who))
}
