/** One line of everything a person said, bought and had done for them, newest first, with all records merged into them. */
import { readCursor, Refusal, writeCursor, type App } from '#platform'
import type { Page } from '#platform/contract'
import type { ScoreKind } from '#listen/contract'
import { personIdsWith } from '#people'
import type { Order } from '#people/contract'
import { crisisSeen, wordsFor, type ShowWords, type Who } from '#trust'
import type { TimelineEntry } from '../contract.ts'
import { listEntries, type EntryRow, type StepBody } from './store.ts'

export async function seeTimeline(
  app: App,
  who: Who,
  personId: string,
  query: { limit: number; cursor?: string | undefined },
): Promise<Page<TimelineEntry>> {
  const place = readCursor(query.cursor, ['instant', 'id'])
  const before = place ? { at: String(place[0]), id: String(place[1]) } : null
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const ids = await personIdsWith(tx, personId)
    if (ids.length === 0) throw new Refusal('person_not_found', 'There is no such person here.')
    const rows = await listEntries(tx, ids, before, query.limit + 1)
    const shown = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? shown.at(-1) : undefined
    await crisisSeen(
      app,
      tx,
      who,
      shown.filter(isCrisis).map((row) => row.id),
    )
    const show = wordsFor(who)
    return {
      data: shown.map((row) => entryOnWire(row, show)),
      meta: { nextCursor: last ? writeCursor([last.atText, last.id]) : null },
    }
  })
}

type VoiceBody = Omit<NonNullable<TimelineEntry['voice']>, 'score' | 'saidAt'> & {
  scoreKind: ScoreKind | null
  score: number | null
}

const isCrisis = ({ kind, body }: EntryRow): boolean => kind === 'voice' && body['crisis'] === true

function entryOnWire({ kind, id, at, body }: EntryRow, show: ShowWords): TimelineEntry {
  const entry = { kind, id, at: at.toISOString() }
  if (kind === 'order') return { ...entry, order: { ...(body as Omit<Order, 'orderedAt'>), orderedAt: entry.at } }
  if (kind === 'voice') {
    const { scoreKind, score, ...voice } = body as VoiceBody
    return {
      ...entry,
      voice: {
        ...voice,
        title: show(voice.title).text,
        text: show(voice.text).text,
        score: scoreKind !== null && score !== null ? { kind: scoreKind, value: score } : null,
        saidAt: entry.at,
      },
    }
  }
  const { byId, byName, ...step } = body as StepBody
  const said = (words: string | null) => (words === null ? null : show(words).text)
  return {
    ...entry,
    step: {
      ...step,
      note: said(step.note),
      cause: said(step.cause),
      done: said(step.done),
      id,
      by: { id: byId, name: byName },
      at: entry.at,
    },
  }
}
