import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { Case, Causes, Today } from '#act/contract'
import { api } from '../ui/api.ts'
import type { Workspace } from '../ui/workspace.ts'

const freshEvery = 30_000

export const todayQuery = (workspace: Workspace, limit: number) =>
  queryOptions({
    queryKey: [workspace.id, 'today', limit],
    queryFn: ({ signal }) => api.get(workspace.path('today'), { schema: Today, query: { limit }, signal }),
    refetchInterval: freshEvery,
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  })

export const caseQuery = (workspace: Workspace, id: string) =>
  queryOptions({
    queryKey: [workspace.id, 'case', id],
    queryFn: ({ signal }) => api.get(workspace.path('cases', id), { schema: Case, signal }),
    refetchInterval: freshEvery,
    staleTime: 5_000,
  })

export const causesQuery = (workspace: Workspace) =>
  queryOptions({
    queryKey: [workspace.id, 'causes'],
    queryFn: ({ signal }) => api.get(workspace.path('cases', 'causes'), { schema: Causes, signal }),
  })
