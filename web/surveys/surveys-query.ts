/** What the survey pages ask the server, and what they change. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { Survey, SurveyPage, SurveyResults, SurveyTemplate, type Definition, type NewSurvey } from '#listen/contract'
import { api } from '../ui/api.ts'
import { useWorkspace } from '../ui/workspace.ts'

export function useSurveys() {
  const workspace = useWorkspace()
  return useInfiniteQuery({
    queryKey: [workspace.id, 'surveys', 'list'],
    queryFn: ({ signal, pageParam }) =>
      api.get(workspace.path('surveys'), { schema: SurveyPage, signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.meta.nextCursor,
  })
}

export function useSurvey(id: string) {
  const workspace = useWorkspace()
  return useQuery({
    queryKey: [workspace.id, 'surveys', id],
    queryFn: ({ signal }) => api.get(workspace.path('surveys', id), { schema: Survey, signal }),
  })
}

export function useResults(id: string) {
  const workspace = useWorkspace()
  return useQuery({
    queryKey: [workspace.id, 'surveys', id, 'results'],
    queryFn: ({ signal }) => api.get(workspace.path('surveys', id, 'results'), { schema: SurveyResults, signal }),
  })
}

const Templates = z.object({ data: z.array(SurveyTemplate) })

export function useTemplates() {
  const workspace = useWorkspace()
  return useQuery({
    queryKey: [workspace.id, 'survey-templates'],
    queryFn: ({ signal }) => api.get(workspace.path('survey-templates'), { schema: Templates, signal }),
    staleTime: Infinity,
  })
}

export type Change = { name?: string; definition?: Definition; revision?: number }

/** The deeds of these pages. Each leaves what is shown true. */
export function useSurveyDeeds() {
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: [workspace.id, 'surveys'] })
  const put = (survey: Survey) => {
    queries.setQueryData([workspace.id, 'surveys', survey.id], survey)
    void queries.invalidateQueries({ queryKey: [workspace.id, 'surveys', 'list'] })
    return survey
  }
  const path = workspace.path
  return {
    refresh,
    make: useMutation({
      mutationFn: (body: z.input<typeof NewSurvey>) => api.post(path('surveys'), { schema: Survey, body }),
      onSuccess: put,
    }),
    copy: useMutation({
      mutationFn: ({ id, name }: { id: string; name: string }) =>
        api.post(path('surveys', id, 'copies'), { schema: Survey, body: { name } }),
      onSuccess: put,
    }),
    change: useMutation({
      meta: { said: true },
      mutationFn: ({ id, ...body }: Change & { id: string }) =>
        api.patch(path('surveys', id), { schema: Survey, body }),
      onSuccess: put,
    }),
    setStatus: useMutation({
      mutationFn: ({ id, status }: { id: string; status: 'open' | 'closed' }) =>
        api.put(path('surveys', id, 'status'), { schema: Survey, body: { status } }),
      onSuccess: put,
    }),
    remove: useMutation({ mutationFn: (id: string) => api.delete(path('surveys', id)), onSuccess: refresh }),
    restore: (id: string) => api.delete(path('surveys', id, 'removal')).then(refresh),
  }
}

export const mayChange = (role: string): boolean => role === 'owner' || role === 'manager'
