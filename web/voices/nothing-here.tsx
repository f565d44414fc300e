import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FeelingMark } from '../ui/feeling-mark.tsx'
import { Quote } from '../ui/quote.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { voicesWords } from './words.ts'

/** Before the first voice: what will be here, shown by one. */
export function NothingYet() {
  const t = useWords(voicesWords)
  const { id: workspaceId, role } = useWorkspace()
  const quote = t('none.quote')
  const words = 'Third Saturday in a row'
  const start = quote.indexOf(words)
  return (
    <EmptyState
      title={t('none.title')}
      exampleLabel={t('none.example')}
      example={
        <>
          <p className="text-small font-semibold">{t('none.name')}</p>
          <div className="mt-1 mb-2">
            <Quote
              text={quote}
              evidence={
                start < 0 ? [] : [{ start, end: start + words.length, for: 'emotion:disappointment', weight: 1 }]
              }
            />
          </div>
          <FeelingMark feeling="sadness" intensity={0.6} />
        </>
      }
      actions={
        role !== 'observer' && (
          <>
            <Link to="/w/$workspaceId/import" params={{ workspaceId }} className={buttonClass('deed')}>
              {t('none.import')}
            </Link>
            <Link to="/w/$workspaceId/surveys" params={{ workspaceId }} className={buttonClass('plain')}>
              {t('none.survey')}
            </Link>
          </>
        )
      }
    >
      <p>{t('none.text')}</p>
    </EmptyState>
  )
}

export function NothingFits({ clear }: { clear: () => void }) {
  const t = useWords(voicesWords)
  return (
    <EmptyState title={t('unfit.title')} actions={<Button onClick={clear}>{t('unfit.clear')}</Button>}>
      <p>{t('unfit.text')}</p>
    </EmptyState>
  )
}

export function NothingChosen() {
  const t = useWords(voicesWords)
  return (
    <div className="hidden py-24 text-center lg:block">
      <p className="text-lead font-semibold">{t('pick.title')}</p>
      <p className="mt-1 text-ink-soft">{t('pick.text')}</p>
    </div>
  )
}
