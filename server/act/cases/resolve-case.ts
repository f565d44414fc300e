/**
 * Close the loop: what caused it, what was done. After strong distress or danger a person must say in a note how it went,
 * and no program may close it at all: nothing closes itself on someone in distress.
 */
import { newId, Refusal, type App, type Tx } from '#platform'
import type { Who } from '#trust'
import { handOf, orNotFound, refuseIfOthers, refuseIfResolved } from './hand.ts'
import {
  addNote,
  addSteps,
  findCase,
  hasNoteSince,
  reopenCase,
  resolveCase as setResolved,
  takeCase,
  type CaseRecord,
} from './store.ts'

export const noteNeeded = (found: Pick<CaseRecord, 'strongDistress' | 'crisis'>): boolean =>
  found.strongDistress || found.crisis

export async function resolveCase(
  app: App,
  who: Who,
  id: string,
  input: { cause: string; done: string; note: string },
): Promise<void> {
  const now = app.clock.now()
  const by = handOf(who)
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = orNotFound(await findCase(tx, id, true))
    refuseIfResolved(found)
    refuseIfOthers(found, who)
    if (noteNeeded(found)) await refuseWithoutNote(tx, who, id, input.note)
    if (input.note)
      await addNote(tx, who.workspaceId, { id: newId(), caseId: id, author: by, text: input.note, at: now })
    if (found.status === 'open' && by.id) await takeCase(tx, id, by, now)
    await setResolved(tx, id, by, input, now)
    await addSteps(tx, who.workspaceId, [
      { id: newId(), caseId: id, kind: 'resolved', by, at: now, detail: { cause: input.cause, done: input.done } },
    ])
    await app.events.emit(tx, who.workspaceId, 'case.resolved', {
      caseId: id,
      voiceId: found.voiceId,
      personId: found.personId,
    })
  })
}

async function refuseWithoutNote(tx: Tx, who: Who, id: string, note: string): Promise<void> {
  if (who.accountId === null)
    throw new Refusal(
      'person_needed',
      'This message reads as strong distress. Only a person may close it, not a program.',
    )
  if (note || (await hasNoteSince(tx, id))) return
  throw new Refusal(
    'note_needed',
    'This message reads as strong distress. Please leave a note on how it went before you close it.',
    [{ field: 'note', reason: 'Please leave a note on how it went' }],
  )
}

/** Taken back, as when "undo" is pressed: it is again with whoever had it. */
export async function unresolveCase(app: App, who: Who, id: string): Promise<void> {
  const now = app.clock.now()
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = orNotFound(await findCase(tx, id, true))
    if (found.status !== 'resolved') return
    const firstAnswer = found.answeredAt?.getTime() === found.resolvedAt?.getTime()
    await reopenCase(tx, id, { first: false, keepHand: true, forgetAnswer: firstAnswer })
    await addSteps(tx, who.workspaceId, [
      { id: newId(), caseId: id, kind: 'reopened', by: handOf(who), at: now, detail: { undo: true } },
    ])
    await app.events.emit(tx, who.workspaceId, 'case.reopened', {
      caseId: id,
      voiceId: found.voiceId,
      personId: found.personId,
    })
  })
}
