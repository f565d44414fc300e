import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronLeft, LifeBuoy } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { redact } from '#engine'
import { wordsOf, type Voice } from '#understand/contract'
import { useWords } from '../i18n/use-words.ts'
import { Badge } from '../ui/badge.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FeelingMark } from '../ui/feeling-mark.tsx'
import { Problem } from '../ui/problem.ts'
import { Quote } from '../ui/quote.tsx'
import { ScoreMark } from '../ui/score-mark.tsx'
import { useShortcut } from '../ui/shortcuts.tsx'
import { Skeleton, SkeletonText } from '../ui/skeleton.tsx'
import { Switch } from '../ui/switch.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { evidenceFor } from './reads-text.ts'
import type { VoicesSearch } from './search.ts'
import { VoiceAbout } from './voice-about.tsx'
import { VoiceActions } from './voice-actions.tsx'
import { VoiceReads } from './voice-reads.tsx'
import { voiceQuery } from './voices-query.ts'
import { voicesWords } from './words.ts'

/** The voice that lies open: every word of it, how it reads and why. */
export function VoiceLetter({ id, search }: { id: string; search: VoicesSearch }) {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const voice = useQuery(voiceQuery(workspace, id))
  const list = { to: '/w/$workspaceId/voices', params: { workspaceId: workspace.id }, search } as const
  useShortcut({ keys: 'Escape', label: t('key.back'), group: t('title') }, () => {
    if (window.matchMedia('(max-width: 63.99rem)').matches) void navigate(list)
    else document.querySelector<HTMLElement>(`[data-voice="${id}"]`)?.focus()
  })
  return (
    <section aria-label={t('letter')} className="mx-auto max-w-3xl pb-16 lg:pt-3">
      <p className="mb-4 lg:hidden">
        <Link
          {...list}
          className="-ms-1 inline-flex min-h-11 items-center gap-1 text-small text-ink-soft hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
          {t('back')}
        </Link>
      </p>
      {voice.isPending && <LetterWaits />}
      {voice.isError && !voice.data && <NotHere error={voice.error} retry={voice.refetch} />}
      {voice.data && <OpenVoice voice={voice.data} />}
    </section>
  )
}

function OpenVoice({ voice }: { voice: Voice }) {
  const t = useWords(voicesWords)
  const [hidden, setHidden] = useState(false)
  const whole = wordsOf(voice)
  const shown = useMemo(() => redact(whole), [whole])
  const words = hidden ? shown.text : whole
  const { reading } = voice
  const evidence = reading ? evidenceFor(reading) : []
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-small text-ink-soft">
        <h2 tabIndex={-1} data-letter-title className="text-body font-semibold text-ink">
          <Speaker voice={voice} />
        </h2>
        <span>{voice.source}</span>
        <DateTime at={voice.saidAt} />
        {voice.score && (
          <ScoreMark kind={voice.score.kind === 'star' ? 'stars' : voice.score.kind} value={voice.score.value} />
        )}
        {reading?.family && reading.family !== 'neutral' && (
          <FeelingMark feeling={reading.family} intensity={reading.corrected ? undefined : reading.intensity} />
        )}
        {reading?.corrected && <Badge look="outline">{t('corrected')}</Badge>}
      </header>
      {voice.crisis && (
        <aside className="mt-5 rounded-2xl bg-lamp-wash p-5">
          <p className="flex items-center gap-2 font-semibold">
            <LifeBuoy aria-hidden className="size-5 shrink-0 text-lamp-ink" />
            {t('emergency.title')}
          </p>
          <p className="mt-2 max-w-(--measure)">{t('emergency.text')}</p>
        </aside>
      )}
      {voice.question && <p className="mt-5 text-small text-ink-soft">{t('asked', { question: voice.question })}</p>}
      <div className="mt-5">
        {words ? (
          <Quote
            text={words}
            size={words.length > 1200 ? 'normal' : 'letter'}
            evidence={
              hidden
                ? evidence
                    .map((one) => ({ ...one, start: shown.moved(one.start), end: shown.moved(one.end) }))
                    .filter((one) => one.end > one.start)
                : evidence
            }
            language={reading?.language ?? voice.language}
          />
        ) : (
          <p className="text-lead text-ink-soft">{t('silent')}</p>
        )}
      </div>
      {voice.withheld && <p className="mt-3 text-small text-ink-soft">{t('withheld')}</p>}
      {!voice.withheld && words && (
        <div className="mt-3">
          <Switch
            label={t('hide.label')}
            hint={t(hidden && shown.spans.length === 0 ? 'hide.none' : 'hide.hint')}
            checked={hidden}
            onChange={setHidden}
          />
        </div>
      )}
      {!voice.crisis && <VoiceReads voice={voice} />}
      <VoiceActions voice={voice} />
      <VoiceAbout voice={voice} />
    </>
  )
}

function Speaker({ voice }: { voice: Voice }): ReactNode {
  const t = useWords(voicesWords)
  const { id: workspaceId } = useWorkspace()
  if (!voice.person) return t('nameless')
  return (
    <Link
      to="/w/$workspaceId/people/$personId"
      params={{ workspaceId, personId: voice.person.id }}
      className="underline decoration-edge/60 underline-offset-4 hover:decoration-current"
    >
      {voice.person.name || t('nameless')}
    </Link>
  )
}

function LetterWaits() {
  return (
    <div>
      <Skeleton className="h-4 w-48" />
      <Skeleton className="mt-6 h-7 w-full" />
      <Skeleton className="mt-2 h-7 w-4/5" />
      <div className="mt-10">
        <SkeletonText lines={3} />
      </div>
    </div>
  )
}

function NotHere({ error, retry }: { error: Error; retry: () => unknown }) {
  const t = useWords(voicesWords)
  if (!(error instanceof Problem) || (error.status !== 404 && error.status !== 400))
    return <ErrorNotice error={error} retry={retry} />
  return (
    <div className="py-16 text-center">
      <p className="text-lead font-semibold">{t('gone.title')}</p>
      <p className="mt-1 text-ink-soft">{t('gone.text')}</p>
    </div>
  )
}
