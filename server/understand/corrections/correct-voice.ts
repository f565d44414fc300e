/** Say that a voice reads otherwise than the engine thinks; and take that back. */
import { Refusal, type App, type Tx } from '#platform'
import type { Who } from '#trust'
import type { CorrectionInput, Voice } from '../contract.ts'
import { raiseAlarm } from '../alarms/raise-alarm.ts'
import { seeVoice, wholeVoice } from '../voices/see-voice.ts'
import { isEmpty, judge, type Judged } from './correction.ts'
import { findCorrections, holdJudged, putCorrection, removeCorrection, setJudged } from './store.ts'

export async function correctVoice(app: App, who: Who, voiceId: string, input: CorrectionInput): Promise<Voice> {
  const { note, ...verdict } = input
  if (isEmpty(verdict))
    throw new Refusal('nothing_to_correct', 'Say what it reads as: the feeling, the sentiment or the kind.', [
      { field: 'family', reason: 'nothing was given' },
    ])
  if (verdict.kind === 'crisis') return correctToCrisis(app, who, voiceId)
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const now = await held(app, tx, who, voiceId)
    const before = (await findCorrections(tx, [voiceId]))[0]
    const read = before?.read ?? now
    await putCorrection(tx, who.workspaceId, {
      voiceId,
      verdict,
      read,
      note,
      byId: who.accountId,
      byName: who.name,
      at: app.clock.now(),
    })
    await setJudged(tx, voiceId, judge(read, verdict))
    await app.events.emit(tx, who.workspaceId, 'voice.corrected', { voiceIds: [voiceId] })
    return wholeVoice(app, tx, who, voiceId)
  })
}

/** Danger is no verdict among others: the voice goes to the few, and is answered here as it was last seen. */
async function correctToCrisis(app: App, who: Who, voiceId: string): Promise<Voice> {
  const seen = await seeVoice(app, who, voiceId)
  await raiseAlarm(app, who, voiceId)
  return { ...seen, crisis: true, reading: null, correction: null }
}

export async function takeCorrectionBack(app: App, who: Who, voiceId: string): Promise<Voice> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    await held(app, tx, who, voiceId)
    const correction = (await findCorrections(tx, [voiceId]))[0]
    if (!correction) throw new Refusal('no_correction', 'Nobody corrected this voice.')
    await removeCorrection(tx, voiceId)
    await setJudged(tx, voiceId, correction.read)
    await app.events.emit(tx, who.workspaceId, 'voice.corrected', { voiceIds: [voiceId] })
  })
  return seeVoice(app, who, voiceId)
}

async function held(app: App, tx: Tx, who: Who, voiceId: string): Promise<Judged> {
  const judged = await holdJudged(tx, voiceId)
  if (judged) return judged
  await wholeVoice(app, tx, who, voiceId)
  throw new Refusal('not_read_yet', 'Heed has not read this voice yet. Try again in a moment.')
}
