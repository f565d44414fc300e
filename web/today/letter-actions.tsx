import { Check, Hand, PencilLine, Undo2 } from 'lucide-react'
import type { Case } from '#act/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { useMe } from '../ui/me.ts'
import { useShortcut } from '../ui/shortcuts.tsx'
import type { Deeds } from './use-deeds.ts'
import { todayWords } from './words.ts'

interface LetterActionsProps {
  found: Case
  deeds: Deeds
  mayWork: boolean
  onResolve: () => void
}

export const focusNote = (): void => {
  const field = document.querySelector<HTMLTextAreaElement>('[data-note-field]')
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center' })
}

/** What one can do, under the letter; on a phone at the lower edge, where the thumb is. */
export function LetterActions({ found, deeds, mayWork, onResolve }: LetterActionsProps) {
  const t = useWords(todayWords)
  const me = useMe().data?.account?.id
  const mine = found.status === 'taken' && found.assignee?.id === me
  const others = found.status === 'taken' && !mine
  const group = t('title')
  const hold = (): void => {
    if (mine) deeds.release.mutate({ id: found.id })
    else deeds.take.mutate({ id: found.id, takeOver: others })
  }
  useShortcut({ keys: 't', label: t('key.take'), group, off: !mayWork || others }, hold)
  useShortcut({ keys: 'n', label: t('key.note'), group, off: !mayWork }, focusNote)
  useShortcut({ keys: 'e', label: t('key.resolve'), group, off: !mayWork || others }, onResolve)
  if (!mayWork) return <p className="mt-6 text-small text-ink-faint">{t('observer')}</p>
  const busy = deeds.take.isPending || deeds.release.isPending
  return (
    <div
      role="group"
      aria-label={t('actions.label')}
      className="mt-6 flex flex-wrap items-center gap-3 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-lg:z-10 max-lg:mt-0 max-lg:flex-nowrap max-lg:gap-2 max-lg:border-t max-lg:border-line max-lg:bg-sheet max-lg:px-3 max-lg:py-2 md:max-lg:start-(--rail) md:max-lg:bottom-0"
    >
      {others && (
        <p className="min-w-0 flex-1 text-small text-ink-soft lg:flex-none">
          {t('take.held', { name: found.assignee?.name ?? '' })}
        </p>
      )}
      {!mine && (
        <Button look={others ? 'plain' : 'deed'} icon={Hand} busy={busy} onClick={hold}>
          {t(others ? 'take.over' : 'take')}
        </Button>
      )}
      {!others && (
        <Button look={mine ? 'deed' : 'plain'} icon={Check} onClick={onResolve}>
          {t('resolve')}
        </Button>
      )}
      {mine && (
        <Button icon={Undo2} busy={busy} onClick={hold}>
          {t('release')}
        </Button>
      )}
      <Button look="quiet" icon={PencilLine} onClick={focusNote}>
        {t('note')}
      </Button>
    </div>
  )
}
