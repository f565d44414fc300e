import { Link } from '@tanstack/react-router'
import type { CaseRow } from '#act/contract'
import { useWords } from '../i18n/use-words.ts'
import { Badge } from '../ui/badge.tsx'
import { classNames } from '../ui/class-names.ts'
import { DateTime } from '../ui/date-time.tsx'
import { FeelingShape } from '../ui/feeling-mark.tsx'
import { Quote } from '../ui/quote.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { reasonText } from './reason-text.ts'
import { reasonWords, todayWords } from './words.ts'

/** One letter in the list: who, what they said, and one sentence on why it lies here. */
export function LetterRow({ row, open }: { row: CaseRow; open: boolean }) {
  const t = useWords(todayWords)
  const because = useWords(reasonWords)
  const workspace = useWorkspace()
  const urgent = row.crisis || row.cameBack
  return (
    <li>
      <Link
        to="/w/$workspaceId/today"
        params={{ workspaceId: workspace.id }}
        search={{ case: row.id }}
        replace
        resetScroll={false}
        data-letter={row.id}
        aria-current={open ? 'true' : undefined}
        className={classNames(
          'relative block rounded-xl px-4 py-4 transition-colors duration-(--quick) hover:bg-well focus-visible:-outline-offset-2',
          open && 'bg-sheet shadow-lift hover:bg-sheet',
          urgent && 'before:absolute before:inset-y-4 before:start-0 before:w-[3px] before:rounded-full before:bg-lamp',
        )}
      >
        <span className="flex items-baseline justify-between gap-3 text-small">
          <span className="flex min-w-0 items-center gap-2">
            <span className="truncate font-semibold">{row.person?.name || t('nameless')}</span>
            {row.crisis && <Badge look="lamp">{t('crisis')}</Badge>}
            {row.cameBack && <Badge look="lamp">{t('came.back')}</Badge>}
          </span>
          <span className="shrink-0 text-tiny text-ink-faint">
            <DateTime at={row.saidAt} />
          </span>
        </span>
        <span className="mt-1 block">
          {row.excerpt || row.title ? (
            <Quote text={row.excerpt || row.title} size="small" lines={3} />
          ) : (
            <span className="text-small text-ink-soft">{t('silent')}</span>
          )}
        </span>
        <span className="mt-2 flex items-start gap-1.5 text-small text-ink-soft">
          {row.family && row.family !== 'neutral' && row.family !== 'joy' && (
            <FeelingShape feeling={row.family} className="mt-[0.4rem] size-2.5" />
          )}
          <span className="min-w-0">
            {reasonText(row.parts, because)}
            {row.status === 'taken' && row.assignee && (
              <span className="text-ink-faint"> · {t('taken.by', { name: row.assignee.name })}</span>
            )}
          </span>
        </span>
      </Link>
    </li>
  )
}
