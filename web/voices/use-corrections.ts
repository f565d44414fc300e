import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Voice, type Verdict } from '#understand/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { voiceQuery, voicesKey } from './voices-query.ts'
import { voicesWords } from './words.ts'

export type Corrected = Verdict & { note: string }

/** Correcting a voice and taking that back, each with its undo. */
export function useCorrections(voice: Voice) {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const path = workspace.path('voices', voice.id, 'correction')
  const before = voice.correction
  const shown = (now: Voice): void => {
    queries.setQueryData(voiceQuery(workspace, voice.id).queryKey, now)
    void queries.invalidateQueries({ queryKey: voicesKey(workspace) })
    void queries.invalidateQueries({ queryKey: [workspace.id, 'today'] })
  }
  const put = (body: Corrected) => api.put(path, { schema: Voice, body }).then(shown)
  const drop = () => api.delete(path, { schema: Voice }).then(shown)
  const putBack = () => (before ? put({ ...before.verdict, note: before.note }) : drop())

  const correct = useMutation({
    mutationFn: put,
    onSuccess: () => toast.undo({ text: t('correct.saved'), undo: putBack }),
  })
  const takeBack = useMutation({
    mutationFn: drop,
    onSuccess: () => toast.undo({ text: t('correct.undone'), undo: putBack }),
  })
  return { correct, takeBack }
}
