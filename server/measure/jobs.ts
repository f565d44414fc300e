/** When measure counts: after anything that changes a day, and every night anew, which heals whatever was missed. */
import type { App, JobRow, Subscription } from '#platform'
import { listWorkspaces } from '#trust'
import { idsIn, markStale, RECOUNT } from './counting/mark.ts'
import { recount } from './counting/recount.ts'
import {
  markDaysOfCases,
  markDaysOfHours,
  markDaysOfPersons,
  markDaysOfResponses,
  markDaysOfVoices,
} from './counting/store.ts'

const voices = idsIn('voiceIds', 'voiceId')
const responses = idsIn('responseIds', 'responseId')
const cases = idsIn('caseIds', 'caseId')
const persons = idsIn('personIds', 'personId')
const hours = idsIn('hours')

export const measureSubscriptions: Subscription<App>[] = [
  {
    name: 'measure.removed',
    type: 'voices.removed',
    batch: 50,
    handle: (app, workspaceId, events) => markStale(app, workspaceId, hours(events), markDaysOfHours),
  },
  {
    name: 'measure.voices',
    type: 'voice.read',
    batch: 50,
    handle: (app, workspaceId, events) => markStale(app, workspaceId, voices(events), markDaysOfVoices),
  },
  {
    name: 'measure.alarmed',
    type: 'voice.alarmed',
    batch: 50,
    handle: (app, workspaceId, events) => markStale(app, workspaceId, voices(events), markDaysOfVoices),
  },
  {
    name: 'measure.corrections',
    type: 'voice.corrected',
    batch: 50,
    handle: (app, workspaceId, events) => markStale(app, workspaceId, voices(events), markDaysOfVoices),
  },
  {
    name: 'measure.responses',
    type: 'response.given',
    batch: 50,
    handle: (app, workspaceId, events) => markStale(app, workspaceId, responses(events), markDaysOfResponses),
  },
  {
    name: 'measure.asked',
    type: 'case.asked',
    batch: 50,
    handle: (app, workspaceId, events) => markStale(app, workspaceId, cases(events), markDaysOfCases),
  },
  {
    name: 'measure.heard',
    type: 'person.felt_heard',
    batch: 50,
    handle: (app, workspaceId, events) => markStale(app, workspaceId, cases(events), markDaysOfCases),
  },
  {
    name: 'measure.persons',
    type: 'person.changed',
    batch: 50,
    handle: (app, workspaceId, events) => markStale(app, workspaceId, persons(events), markDaysOfPersons),
  },
]

export const measureJobs: JobRow<App>[] = [
  { queue: RECOUNT, run: (app, { workspaceId }: { workspaceId: string }) => recount(app, workspaceId) },
  {
    queue: 'measure.recount-all',
    cron: '40 2 * * *',
    run: async (app) => {
      for (const { workspaceId } of await app.db.asSystem(listWorkspaces))
        await recount(app, workspaceId, { anew: true })
    },
  },
]
