import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { Import, ImportPage, IssueList, type ImportMapping } from '#listen/contract'
import { ReadingProgress } from '#understand/contract'
import { api } from '../ui/api.ts'
import { useWorkspace, type Workspace } from '../ui/workspace.ts'

const POLL = 700
const CALM = 4_000

export const isMoving = ({ status }: Pick<Import, 'status'>): boolean =>
  status === 'checking' || status === 'waiting' || status === 'running'

/** Bringing files in changes what everybody sees, so it is not for every role. */
export const mayBringIn = ({ role }: Workspace): boolean => role === 'owner' || role === 'manager'

const importsKey = (workspace: Workspace) => [workspace.id, 'imports'] as const
const importKey = (workspace: Workspace, id: string) => [...importsKey(workspace), id] as const

export const earlierQuery = (workspace: Workspace) =>
  infiniteQueryOptions({
    queryKey: [...importsKey(workspace), 'all'],
    queryFn: ({ pageParam, signal }) =>
      api.get(workspace.path('imports'), { schema: ImportPage, query: { cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.meta.nextCursor,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.pages.some((page) => page.data.some(isMoving)) ? CALM : false),
  })

export const importQuery = (workspace: Workspace, id: string) =>
  queryOptions({
    queryKey: importKey(workspace, id),
    queryFn: ({ signal }) => api.get(workspace.path('imports', id), { schema: Import, signal }),
    refetchInterval: (query) => (query.state.data && isMoving(query.state.data) ? POLL : false),
  })

export const issuesQuery = (workspace: Workspace, id: string) =>
  queryOptions({
    queryKey: [...importKey(workspace, id), 'issues'],
    queryFn: ({ signal }) => api.get(workspace.path('imports', id, 'issues'), { schema: IssueList, signal }),
  })

export const readingQuery = (workspace: Workspace) =>
  queryOptions({
    queryKey: [workspace.id, 'reading-progress'],
    queryFn: ({ signal }) => api.get(workspace.path('voices', 'reading-progress'), { schema: ReadingProgress, signal }),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.waiting === 0 ? false : POLL),
  })

/** What is known after something came in or went: everything that is shown anywhere may have changed. */
export function useNews() {
  const queries = useQueryClient()
  const workspace = useWorkspace()
  return () => queries.invalidateQueries({ queryKey: [workspace.id] })
}

/** What can be done with one import. A column chosen is shown as chosen at once, and saved behind it. */
export function useImportDeeds(id: string) {
  const queries = useQueryClient()
  const workspace = useWorkspace()
  const key = importKey(workspace, id)
  const path = (...parts: string[]): string => workspace.path('imports', id, ...parts)
  const keep = (answer: Import): void => void queries.setQueryData<Import>(key, answer)
  const saving = [...key, 'mapping']
  const map = useMutation({
    mutationKey: saving,
    scope: { id: saving.join(' ') },
    mutationFn: (mapping: ImportMapping) => api.put(path('mapping'), { schema: Import, body: mapping }),
    onMutate: (mapping) => {
      void queries.cancelQueries({ queryKey: key, exact: true })
      queries.setQueryData<Import>(key, (before) => before && { ...before, mapping, checked: null })
    },
    // Of several changes made quickly only the last answer is shown, or the page would step back and forth.
    onSuccess: (answer) => void (queries.isMutating({ mutationKey: saving }) === 1 && keep(answer)),
    onError: () => queries.invalidateQueries({ queryKey: key }),
  })
  const sheet = useMutation({
    mutationFn: (name: string) => api.put(path('sheet'), { schema: Import, body: { sheet: name } }),
    onSuccess: keep,
  })
  const check = useMutation({
    mutationFn: () => api.post(path('dry-run'), { schema: Import }),
    onSuccess: keep,
    meta: { said: true },
  })
  const run = useMutation({
    mutationFn: () => api.post(path('run'), { schema: Import }),
    onSuccess: keep,
    meta: { said: true },
  })
  const takeBack = useMutation({
    mutationFn: () => api.delete(path()),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace.id] }),
  })
  return { map, sheet, check, run, takeBack }
}
