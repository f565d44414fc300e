/** Take a case, hand it to a teammate, or let it go. Of two who take it at once, one gets it and the other hears who. */
import { newId, Refusal, type App } from '#platform'
import { listMembers, type Who } from '#trust'
import { handOf, orNotFound, refuseIfOthers, refuseIfResolved } from './hand.ts'
import { addSteps, findCase, releaseCase, takeCase } from './store.ts'

export async function assignCase(
  app: App,
  who: Who,
  id: string,
  input: { to?: string | undefined; takeOver: boolean },
): Promise<void> {
  const now = app.clock.now()
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = orNotFound(await findCase(tx, id, true))
    refuseIfResolved(found)
    if (!input.takeOver) refuseIfOthers(found, who)
    const by = handOf(who)
    const hand = input.to
      ? (await listMembers(tx))
          .filter((member) => member.accountId === input.to && member.role !== 'observer')
          .map((member) => ({ id: member.accountId, name: member.name }))[0]
      : by
    if (!hand?.id)
      throw new Refusal(
        'person_needed',
        input.to
          ? 'Nobody who works on cases here has this id.'
          : 'A program cannot take a case. Name a member with `to`.',
      )
    if (found.status === 'taken' && found.assigneeId === hand.id) return
    await takeCase(tx, id, hand, now)
    await addSteps(tx, who.workspaceId, [
      {
        id: newId(),
        caseId: id,
        kind: 'taken',
        by,
        at: now,
        detail: {
          ...(hand.id === by.id ? {} : { to: hand.name }),
          ...(found.assigneeName ? { from: found.assigneeName } : {}),
        },
      },
    ])
  })
}

export async function letGoOfCase(app: App, who: Who, id: string): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = orNotFound(await findCase(tx, id, true))
    refuseIfResolved(found)
    refuseIfOthers(found, who)
    if (found.status === 'open') return
    await releaseCase(tx, id)
    await addSteps(tx, who.workspaceId, [
      { id: newId(), caseId: id, kind: 'released', by: handOf(who), at: app.clock.now() },
    ])
  })
}
