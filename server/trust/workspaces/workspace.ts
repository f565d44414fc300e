import type { Workspace } from '../contract.ts'
import type { WorkspaceRow } from './store.ts'

export const workspaceOnWire = (row: WorkspaceRow): Workspace => ({
  id: row.workspaceId,
  name: row.name,
  isSample: row.isSample,
  language: row.language,
  timezone: row.timezone,
  twoStepRequired: row.twoStepRequired,
  createdAt: row.createdAt.toISOString(),
})
