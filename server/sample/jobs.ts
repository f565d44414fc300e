/** What the sample does when it hears of something. */
import type { App, Subscription } from '#platform'
import type { LaidOut } from './lay-out-sample.ts'
import { LOOK_BACK, lookBack } from './look-back.ts'

export const sampleSubscriptions: Subscription<App>[] = [
  {
    name: LOOK_BACK,
    type: 'sample.laid_out',
    batch: 1,
    handle: async (app, workspaceId, events) => {
      for (const { data } of events as unknown as { data: LaidOut }[]) await lookBack(app, workspaceId, data)
    },
  },
]
