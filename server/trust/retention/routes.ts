/** Retention over HTTP. */
import { z } from 'zod'
import type { Route } from '#platform'
import { route } from '../route.ts'
import type { Who } from '../who.ts'
import { Retention, RetentionChange, RetentionPreview, RetentionQuery } from './contract.ts'
import { decideRetention, previewRetention, seeRetention } from './decide-retention.ts'

const ByKind = z.object({ kind: z.string().max(40) })
const tag = 'Rights'

export const retentionRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/retention',
    permit: 'trust.see',
    tag,
    summary: 'How long things are kept, and what went',
    answer: Retention,
    run: (app, who) => seeRetention(app, who),
  }),
  route({
    method: 'get',
    path: '/retention/{kind}/preview',
    permit: 'trust.see',
    tag,
    summary: 'What would go if it were kept for so many months',
    params: ByKind,
    query: RetentionQuery,
    answer: RetentionPreview,
    run: (app, who, { params, query }) => previewRetention(app, who, params.kind, query.months),
  }),
  route({
    method: 'put',
    path: '/retention/{kind}',
    permit: 'retention.change',
    tag,
    summary: 'Decide how long a kind of thing is kept',
    params: ByKind,
    body: RetentionChange,
    particulars: ({ body }) => ({ months: body.months }),
    run: (app, who, { params, body }) => decideRetention(app, who, params.kind, body.months),
  }),
]
