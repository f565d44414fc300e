import { ArrowUp } from 'lucide-react'
import type { CaseRow, Today } from '#act/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { LetterRow } from './letter-row.tsx'
import { todayWords } from './words.ts'

interface LetterListProps {
  today: Today
  /** The waiting ones in an order that holds still while one reads. */
  now: readonly CaseRow[]
  held: number
  letIn: () => void
  open: string | undefined
  onMore: (() => void) | null
}

const counted = 999

/** Letters in four heaps: waiting, mine, with others, and old ones worth a second look. */
export function LetterList({ today, now, held, letIn, open, onMore }: LetterListProps) {
  const t = useWords(todayWords)
  const rest = today.counts.now - today.now.length
  return (
    <nav aria-label={t('list')} className="flex flex-col gap-8 pb-8">
      {held > 0 && (
        <Button look="plain" size="small" icon={ArrowUp} onClick={letIn}>
          {t('fresh', { count: held })}
        </Button>
      )}
      <Heap title={t('group.now')} rows={now} open={open}>
        {rest > 0 && (
          <p className="flex items-center justify-between gap-3 px-4 pt-2 text-small text-ink-soft">
            {today.counts.now > counted ? t('list.rest.many') : t('list.rest', { count: rest })}
            {onMore && (
              <Button look="quiet" size="small" onClick={onMore}>
                {t('list.more')}
              </Button>
            )}
          </p>
        )}
      </Heap>
      <Heap title={t('group.mine')} rows={today.mine} open={open} />
      <Heap title={t('group.others')} rows={today.others} open={open} />
      <Heap title={t('group.secondLook')} lead={t('group.secondLook.lead')} rows={today.secondLook} open={open} />
    </nav>
  )
}

interface HeapProps {
  title: string
  lead?: string
  rows: readonly CaseRow[]
  open: string | undefined
  children?: React.ReactNode
}

function Heap({ title, lead, rows, open, children }: HeapProps) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2 className="px-4 text-small font-semibold text-ink-soft">
        {title} <span className="figures font-normal text-ink-faint">{rows.length}</span>
      </h2>
      {lead && <p className="px-4 pt-0.5 text-small text-ink-faint">{lead}</p>}
      <ul className="mt-2 flex flex-col gap-1">
        {rows.map((row) => (
          <LetterRow key={row.id} row={row} open={row.id === open} />
        ))}
      </ul>
      {children}
    </section>
  )
}
