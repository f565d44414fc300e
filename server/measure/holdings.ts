import type { Processing } from '#platform'
import type { Holding } from '#trust'
import { keepCounts } from './counting/keep-counts.ts'

/** Counts only. The value of a dimension may be an attribute of persons, but never one that few share. */
export const measureHoldings: Holding[] = [
  {
    table: 'measure.day_count',
    what: 'exact counts per day, without words or persons',
    personal: [],
    nobody: 'counts alone',
  },
  { table: 'measure.month_count', what: 'the same per month', personal: [], nobody: 'counts alone' },
  {
    table: 'measure.kept_count',
    what: 'counts of what was said by people who are forgotten by now',
    personal: [],
    nobody: 'counts alone',
    beforeRowsGo: { of: 'listen.voice', run: keepCounts },
  },
  { table: 'measure.stale_day', what: 'days to be counted anew', personal: [], nobody: 'counts alone' },
  { table: 'measure.counting', what: 'how and when the counts were made', personal: [], nobody: 'counts alone' },
  {
    table: 'measure.breakdown',
    what: 'the attributes a workspace chose to compare by',
    personal: [],
    nobody: 'names of attributes',
  },
]

export const measureProcessing: Processing = {
  capability: 'measure',
  name: 'Counting',
  why: 'To know how the business does, in counts without persons.',
}
