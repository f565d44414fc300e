/**
 * What there is to filter by: sources and languages with their counts. Counting a million voices takes a third of a
 * second, so the counts are kept, in memory and for the next start: at first they are counted, later the old ones are
 * given at once and new ones are counted behind them.
 */
import type { App } from '#platform'
import type { Who } from '#trust'
import type { Facets } from '../contract.ts'
import { countFacets, findFacets, putFacets, type FacetCount } from './store.ts'

const FRESH_MS = 20_000
/** Small workspaces are counted anew each time: it costs nothing and is never old. */
const SMALL = 20_000
const MOST_KEPT = 500

type Kept = { facets: Facets; at: number }
const kept = new WeakMap<App, Map<string, Kept>>()

export async function seeFacets(app: App, who: Who): Promise<Facets> {
  const shelf = kept.get(app) ?? new Map<string, Kept>()
  kept.set(app, shelf)
  const before = shelf.get(who.workspaceId) ?? (await countedBefore(app, who.workspaceId))
  if (!before || before.facets.total < SMALL) return count(app, who.workspaceId, shelf)
  shelf.set(who.workspaceId, before)
  if (app.clock.now().getTime() - before.at > FRESH_MS) {
    // Marked first, so that one count is under way and not one for each page that asks meanwhile.
    shelf.set(who.workspaceId, { ...before, at: app.clock.now().getTime() })
    count(app, who.workspaceId, shelf).catch((error: unknown) => app.log.warn('facets.trouble', { error }))
  }
  return before.facets
}

/** What this or another process counted some time ago: old enough to be counted again at once. */
async function countedBefore(app: App, workspaceId: string): Promise<Kept | null> {
  const stored = await app.db.inOpenWorkspace(workspaceId, findFacets)
  return stored && { facets: facetsOf(stored.counts, stored.countedAt), at: stored.countedAt.getTime() }
}

async function count(app: App, workspaceId: string, shelf: Map<string, Kept>): Promise<Facets> {
  const at = app.clock.now()
  const counts = await app.db.inOpenWorkspace(workspaceId, (tx) => countFacets(tx, workspaceId))
  const facets = facetsOf(counts, at)
  // Also once when a big workspace has become small, so that the next start does not begin with what is gone.
  if (Math.max(facets.total, shelf.get(workspaceId)?.facets.total ?? 0) >= SMALL)
    await app.db.inOpenWorkspace(workspaceId, (tx) => putFacets(tx, workspaceId, { counts, countedAt: at }))
  shelf.delete(workspaceId)
  if (shelf.size >= MOST_KEPT) shelf.delete([...shelf.keys()][0]!)
  shelf.set(workspaceId, { facets, at: at.getTime() })
  return facets
}

export function facetsOf(counts: FacetCount[], asOf: Date): Facets {
  return {
    sources: tally(counts, (row) => row.source),
    languages: tally(counts, (row) => row.language),
    scores: [...new Set(counts.flatMap((row) => row.scoreKind ?? []))].toSorted(),
    total: counts.reduce((all, row) => all + row.count, 0),
    asOf: asOf.toISOString(),
  }
}

function tally(counts: FacetCount[], valueOf: (row: FacetCount) => string | null): Facets['sources'] {
  const sums = new Map<string, number>()
  for (const row of counts) {
    const value = valueOf(row)
    if (value !== null) sums.set(value, (sums.get(value) ?? 0) + row.count)
  }
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value))
}
