/** What understand does when it hears of something, and by the clock. */
import type { App, JobRow, Subscription } from '#platform'
import { readHeard, readMissed, readPersonsAnew } from './readings/read-voices.ts'
import { runSwapCheck, SWAPS_QUEUE } from './fairness/check-swaps.ts'
import { rereadAll } from './readings/reread.ts'
import { SUBSCRIBER } from './readings/see-progress.ts'

export const understandSubscriptions: Subscription<App>[] = [
  // Few events a call: each may bring a thousand voices, and what is done shows as progress.
  { name: SUBSCRIBER, type: 'voice.heard', batch: 4, handle: readHeard },
  { name: 'understand.person', type: 'person.changed', handle: readPersonsAnew },
  { name: 'understand.restricted', type: 'person.restricted', handle: readPersonsAnew },
  { name: 'understand.switched', type: 'automation.switched', handle: readMissed },
]

export const understandJobs: JobRow<App>[] = [
  // Cheap when all is up to date; so a new model is at work within minutes of an update, and failures are tried again.
  { queue: 'understand.reread', cron: '*/10 * * * *', retryLimit: 2, expireInSeconds: 4 * 3600, run: rereadAll },
  { queue: SWAPS_QUEUE, retryLimit: 2, run: runSwapCheck },
]
