import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FeelingShape } from '../ui/feeling-mark.tsx'
import { Quote } from '../ui/quote.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { todayWords } from './words.ts'

/** An empty table is good news; it also shows what a letter will look like. */
export function NobodyWaits({ resolvedLately }: { resolvedLately: number }) {
  const t = useWords(todayWords)
  const { id: workspaceId } = useWorkspace()
  return (
    <EmptyState
      title={t('empty.title')}
      exampleLabel={t('empty.example')}
      example={
        <>
          <p className="text-small font-semibold">{t('example.name')}</p>
          <div className="mt-1">
            <Quote text={t('example.quote')} size="small" />
          </div>
          <p className="mt-2 flex items-start gap-1.5 text-small text-ink-soft">
            <FeelingShape feeling="anger" className="mt-[0.4rem] size-2.5" />
            {t('example.reason')}
          </p>
        </>
      }
      actions={
        <>
          <Link to="/w/$workspaceId/import" params={{ workspaceId }} className={buttonClass('deed')}>
            {t('empty.import')}
          </Link>
          <Link to="/w/$workspaceId/voices" params={{ workspaceId }} className={buttonClass('plain')}>
            {t('empty.voices')}
          </Link>
        </>
      }
    >
      {resolvedLately > 0 && <p className="mb-2 text-ink">{t('empty.done', { count: resolvedLately })}</p>}
      <p>{t('empty.text')}</p>
    </EmptyState>
  )
}

export function NothingChosen() {
  const t = useWords(todayWords)
  return (
    <div className="hidden py-24 text-center lg:block">
      <p className="text-lead font-semibold">{t('pick.title')}</p>
      <p className="mt-1 text-ink-soft">{t('pick.text')}</p>
    </div>
  )
}
