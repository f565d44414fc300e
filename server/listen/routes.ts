/** Listen over HTTP. */
import type { Route } from '#platform'
import { route, type Who } from '#trust'
import { Heard, VoicesInput } from './contract.ts'
import { hear } from './hear.ts'
import { importRoutes } from './imports/routes.ts'
import { surveyPageRoutes } from './survey-page/routes.ts'
import { surveyRoutes } from './surveys/routes.ts'

const tag = 'Voices'
const BATCH_BYTES = 16 * 1024 * 1024

export const listenRoutes: Route<Who>[] = [
  ...importRoutes,
  ...surveyRoutes,
  ...surveyPageRoutes(),
  route({
    method: 'post',
    path: '/voices',
    permit: 'voices.add',
    tag,
    // Each voice says itself when and whence it came.
    audit: 'none',
    status: 201,
    body: VoicesInput,
    bodyLimit: BATCH_BYTES,
    answer: Heard,
    summary: 'Add one voice, or up to 1,000; with an Idempotency-Key header a repeated request changes nothing',
    run: (app, who, { body, request }) =>
      hear(app, who, 'voices' in body ? body.voices : [body], {
        way: 'api',
        key: request.headers.get('idempotency-key')?.slice(0, 200) || undefined,
      }),
  }),
]
