import { useWords } from '../i18n/use-words.ts'
import { classNames } from './class-names.ts'
import { uiWords } from './words.ts'

/** One bar where a line of text will be. Give it the width of what it stands for. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return <span aria-hidden className={classNames('wait block rounded-md bg-well', className)} />
}

const widths = ['w-11/12', 'w-4/5', 'w-full', 'w-3/5']

/** A list before it has come: the same height a row will have, so that nothing jumps. */
export function SkeletonList({ rows = 4, tall }: { rows?: number; tall?: boolean }) {
  return (
    <Waiting>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="border-b border-line py-5 last:border-0">
          <Skeleton className="h-3 w-32" />
          <Skeleton className={classNames('mt-3 h-5', widths[row % widths.length])} />
          {tall && <Skeleton className="mt-2 h-5 w-2/3" />}
        </div>
      ))}
    </Waiting>
  )
}

export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <Waiting>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={classNames('mt-2 h-4', widths[line % widths.length])} />
      ))}
    </Waiting>
  )
}

/** Says once, to those who hear the page, that something is on its way. */
export function Waiting({ children }: { children: React.ReactNode }) {
  const t = useWords(uiWords)
  return (
    <div role="status" aria-busy="true">
      <span className="heard-only">{t('loading')}</span>
      {children}
    </div>
  )
}
