import { Link } from '@tanstack/react-router'
import { CircleCheck, RotateCcw } from 'lucide-react'
import type { Case } from '#act/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { relativeTime } from '../ui/time-words.ts'
import { useWorkspace } from '../ui/workspace.ts'
import { AskHeard } from './ask-heard.tsx'
import type { Deeds } from './use-deeds.ts'
import { todayWords } from './words.ts'

interface LetterResolutionProps {
  found: Case
  now: Date
  deeds: Deeds
  next: string | undefined
  mayWork: boolean
}

/** A letter that was answered: what was done, and the person's own word on it. */
export function LetterResolution({ found, now, deeds, next, mayWork }: LetterResolutionProps) {
  const t = useWords(todayWords)
  const language = useLanguage()
  const { id: workspaceId } = useWorkspace()
  if (!found.resolution) return null
  const { by, at, cause, done } = found.resolution
  return (
    <section className="mt-6 rounded-2xl bg-band/50 p-5 sm:p-6">
      <p className="flex items-center gap-2 font-semibold">
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        {t('resolution.title', { name: by.name, when: relativeTime(new Date(at), now, language) })}
      </p>
      <p className="mt-2 max-w-(--measure) whitespace-pre-line">
        <span className="font-medium">{cause}.</span> {done}
      </p>
      <AskHeard found={found} now={now} deeds={deeds} mayWork={mayWork} />
      <div className="mt-5 flex flex-wrap gap-3">
        {next && (
          <Link
            to="/w/$workspaceId/today"
            params={{ workspaceId }}
            search={{ case: next }}
            replace
            className={buttonClass('plain')}
          >
            {t('next')}
          </Link>
        )}
        {mayWork && (
          <Button
            look="quiet"
            icon={RotateCcw}
            busy={deeds.reopen.isPending}
            onClick={() => deeds.reopen.mutate(found.id)}
          >
            {t('reopen')}
          </Button>
        )}
      </div>
    </section>
  )
}
