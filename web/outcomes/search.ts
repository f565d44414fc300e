/** What the address carries, so that a page can be kept and sent: time, part, breakdown, and which figure is looked at. */
export interface OutcomesSearch {
  span?: '30d' | '90d' | '12m' | 'all'
  from?: string
  to?: string
  /** `source=google`: only this part. */
  only?: string
  by?: string
  /** The figure of the breakdown. */
  figure?: string
  /** The figure over time. */
  trend?: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const SPANS = ['30d', '90d', '12m', 'all']

export function readSearch(search: Record<string, unknown>): OutcomesSearch {
  const text = (name: string): string | undefined =>
    typeof search[name] === 'string' && search[name] !== '' ? search[name] : undefined
  const read: OutcomesSearch = {}
  const [span, from, to] = [text('span'), text('from'), text('to')]
  if (span && SPANS.includes(span)) read.span = span as NonNullable<OutcomesSearch['span']>
  if (from && to && DAY.test(from) && DAY.test(to) && from <= to) Object.assign(read, { from, to })
  for (const name of ['only', 'by', 'figure', 'trend'] as const) {
    const found = text(name)
    if (found) read[name] = found
  }
  return read
}

/** What the server is asked. */
export const queryOf = ({ span, from, to, only, by }: OutcomesSearch): Record<string, string | undefined> => ({
  ...(from && to ? { from, to } : { span: span ?? '90d' }),
  only,
  by,
})

/** Nobody chose a time and nothing was said lately: all of it is more use than an empty page. Not while days are counted. */
export const looksFurther = (
  { span, from }: OutcomesSearch,
  found: { voices: number; metrics: unknown[]; firstDay: string | null; counting: number },
): boolean =>
  !span && !from && found.voices === 0 && found.metrics.length === 0 && found.firstDay !== null && found.counting === 0
