import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { FairnessNote, FairnessNotes as Notes, OVERSIGHT_LIMITS } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { fieldErrors } from '../../ui/problem.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { fairnessWords } from './words.ts'

/** What was done about it, with name and date; shown to everybody, written by managers. */
export function FairnessNotes({ about }: { about: string }) {
  const t = useWords(fairnessWords)
  const workspace = useWorkspace()
  const notes = useQuery({
    queryKey: [workspace.id, 'fairness-notes'],
    queryFn: ({ signal }) => api.get(workspace.path('fairness', 'notes'), { schema: Notes, signal }),
  })
  const own = notes.data?.data.filter((note) => note.about === about) ?? []
  const mayWrite = workspace.role === 'owner' || workspace.role === 'manager'
  if (!mayWrite && own.length === 0) return null
  return (
    <div className="mt-8 max-w-(--measure)">
      <h3 className="text-body font-semibold">{t('notes.title')}</h3>
      {notes.data && own.length === 0 && <p className="mt-1 text-small text-ink-soft">{t('notes.none')}</p>}
      <ul className="divide-y divide-line">
        {own.map((note) => (
          <NoteShown key={note.id} note={note} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite && <WriteNote key={about} about={about} />}
    </div>
  )
}

function NoteShown({ note, mayWrite }: { note: FairnessNote; mayWrite: boolean }) {
  const t = useWords(fairnessWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const refresh = () => queries.invalidateQueries({ queryKey: [workspace.id, 'fairness-notes'] })
  const remove = useMutation({
    mutationFn: () => api.delete(workspace.path('fairness', 'notes', note.id)),
    onSuccess: () => {
      void refresh()
      const { about, text } = note
      toast.undo({
        text: t('notes.removed'),
        undo: async () => {
          await api.post(workspace.path('fairness', 'notes'), { body: { about, text } })
          void refresh()
        },
      })
    },
  })
  return (
    <li className="flex items-start gap-3 py-3">
      <p className="min-w-0 flex-1">
        {note.text}
        <span className="block text-small text-ink-soft">
          {note.byName}, <DateTime at={note.at} />
        </span>
      </p>
      {mayWrite && (
        <IconButton icon={X} label={t('notes.remove', { name: note.byName })} onClick={() => remove.mutate()} />
      )}
    </li>
  )
}

function WriteNote({ about }: { about: string }) {
  const t = useWords(fairnessWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const [text, setText] = useState('')
  const write = useMutation({
    meta: { said: true },
    mutationFn: () => api.post(workspace.path('fairness', 'notes'), { schema: FairnessNote, body: { about, text } }),
    onSuccess: () => {
      setText('')
      void queries.invalidateQueries({ queryKey: [workspace.id, 'fairness-notes'] })
      toast.say(t('notes.saved'))
    },
  })
  return (
    <form
      noValidate
      className="mt-3 flex flex-col items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        write.mutate()
      }}
    >
      <div className="w-full">
        <TextArea
          label={t('notes.add')}
          hint={t('notes.hint')}
          error={fieldErrors(write.error)['text']}
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={OVERSIGHT_LIMITS.note}
          rows={2}
        />
      </div>
      <Button type="submit" size="small" busy={write.isPending}>
        {t('notes.save')}
      </Button>
    </form>
  )
}
