/**
 * What happens when voices have been read: those that need a person get a case, cases nobody touched follow a new reading,
 * and those that need nobody any more are withdrawn. A batch costs a fixed number of statements. Calling it twice changes
 * nothing, so a repeated event is harmless.
 */
import { newId, type App, type Event, type Tx } from '#platform'
import { actingIn, isOff } from '#trust'
import { OPENING } from '../automations.ts'
import {
  addCases,
  addSteps,
  findCasesOfVoices,
  historyFloor,
  holdBatch,
  reweighCases,
  trimHistory,
  withdrawCases,
  type NewCase,
} from '../cases/store.ts'
import { alignCases, casesOfVoices } from '../crisis/store.ts'
import { PATIENCE_SECONDS, TELL } from '../crisis/tell-readers.ts'
import { needOf } from './attention.ts'
import { draftCase } from './case-draft.ts'
import { NOBODY_KNOWN, type Standing } from './impact.ts'
import {
  listHeard,
  listHeardAfter,
  listKnown,
  listOverridden,
  listTroubles,
  listWordless,
  typicalOrder,
  type HeardVoice,
} from './store.ts'
import { quoteOf } from './quote.ts'
import { HISTORY_KEPT } from './waiting.ts'

const YEAR_MS = 365 * 86_400_000

export async function openCases(app: App, workspaceId: string, voiceIds: string[]): Promise<void> {
  const now = app.clock.now()
  const weigh = async (tx: Tx): Promise<void> => {
    const off = await isOff(tx, OPENING)
    const overridden = await listOverridden(tx, voiceIds)
    const heard = (await listWordless(tx, voiceIds)).filter((voice) => voice.hushed || !overridden.has(voice.id))
    const before = new Map((await findCasesOfVoices(tx, voiceIds)).map((row) => [row.voiceId, row]))
    // The rules say without it who needs somebody; what is known of a person only says how much.
    const standings = await standingsOf(
      tx,
      heard.filter((voice) => needOf(voice)),
    )
    const drafts = heard
      .map((voice) => draftCase(voice, standings.get(voice.id) ?? NOBODY_KNOWN, now))
      .filter((draft) => draft !== null)
      .filter((draft) => draft.crisis || !off)
    const wanted = new Set(drafts.map((draft) => draft.voiceId))
    await withdrawCases(
      tx,
      // Switched off, nothing is opened and nothing is withdrawn: what lies on Today stays until a person moves it.
      off ? [] : heard.map((voice) => voice.id).filter((id) => before.has(id) && !wanted.has(id)),
    )
    await reweighCases(
      tx,
      await quoted(
        tx,
        drafts.filter((draft) => before.has(draft.voiceId)),
      ),
    )
    await addFresh(
      app,
      tx,
      workspaceId,
      drafts.filter((draft) => !before.has(draft.voiceId)),
    )
    await alignCases(
      tx,
      heard.map((voice) => voice.id),
    )
    for (const caseId of await casesOfVoices(
      tx,
      heard.filter((voice) => voice.hushed).map((voice) => voice.id),
    ))
      await app.jobs.enqueue(tx, TELL, { workspaceId, caseId }, { key: caseId, afterSeconds: PATIENCE_SECONDS })
  }
  await app.db.inWholeWorkspace(workspaceId, weigh, { flush: 'later' })
}

type Switched = { automation: string; state: string; since: string | null }

const PORTION = 1_000
/** Clocks of two machines may differ by this much; what has a case keeps it. */
const SLACK_MS = 600_000

/** Turned on again: what was read meanwhile is looked through now. */
export async function openMissed(app: App, workspaceId: string, events: Event<Switched>[]): Promise<void> {
  for (const { data } of events) {
    if (data.automation !== OPENING.key || data.state !== 'on' || data.since === null) continue
    const after = new Date(data.since).getTime() - SLACK_MS
    let last: string | null = null
    for (;;) {
      const page: string[] = await app.db.inWorkspace(workspaceId, (tx) => listHeardAfter(tx, after, last, PORTION))
      if (page.length === 0) break
      await openCases(app, workspaceId, page)
      last = page.at(-1)!
    }
  }
}

async function addFresh(app: App, tx: Tx, workspaceId: string, drafts: NewCase[]): Promise<void> {
  const live = drafts.filter((draft) => !draft.history)
  const kept = await strongestOfHistory(
    tx,
    drafts.filter((draft) => draft.history),
  )
  const rows = await quoted(tx, [...live, ...kept])
  const added = await addCases(tx, workspaceId, rows)
  const by = { id: null, name: actingIn(workspaceId).name }
  await addSteps(
    tx,
    workspaceId,
    rows
      .filter((row) => added.has(row.id))
      .map((row) => ({
        id: newId(),
        caseId: row.id,
        kind: 'opened',
        by,
        at: row.openedAt,
        detail: { rule: row.reason.rule },
      })),
  )
  const gone = new Set<string>()
  for (const batch of new Set(kept.map((row) => row.batch)))
    for (const id of await trimHistory(tx, batch, HISTORY_KEPT)) gone.add(id)
  const caseIds = [...added].filter((id) => !gone.has(id))
  if (caseIds.length > 0) await app.events.emit(tx, workspaceId, 'case.opened', { caseIds })
}

/** The words that led to each verdict, looked up only for what becomes a case. */
async function quoted(tx: Tx, drafts: NewCase[]): Promise<NewCase[]> {
  const heard = new Map(
    (
      await listHeard(
        tx,
        drafts.map((draft) => draft.voiceId),
      )
    ).map((voice) => [voice.id, voice]),
  )
  return drafts.map((draft) => {
    const voice = heard.get(draft.voiceId)
    return voice ? { ...draft, reason: { ...draft.reason, quote: quoteOf(voice, draft.reason.rule) } } : draft
  })
}

/** Of each import only what beats the weakest already kept, and of that the strongest: most history costs no write. */
async function strongestOfHistory(tx: Tx, drafts: NewCase[]): Promise<NewCase[]> {
  const kept: NewCase[] = []
  for (const batch of [...new Set(drafts.map((draft) => draft.batch))].sort()) {
    await holdBatch(tx, batch)
    const floor = await historyFloor(tx, batch, HISTORY_KEPT)
    const better = drafts.filter(
      (draft) => draft.batch === batch && (draft.crisis || draft.strength * draft.impact > floor),
    )
    kept.push(
      ...better.sort((a, b) => b.tier - a.tier || b.strength * b.impact - a.strength * a.impact).slice(0, HISTORY_KEPT),
    )
  }
  return kept
}

/** What is known of the person behind each voice, as of when it was said: earlier troubles only, within a year. */
export async function standingsOf(tx: Tx, heard: HeardVoice[]): Promise<Map<string, Standing>> {
  const roots = [...new Set(heard.flatMap((voice) => voice.rootId ?? []))]
  if (roots.length === 0) return new Map()
  const typical = await typicalOrder(tx)
  const known = new Map((await listKnown(tx, roots, typical?.currency ?? null)).map((row) => [row.rootId, row]))
  const earliest = heard.reduce((first, voice) => Math.min(first, voice.saidAt.getTime()), Infinity)
  const troubles = await listTroubles(tx, roots, new Date(earliest - YEAR_MS))
  // Voices of this very batch that are troubles themselves count for those said after them.
  const fresh = heard
    .filter((voice) => !voice.hushed && needOf(voice))
    .map((voice) => ({ rootId: voice.rootId, voiceId: voice.id, saidAt: voice.saidAt }))
  const troublesOf = Map.groupBy([...troubles, ...fresh], (row) => row.rootId)
  return new Map(
    heard.flatMap((voice) => {
      const person = voice.rootId ? known.get(voice.rootId) : undefined
      if (!person) return []
      const worth = typical && typical.minor > 0 ? person.spent / typical.minor : 0
      const earlier = new Set(
        (troublesOf.get(voice.rootId) ?? []).filter((row) => isBefore(row, voice)).map((row) => row.voiceId),
      )
      return [[voice.id, { orders: person.orders, worth, since: person.firstAt, troubles: earlier.size }] as const]
    }),
  )
}

const isBefore = (trouble: { voiceId: string; saidAt: Date }, voice: HeardVoice): boolean =>
  trouble.voiceId !== voice.id &&
  trouble.saidAt <= voice.saidAt &&
  trouble.saidAt.getTime() >= voice.saidAt.getTime() - YEAR_MS
