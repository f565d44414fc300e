/** Act over HTTP. */
import { z } from 'zod'
import type { Route } from '#platform'
import { Id } from '#platform/contract'
import { route, type Who } from '#trust'
import { Disagreements, Explanation } from '#trust/contract'
import { explainCase } from './attention/explain-case.ts'
import { assignCase, letGoOfCase } from './cases/assign-case.ts'
import { noteCase } from './cases/note-case.ts'
import { findCaseOfVoice, openCase } from './cases/open-case.ts'
import { resolveCase, unresolveCase } from './cases/resolve-case.ts'
import { seeCase, seeCauses } from './cases/see-case.ts'
import {
  Assignment,
  Case,
  CaseOfVoice,
  Causes,
  FairnessGroups,
  FairnessQuery,
  HeardAnswer,
  HeardQuestion,
  NewNote,
  Note,
  Override,
  OverrideInput,
  OverrideOfVoice,
  Resolution,
  TimelinePage,
  TimelineQuery,
  Today,
  TodayCounts,
  TodayQuery,
} from './contract.ts'
import { seeGroups } from './fairness/see-groups.ts'
import { answerHeard, showHeardPage } from './heard/answer-heard.ts'
import { askHeard } from './heard/ask-heard.ts'
import { overrideVoice, seeOverride, takeOverrideBack } from './overrides/override-voice.ts'
import { seeDisagreements } from './overrides/see-disagreements.ts'
import { seeTimeline } from './timeline/see-timeline.ts'
import { seeCounts, seeToday } from './today/see-today.ts'

const ById = z.object({ id: Id })
const ByToken = z.object({ token: z.string().max(200) })
const tag = 'Act'

const todayRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/today',
    permit: 'cases.see',
    tag,
    summary: 'Who needs a person now, each with the reason',
    query: TodayQuery,
    answer: Today,
    run: (app, who, { query }) => seeToday(app, who, query),
  }),
  route({
    method: 'get',
    path: '/today/counts',
    permit: 'cases.see',
    tag,
    summary: 'How many wait',
    answer: TodayCounts,
    run: (app, who) => seeCounts(app, who),
  }),
  route({
    method: 'get',
    path: '/persons/{id}/timeline',
    permit: 'people.see',
    tag,
    summary: 'Everything one person said, bought and had done for them, newest first',
    params: ById,
    query: TimelineQuery,
    answer: TimelinePage,
    run: (app, who, { params, query }) => seeTimeline(app, who, params.id, query),
  }),
]

const caseRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/cases/causes',
    permit: 'cases.see',
    tag,
    summary: 'Causes named before, the usual ones first',
    answer: Causes,
    run: async (app, who) => ({ data: await seeCauses(app, who) }),
  }),
  route({
    method: 'get',
    path: '/cases/{id}',
    permit: 'cases.see',
    tag,
    audit: 'seen',
    summary: 'One case with everything needed to answer',
    params: ById,
    answer: Case,
    run: (app, who, { params }) => seeCase(app, who, params.id),
  }),
  route({
    method: 'get',
    path: '/cases/{id}/explanation',
    permit: 'cases.see',
    tag,
    audit: 'seen',
    summary: 'Why it is on Today and stands where it stands: what was seen, which rule, how sure, how to overrule',
    params: ById,
    answer: Explanation,
    run: (app, who, { params }) => explainCase(app, who, params.id),
  }),
  route({
    method: 'put',
    path: '/cases/{id}/assignment',
    permit: 'cases.work',
    tag,
    summary: 'Take it, or hand it to somebody',
    params: ById,
    body: Assignment,
    answer: Case,
    run: async (app, who, { params, body }) => {
      await assignCase(app, who, params.id, body)
      return seeCase(app, who, params.id)
    },
  }),
  route({
    method: 'delete',
    path: '/cases/{id}/assignment',
    permit: 'cases.work',
    tag,
    summary: 'Let it go',
    params: ById,
    answer: Case,
    run: async (app, who, { params }) => {
      await letGoOfCase(app, who, params.id)
      return seeCase(app, who, params.id)
    },
  }),
  route({
    method: 'post',
    path: '/cases/{id}/notes',
    permit: 'cases.work',
    tag,
    summary: 'Leave a note for the team',
    params: ById,
    body: NewNote,
    answer: Note,
    status: 201,
    run: (app, who, { params, body }) => noteCase(app, who, params.id, body),
  }),
  route({
    method: 'put',
    path: '/cases/{id}/resolution',
    permit: 'cases.work',
    tag,
    summary: 'Resolve it: the cause and what was done; strong distress takes a note',
    params: ById,
    body: Resolution,
    answer: Case,
    run: async (app, who, { params, body }) => {
      await resolveCase(app, who, params.id, body)
      return seeCase(app, who, params.id)
    },
  }),
  route({
    method: 'delete',
    path: '/cases/{id}/resolution',
    permit: 'cases.work',
    tag,
    summary: 'Take the resolution back',
    params: ById,
    answer: Case,
    run: async (app, who, { params }) => {
      await unresolveCase(app, who, params.id)
      return seeCase(app, who, params.id)
    },
  }),
  route({
    method: 'post',
    path: '/cases/{id}/heard-question',
    permit: 'cases.work',
    tag,
    summary: 'Ask the person whether they felt heard',
    params: ById,
    answer: HeardQuestion,
    run: (app, who, { params }) => askHeard(app, who, params.id),
  }),
  route({
    method: 'get',
    path: '/voices/{id}/case',
    permit: 'cases.see',
    tag,
    summary: 'The case of a voice, if it has one',
    params: ById,
    answer: CaseOfVoice,
    run: async (app, who, { params }) => ({ data: await findCaseOfVoice(app, who, params.id) }),
  }),
  route({
    method: 'post',
    path: '/voices/{id}/case',
    permit: 'cases.work',
    tag,
    summary: 'Put a voice on Today by hand',
    params: ById,
    answer: CaseOfVoice,
    run: async (app, who, { params }) => ({ data: await openCase(app, who, params.id) }),
  }),
]

const overrideRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/voices/{id}/override',
    permit: 'cases.see',
    tag,
    summary: 'Who said that a voice does not belong on Today, and why',
    params: ById,
    answer: OverrideOfVoice,
    run: async (app, who, { params }) => ({ data: await seeOverride(app, who, params.id) }),
  }),
  route({
    method: 'put',
    path: '/voices/{id}/override',
    permit: 'cases.work',
    tag,
    summary: 'Say that a voice does not belong on Today; its case goes',
    params: ById,
    body: OverrideInput,
    answer: Override,
    run: (app, who, { params, body }) => overrideVoice(app, who, params.id, body),
  }),
  route({
    method: 'delete',
    path: '/voices/{id}/override',
    permit: 'cases.work',
    tag,
    summary: 'Take that back; the rules look at it again',
    params: ById,
    run: (app, who, { params }) => takeOverrideBack(app, who, params.id),
  }),
  route({
    method: 'get',
    path: '/today/disagreements',
    permit: 'oversight.see',
    tag,
    summary: 'How often people took off Today what a rule had put there, by rule and month',
    answer: Disagreements,
    run: (app, who) => seeDisagreements(app, who),
  }),
  route({
    method: 'get',
    path: '/fairness/groups',
    permit: 'oversight.see',
    tag: 'Trust',
    summary: 'How often voices of each group are put first, with intervals and the four-fifths rule',
    query: FairnessQuery,
    answer: FairnessGroups,
    run: (app, who, { query }) => seeGroups(app, who, query),
  }),
]

const heardRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '=/h/{token}',
    permit: 'public',
    tag,
    summary: 'The felt-heard question; looking at it answers nothing',
    hidden: true,
    params: ByToken,
    run: (app, _who, { params, request }) => showHeardPage(app, request, params.token),
  }),
  route({
    method: 'post',
    path: '=/h/{token}',
    permit: 'public',
    tag,
    summary: 'Answer it',
    hidden: true,
    params: ByToken,
    body: HeardAnswer,
    bodyKind: 'form',
    bodyLimit: 16_384,
    run: (app, _who, { params, body, request }) => answerHeard(app, request, params.token, body),
  }),
]

export const actRoutes: Route<Who>[] = [...todayRoutes, ...caseRoutes, ...overrideRoutes, ...heardRoutes]
