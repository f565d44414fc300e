/** What a person asks for by right from their own page goes to the register of requests; their link is the proof. */
import type { App } from '#platform'
import { openRequest } from '../rights/open-request.ts'

export type AskedRight = 'export' | 'erasure' | 'restriction' | 'objection'

export const askByRight = (
  app: App,
  { workspaceId, personId, right }: { workspaceId: string; personId: string; right: AskedRight },
): Promise<{ dueAt: Date }> =>
  openRequest(app, { workspaceId, personId, kind: right, via: 'preferences', provedBy: 'signed_link' })
