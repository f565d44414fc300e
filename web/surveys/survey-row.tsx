import { Link, useNavigate } from '@tanstack/react-router'
import { ChartNoAxesColumn, Copy, Ellipsis, Play, Share2, Square, Trash2 } from 'lucide-react'
import type { SurveySummary } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { DateTime } from '../ui/date-time.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { StatusMark } from './status-mark.tsx'
import { useSurveyDeeds } from './surveys-query.ts'
import { surveysWords } from './words.ts'

export function SurveyRow({ survey, may }: { survey: SurveySummary; may: boolean }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const params = { workspaceId: workspace.id, surveyId: survey.id }
  return (
    <li className="relative flex items-center gap-4 py-4">
      <div className="min-w-0 flex-1">
        <Link
          to="/w/$workspaceId/surveys/$surveyId"
          params={params}
          search={survey.started > 0 ? { view: 'results' } : {}}
          className="text-body font-semibold after:absolute after:inset-0 hover:underline"
        >
          {survey.name}
        </Link>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-small text-ink-soft">
          <StatusMark status={survey.status} />
          <span aria-hidden>·</span>
          <span className="figures">{t('questions', { count: survey.questionCount })}</span>
          {survey.lastAnswerAt && (
            <>
              <span aria-hidden>·</span>
              <span>
                {t('row.last')} <DateTime at={survey.lastAnswerAt} />
              </span>
            </>
          )}
        </p>
      </div>
      {survey.status !== 'draft' && (
        <p className="figures text-end text-small text-ink-soft">
          <span className="block text-lead font-semibold text-ink">{survey.finished}</span>
          {t('row.finished', { count: survey.finished })}
        </p>
      )}
      {may && <RowMenu survey={survey} />}
    </li>
  )
}

function RowMenu({ survey }: { survey: SurveySummary }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const toast = useToast()
  const deeds = useSurveyDeeds()
  const open = (surveyId: string, view: 'questions' | 'share' | 'results') =>
    void navigate({
      to: '/w/$workspaceId/surveys/$surveyId',
      params: { workspaceId: workspace.id, surveyId },
      search: { view },
    })
  const status = (to: 'open' | 'closed') =>
    deeds.setStatus.mutate(
      { id: survey.id, status: to },
      { onSuccess: () => toast.say(t(`said.${to}`, { name: survey.name })) },
    )
  const remove = () =>
    deeds.remove.mutate(survey.id, {
      onSuccess: () =>
        toast.undo({ text: t('said.removed', { name: survey.name }), undo: () => deeds.restore(survey.id) }),
    })
  const copy = () =>
    deeds.copy.mutate(
      { id: survey.id, name: t('copy.name', { name: survey.name }).slice(0, 120) },
      { onSuccess: (made) => open(made.id, 'questions') },
    )
  return (
    <div className="relative">
      <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('row.menu', { name: survey.name })} />}>
        <MenuItem icon={Share2} onSelect={() => open(survey.id, 'share')}>
          {t('view.share')}
        </MenuItem>
        <MenuItem icon={ChartNoAxesColumn} onSelect={() => open(survey.id, 'results')}>
          {t('view.results')}
        </MenuItem>
        <MenuItem icon={Copy} onSelect={copy}>
          {t('copy')}
        </MenuItem>
        {survey.status === 'open' ? (
          <MenuItem icon={Square} onSelect={() => status('closed')}>
            {t('close')}
          </MenuItem>
        ) : (
          <MenuItem icon={Play} onSelect={() => status('open')}>
            {survey.status === 'closed' ? t('reopen') : t('open')}
          </MenuItem>
        )}
        <MenuLine />
        <MenuItem icon={Trash2} onSelect={remove}>
          {t('remove')}
        </MenuItem>
      </Menu>
    </div>
  )
}
