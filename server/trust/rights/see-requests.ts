/** Show the register of requests, and what holds for one person. */
import { readCursor, writeCursor, type App, type Tx } from '#platform'
import type { Page } from '#platform/contract'
import type { Who } from '../who.ts'
import { RIGHTS_LIMITS, type PersonRights, type Request, type RequestCounts } from './contract.ts'
import { countDue, listRequests, listRestrictions, listSteps, type RequestRow } from './store.ts'
import { findErasureOf } from './store-erasure.ts'
import { wholeOrRefuse } from './subject.ts'

const DAY_MS = 86_400_000
const OF_A_PERSON = 50

export async function seeRequests(
  app: App,
  who: Who,
  query: {
    state?: 'open' | 'closed' | undefined
    person?: string | undefined
    limit: number
    cursor?: string | undefined
  },
): Promise<Page<Request>> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const personIds = query.person ? ((await app.persons.whole(tx, query.person))?.ids ?? []) : undefined
    const rows = await listRequests(tx, {
      state: query.state,
      personIds,
      limit: query.limit + 1,
      after: readCursor(query.cursor, ['instant', 'id']),
    })
    const shown = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? shown.at(-1) : undefined
    return {
      data: await onWire(app, tx, shown),
      meta: { nextCursor: last ? writeCursor([last.openedAt.toISOString(), last.id]) : null },
    }
  })
}

export async function seeRequestCounts(app: App, who: Who): Promise<RequestCounts> {
  const now = app.clock.now()
  return app.db.inWorkspace(who.workspaceId, (tx) => countDue(tx, now, soonAfter(now)))
}

export async function seePersonRights(app: App, who: Who, personId: string): Promise<PersonRights> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const person = await wholeOrRefuse(app, tx, personId)
    const restrictions = await listRestrictions(tx, person.ids)
    const requests = await listRequests(tx, { personIds: person.ids, limit: OF_A_PERSON, after: null })
    return {
      id: person.id,
      name: person.name,
      hasAddress: person.emails.length > 0 && app.mail.ready,
      restrictions: restrictions.map(({ kind, since, by, reason }) => ({
        kind,
        since: since.toISOString(),
        by,
        reason,
      })),
      erasing: (await findErasureOf(tx, person.ids)) !== undefined,
      requests: await onWire(app, tx, requests),
    }
  })
}

const soonAfter = (now: Date) => new Date(now.getTime() + RIGHTS_LIMITS.soonDays * DAY_MS)

async function onWire(app: App, tx: Tx, rows: RequestRow[]): Promise<Request[]> {
  const now = app.clock.now()
  const names = await app.persons.names(
    tx,
    rows.flatMap((row) => row.personId ?? []),
  )
  const steps = await listSteps(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map(({ contactEmail: _, ...row }) => ({
    ...row,
    personName: row.personId ? (names.get(row.personId) ?? null) : null,
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    extendedAt: row.extendedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    overdue: row.state === 'open' && row.dueAt < now,
    soonDue: row.state === 'open' && row.dueAt >= now && row.dueAt < soonAfter(now),
    steps: steps
      .filter((step) => step.requestId === row.id)
      .map(({ kind, by, at, note }) => ({ kind, by, at: at.toISOString(), note })),
  }))
}
