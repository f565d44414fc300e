/** Surveys over HTTP. */
import { z } from 'zod'
import type { App, Route } from '#platform'
import { Id, PageQuery } from '#platform/contract'
import { route, type Who } from '#trust'
import { previewPage } from '../survey-page/preview-page.ts'
import { changeSurvey, removeSurvey, restoreSurvey, setSurveyStatus } from './change-survey.ts'
import {
  NewLinks,
  NewResponses,
  NewSurvey,
  PreviewAsked,
  ResponsesKept,
  StatusChange,
  Survey,
  SurveyChange,
  SurveyFile,
  SurveyLinkPage,
  SurveyLinksMade,
  SurveyPage,
  SurveyQuery,
  SurveyResponsePage,
  SurveyResults,
  SurveyTemplate,
} from './contract.ts'
import { makeLinks, seeLinks, withdrawLink } from './make-links.ts'
import { copySurvey, makeSurvey, seeTemplates } from './make-survey.ts'
import { qrCode } from './qr-code.ts'
import { recordResponses } from './record-responses.ts'
import { seeResponses } from './see-responses.ts'
import { seeResults, seeSurvey, seeSurveyFile, seeSurveys } from './see-survey.ts'

const ById = z.object({ id: Id })
const ByLink = z.object({ id: Id, linkId: Id })
const tag = 'Surveys'
const see = { permit: 'surveys.see', tag } as const
const change = { permit: 'surveys.change', tag } as const
const BATCH_BYTES = 8 * 1024 * 1024

const making: Route<Who>[] = [
  route({
    ...see,
    method: 'get',
    path: '/surveys',
    summary: 'Surveys, newest first, with how many answered',
    query: SurveyQuery,
    answer: SurveyPage,
    run: (app, who, { query }) => seeSurveys(app, who, query),
  }),
  route({
    ...change,
    method: 'post',
    path: '/surveys',
    summary: 'Begin a survey: empty, from a template, or from a file',
    body: NewSurvey,
    bodyLimit: BATCH_BYTES,
    answer: Survey,
    status: 201,
    run: (app, who, { body }) => makeSurvey(app, who, body),
  }),
  route({
    ...see,
    method: 'get',
    path: '/survey-templates',
    summary: 'Surveys to start from',
    answer: z.object({ data: z.array(SurveyTemplate) }),
    run: async (app, who) => ({ data: await seeTemplates(app, who) }),
  }),
  route({
    ...see,
    method: 'post',
    path: '/survey-previews',
    // Shows, and changes nothing.
    audit: 'none',
    summary: 'A step as people will see it, as a page',
    hidden: true,
    body: PreviewAsked,
    answer: z.object({ html: z.string() }),
    run: (app, who, { body }) => previewPage(app, who, body),
  }),
  route({
    ...see,
    method: 'get',
    path: '/surveys/{id}',
    summary: 'One survey',
    params: ById,
    answer: Survey,
    run: (app, who, { params }) => seeSurvey(app, who, params.id),
  }),
  route({
    ...change,
    method: 'patch',
    path: '/surveys/{id}',
    summary: 'Change its name or questions',
    params: ById,
    body: SurveyChange,
    answer: Survey,
    run: (app, who, { params, body }) => changeSurvey(app, who, params.id, body),
  }),
  route({
    ...change,
    method: 'delete',
    path: '/surveys/{id}',
    summary: 'Put it out of sight; what people said stays',
    params: ById,
    run: (app, who, { params }) => removeSurvey(app, who, params.id),
  }),
  route({
    ...change,
    method: 'delete',
    path: '/surveys/{id}/removal',
    summary: 'Bring it back',
    params: ById,
    answer: Survey,
    run: (app, who, { params }) => restoreSurvey(app, who, params.id),
  }),
  route({
    ...change,
    method: 'put',
    path: '/surveys/{id}/status',
    summary: 'Open it to answers, or close it',
    params: ById,
    body: StatusChange,
    answer: Survey,
    run: (app, who, { params, body }) => setSurveyStatus(app, who, params.id, body.status),
  }),
  route({
    ...change,
    method: 'post',
    path: '/surveys/{id}/copies',
    summary: 'Copy its questions into a new draft',
    params: ById,
    body: z.object({ name: SurveyFile.shape.name.optional() }),
    answer: Survey,
    status: 201,
    run: (app, who, { params, body }) => copySurvey(app, who, params.id, body.name),
  }),
  route({
    ...see,
    method: 'get',
    path: '/surveys/{id}/definition',
    summary: 'The survey as a file',
    params: ById,
    answer: SurveyFile,
    run: (app, who, { params }) => seeSurveyFile(app, who, params.id),
  }),
]

const sharing: Route<Who>[] = [
  route({
    ...see,
    method: 'get',
    path: '/surveys/{id}/qr.svg',
    summary: 'Its address as a QR code',
    params: ById,
    query: z.object({ source: z.string().max(80).optional() }),
    run: seeQrCode,
  }),
  route({
    ...see,
    method: 'get',
    path: '/surveys/{id}/links',
    summary: 'Single-use links, newest first',
    params: ById,
    query: PageQuery,
    answer: SurveyLinkPage,
    run: (app, who, { params, query }) => seeLinks(app, who, params.id, query),
  }),
  route({
    ...change,
    method: 'post',
    path: '/surveys/{id}/links',
    summary: 'Make single-use links; their addresses are shown once',
    params: ById,
    body: NewLinks,
    answer: SurveyLinksMade,
    status: 201,
    run: (app, who, { params, body }) => makeLinks(app, who, params.id, body),
  }),
  route({
    ...change,
    method: 'delete',
    path: '/surveys/{id}/links/{linkId}',
    summary: 'Withdraw a link nobody used yet',
    params: ByLink,
    run: (app, who, { params }) => withdrawLink(app, who, params.id, params.linkId),
  }),
]

const ResponseQuery = PageQuery.extend({
  finished: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
})

const found: Route<Who>[] = [
  route({
    permit: 'voices.see',
    tag,
    method: 'get',
    path: '/surveys/{id}/responses',
    summary: 'Responses with their answers, newest first',
    params: ById,
    query: ResponseQuery,
    answer: SurveyResponsePage,
    run: (app, who, { params, query }) => seeResponses(app, who, params.id, query),
  }),
  route({
    permit: 'voices.add',
    tag,
    method: 'post',
    path: '/surveys/{id}/responses',
    summary: 'Add responses given elsewhere, up to 1,000',
    params: ById,
    body: NewResponses,
    bodyLimit: BATCH_BYTES,
    answer: ResponsesKept,
    status: 201,
    run: async (app, who, { params, body }) => {
      const { kept, known } = await recordResponses(app, who, params.id, body.responses)
      return { kept, known }
    },
  }),
  route({
    ...see,
    method: 'get',
    path: '/surveys/{id}/results',
    summary: 'Counts by question; skipped questions are in none',
    params: ById,
    answer: SurveyResults,
    run: (app, who, { params }) => seeResults(app, who, params.id),
  }),
]

export const surveyRoutes: Route<Who>[] = [...making, ...sharing, ...found]

async function seeQrCode(
  app: App,
  who: Who,
  { params, query }: { params: { id: string }; query: { source?: string | undefined } },
): Promise<Response> {
  const { url, name } = await seeSurvey(app, who, params.id)
  const address = query.source ? `${url}?source=${encodeURIComponent(query.source)}` : url
  const file = `${
    name
      .normalize('NFKD')
      .replace(/[^\w-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase() || 'survey'
  }-qr.svg`
  return new Response(qrCode(address), {
    headers: {
      'content-type': 'image/svg+xml',
      'content-disposition': `inline; filename="${file}"`,
      'cache-control': 'private, max-age=300',
    },
  })
}
