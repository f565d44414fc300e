/** Leave somebody alone: no machine reads, sorts or counts them by name. Answering by hand and exporting still work. */
import { newId, type App, type Tx, type WholePerson } from '#platform'
import type { Who } from '../who.ts'
import type { Restrictions } from './contract.ts'
import { addRestriction, addStep, findRestrictions, removeRestriction, type RestrictionKind } from './store.ts'
import { wholeOrRefuse, type By } from './subject.ts'

type Restriction = { kind: RestrictionKind; reason: string; by: By; requestId: string | null }

export async function restrict(
  app: App,
  who: Who,
  personId: string,
  kind: RestrictionKind,
  reason: string,
): Promise<void> {
  await app.db.inWholeWorkspace(who.workspaceId, async (tx) => {
    const person = await wholeOrRefuse(app, tx, personId)
    const by = { id: who.accountId, name: who.name }
    await restrictIn(app, tx, who.workspaceId, person, { kind, reason, by, requestId: null })
  })
}

export async function restrictIn(
  app: App,
  tx: Tx,
  workspaceId: string,
  person: WholePerson,
  { kind, reason, by, requestId }: Restriction,
): Promise<void> {
  const at = app.clock.now()
  const added = await addRestriction(tx, workspaceId, person.ids, { kind, reason, by, requestId, since: at })
  if (requestId) await addStep(tx, workspaceId, { id: newId(), requestId, kind, by, at })
  if (added) await tell(app, tx, workspaceId, person)
}

export async function liftRestriction(app: App, who: Who, personId: string, kind: RestrictionKind): Promise<void> {
  await app.db.inWholeWorkspace(who.workspaceId, async (tx) => {
    const person = await wholeOrRefuse(app, tx, personId)
    const requests = await removeRestriction(tx, person.ids, kind)
    if (!requests) return
    const by = { id: who.accountId, name: who.name }
    for (const requestId of requests)
      await addStep(tx, who.workspaceId, { id: newId(), requestId, kind: 'lifted', by, at: app.clock.now() })
    await tell(app, tx, who.workspaceId, person)
  })
}

/** `person.restricted` says what holds now, also when nothing does any more. */
async function tell(app: App, tx: Tx, workspaceId: string, person: WholePerson): Promise<void> {
  const now: Restrictions = await findRestrictions(tx, person.id)
  await app.events.emit(tx, workspaceId, 'person.restricted', { personIds: person.ids, ...now })
}
