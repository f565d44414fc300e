import { queryOptions } from '@tanstack/react-query'
import { ApprovalList, Register } from '#trust/contract'
import { api } from '../../ui/api.ts'
import type { Workspace } from '../../ui/workspace.ts'

export const automationsQuery = (workspace: Workspace) =>
  queryOptions({
    queryKey: [workspace.id, 'automations'],
    queryFn: ({ signal }) => api.get(workspace.path('automations'), { schema: Register, signal }),
  })

export const approvalsQuery = (workspace: Workspace) =>
  queryOptions({
    queryKey: [workspace.id, 'approvals'],
    queryFn: ({ signal }) => api.get(workspace.path('approvals'), { schema: ApprovalList, signal }),
    refetchInterval: 15_000,
    enabled: workspace.role !== 'observer',
  })
