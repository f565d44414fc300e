import { Link } from '@tanstack/react-router'
import type { VoiceRow as Row } from '#understand/contract'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from '../ui/class-names.ts'
import { Badge } from '../ui/badge.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { FeelingMark } from '../ui/feeling-mark.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { ScoreMark } from '../ui/score-mark.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { FoundQuote } from './found-quote.tsx'
import type { VoicesSearch } from './search.ts'
import { voicesWords } from './words.ts'

interface VoiceListProps {
  rows: readonly Row[]
  open: string | undefined
  search: VoicesSearch
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; isPlaceholderData: boolean; fetchNextPage: () => unknown }
}

export function VoiceList({ rows, open, search, list }: VoiceListProps) {
  const t = useWords(voicesWords)
  return (
    <section
      aria-label={t('list')}
      aria-busy={list.isPlaceholderData}
      className={classNames(list.isPlaceholderData && 'opacity-60')}
    >
      <ul className="flex flex-col gap-0.5">
        {rows.map((row) => (
          <VoiceItem key={row.id} row={row} open={row.id === open} search={search} />
        ))}
      </ul>
      <LoadMore
        shown={rows.length}
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </section>
  )
}

/** One voice in the list: who, when, the words that matter, how they read. */
function VoiceItem({ row, open, search }: { row: Row; open: boolean; search: VoicesSearch }) {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  return (
    <li>
      <Link
        to="/w/$workspaceId/voices/$voiceId"
        params={{ workspaceId: workspace.id, voiceId: row.id }}
        search={search}
        replace
        resetScroll={false}
        preload={false}
        data-voice={row.id}
        aria-current={open ? 'true' : undefined}
        className={classNames(
          'block rounded-xl px-4 py-3.5 transition-colors duration-(--quick) hover:bg-well focus-visible:-outline-offset-2',
          open && 'bg-sheet shadow-lift hover:bg-sheet',
        )}
      >
        <span className="flex items-baseline justify-between gap-3 text-small">
          <span className="truncate font-semibold">{row.person?.name || t('nameless')}</span>
          <span className="shrink-0 text-tiny text-ink-faint">
            <DateTime at={row.saidAt} />
          </span>
        </span>
        <span className="mt-1 block">
          {row.excerpt ? (
            <FoundQuote
              text={row.excerpt}
              found={row.found}
              cut={row.cut}
              language={row.reading?.language ?? row.language}
            />
          ) : (
            <span className="text-small text-ink-soft">{t('silent.row')}</span>
          )}
        </span>
        <span className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
          <Reads row={row} />
          {row.score && (
            <ScoreMark kind={row.score.kind === 'star' ? 'stars' : row.score.kind} value={row.score.value} />
          )}
          <span className="truncate text-tiny text-ink-faint">{row.source}</span>
        </span>
      </Link>
    </li>
  )
}

/** In the list only what stands out is named: neutral and unclear words speak for themselves. */
function Reads({ row }: { row: Row }) {
  const t = useWords(voicesWords)
  const { reading } = row
  if (row.crisis) return <Badge look="lamp">{t('emergency.mark')}</Badge>
  if (!reading) return <span className="text-tiny text-ink-faint">{t('reading')}</span>
  if (reading.failed) return <span className="text-tiny text-ink-faint">{t('again')}</span>
  if (!reading.family || reading.family === 'neutral') return null
  return <FeelingMark feeling={reading.family} intensity={reading.corrected ? undefined : reading.intensity} />
}
