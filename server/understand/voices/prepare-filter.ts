/** From a filter as people write it to one the database takes. */
import type { Tx } from '#platform'
import { personIdsWith } from '#people'
import type { VoiceFilter } from '../contract.ts'
import { parseSearch, type Search } from './search.ts'
import { findFew, midnights, queryOf, type Wanted } from './store.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

export type Resolved = { wanted: Wanted; search: Search }

/** Nothing where the filter can match no voice at all. */
export async function resolveFilter(tx: Tx, filter: VoiceFilter): Promise<Resolved | null> {
  const { q, from, to, personId, ...rest } = filter
  const search = parseSearch(q ?? '')
  const personIds = personId ? await personIdsWith(tx, personId) : null
  if (personIds?.length === 0) return null
  const found = await findWords(tx, search)
  if (found && 'ids' in found && found.ids.length === 0) return null
  const days = await momentsOf(tx, from, to)
  return { wanted: { ...rest, ...days, personIds, found }, search }
}

async function findWords(tx: Tx, search: Search): Promise<Wanted['found']> {
  if (search.wanted.length === 0 && search.unwanted.length === 0) return null
  const query = await queryOf(tx, search)
  if (query === '') return null
  // Leaving words out matches nearly everything, and an index of what is there does not help to find what is not.
  const ids = search.wanted.length > 0 ? await findFew(tx, query) : null
  return ids ? { ids } : { query, positive: search.wanted.length > 0 }
}

async function momentsOf(
  tx: Tx,
  from: string | undefined,
  to: string | undefined,
): Promise<Pick<Wanted, 'from' | 'until'>> {
  const dayAfter = to && DAY.test(to) ? nextDay(to) : undefined
  const days = [from, dayAfter].filter((day): day is string => day !== undefined && DAY.test(day))
  const known = days.length > 0 ? await midnights(tx, days) : new Map<string, Date>()
  return {
    from: from ? (known.get(from) ?? new Date(from)) : null,
    // An exact moment is included, a day to its end.
    until: dayAfter ? (known.get(dayAfter) ?? null) : to ? new Date(Date.parse(to) + 1) : null,
  }
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
