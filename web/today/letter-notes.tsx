import { useState } from 'react'
import { LIMITS, type Case } from '#act/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { Deeds } from './use-deeds.ts'
import { todayWords } from './words.ts'

/** What the team knows and the customer never sees. */
export function LetterNotes({ found, deeds, mayWork }: { found: Case; deeds: Deeds; mayWork: boolean }) {
  const t = useWords(todayWords)
  const [text, setText] = useState('')
  const add = (): void => {
    if (!text.trim()) return
    deeds.note.mutate({ id: found.id, text }, { onSuccess: () => setText('') })
  }
  if (found.notes.length === 0 && !mayWork) return null
  return (
    <section>
      <h3 className="text-body font-semibold">{t('notes.title')}</h3>
      {found.notes.length > 0 && (
        <ul className="mt-3 flex flex-col gap-4">
          {found.notes.map((note) => (
            <li key={note.id} className="max-w-(--measure) border-s-2 border-line ps-4">
              <p className="whitespace-pre-line">{note.text}</p>
              <p className="mt-0.5 text-small text-ink-faint">
                {note.author.name} · <DateTime at={note.at} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayWork && (
        <form
          className="mt-3 flex max-w-(--measure) flex-col items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <div className="w-full">
            <TextArea
              label={t('notes.label')}
              quietLabel
              hint={t('notes.hint')}
              rows={2}
              maxLength={LIMITS.note}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) add()
              }}
              data-note-field
            />
          </div>
          {text.trim() && (
            <Button type="submit" size="small" busy={deeds.note.isPending}>
              {t('notes.add')}
            </Button>
          )}
        </form>
      )}
    </section>
  )
}
