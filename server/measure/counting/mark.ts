/**
 * Notes which days no longer match what was said, and asks for a recount soon. Many events in a row, as an import makes
 * them, fold into one recount; the longer the last one took, the longer the next one waits, so that counting never
 * takes more than a small part of a core from the work that causes it.
 */
import type { App, Event, Tx } from '#platform'
import { findCounting, findTimezone } from './store.ts'

export const RECOUNT = 'measure.recount'

const LEAST_SECONDS = 2
const MOST_SECONDS = 20
/** A recount may use about a tenth of the time. */
const SHARE = 10

type Ids = (events: Event<never>[]) => string[]

/** Gathers one id, or a list of them, from every event. */
export const idsIn =
  (...names: string[]): Ids =>
  (events) => [
    ...new Set(
      events.flatMap(({ data }) =>
        names.flatMap((name) => {
          const found = (data as Record<string, unknown>)[name]
          return typeof found === 'string'
            ? [found]
            : Array.isArray(found)
              ? found.filter((id) => typeof id === 'string')
              : []
        }),
      ),
    ),
  ]

export async function markStale(
  app: App,
  workspaceId: string,
  ids: string[],
  mark: (tx: Tx, ids: string[], timezone: string) => Promise<void>,
): Promise<void> {
  if (ids.length === 0) return
  const note = async (tx: Tx): Promise<void> => {
    const timezone = await findTimezone(tx)
    if (timezone === null) return
    await mark(tx, ids, timezone)
    await askForRecount(app, tx, workspaceId)
  }
  await app.db.inWorkspace(workspaceId, note, { flush: 'later' })
}

export async function askForRecount(app: App, tx: Tx, workspaceId: string): Promise<void> {
  const tookMs = (await findCounting(tx))?.tookMs ?? 0
  const afterSeconds = Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, Math.round((SHARE * tookMs) / 1000)))
  await app.jobs.enqueue(tx, RECOUNT, { workspaceId }, { key: workspaceId, afterSeconds })
}
