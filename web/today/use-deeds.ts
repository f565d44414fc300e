import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Case, Note } from '#act/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { caseQuery } from './today-query.ts'
import { todayWords } from './words.ts'

export type ResolutionInput = { cause: string; done: string; note: string }

/** What one can do to a case. Each deed is done at once and offers its way back in a toast; `u` takes back the latest. */
export function useDeeds() {
  const t = useWords(todayWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const last = useRef<(() => void) | null>(null)

  const settle = (changed: Case): void => {
    queries.setQueryData(caseQuery(workspace, changed.id).queryKey, changed)
    void queries.invalidateQueries({ queryKey: [workspace.id, 'today'] })
  }
  const refresh = (id: string): void => {
    void queries.invalidateQueries({ queryKey: caseQuery(workspace, id).queryKey })
    void queries.invalidateQueries({ queryKey: [workspace.id, 'today'] })
  }
  const undoable = (text: string, undo: () => void): void => {
    last.current = undo
    toast.undo({ text, undo })
  }
  const at = (id: string, what: string): string => workspace.path('cases', id, what)

  const take = useMutation({
    mutationFn: ({ id, takeOver }: { id: string; takeOver?: boolean; quiet?: boolean }) =>
      api.put(at(id, 'assignment'), { schema: Case, body: { takeOver: takeOver ?? false } }),
    onSuccess: (changed, { quiet }) => {
      settle(changed)
      if (!quiet) undoable(t('take.done'), () => release.mutate({ id: changed.id, quiet: true }))
    },
    onError: (_error, { id }) => refresh(id),
  })
  const release = useMutation({
    mutationFn: ({ id }: { id: string; quiet?: boolean }) => api.delete(at(id, 'assignment'), { schema: Case }),
    onSuccess: (changed, { quiet }) => {
      settle(changed)
      if (!quiet) undoable(t('release.done'), () => take.mutate({ id: changed.id, quiet: true }))
    },
    onError: (_error, { id }) => refresh(id),
  })
  const reopen = useMutation({
    mutationFn: (id: string) => api.delete(at(id, 'resolution'), { schema: Case }),
    onSuccess: (changed) => {
      settle(changed)
      toast.say(t('reopen.done'))
    },
  })
  const resolve = useMutation({
    meta: { said: true },
    mutationFn: ({ id, ...body }: ResolutionInput & { id: string }) =>
      api.put(at(id, 'resolution'), { schema: Case, body }),
    onSuccess: (changed) => {
      settle(changed)
      void queries.invalidateQueries({ queryKey: [workspace.id, 'causes'] })
      undoable(t('resolve.done'), () => reopen.mutate(changed.id))
    },
  })
  const note = useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) =>
      api.post(at(id, 'notes'), { schema: Note, body: { text } }),
    onSuccess: (_note, { id }) => {
      refresh(id)
      toast.say(t('notes.added'))
    },
  })
  const undoLast = (): void => {
    last.current?.()
    last.current = null
  }
  return { take, release, reopen, resolve, note, undoLast, refresh }
}

export type Deeds = ReturnType<typeof useDeeds>
