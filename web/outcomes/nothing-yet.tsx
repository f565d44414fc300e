import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Interval } from '../ui/interval.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { sayValue } from './say-figures.ts'
import { outcomesWords } from './words.ts'

/** Nothing was ever heard: what will stand here, by one example. 18 of 20 satisfied, as the textbook has it. */
export function NothingYet() {
  const t = useWords(outcomesWords)
  const { id } = useWorkspace()
  return (
    <EmptyState
      title={t('empty.title')}
      exampleLabel={t('empty.example')}
      example={
        <Interval
          label={t('empty.example.label')}
          estimate={{ value: 90, low: 69.9, high: 97.2, n: 20 }}
          scale={[0, 100]}
          format={(value) => sayValue(value, 'percent')}
        />
      }
      actions={
        <>
          <Link to="/w/$workspaceId/import" params={{ workspaceId: id }} className={buttonClass('deed')}>
            {t('empty.import')}
          </Link>
          <Link to="/w/$workspaceId/surveys" params={{ workspaceId: id }} className={buttonClass('plain')}>
            {t('empty.survey')}
          </Link>
        </>
      }
    >
      <p>{t('empty.text')}</p>
    </EmptyState>
  )
}

/** There are voices, but none from these days. */
export function NothingThen({ onAll }: { onAll: () => void }) {
  const t = useWords(outcomesWords)
  return (
    <EmptyState title={t('empty.period')} actions={<Button onClick={onAll}>{t('empty.period.all')}</Button>}>
      <p>{t('empty.period.text')}</p>
    </EmptyState>
  )
}
