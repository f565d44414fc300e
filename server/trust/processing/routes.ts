/** The record of processing activities over HTTP. */
import type { Processing as Declared, Route } from '#platform'
import type { Automation } from '../oversight/automation.ts'
import { route } from '../route.ts'
import type { Who } from '../who.ts'
import { changeProcessing } from './change-processing.ts'
import { Processing, ProcessingOwn, ProcessingQuery } from './contract.ts'
import { processingPage, PROCESSING_POLICY } from './processing-page.ts'
import { seeProcessing } from './see-processing.ts'

const tag = 'Trust'

export const processingRoutes = (declared: readonly Declared[], register: readonly Automation[]): Route<Who>[] => [
  route({
    method: 'get',
    path: '/processing',
    permit: 'trust.see',
    tag,
    summary: 'What is done here with people’s data, why, how long and how protected (GDPR 30)',
    answer: Processing,
    run: (app, who) => seeProcessing(app, who, { declared, register }),
  }),
  route({
    method: 'put',
    path: '/processing',
    permit: 'workspace.change',
    tag,
    summary: 'Write down what only the owner can say in it',
    body: ProcessingOwn,
    answer: Processing,
    run: async (app, who, { body }) => {
      await changeProcessing(app, who, body)
      return seeProcessing(app, who, { declared, register })
    },
  }),
  route({
    method: 'get',
    path: '/processing/page',
    permit: 'trust.see',
    tag,
    summary: 'The same as one page, to print or to keep',
    query: ProcessingQuery,
    run: async (app, who, { query }) => {
      const record = await seeProcessing(app, who, { declared, register })
      const name = `record-of-processing-${record.asOf.slice(0, 10)}.html`
      return new Response(processingPage(record), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': PROCESSING_POLICY,
          'cache-control': 'no-store',
          ...(query.as === 'file' ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
        },
      })
    },
  }),
]
