/** What was answered lately to "may we write to them?", with the reason. */
import { readCursor, writeCursor, type App } from '#platform'
import type { Page } from '#platform/contract'
import { downstreamOf } from '../downstream.ts'
import type { Who } from '../who.ts'
import type { ContactRow } from './contract.ts'
import { listContacts } from './store.ts'

export async function seeContacts(
  app: App,
  who: Who,
  query: {
    answer?: 'yes' | 'no' | undefined
    person?: string | undefined
    limit: number
    cursor?: string | undefined
  },
): Promise<Page<ContactRow>> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const { findReach } = downstreamOf(app)
    const person = query.person ? await findReach(tx, query.person) : null
    const rows = await listContacts(tx, {
      answer: query.answer && query.answer === 'yes',
      personIds: query.person ? (person?.ids ?? [query.person]) : undefined,
      limit: query.limit + 1,
      after: readCursor(query.cursor, ['instant', 'id']),
    })
    const shown = rows.slice(0, query.limit)
    const names = new Map<string, string>()
    for (const id of new Set(shown.map((row) => row.personId))) names.set(id, (await findReach(tx, id))?.name ?? '')
    const last = rows.length > query.limit ? shown.at(-1) : undefined
    return {
      data: shown.map((row) => ({
        ...row,
        at: row.at.toISOString(),
        notBefore: row.notBefore?.toISOString() ?? null,
        personName: names.get(row.personId) ?? '',
      })),
      meta: { nextCursor: last ? writeCursor([last.at.toISOString(), last.id]) : null },
    }
  })
}
