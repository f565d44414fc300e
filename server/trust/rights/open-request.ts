/**
 * Open a request: from the person's own preferences, from a teammate, or because of a letter. The clock of one month starts
 * here. Asking for the same thing twice while it is open is asking once; what was newly said is kept as a step.
 *
 * What protects and can be taken back (freeze, objection) is done at once when the person proved who they are. Nothing that
 * cannot be taken back is: an erasure waits for somebody to press the button.
 */
import { newId, Refusal, type App, type Tx, type WholePerson } from '#platform'
import type { NewRequest, Proof } from './contract.ts'
import { monthsLater } from './deadline.ts'
import { restrictIn } from './restrict.ts'
import { addRequest, addStep, closeRequest, findOpenRequest, proveRequest } from './store.ts'
import { wholeOrRefuse, type By } from './subject.ts'

type Opened = { id: string; dueAt: Date }

const MONTHS = 1

export async function openRequest(
  app: App,
  input: Omit<NewRequest, 'provedBy'> & { provedBy: Proof | null },
  by?: By,
): Promise<Opened> {
  if (input.provedBy === 'member' && !input.note?.trim())
    throw new Refusal('proof_needs_note', 'Write down how you know that it is really them.', [
      { field: 'note', reason: 'is needed where no link proves who asks' },
    ])
  return app.db.inWorkspace(input.workspaceId, async (tx) => {
    const person = await wholeOrRefuse(app, tx, input.personId)
    const actor = by ?? { id: null, name: person.name || 'the person' }
    const before = await findOpenRequest(tx, person.ids, input.kind)
    return before ? askAgain(app, tx, input, person, before, actor) : openAnew(app, tx, input, person, actor)
  })
}

type Asked = Omit<NewRequest, 'provedBy'> & { provedBy: Proof | null }

async function openAnew(app: App, tx: Tx, input: Asked, person: WholePerson, by: By): Promise<Opened> {
  const at = app.clock.now()
  const row = {
    id: newId(),
    personId: person.id,
    kind: input.kind,
    via: input.via,
    provedBy: input.provedBy,
    note: input.note?.trim() ?? '',
    contactEmail: input.contactEmail?.trim().toLowerCase() || null,
    by,
    at,
    dueAt: monthsLater(at, MONTHS),
  }
  if (!(await addRequest(tx, input.workspaceId, row))) {
    // Somebody asked in the same moment: theirs is the one.
    const other = (await findOpenRequest(tx, person.ids, input.kind))!
    return { id: other.id, dueAt: other.dueAt }
  }
  await addStep(tx, input.workspaceId, { id: newId(), requestId: row.id, kind: 'opened', by, at, note: row.note })
  await app.events.emit(tx, input.workspaceId, 'request.opened', { requestId: row.id, kind: row.kind })
  if (row.provedBy) await act(app, tx, input, person, row.id, by)
  return { id: row.id, dueAt: row.dueAt }
}

async function askAgain(
  app: App,
  tx: Tx,
  input: Asked,
  person: WholePerson,
  before: { id: string; dueAt: Date; provedBy: Proof | null },
  by: By,
): Promise<Opened> {
  const at = app.clock.now()
  const note = input.note?.trim() ?? ''
  await addStep(tx, input.workspaceId, { id: newId(), requestId: before.id, kind: 'asked_again', by, at, note })
  if (input.provedBy && !before.provedBy) {
    await proveRequest(tx, before.id, input.provedBy, at)
    await act(app, tx, input, person, before.id, by)
  }
  return { id: before.id, dueAt: before.dueAt }
}

/** What may be done at once, because it protects and can be taken back. */
export async function act(
  app: App,
  tx: Tx,
  input: Pick<NewRequest, 'workspaceId' | 'kind' | 'note'>,
  person: WholePerson,
  requestId: string,
  by: By,
): Promise<void> {
  if (input.kind !== 'restriction' && input.kind !== 'objection') return
  const kind = input.kind === 'restriction' ? 'frozen' : 'objected'
  await restrictIn(app, tx, input.workspaceId, person, { kind, reason: input.note ?? '', by, requestId })
  await closeRequest(tx, requestId, { state: 'done', at: app.clock.now(), by: by.name, reason: '' })
}
