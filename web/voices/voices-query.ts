import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { Facets, ReadingProgress, ViewList, Voice, VoicePage } from '#understand/contract'
import { api } from '../ui/api.ts'
import type { Workspace } from '../ui/workspace.ts'
import { queryOf, type VoicesSearch } from './search.ts'

export const voicesKey = (workspace: Workspace) => [workspace.id, 'voices'] as const

export const listQuery = (workspace: Workspace, search: VoicesSearch) =>
  infiniteQueryOptions({
    queryKey: [...voicesKey(workspace), search],
    queryFn: ({ pageParam, signal }) =>
      api.get(workspace.path('voices'), {
        schema: VoicePage,
        query: { ...queryOf(search, new Date()), cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.meta.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })

export const voiceQuery = (workspace: Workspace, id: string) =>
  queryOptions({
    queryKey: [workspace.id, 'voice', id],
    queryFn: ({ signal }) => api.get(workspace.path('voices', id), { schema: Voice, signal }),
    // A voice that has just come in is read within moments.
    refetchInterval: (query) => (query.state.data && !query.state.data.reading ? 1_500 : false),
  })

export const facetsQuery = (workspace: Workspace) =>
  queryOptions({
    queryKey: [workspace.id, 'facets'],
    queryFn: ({ signal }) => api.get(workspace.path('voices', 'facets'), { schema: Facets, signal }),
    staleTime: 30_000,
  })

export const viewsQuery = (workspace: Workspace) =>
  queryOptions({
    queryKey: [workspace.id, 'views'],
    queryFn: ({ signal }) => api.get(workspace.path('views'), { schema: ViewList, signal }),
    staleTime: 60_000,
  })

const QUICK = 1_500
const CALM = 15_000

export const progressQuery = (workspace: Workspace) =>
  queryOptions({
    queryKey: [workspace.id, 'reading-progress'],
    queryFn: ({ signal }) => api.get(workspace.path('voices', 'reading-progress'), { schema: ReadingProgress, signal }),
    refetchInterval: (query) => (query.state.data?.waiting ? QUICK : CALM),
  })
