/** Measure over HTTP. */
import type { Route } from '#platform'
import { route, type Who } from '#trust'
import { Explanation } from '#trust/contract'
import { BreakdownChoice, Breakdowns, ContrastQuery, Outcomes, OutcomesQuery } from './contract.ts'
import { chooseBreakdowns, forgetBreakdowns, seeBreakdowns } from './choose-breakdowns.ts'
import { explainContrast } from './explain-contrast.ts'
import { seeOutcomes } from './see-outcomes.ts'

const tag = 'Measure'

export const measureRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/outcomes',
    cost: 'search',
    permit: 'outcomes.see',
    tag,
    summary: 'How people feel, what moves it, what was done and whether it helped',
    query: OutcomesQuery,
    answer: Outcomes,
    run: (app, who, { query }) => seeOutcomes(app, who, query),
  }),
  route({
    method: 'get',
    path: '/outcomes/contrasts/explanation',
    permit: 'outcomes.see',
    tag,
    summary: 'Why a part is named among what goes with better and worse',
    query: ContrastQuery,
    answer: Explanation,
    run: (app, who, { query }) => explainContrast(app, who, query),
  }),
  route({
    method: 'get',
    path: '/outcomes/breakdowns',
    permit: 'outcomes.see',
    tag,
    summary: 'Attributes of persons that outcomes are broken down by',
    answer: Breakdowns,
    run: (app, who) => seeBreakdowns(app, who),
  }),
  route({
    method: 'put',
    path: '/outcomes/breakdowns',
    permit: 'surveys.change',
    tag,
    summary: 'Choose up to three of them',
    body: BreakdownChoice,
    answer: Breakdowns,
    run: (app, who, { body }) => chooseBreakdowns(app, who, body.attributes),
  }),
  route({
    method: 'delete',
    path: '/outcomes/breakdowns',
    permit: 'surveys.change',
    tag,
    summary: 'Let Heed pick them again',
    answer: Breakdowns,
    run: (app, who) => forgetBreakdowns(app, who),
  }),
]
