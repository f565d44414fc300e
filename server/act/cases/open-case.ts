import { newId, Refusal, type App } from '#platform'
import type { Who } from '#trust'
import { draftByHand } from '../attention/case-draft.ts'
import { NOBODY_KNOWN } from '../attention/impact.ts'
import { standingsOf } from '../attention/open-cases.ts'
import { listHeard } from '../attention/store.ts'
import { handOf } from './hand.ts'
import { addCases, addSteps, findCasesOfVoices } from './store.ts'

type CaseOfVoice = { id: string; status: 'open' | 'taken' | 'resolved' }

/** Put a voice on Today by hand. A voice that already has a case keeps it: the answer is that case. */
export async function openCase(app: App, who: Who, voiceId: string): Promise<CaseOfVoice> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const [heard] = await listHeard(tx, [voiceId])
    if (!heard) throw new Refusal('voice_not_found', 'There is no such voice here.')
    const standing = (await standingsOf(tx, [heard])).get(voiceId) ?? NOBODY_KNOWN
    const draft = draftByHand(heard, standing, app.clock.now())
    const added = await addCases(tx, who.workspaceId, [draft])
    if (added.size > 0) {
      await addSteps(tx, who.workspaceId, [
        {
          id: newId(),
          caseId: draft.id,
          kind: 'opened',
          by: handOf(who),
          at: draft.openedAt,
          detail: { rule: draft.reason.rule },
        },
      ])
      await app.events.emit(tx, who.workspaceId, 'case.opened', { caseIds: [draft.id] })
    }
    const [found] = await findCasesOfVoices(tx, [voiceId])
    return { id: found!.id, status: found!.status }
  })
}

export async function findCaseOfVoice(app: App, who: Who, voiceId: string): Promise<CaseOfVoice | null> {
  const [found] = await app.db.inWorkspace(who.workspaceId, (tx) => findCasesOfVoices(tx, [voiceId]))
  return found ? { id: found.id, status: found.status } : null
}
