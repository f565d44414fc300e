import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft, ExternalLink, Play, Square } from 'lucide-react'
import { unready, type Survey } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { SkeletonText } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { BuilderView } from './builder.tsx'
import { Results } from './results.tsx'
import { Share } from './share.tsx'
import { StatusMark } from './status-mark.tsx'
import { mayChange, useSurvey, useSurveyDeeds } from './surveys-query.ts'
import { useBuilder, type Builder } from './use-builder.ts'
import { surveysWords } from './words.ts'

export function SurveyPage() {
  const t = useWords(surveysWords)
  const { surveyId } = useParams({ strict: false })
  const survey = useSurvey(String(surveyId))
  if (survey.data) return <OneSurvey key={survey.data.id} survey={survey.data} />
  return (
    <Page title={t('title')} back={<Back />}>
      {survey.isPending && <SkeletonText lines={6} />}
      {survey.isError && <ErrorNotice error={survey.error} retry={survey.refetch} />}
    </Page>
  )
}

function Back() {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  return (
    <Link
      to="/w/$workspaceId/surveys"
      params={{ workspaceId: workspace.id }}
      className="inline-flex min-h-8 items-center gap-1.5 text-ink-soft hover:text-ink"
    >
      <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {t('back')}
    </Link>
  )
}

function OneSurvey({ survey }: { survey: Survey }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const { view = 'questions' } = useSearch({ strict: false })
  const builder = useBuilder(survey)
  const may = mayChange(workspace.role)
  return (
    <Page
      title={builder.name || t('unnamed')}
      back={<Back />}
      lead={<StatusMark status={survey.status} />}
      actions={<Actions survey={survey} builder={builder} may={may} />}
    >
      <Tabs
        label={t('views')}
        value={view}
        tabs={[
          { value: 'questions', label: t('view.questions'), count: builder.definition.questions.length },
          { value: 'share', label: t('view.share') },
          { value: 'results', label: t('view.results'), count: survey.finished },
        ]}
        onChange={(to) =>
          void navigate({
            to: '/w/$workspaceId/surveys/$surveyId',
            params: { workspaceId: workspace.id, surveyId: survey.id },
            search: { view: to },
            replace: true,
          })
        }
      >
        {view === 'questions' && <BuilderView survey={survey} builder={builder} may={may} />}
        {view === 'share' && <Share survey={survey} may={may} />}
        {view === 'results' && <Results survey={survey} />}
      </Tabs>
    </Page>
  )
}

function Actions({ survey, builder, may }: { survey: Survey; builder: Builder; may: boolean }) {
  const t = useWords(surveysWords)
  const toast = useToast()
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const { setStatus } = useSurveyDeeds()
  const missing = unready(builder.definition)
  const set = async (status: 'open' | 'closed') => {
    await builder.save()
    setStatus.mutate(
      { id: survey.id, status },
      {
        onSuccess: () => {
          toast.say(t(`said.${status}`, { name: survey.name }))
          if (status === 'open')
            void navigate({
              to: '/w/$workspaceId/surveys/$surveyId',
              params: { workspaceId: workspace.id, surveyId: survey.id },
              search: { view: 'share' },
            })
        },
      },
    )
  }
  return (
    <>
      <a href={`/s/${survey.id}?try=true`} target="_blank" rel="noreferrer" className={buttonClass('quiet')}>
        <ExternalLink aria-hidden className="size-[1.125em]" />
        {t('try')}
      </a>
      {may && survey.status === 'open' && (
        <Button icon={Square} busy={setStatus.isPending} onClick={() => void set('closed')}>
          {t('close')}
        </Button>
      )}
      {may && survey.status !== 'open' && (
        <Button
          look="deed"
          icon={Play}
          busy={setStatus.isPending}
          disabled={missing.length > 0}
          title={missing[0]?.reason}
          onClick={() => void set('open')}
        >
          {survey.status === 'closed' ? t('reopen') : t('open')}
        </Button>
      )}
    </>
  )
}
