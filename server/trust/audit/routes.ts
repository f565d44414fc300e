/** The audit log over HTTP. */
import { Readable } from 'node:stream'
import type { Route } from '#platform'
import type { Accounts } from '../accounts/accounts.ts'
import { route } from '../route.ts'
import type { Who } from '../who.ts'
import { AuditFormat, AuditPage, AuditQuery, AuditVerdict } from './contract.ts'
import { exportAudit, seeAudit } from './see-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const tag = 'Trust'
const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' } as const

export const auditRoutes = (accounts: Accounts): Route<Who>[] => [
  route({
    method: 'get',
    path: '/audit',
    permit: 'audit.see',
    tag,
    summary: 'Who did what, newest first',
    query: AuditQuery,
    answer: AuditPage,
    run: (app, who, { query }) => seeAudit(app, accounts, who, query),
  }),
  route({
    method: 'get',
    path: '/audit/verdict',
    permit: 'audit.see',
    tag,
    summary: 'Whether the log still holds together',
    answer: AuditVerdict,
    run: (app, who) => verifyAudit(app, who),
  }),
  route({
    method: 'get',
    path: '/audit/export',
    permit: 'audit.see',
    tag,
    audit: 'seen',
    summary: 'The whole log as a file, with all that is needed to check it elsewhere',
    query: AuditFormat,
    run: async (app, who, { query }) => {
      const lines = Readable.from(exportAudit(app, who, query.format), { objectMode: false })
      return new Response(Readable.toWeb(lines) as BodyInit, {
        headers: {
          'content-type': TYPES[query.format],
          'content-disposition': `attachment; filename="audit.${query.format}"`,
          'cache-control': 'no-store',
        },
      })
    },
  }),
]
