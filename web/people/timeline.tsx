import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { TimelinePage, type TimelineEntry } from '#act/contract'
import type { Family } from '#engine'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FeelingMark } from '../ui/feeling-mark.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Quote } from '../ui/quote.tsx'
import { ScoreMark, type ScoreKind } from '../ui/score-mark.tsx'
import { SkeletonList } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { moneyText } from './money.ts'
import { peopleWords } from './words.ts'

/** One line of time: what the person said in the serif, what happened around it small and quiet. */
export function Timeline({ personId }: { personId: string }) {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const entries = useInfiniteQuery({
    queryKey: [workspace.id, 'person', personId, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      api.get(workspace.path('persons', personId, 'timeline'), {
        schema: TimelinePage,
        query: { cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.meta.nextCursor,
  })
  if (entries.isPending) return <SkeletonList rows={5} tall />
  if (entries.isError) return <ErrorNotice error={entries.error} retry={entries.refetch} />
  // That a letter came to Today is said on the letter itself.
  const rows = entries.data.pages.flatMap((page) => page.data).filter((entry) => entry.step?.kind !== 'opened')
  if (rows.length === 0) return <p className="text-ink-soft">{t('timeline.empty')}</p>
  return (
    <>
      <ol className="relative ms-1.5 border-s border-line">
        {rows.map((entry) => (
          <li key={`${entry.kind} ${entry.id}`} className="relative pb-7 ps-6 last:pb-0">
            <span
              aria-hidden
              className={`absolute -start-[5px] top-2 size-2.5 rounded-full ring-4 ring-paper ${entry.kind === 'voice' ? 'bg-ink' : 'bg-edge'}`}
            />
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {entries.hasNextPage && (
        <LoadMore
          shown={rows.length}
          hasMore
          busy={entries.isFetchingNextPage}
          onMore={() => void entries.fetchNextPage()}
        />
      )}
    </>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  if (entry.voice) return <Said voice={entry.voice} />
  if (entry.order) return <Ordered order={entry.order} />
  if (entry.step) return <Stepped step={entry.step} />
  return null
}

const families: readonly string[] = [
  'anger',
  'disgust',
  'fear',
  'joy',
  'sadness',
  'surprise',
  'neutral',
] satisfies Family[]

function Said({ voice }: { voice: NonNullable<TimelineEntry['voice']> }) {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const words = [voice.title, voice.text].filter(Boolean).join('\n')
  return (
    <>
      <p className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
        <DateTime at={voice.saidAt} />
        <span>{voice.source}</span>
        {voice.family && families.includes(voice.family) && (
          <FeelingMark feeling={voice.family as Family} intensity={voice.intensity ?? undefined} />
        )}
        {voice.score && (
          <ScoreMark
            kind={voice.score.kind === 'star' ? 'stars' : (voice.score.kind as ScoreKind)}
            value={voice.score.value}
          />
        )}
        {voice.caseId && (
          <Link
            to="/w/$workspaceId/today"
            params={{ workspaceId: workspace.id }}
            search={{ case: voice.caseId } as never}
            className="text-accent-ink underline underline-offset-4"
          >
            {t('timeline.case')}
          </Link>
        )}
      </p>
      {voice.question && <p className="mb-1 text-small text-ink-soft">{voice.question}</p>}
      {words ? (
        <Link
          to="/w/$workspaceId/voices/$voiceId"
          params={{ workspaceId: workspace.id, voiceId: voice.id } as never}
          className="block rounded-md hover:bg-well"
        >
          <Quote text={words} size="small" lines={4} />
        </Link>
      ) : (
        <p className="text-ink-soft">{t('timeline.silent')}</p>
      )}
    </>
  )
}

function Ordered({ order }: { order: NonNullable<TimelineEntry['order']> }) {
  const t = useWords(peopleWords)
  const language = useLanguage()
  return (
    <div className="text-small">
      <p className="flex flex-wrap gap-x-3 text-ink-soft">
        <DateTime at={order.orderedAt} />
        <span>{t('timeline.order', { number: order.number })}</span>
        <span className="figures text-ink">{moneyText(order.totalMinor, order.currency, language)}</span>
        {order.refundedMinor > 0 && (
          <span>{t('timeline.refunded', { amount: moneyText(order.refundedMinor, order.currency, language) })}</span>
        )}
      </p>
      {order.items.length > 0 && (
        <p className="text-ink">
          {order.items.map((item) => (item.quantity === 1 ? item.name : `${item.quantity} × ${item.name}`)).join(', ')}
        </p>
      )}
    </div>
  )
}

function Stepped({ step }: { step: NonNullable<TimelineEntry['step']> }) {
  const t = useWords(peopleWords)
  const felt = step.detail['answer'] ?? step.detail['heard']
  const said =
    step.kind === 'heard' && felt !== undefined
      ? t(felt === true || felt === 'yes' ? 'step.heard.yes' : 'step.heard.no')
      : step.kind === 'opened' || step.kind === 'heard' || step.kind === 'reopened'
        ? t(`step.${step.kind}`)
        : t(`step.${step.kind}`, { name: step.by.name })
  const more = step.note ?? [step.cause, step.done].filter(Boolean).join(': ')
  return (
    <div className="text-small">
      <p className="flex flex-wrap gap-x-3 text-ink-soft">
        <DateTime at={step.at} />
        <span>{said}</span>
      </p>
      {more && <p className="max-w-(--measure) whitespace-pre-line text-ink">{more}</p>}
    </div>
  )
}
