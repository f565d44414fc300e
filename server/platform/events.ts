/**
 * How something earlier in the stream tells something later: an event, written to an outbox in the transaction that
 * caused it (`voice.heard`), and delivered afterwards to each subscriber at least once, in batches of one workspace.
 *
 * A row of `platform.delivery` stands for "this subscriber has not handled this event yet". Whoever delivers locks the
 * rows, calls the subscriber, and deletes them when it is done; a process that dies in between leaves them for the next.
 * Subscribers must therefore be harmless when called twice.
 */
import pg from 'pg'
import { sql } from 'kysely'
import { appConnection, type Database, type Tx } from './database.ts'
import { newId } from './id.ts'
import type { Log } from './log.ts'

export type Event<Data = Record<string, unknown>> = { id: string; type: string; workspaceId: string; data: Data }

export type Subscription<App> = {
  /** Unique and lasting: it stands in the database. Named capability.purpose, e.g. `understand.read`. */
  name: string
  type: string
  /** How many events of one workspace a call gets at the most. */
  batch?: number
  handle: (app: App, workspaceId: string, events: Event<never>[]) => Promise<void>
}

export type Events = {
  /** Every type somebody subscribes to, known before the first event is written. */
  expect: <App>(subscriptions: Subscription<App>[]) => void
  emit: (tx: Tx, workspaceId: string, type: string, data: object) => Promise<void>
  /** What happened in a workspace that is no more, and all that still had to hear of it. Waits for whoever is just hearing. */
  forget: (workspaceId: string) => Promise<void>
  /** Takes these ids out of everything that was told: out of lists, and whole events that are about one of them alone. */
  forgetIds: (tx: Tx, workspaceId: string, ids: string[]) => Promise<number>
  start: <App>(app: App) => Promise<void>
  stop: () => Promise<void>
  /**
   * Resolves when nothing waits to be delivered; for commands that end when their work is done, and for tests. Of one
   * workspace alone, and for no longer than `withinMs`, for whoever answers somebody who waits; `besides` is the
   * subscriber who asks, whose own events still wait. False: the time was over first.
   */
  settled: (only?: { workspaceId: string; withinMs: number; besides?: string }) => Promise<boolean>
}

const CHANNEL = 'heed_event'
const IDLE_MS = 5_000
const MOST_ATTEMPTS = 8

/** `lookEveryMs`: how often a subscriber looks for itself, for what it was not told of. */
export function createEvents(
  database: Database,
  log: Log,
  { lookEveryMs = IDLE_MS }: { lookEveryMs?: number } = {},
): Events {
  let subscriptions: Subscription<unknown>[] = []
  let listener: pg.Client | null = null
  let stopping = false
  const loops: Promise<void>[] = []
  /** Who naps, and for which type of event; the empty type wakes for none. */
  const sleepers = new Map<() => void, string>()
  /** Subscribers told of an event since they last looked: one that was busy then looks once more before it naps. */
  const missed = new Set<string>()
  const wakeAll = () => [...sleepers.keys()].forEach((wake) => wake())
  const wakeFor = (type: string) => {
    for (const row of subscriptions) if (row.type === type) missed.add(row.name)
    for (const [wake, waitsFor] of sleepers) if (waitsFor === type) wake()
  }

  const nap = (ms: number, type: string = '') =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms)
      function done() {
        clearTimeout(timer)
        sleepers.delete(done)
        resolve()
      }
      sleepers.set(done, type)
    })

  const loop = async <App>(app: App, subscription: Subscription<unknown>) => {
    while (!stopping) {
      // What is told waits in the outbox until there is room to do something about it.
      if (database.source.full()) {
        await nap(IDLE_MS)
        continue
      }
      missed.delete(subscription.name)
      const worked = await deliver(database, app, subscription, log).catch((error: unknown) => {
        log.warn('event.delivery_trouble', { subscriber: subscription.name, error })
        return false
      })
      if (!worked && !stopping && !missed.has(subscription.name)) await nap(lookEveryMs, subscription.type)
    }
  }

  return {
    expect: (rows) => {
      subscriptions = rows as Subscription<unknown>[]
    },
    emit: async (tx, workspaceId, type, data) => {
      const id = newId()
      await sql`insert into platform.event (workspace_id, id, type, data) values (${workspaceId}, ${id}, ${type}, ${JSON.stringify(data)})`.execute(
        tx,
      )
      const names = subscriptions.filter((row) => row.type === type).map((row) => row.name)
      if (names.length === 0) return
      await sql`insert into platform.delivery (workspace_id, subscriber, event_id) select ${workspaceId}::uuid, unnest(${names}::text[]), ${id}::uuid`.execute(
        tx,
      )
      await sql`select pg_notify(${CHANNEL}, ${type})`.execute(tx)
    },
    forget: async (workspaceId) => {
      // Whoever was just hearing of something may have told something new.
      for (let gone = 1n; gone > 0n;)
        gone = await database.asSystem(
          async (tx) =>
            (await sql`delete from platform.event where workspace_id = ${workspaceId}`.execute(tx)).numAffectedRows ??
            0n,
        )
    },
    forgetIds: async (tx, workspaceId, ids) => {
      const gone = new Set(ids)
      const { rows } = await sql<{ id: string; data: unknown }>`
        select id, data from platform.event e where workspace_id = ${workspaceId}
          and exists (select from jsonb_path_query(e.data, 'strict $.**') as part where jsonb_typeof(part) = 'string' and part #>> '{}' = any(${ids}::text[]))
        order by id for update`.execute(tx)
      for (const { id, data } of rows) {
        const left = withoutIds(data, gone)
        await (
          left === undefined
            ? sql`delete from platform.event where workspace_id = ${workspaceId} and id = ${id}`
            : sql`update platform.event set data = ${JSON.stringify(left)}::jsonb where workspace_id = ${workspaceId} and id = ${id}`
        ).execute(tx)
      }
      return rows.length
    },
    start: async (app) => {
      stopping = false
      listener = new pg.Client({ ...appConnection(database.source), application_name: 'heed:listen' })
      // Losing the listener costs promptness, not events: the loops look for themselves every few seconds.
      listener.on('error', () => undefined)
      listener.on('notification', ({ payload }) => wakeFor(payload ?? ''))
      await listener.connect()
      await listener.query(`listen ${CHANNEL}`)
      for (const subscription of subscriptions) loops.push(loop(app, subscription))
    },
    stop: async () => {
      stopping = true
      wakeAll()
      await Promise.all(loops.splice(0))
      await listener?.end().catch(() => undefined)
    },
    settled: async (only) => {
      const until = Date.now() + (only?.withinMs ?? Infinity)
      for (let looks = 0; ; looks += 1) {
        const waiting = await database.asSystem(async (tx) => {
          const { rows } = await sql<{
            one: number
          }>`select 1 as one from platform.delivery where not parked ${only ? sql`and workspace_id = ${only.workspaceId} and subscriber <> ${only.besides ?? ''}` : sql``} limit 1`.execute(
            tx,
          )
          return rows.length > 0
        })
        if (!waiting || Date.now() > until) return !waiting
        // Waking everybody costs each a look of their own: beside work that was told anyway, only now and then.
        if (!only || looks % 8 === 7) wakeAll()
        await nap(only ? 100 : 50)
      }
    },
  }
}

/** Nothing is left of an event that names a single thing which is gone, or whose only list is empty by now. */
function withoutIds(data: unknown, gone: ReadonlySet<string>): unknown {
  if (typeof data !== 'object' || data === null) return data
  const left: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === 'string' && gone.has(value)) return undefined
    const kept = Array.isArray(value) ? value.filter((one) => !(typeof one === 'string' && gone.has(one))) : value
    if (Array.isArray(value) && value.length > 0 && (kept as unknown[]).length === 0) return undefined
    left[key] = kept
  }
  return left
}

/** One round for one subscriber: true if there was something to do. */
async function deliver<App>(
  database: Database,
  app: App,
  subscription: Subscription<unknown>,
  log: Log,
): Promise<boolean> {
  const round = async (tx: Tx): Promise<boolean> => {
    const { rows: first } = await sql<{ workspace_id: string }>`
      select workspace_id from platform.delivery
      where subscriber = ${subscription.name} and not parked and due_at <= now()
      order by event_id limit 1 for update skip locked`.execute(tx)
    const workspaceId = first[0]?.workspace_id
    if (!workspaceId) return false
    const { rows: events } = await sql<Event & { attempts: number }>`
      select e.id, e.type, e.workspace_id as "workspaceId", e.data, d.attempts
      from platform.delivery d join platform.event e on e.workspace_id = d.workspace_id and e.id = d.event_id
      where d.subscriber = ${subscription.name} and d.workspace_id = ${workspaceId} and not d.parked and d.due_at <= now()
      order by d.event_id limit ${subscription.batch ?? 20} for update of d skip locked`.execute(tx)
    if (events.length === 0) return false
    const ids = events.map((event) => event.id)
    try {
      await subscription.handle(app, workspaceId, events as unknown as Event<never>[])
      await sql`delete from platform.delivery where subscriber = ${subscription.name} and workspace_id = ${workspaceId} and event_id = any(${ids}::uuid[])`.execute(
        tx,
      )
    } catch (error) {
      const attempts = Math.max(...events.map((event) => event.attempts)) + 1
      log.error('event.failed', {
        subscriber: subscription.name,
        workspace: workspaceId,
        events: ids.length,
        attempts,
        error,
      })
      await sql`update platform.delivery set attempts = attempts + 1, parked = attempts + 1 >= ${MOST_ATTEMPTS},
        due_at = now() + make_interval(secs => least(power(2, attempts), 600))
        where subscriber = ${subscription.name} and workspace_id = ${workspaceId} and event_id = any(${ids}::uuid[])`.execute(
        tx,
      )
    }
    return true
  }
  // Lost in a crash, a round is delivered again, which every subscriber bears.
  return database.asSystem(round, { flush: 'later' })
}
