/**
 * Write down cases that were looked after before this Heed knew of them: who took them, what was done, what the person said
 * to it, each at its own time. Whoever did it need not be a member any more, so names stand here without accounts. Nobody
 * is asked or mailed anything, and cases a hand has been laid on stay as they are: calling it twice changes nothing.
 */
import { newId, type App } from '#platform'
import { actingIn } from '#trust'
import { draftByHand, draftCase } from '../attention/case-draft.ts'
import { NOBODY_KNOWN, type Standing as Known } from '../attention/impact.ts'
import { standingsOf } from '../attention/open-cases.ts'
import { listHeard, type HeardVoice } from '../attention/store.ts'
import {
  addCases,
  addNotes,
  addSteps,
  settleCases,
  withdrawCases,
  type NewCase,
  type NewStep,
  type SettledCase,
} from './store.ts'

export type Remembered = {
  voiceId: string
  /** Only where the words alone brought it to somebody, or only where they did not and somebody had to. */
  only?: 'where-needed' | 'where-missed'
  by: string
  /** Left out: put on Today by hand, and waiting there. */
  takenAt?: Date
  resolved?: RememberedEnd & {
    askedAt?: Date
    heard?: { answer: boolean; at: Date }
    /** After a "no": who looked after it once more. Else it waits again, before all others. */
    again?: RememberedEnd & { by: string }
  }
}
type RememberedEnd = { at: Date; note: string; cause: string; done: string }

/** What was said is seen minutes later, as it is when Heed listens. */
const SEEN_MS = 4 * 60_000

export async function recallCases(app: App, workspaceId: string, remembered: Remembered[]): Promise<void> {
  await app.db.inWholeWorkspace(workspaceId, async (tx) => {
    const by = new Map(remembered.map((one) => [one.voiceId, one]))
    const heard = await listHeard(tx, [...by.keys()])
    const standings = await standingsOf(tx, heard)
    const drafts = heard.flatMap(
      (voice) => draftOf(voice, standings.get(voice.id) ?? NOBODY_KNOWN, by.get(voice.id)?.only) ?? [],
    )
    await withdrawCases(
      tx,
      drafts.map((draft) => draft.voiceId),
    )
    const added = await addCases(tx, workspaceId, drafts)
    const cases = drafts
      .filter((draft) => added.has(draft.id))
      .map((draft) => ({ draft, was: by.get(draft.voiceId)! }))
      .map(({ draft, was }) => ({ draft, was: draft.crisis ? unasked(was) : was }))
    if (cases.length === 0) return
    const steps = cases.flatMap(({ draft, was }) => stepsOf(draft, was))
    await settleCases(
      tx,
      cases.map(({ draft, was }) => settled(draft, was)),
    )
    await addNotes(
      tx,
      workspaceId,
      cases.flatMap(({ draft, was }) => notesOf(draft, was)),
    )
    await addSteps(tx, workspaceId, steps)
    await app.events.emit(tx, workspaceId, 'case.opened', { caseIds: cases.map(({ draft }) => draft.id) })
    const asked = cases.filter(({ was }) => was.resolved?.askedAt).map(({ draft }) => draft.id)
    if (asked.length > 0) await app.events.emit(tx, workspaceId, 'case.asked', { caseIds: asked })
  })
}

function draftOf(voice: HeardVoice, known: Known, only: Remembered['only']): NewCase | null {
  const seen = new Date(voice.saidAt.getTime() + SEEN_MS)
  const then = { ...voice, receivedAt: voice.saidAt, importId: null }
  const needed = draftCase(then, known, seen)
  if (only === 'where-missed' && needed) return null
  const draft = needed ?? (only === 'where-needed' ? null : draftByHand(then, known, seen))
  return draft && { ...draft, touched: true }
}

/** After talk of danger no question follows, and none did. */
function unasked(was: Remembered): Remembered {
  if (!was.resolved) return was
  const { at, note, cause, done } = was.resolved
  return { ...was, resolved: { at, note, cause, done } }
}

/** How it stands today. */
function settled(draft: NewCase, was: Remembered): SettledCase {
  const { resolved } = was
  const unheard = resolved?.heard?.answer === false
  return {
    id: draft.id,
    tier: draft.crisis ? 2 : unheard ? 1 : 0,
    ...standing(was, unheard),
    answeredAt: resolved?.at ?? null,
    askedAt: resolved?.askedAt ?? null,
    feltHeard: resolved?.heard?.answer ?? null,
    feltHeardAt: resolved?.heard?.at ?? null,
    reopenedCount: unheard ? 1 : 0,
  }
}

type Standing = Pick<
  SettledCase,
  'status' | 'assigneeName' | 'takenAt' | 'resolvedAt' | 'resolvedByName' | 'cause' | 'done'
>

/** In whose hands it is, and whether it is closed: what counts is the last thing that was done. */
function standing({ by, takenAt, resolved }: Remembered, unheard: boolean): Standing {
  const nobody = { assigneeName: null, takenAt: null, resolvedAt: null, resolvedByName: null, cause: null, done: null }
  const last = unheard
    ? resolved?.again && { takenAt: resolved.again.at, ...resolved.again }
    : resolved && { by, takenAt, ...resolved }
  if (last)
    return {
      status: 'resolved',
      assigneeName: last.by,
      takenAt: last.takenAt ?? last.at,
      resolvedAt: last.at,
      resolvedByName: last.by,
      cause: last.cause,
      done: last.done,
    }
  if (unheard) return { ...nobody, status: 'open', cause: resolved?.cause ?? null, done: resolved?.done ?? null }
  return takenAt ? { ...nobody, status: 'taken', assigneeName: by, takenAt } : { ...nobody, status: 'open' }
}

const hand = (name: string) => ({ id: null, name })

function notesOf(draft: NewCase, { by, resolved }: Remembered) {
  const ends = [...(resolved ? [{ by, ...resolved }] : []), ...(resolved?.again ? [resolved.again] : [])]
  return ends
    .filter(({ note }) => note !== '')
    .map(({ by: name, at, note }) => ({
      id: newId(at.getTime()),
      caseId: draft.id,
      author: hand(name),
      text: note,
      at,
    }))
}

function stepsOf(draft: NewCase, was: Remembered): NewStep[] {
  const step = (kind: NewStep['kind'], name: string, at: Date, detail: Record<string, unknown> = {}): NewStep => ({
    id: newId(at.getTime()),
    caseId: draft.id,
    kind,
    by: hand(name),
    at,
    detail,
  })
  const closed = (name: string, { at, note, cause, done }: RememberedEnd): NewStep[] => [
    ...(note ? [step('noted', name, at)] : []),
    // A note is written before the case is closed; equal times would leave their order open.
    step('resolved', name, new Date(at.getTime() + 1), { cause, done }),
  ]
  const { by, takenAt, resolved } = was
  const steps = [
    step('opened', takenAt ? actingIn('').name : by, draft.openedAt, { rule: draft.reason.rule }),
    ...(takenAt ? [step('taken', by, takenAt)] : []),
    ...(resolved ? closed(by, resolved) : []),
    ...(resolved?.askedAt ? [step('asked', by, resolved.askedAt, { mailed: true })] : []),
  ]
  if (!resolved?.heard) return steps
  const { answer, at } = resolved.heard
  steps.push(step('heard', '', at, { answer }))
  if (answer) return steps
  steps.push(step('reopened', '', new Date(at.getTime() + 1), { cause: resolved.cause, done: resolved.done }))
  const { again } = resolved
  return again ? [...steps, step('taken', again.by, again.at), ...closed(again.by, again)] : steps
}
