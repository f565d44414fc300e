/**
 * A message that a machine would send waits here for a person. Approved, it still stays for a moment in which the press
 * can be taken back; then it is released, and whoever asked hears of it and sends it.
 */
import { newId, Refusal, type App, type Tx } from '#platform'
import type { Who } from '../who.ts'
import { listWorkspaces } from '../workspaces/store.ts'
import type { Automation } from './automation.ts'
import { addApproval, findApproval, hasOther, listDue, setApproval, type ApprovalRow } from './store-approvals.ts'

export const UNDO_SECONDS = 30
export const RELEASE_QUEUE = 'trust.release-approvals'

const UNDECIDED = { status: 'waiting', decidedBy: null, decidedByName: null, decidedAt: null, releaseAt: null } as const

/** Runs in the caller's transaction. */
export async function askApproval(
  app: App,
  tx: Tx,
  workspaceId: string,
  asked: { automation: Pick<Automation, 'key'>; subject: string; personId: string | null; by: string },
): Promise<void> {
  await addApproval(tx, workspaceId, {
    id: newId(),
    automation: asked.automation.key,
    subject: asked.subject,
    personId: asked.personId,
    askedBy: asked.by,
    askedAt: app.clock.now(),
  })
}

export async function decideApproval(
  app: App,
  who: Who,
  id: string,
  { decision }: { decision: 'approved' | 'declined' },
): Promise<void> {
  refuseProgram(who)
  const now = app.clock.now()
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = orNotFound(await findApproval(tx, id))
    if (found.status === decision) return
    if (found.status !== 'waiting') throw decided(found)
    const releaseAt = decision === 'approved' ? new Date(now.getTime() + UNDO_SECONDS * 1000) : null
    await setApproval(tx, id, {
      status: decision,
      decidedBy: who.accountId,
      decidedByName: who.name,
      decidedAt: now,
      releaseAt,
    })
    if (releaseAt)
      await app.jobs.enqueue(
        tx,
        RELEASE_QUEUE,
        { workspaceId: who.workspaceId },
        { key: id, afterSeconds: UNDO_SECONDS + 1 },
      )
  })
}

/** Taken back: it waits again, as if nobody had decided. */
export async function takeDecisionBack(app: App, who: Who, id: string): Promise<void> {
  refuseProgram(who)
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = orNotFound(await findApproval(tx, id))
    if (found.status === 'waiting') return
    if (found.status === 'released' || found.status === 'lapsed' || (await hasOther(tx, found))) throw decided(found)
    await setApproval(tx, id, UNDECIDED)
  })
}

/** Lets go what was approved and not taken back. Harmless when repeated: what was released is passed over. */
export async function releaseApprovals(app: App, workspaceId: string): Promise<void> {
  await app.db.inWorkspace(workspaceId, async (tx) => {
    for (const row of await listDue(tx, app.clock.now())) {
      await setApproval(tx, row.id, { ...row, status: 'released' })
      await app.events.emit(tx, workspaceId, 'approval.released', {
        automation: row.automation,
        subject: row.subject,
        approvalId: row.id,
      })
    }
  })
}

/** For those whose job was lost with the machine it waited on. */
export async function releaseEverywhere(app: App): Promise<void> {
  for (const { workspaceId } of await app.db.asSystem(listWorkspaces)) await releaseApprovals(app, workspaceId)
}

function refuseProgram(who: Who): void {
  if (who.accountId === null)
    throw new Refusal('person_must_decide', 'A person must look at this and decide; a program cannot.')
}

function orNotFound(row: ApprovalRow | undefined): ApprovalRow {
  if (!row) throw new Refusal('approval_not_found', 'There is nothing of this kind waiting here.')
  return row
}

const decided = (row: ApprovalRow): Refusal =>
  new Refusal(
    'approval_decided',
    row.status === 'released'
      ? `${row.decidedByName} approved this, and it has left the house.`
      : 'This has been decided already.',
  )
