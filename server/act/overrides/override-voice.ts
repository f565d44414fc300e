/**
 * Say that a voice does not belong on Today: its case goes, the rules do not put it there again, and what was said is kept
 * and counted. Undone, the rules look at it once more.
 */
import { Refusal, type App } from '#platform'
import type { Who } from '#trust'
import { openCases } from '../attention/open-cases.ts'
import { findCasesOfVoices, removeCase } from '../cases/store.ts'
import { listNotes } from '../cases/store-seen.ts'
import type { Because, Override } from './contract.ts'
import { addOverride, findOverride, removeOverride, type OverrideRow } from './store.ts'

export async function overrideVoice(
  app: App,
  who: Who,
  voiceId: string,
  input: { because: Because; note: string },
): Promise<Override> {
  if (who.accountId === null)
    throw new Refusal('person_needed', 'A person must say that somebody need not be answered; a program cannot.')
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const before = await findOverride(tx, voiceId)
    if (before) return onWire(before)
    const [found] = await findCasesOfVoices(tx, [voiceId])
    if (!found) throw new Refusal('case_not_found', 'This is not on Today.')
    if (found.crisis)
      throw new Refusal(
        'emergency_stays',
        'This may speak of danger. Say first that nobody is in danger; then it is a message like any other.',
      )
    const worked = found.status === 'resolved' || found.askedAt !== null || (await listNotes(tx, found.id)).length > 0
    if (worked || (found.status === 'taken' && found.assigneeId !== who.accountId))
      throw new Refusal(
        'case_worked_on',
        'Somebody has worked on this already. Close it instead, and say what was done.',
      )
    const row: OverrideRow = {
      voiceId,
      rule: found.reason.rule,
      weight: found.strength * found.impact,
      because: input.because,
      note: input.note,
      byId: who.accountId,
      byName: who.name,
      at: app.clock.now(),
      openedAt: found.openedAt,
    }
    if (!(await addOverride(tx, who.workspaceId, row))) return onWire((await findOverride(tx, voiceId))!)
    await removeCase(tx, found.id)
    await app.events.emit(tx, who.workspaceId, 'case.overridden', { caseId: found.id, voiceId })
    return onWire(row)
  })
}

export async function takeOverrideBack(app: App, who: Who, voiceId: string): Promise<void> {
  const gone = await app.db.inWorkspace(who.workspaceId, (tx) => removeOverride(tx, voiceId))
  if (!gone) throw new Refusal('override_not_found', 'Nobody said that this does not belong on Today.')
  await openCases(app, who.workspaceId, [voiceId])
}

export async function seeOverride(app: App, who: Who, voiceId: string): Promise<Override | null> {
  const found = await app.db.inWorkspace(who.workspaceId, (tx) => findOverride(tx, voiceId))
  return found ? onWire(found) : null
}

const onWire = ({ voiceId, rule, because, note, byName, at }: OverrideRow): Override => ({
  voiceId,
  rule,
  because,
  note,
  byName,
  at: at.toISOString(),
})
