import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { ImportRow } from '#listen/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Section } from '../ui/page.tsx'
import { SkeletonList } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { earlierQuery } from './imports-query.ts'
import { percentOf } from './percent.ts'
import { importWords } from './words.ts'

/** Files brought in before, newest first. One that was discarded before anything came in is no news. */
export function Earlier() {
  const t = useWords(importWords)
  const workspace = useWorkspace()
  const earlier = useInfiniteQuery(earlierQuery(workspace))
  const rows = earlier.data?.pages.flatMap((page) => page.data) ?? []
  const shown = rows.filter((row) => row.status !== 'undone' || row.tally.added > 0)
  return (
    <Section title={t('earlier.title')}>
      {earlier.isPending && <SkeletonList rows={3} />}
      {earlier.isError && <ErrorNotice error={earlier.error} retry={earlier.refetch} />}
      {earlier.isSuccess && shown.length === 0 && <p className="text-small text-ink-soft">{t('earlier.none')}</p>}
      {shown.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {shown.map((row) => (
            <EarlierFile key={row.id} row={row} />
          ))}
        </ul>
      )}
      {earlier.hasNextPage && (
        <LoadMore
          shown={shown.length}
          hasMore
          busy={earlier.isFetchingNextPage}
          onMore={() => void earlier.fetchNextPage()}
        />
      )}
    </Section>
  )
}

function EarlierFile({ row }: { row: ImportRow }) {
  const t = useWords(importWords)
  const language = useLanguage()
  const { id: workspaceId } = useWorkspace()
  return (
    <li>
      <Link
        to="/w/$workspaceId/import/$importId"
        params={{ workspaceId, importId: row.id }}
        className="flex min-h-16 items-center gap-4 px-2 py-3 transition-colors duration-(--quick) hover:bg-well focus-visible:-outline-offset-2"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{row.fileName}</span>
          <span className="figures block text-small text-ink-soft">{outcomeOf(row, t, language)}</span>
        </span>
        <span className="shrink-0 text-end text-tiny text-ink-faint max-sm:hidden">
          <DateTime at={row.createdAt} />
          <span className="block">{t('earlier.by', { name: row.createdBy })}</span>
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint rtl:-scale-x-100" />
      </Link>
    </li>
  )
}

function outcomeOf(
  { status, target, tally, progress }: ImportRow,
  t: Translate<typeof importWords.texts>,
  language: string,
): string {
  if (status === 'running') return t('earlier.running', { percent: percentOf(progress, language) })
  if (status !== 'done') return t(`earlier.${status}`)
  return [
    t(`done.${target}`, { count: tally.added }),
    tally.known > 0 && t('earlier.known', { count: tally.known }),
    tally.leftOut > 0 && t('earlier.left', { count: tally.leftOut }),
  ]
    .filter(Boolean)
    .join(' · ')
}
