/** The public address of surveys. */
import { z } from 'zod'
import { Refusal, type Policy, type Route } from '#platform'
import { route, type Who } from '#trust'
import { answerPage } from './answer-page.ts'
import { pageFiles, serveAccent } from './page-files.ts'
import { answering, showPage } from './show-page.ts'
import { readVisit } from './visit.ts'

const tag = 'Surveys'
const ByAddress = z.object({ id: z.string().max(100) })
const ByFile = z.object({ file: z.string().max(60) })

/** Steps one address may take at once, and in a minute: a full café on one network stays below. */
const ANSWERS: Policy = { name: 'answers', size: 120, window: 60 }

export function surveyPageRoutes(): Route<Who>[] {
  return [
    route({
      method: 'get',
      path: '=/s/files/{file}',
      permit: 'public',
      tag,
      hidden: true,
      summary: 'Files of the survey page',
      params: ByFile,
      run: async (_app, _who, { params }) => pageFiles().serve(params.file),
    }),
    route({
      method: 'get',
      path: '=/s/accent/{file}',
      permit: 'public',
      tag,
      hidden: true,
      summary: 'A colour, made readable',
      params: ByFile,
      run: async (_app, _who, { params }) => serveAccent(params.file),
    }),
    route({
      method: 'get',
      path: '=/s/{id}',
      permit: 'public',
      tag,
      hidden: true,
      summary: 'A survey as people see it',
      params: ByAddress,
      run: (app, _who, { params, request }) => showPage(app, readVisit(request, params.id, app.config.url)),
    }),
    route({
      method: 'post',
      path: '=/s/{id}',
      permit: 'public',
      tag,
      hidden: true,
      summary: 'Answer a question of a survey',
      params: ByAddress,
      bodyKind: 'stream',
      cost: 'usual',
      limit: ANSWERS,
      busy: async (app, { params, request }) => {
        const visit = readVisit(request, params['id'] ?? '', app.config.url)
        return answering(app, visit, () => Promise.reject(new Refusal('answers_too_many', 'That was a lot at once.')))
      },
      run: (app, _who, { params, request }) => answerPage(app, readVisit(request, params.id, app.config.url), request),
    }),
  ]
}
