/** What act does when it hears of something. */
import type { App, JobRow, Subscription } from '#platform'
import { forgetAllCrises } from './crisis/forget-crises.ts'
import { TELL, tellReaders } from './crisis/tell-readers.ts'
import { openCases, openMissed } from './attention/open-cases.ts'
import { sendApproved } from './heard/ask-heard.ts'

const PORTION = 1_000

type Read = { data: { voiceIds: string[] } }

async function weigh(app: App, workspaceId: string, events: Read[]): Promise<void> {
  const ids = [...new Set(events.flatMap((event) => event.data.voiceIds))]
  for (let from = 0; from < ids.length; from += PORTION)
    await openCases(app, workspaceId, ids.slice(from, from + PORTION))
}

const handle: Subscription<App>['handle'] = (app, workspaceId, events) =>
  weigh(app, workspaceId, events as unknown as Read[])

/** A correction weighs like a new reading: it may open a case, and it may withdraw one nobody has touched. */
export const actSubscriptions: Subscription<App>[] = [
  { name: 'act.open-cases', type: 'voice.read', batch: 5, handle },
  { name: 'act.open-crises', type: 'voice.alarmed', batch: 20, handle },
  { name: 'act.reweigh-corrected', type: 'voice.corrected', batch: 50, handle },
  { name: 'act.switched', type: 'automation.switched', handle: openMissed },
  { name: 'act.send-approved', type: 'approval.released', handle: sendApproved },
]

export const actJobs: JobRow<App>[] = [
  {
    queue: TELL,
    run: (app, { workspaceId, caseId }: { workspaceId: string; caseId: string }) =>
      tellReaders(app, workspaceId, caseId),
  },
  { queue: 'act.forget-crises', cron: '10 4 * * *', run: forgetAllCrises },
]
