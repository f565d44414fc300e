import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LIMITS, type Case } from '#act/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { fieldErrors } from '../ui/problem.ts'
import { TextArea } from '../ui/text-area.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { causesQuery } from './today-query.ts'
import type { Deeds } from './use-deeds.ts'
import { todayWords } from './words.ts'

const suggested = 8

/** Cause, what was done, and a note: required where the words read as strong distress. */
export function ResolveSheet({ found, deeds, onClose }: { found: Case; deeds: Deeds; onClose: () => void }) {
  const t = useWords(todayWords)
  const [cause, setCause] = useState('')
  const [done, setDone] = useState('')
  const [note, setNote] = useState('')
  const { resolve } = deeds
  const errors = fieldErrors(resolve.error)
  const unplaced = resolve.isError && Object.keys(errors).length === 0
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('sheet.title')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('sheet.cancel')}
          </Button>
          <Button look="deed" type="submit" form="resolve-form" busy={resolve.isPending}>
            {t('sheet.save')}
          </Button>
        </>
      }
    >
      <form
        id="resolve-form"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          resolve.mutate({ id: found.id, cause, done, note }, { onSuccess: onClose })
        }}
      >
        <div>
          <TextInput
            label={t('sheet.cause')}
            hint={t('sheet.cause.hint')}
            error={errors['cause']}
            value={cause}
            onChange={(event) => setCause(event.target.value)}
            maxLength={LIMITS.cause}
            autoComplete="off"
            required
            data-first
          />
          <NamedBefore written={cause} onPick={setCause} />
        </div>
        <TextArea
          label={t('sheet.done')}
          hint={t('sheet.done.hint')}
          error={errors['done']}
          rows={2}
          value={done}
          onChange={(event) => setDone(event.target.value)}
          maxLength={LIMITS.done}
          required
        />
        <TextArea
          label={t('sheet.note')}
          hint={found.noteNeeded ? t('sheet.note.needed') : t('notes.hint')}
          error={errors['note']}
          optional={!found.noteNeeded || found.notes.length > 0}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={LIMITS.note}
        />
        {unplaced && <ErrorNotice error={resolve.error} />}
      </form>
    </Dialog>
  )
}

/** Causes named before, as words to press: the same cause under the same name can be counted. */
function NamedBefore({ written, onPick }: { written: string; onPick: (cause: string) => void }) {
  const t = useWords(todayWords)
  const workspace = useWorkspace()
  const causes = useQuery(causesQuery(workspace)).data?.data ?? []
  const begun = written.trim().toLowerCase()
  const fitting = causes
    .filter(({ cause }) => cause.toLowerCase().includes(begun) && cause !== written)
    .slice(0, suggested)
  if (fitting.length === 0) return null
  return (
    <ul aria-label={t('sheet.causes')} className="mt-2 flex flex-wrap gap-2">
      {fitting.map(({ cause }) => (
        <li key={cause} className="max-w-full">
          <button
            type="button"
            onClick={() => onPick(cause)}
            className="thumb max-w-full truncate rounded-full bg-well px-3 py-1 text-small text-ink-soft transition-colors duration-(--quick) hover:text-ink"
          >
            {cause}
          </button>
        </li>
      ))}
    </ul>
  )
}
