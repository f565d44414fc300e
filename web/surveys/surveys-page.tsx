import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { TemplateName } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Page } from '../ui/page.tsx'
import { SkeletonList } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { NewSurveyDialog } from './new-survey.tsx'
import { SurveyRow } from './survey-row.tsx'
import { mayChange, useSurveyDeeds, useSurveys } from './surveys-query.ts'
import { surveysWords } from './words.ts'

export function SurveysPage() {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const surveys = useSurveys()
  const [making, setMaking] = useState(false)
  const rows = surveys.data?.pages.flatMap((page) => page.data) ?? []
  const may = mayChange(workspace.role)
  const begin = (
    <Button look="deed" icon={Plus} onClick={() => setMaking(true)}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="letter" actions={may && rows.length > 0 && begin}>
      {surveys.isPending && <SkeletonList rows={4} />}
      {surveys.isError && <ErrorNotice error={surveys.error} retry={surveys.refetch} />}
      {surveys.data && rows.length === 0 && <NoSurveys may={may} onMore={() => setMaking(true)} />}
      {rows.length > 0 && (
        <>
          <ul className="divide-y divide-line border-y border-line">
            {rows.map((survey) => (
              <SurveyRow key={survey.id} survey={survey} may={may} />
            ))}
          </ul>
          {surveys.hasNextPage && (
            <LoadMore
              shown={rows.length}
              hasMore
              busy={surveys.isFetchingNextPage}
              onMore={() => void surveys.fetchNextPage()}
            />
          )}
        </>
      )}
      {making && <NewSurveyDialog onClose={() => setMaking(false)} />}
    </Page>
  )
}

/** Teaches by the one question most begin with. */
function NoSurveys({ may, onMore }: { may: boolean; onMore: () => void }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const { make } = useSurveyDeeds()
  const begin = (template: TemplateName) =>
    make.mutate(
      { name: t(`template.${template}`), template },
      {
        onSuccess: (survey) =>
          navigate({
            to: '/w/$workspaceId/surveys/$surveyId',
            params: { workspaceId: workspace.id, surveyId: survey.id },
          }),
      },
    )
  return (
    <EmptyState
      title={t('empty.title')}
      exampleLabel={t('empty.example')}
      example={
        <>
          <p className="font-serif text-letter text-voice">{t('empty.question')}</p>
          <p className="mt-4 grid grid-cols-5 gap-2" aria-hidden>
            {[1, 2, 3, 4, 5].map((number) => (
              <span
                key={number}
                className="figures grid min-h-11 place-items-center rounded-lg text-body ring-1 ring-edge/60 ring-inset"
              >
                {number}
              </span>
            ))}
          </p>
        </>
      }
      actions={
        may && (
          <>
            <Button look="deed" busy={make.isPending} onClick={() => begin('after-visit')}>
              {t('empty.begin')}
            </Button>
            <Button onClick={onMore}>{t('empty.others')}</Button>
          </>
        )
      }
    >
      <p>{may ? t('empty.text') : t('empty.textOthers')}</p>
    </EmptyState>
  )
}
