import { Download } from 'lucide-react'
import { textIn, type Question, type Survey, type SurveyResults } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { SkeletonText } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { QuestionFound } from './question-found.tsx'
import { useResults } from './surveys-query.ts'
import { surveysWords } from './words.ts'

export function Results({ survey }: { survey: Survey }) {
  const t = useWords(surveysWords)
  const results = useResults(survey.id)
  if (results.isPending) return <SkeletonText lines={8} />
  if (results.isError) return <ErrorNotice error={results.error} retry={results.refetch} />
  if (results.data.started === 0)
    return (
      <EmptyState title={t('results.none')}>
        <p>{t(survey.status === 'open' ? 'results.none.open' : 'results.none.draft')}</p>
      </EmptyState>
    )
  return <Found survey={survey} results={results.data} />
}

function Found({ survey, results }: { survey: Survey; results: SurveyResults }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const { definition } = survey
  const asked = new Map<string, Question>(definition.questions.map((question) => [question.id, question]))
  const language = definition.languages[0] ?? 'en'
  const hasNps = results.questions.some((row) => row.kind === 'nps')
  const left = results.started - results.finished
  return (
    <div className="max-w-3xl">
      <p className="mb-8 text-body text-ink-soft">
        <span className="figures">{t('results.finished', { count: results.finished })}</span>
        {left > 0 && <span className="figures"> {t('results.left', { count: left })}</span>}
        {results.links.made > 0 && (
          <span className="figures">
            {' '}
            {t('results.links', { spent: results.links.spent, made: results.links.made })}
          </span>
        )}{' '}
        {t('results.rule')}
      </p>
      <ol className="flex flex-col gap-12">
        {results.questions.map((row) => {
          const question = asked.get(row.question)
          return (
            <li key={row.question}>
              <h2 className="mb-4 font-serif text-letter text-balance text-voice">
                {question ? textIn(question.text, language, definition) : t('results.gone', { id: row.question })}
              </h2>
              <QuestionFound row={row} question={question} definition={definition} language={language} />
            </li>
          )
        })}
      </ol>
      {results.bySource.length > 1 && (
        <section className="mt-12">
          <h2 className="mb-2 text-lead font-semibold">{t('results.sources')}</h2>
          <ul className="divide-y divide-line border-y border-line text-small">
            {results.bySource.map((row) => (
              <li key={row.source} className="flex gap-4 py-2.5">
                <span className="min-w-0 flex-1 truncate">{row.source || t('results.noSource')}</span>
                <span className="figures text-ink-soft">
                  {t('results.sourceCount', { count: row.finished, started: row.started })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer className="mt-12 flex flex-wrap items-center gap-4">
        <a
          href={workspace.path('surveys', survey.id, 'definition')}
          download={`${survey.id}.json`}
          className={buttonClass('quiet', 'small')}
        >
          <Download aria-hidden className="size-[1.125em]" />
          {t('results.file')}
        </a>
      </footer>
      {hasNps && <p className="mt-6 text-tiny text-ink-faint">{t('nps.mark')}</p>}
    </div>
  )
}
