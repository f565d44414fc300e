/** What the address carries, so that a way of looking can be kept, sent and gone back to. */
export interface VoicesSearch {
  q?: string
  /** How far back from today; or `from` and `to` for days of one's own. */
  span?: Span
  from?: string
  to?: string
  source?: string[]
  feeling?: string[]
  sentiment?: string[]
  kind?: string[]
  language?: string[]
  intensityMin?: number
  urgencyMin?: number
  scoreKind?: string
  scoreMin?: number
  scoreMax?: number
  personId?: string
  surveyId?: string
  importId?: string
  sort?: 'newest' | 'strongest'
}
export type Span = '7d' | '30d' | '90d' | '12m'

const SPANS: Record<Span, number> = { '7d': 7, '30d': 30, '90d': 90, '12m': 365 }
const LISTS = ['source', 'feeling', 'sentiment', 'kind', 'language'] as const
const FIGURES = ['intensityMin', 'urgencyMin', 'scoreMin', 'scoreMax'] as const
const TEXTS = ['q', 'from', 'to', 'scoreKind', 'personId', 'surveyId', 'importId'] as const

/** Takes what it knows and leaves the rest; whether a value makes sense is for the server to say. */
export function readSearch(search: Record<string, unknown>): VoicesSearch {
  const read: VoicesSearch = {}
  for (const name of TEXTS) {
    const value = search[name]
    if ((typeof value === 'string' || typeof value === 'number') && value !== '') read[name] = String(value)
  }
  for (const name of LISTS) {
    const values = [search[name]].flat().filter((value): value is string => typeof value === 'string' && value !== '')
    if (values.length > 0) read[name] = [...new Set(values)]
  }
  for (const name of FIGURES) {
    const value = search[name] === undefined || search[name] === '' ? Number.NaN : Number(search[name])
    if (Number.isFinite(value)) read[name] = value
  }
  if (typeof search['span'] === 'string' && search['span'] in SPANS && !read.from && !read.to)
    read.span = search['span'] as Span
  if (search['sort'] === 'strongest') read.sort = 'strongest'
  return read
}

/** What the server is asked: a span becomes the day it begins, in the reader's own days. */
export function queryOf({ span, ...search }: VoicesSearch, today: Date): Record<string, string | number | string[]> {
  if (!span) return { ...search }
  const from = new Date(today.getFullYear(), today.getMonth(), today.getDate() - SPANS[span])
  return { ...search, from: dayOf(from) }
}

function dayOf(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Whether anything is left out by it. */
export const isFiltered = ({ sort: _, ...search }: VoicesSearch): boolean => Object.keys(search).length > 0

/** Two searches that show the same, in whatever order they were written. */
export function sameSearch(one: VoicesSearch, other: VoicesSearch): boolean {
  const spelt = (search: VoicesSearch): string =>
    JSON.stringify(
      Object.entries(search)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value])
        .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    )
  return spelt(one) === spelt(other)
}
