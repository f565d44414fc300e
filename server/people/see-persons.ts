import { readCursor, Refusal, writeCursor, type App, type Tx } from '#platform'
import type { Page } from '#platform/contract'
import type { Who } from '#trust'
import type { Order, Person, PersonRow } from './contract.ts'
import { orderOnWire, personOnWire, personRowOnWire } from './person.ts'
import {
  findPerson,
  listDuplicatesOf,
  listIdentities,
  listOrders,
  listPersons,
  personIdsWith,
  sumOrders,
} from './store.ts'

const ORDERS_SHOWN = 100

export async function seePersons(
  app: App,
  who: Who,
  query: { q?: string | undefined; kind?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<PersonRow>> {
  const q = query.q?.trim() || undefined
  const rows = await app.db.inWorkspace(who.workspaceId, (tx) =>
    listPersons(tx, {
      q,
      kind: query.kind,
      limit: query.limit + 1,
      after: readCursor(query.cursor, [q ? 'text' : 'instant', 'id']),
    }),
  )
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    data: shown.map(personRowOnWire),
    meta: { nextCursor: last ? writeCursor([q ? last.nameFolded : last.createdAt.toISOString(), last.id]) : null },
  }
}

/** A duplicate answers with the record it was merged into, so that old links still lead to the person. */
export async function seePerson(app: App, who: Who, id: string): Promise<Person> {
  return app.db.inWorkspace(who.workspaceId, (tx) => wholePerson(tx, id))
}

export async function wholePerson(tx: Tx, id: string): Promise<Person> {
  const asked = await findPerson(tx, id)
  const record = asked?.mergedInto ? await findPerson(tx, asked.mergedInto) : asked
  if (!record) throw new Refusal('person_not_found', 'There is no such person here.')
  const ids = await personIdsWith(tx, record.id)
  return personOnWire(
    record,
    await listIdentities(tx, ids),
    await listDuplicatesOf(tx, record.id),
    await sumOrders(tx, ids),
  )
}

export async function seeOrders(app: App, who: Who, id: string): Promise<Order[]> {
  return app.db.inWorkspace(who.workspaceId, async (tx) =>
    (await listOrders(tx, await personIdsWith(tx, id), ORDERS_SHOWN)).map(orderOnWire),
  )
}
