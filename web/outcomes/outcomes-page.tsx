import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Outcomes } from '#measure/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Skeleton, Waiting } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { DoneSection } from './done-section.tsx'
import { FeelSection } from './feel-section.tsx'
import { HelpSection } from './help-section.tsx'
import { How } from './how.tsx'
import { MovesSection } from './moves-section.tsx'
import { NothingThen, NothingYet } from './nothing-yet.tsx'
import { PeriodBar } from './period-bar.tsx'
import { looksFurther, queryOf, type OutcomesSearch } from './search.ts'
import { outcomesWords } from './words.ts'

/** While days are still being counted the figures are fetched again, quietly. */
const COUNTING_MS = 3_000

export function OutcomesPage() {
  const t = useWords(outcomesWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const search = useSearch({ from: '/w/$workspaceId/outcomes' })
  const asked = queryOf(search)
  const outcomes = useQuery({
    queryKey: [workspace.id, 'outcomes', asked],
    queryFn: ({ signal }) => api.get(workspace.path('outcomes'), { schema: Outcomes, query: asked, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && state.data.counting > 0 ? COUNTING_MS : false),
  })
  const onSearch = (next: OutcomesSearch): void =>
    void navigate({
      to: '/w/$workspaceId/outcomes',
      params: { workspaceId: workspace.id },
      search: next,
      replace: true,
      resetScroll: false,
    })
  const found = outcomes.data
  const further = found !== undefined && !outcomes.isPlaceholderData && looksFurther(search, found)
  useEffect(() => {
    if (further) onSearch({ ...search, span: 'all' })
  })
  const nothingEver = found && found.firstDay === null && found.voices === 0
  return (
    <Page title={t('title')} lead={t('lead')}>
      {!nothingEver && <PeriodBar search={search} outcomes={found} onSearch={onSearch} />}
      {(outcomes.isPending || further) && <Coming />}
      {outcomes.isError && !found && <ErrorNotice error={outcomes.error} retry={outcomes.refetch} />}
      {found && (
        <>
          {found.counting > 0 && (
            <p role="status" className="mb-6 text-small text-ink-soft">
              {t('period.counting', { count: found.counting })}
            </p>
          )}
          {nothingEver && <NothingYet />}
          {!nothingEver && !further && found.metrics.length === 0 && found.voices === 0 && (
            <NothingThen onAll={() => onSearch({ span: 'all' })} />
          )}
          {!nothingEver && (found.metrics.length > 0 || found.voices > 0) && (
            <div
              className={outcomes.isPlaceholderData ? 'mt-8 opacity-60 transition-opacity duration-(--gentle)' : 'mt-8'}
            >
              {found.only && <p className="mb-6 text-small text-ink-soft">{t('only.said')}</p>}
              <FeelSection outcomes={found} trend={search.trend} onTrend={(trend) => onSearch({ ...search, trend })} />
              <MovesSection outcomes={found} search={search} onSearch={onSearch} />
              <DoneSection outcomes={found} />
              <HelpSection outcomes={found} />
              <How outcomes={found} />
              {found.notes.map((note) => (
                <p key={note} className="mt-2 max-w-[68ch] text-tiny text-ink-faint">
                  {note}
                </p>
              ))}
            </div>
          )}
        </>
      )}
    </Page>
  )
}

/** As tall as what comes, so that nothing jumps. */
function Coming() {
  return (
    <Waiting>
      <Skeleton className="mt-10 h-6 w-56" />
      <div className="mt-6 grid gap-10 sm:grid-cols-2 lg:grid-cols-3">
        {[1, 2, 3].map((one) => (
          <div key={one}>
            <Skeleton className="h-4 w-28" />
            <Skeleton className="mt-3 h-10 w-24" />
            <Skeleton className="mt-3 h-3" />
            <Skeleton className="mt-3 h-3 w-40" />
          </div>
        ))}
      </div>
      <Skeleton className="mt-12 h-52" />
    </Waiting>
  )
}
