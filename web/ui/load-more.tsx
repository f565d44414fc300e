import { useWords } from '../i18n/use-words.ts'
import { Button } from './button.tsx'
import { uiWords } from './words.ts'

interface LoadMoreProps {
  shown: number
  total?: number | undefined
  hasMore: boolean
  busy: boolean
  onMore: () => void
}

/** The end of a list that goes on: asked for, not scrolled into by accident. */
export function LoadMore({ shown, total, hasMore, busy, onMore }: LoadMoreProps) {
  const t = useWords(uiWords)
  return (
    <div className="flex flex-col items-center gap-2 py-8 text-small text-ink-soft">
      {hasMore ? (
        <Button busy={busy} onClick={onMore}>
          {busy ? t('more.loading') : t('more.show')}
        </Button>
      ) : (
        <p>{t('more.end')}</p>
      )}
      {total !== undefined && hasMore && <p className="figures">{t('more.shown', { shown, total })}</p>}
    </div>
  )
}
