/** Emergencies over HTTP: what a workspace arranged for them. */
import { z } from 'zod'
import type { Route } from '#platform'
import { Id } from '#platform/contract'
import { route } from '../route.ts'
import type { Who } from '../who.ts'
import { changeCrisisSettings, changeHelpLines, nameReader } from './change-help-lines.ts'
import { CrisisChange, CrisisSettings, HelpLine, HelpLineList, SuggestionQuery } from './contract.ts'
import { linesOf, WRITTEN_ON } from './help-lines.ts'
import { seeCrisisSettings } from './see-help-lines.ts'

const tag = 'Trust'
const ById = z.object({ id: Id })

export const crisisRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/emergencies',
    permit: 'trust.see',
    tag,
    summary: 'Who reads voices that may speak of danger, how long they stay, whom people can call',
    answer: CrisisSettings,
    run: (app, who) => seeCrisisSettings(app, who),
  }),
  route({
    method: 'patch',
    path: '/emergencies',
    permit: 'workspace.change',
    tag,
    summary: 'Change the country, how long such voices stay, and what the thank-you page shows',
    body: CrisisChange,
    answer: CrisisSettings,
    particulars: ({ body }) => body as Record<string, string | number | boolean | null>,
    run: async (app, who, { body }) => {
      await changeCrisisSettings(app, who, body)
      return seeCrisisSettings(app, who)
    },
  }),
  route({
    method: 'put',
    path: '/emergencies/help-lines',
    permit: 'workspace.change',
    tag,
    summary: 'Say whom people can call or write to, in this order',
    body: HelpLineList,
    answer: CrisisSettings,
    run: async (app, who, { body }) => {
      await changeHelpLines(app, who, body.data)
      return seeCrisisSettings(app, who)
    },
  }),
  route({
    method: 'get',
    path: '/emergencies/suggestions',
    permit: 'trust.see',
    tag,
    summary: 'Well-known lines of a country; please check each of them',
    query: SuggestionQuery,
    answer: z.object({ data: z.array(HelpLine), writtenOn: z.string() }),
    run: async (_app, _who, { query }) => ({ data: linesOf(query.country), writtenOn: WRITTEN_ON }),
  }),
  route({
    method: 'put',
    path: '/emergencies/readers/{id}',
    permit: 'team.change',
    tag,
    summary: 'Let a member read voices that may speak of danger',
    params: ById,
    run: (app, who, { params }) => nameReader(app, who, params.id, true),
  }),
  route({
    method: 'delete',
    path: '/emergencies/readers/{id}',
    permit: 'team.change',
    tag,
    summary: 'No longer let a member read them',
    params: ById,
    run: (app, who, { params }) => nameReader(app, who, params.id, false),
  }),
]
