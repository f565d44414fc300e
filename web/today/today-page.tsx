import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { TodayCounts } from '#act/contract'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { classNames } from '../ui/class-names.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { SkeletonList } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Letter } from './letter.tsx'
import { LetterList } from './letter-list.tsx'
import { NobodyWaits, NothingChosen } from './nobody-waits.tsx'
import { TodayBanners } from './today-banners.tsx'
import { todayQuery } from './today-query.ts'
import { useLetterKeys } from './use-letter-keys.ts'
import { useSteadyOrder } from './use-steady-order.ts'
import { todayWords } from './words.ts'

const route = getRouteApi('/w/$workspaceId/today')
const firstShown = 30
const mostShown = 200
const counted = 999
/** From here on list and letter stand side by side. */
const beside = '(min-width: 64rem)'

export function TodayPage() {
  const t = useWords(todayWords)
  const workspace = useWorkspace()
  const { case: open } = route.useSearch()
  const navigate = route.useNavigate()
  const [limit, setLimit] = useState(firstShown)
  const today = useQuery(todayQuery(workspace, limit))
  const { shown, held, letIn } = useSteadyOrder(today.data?.now ?? [], open)
  const rows = today.data ? [...shown, ...today.data.mine, ...today.data.others, ...today.data.secondLook] : []
  useLetterKeys(rows, open)

  const first = rows[0]?.id
  useEffect(() => {
    // Beside the list there is room for a letter from the start; the address says which, so that it stays the same one.
    if (!open && first && window.matchMedia(beside).matches)
      void navigate({ search: { case: first }, replace: true, resetScroll: false })
  }, [open, first, navigate])

  return (
    <div className={classNames(open && 'max-lg:[&_header:has([data-page-title])]:heard-only')}>
      <div className={classNames(open && 'max-lg:hidden')}>
        {today.data && <TodayBanners told={today.data.banners} />}
      </div>
      <Page title={t('title')} lead={today.data && leadOf(today.data.counts, t)} width="full">
        {today.isPending && <SkeletonList rows={5} tall />}
        {today.isError && !today.data && <ErrorNotice error={today.error} retry={today.refetch} />}
        {today.data && rows.length === 0 && !open && <NobodyWaits resolvedLately={today.data.counts.resolvedLately} />}
        {today.data && (rows.length > 0 || open) && (
          <div className="grid gap-x-10 lg:grid-cols-[minmax(19rem,25rem)_minmax(0,1fr)]">
            <div
              className={classNames(
                'min-w-0 max-lg:-mx-4 lg:sticky lg:top-4 lg:-ms-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto lg:overscroll-contain lg:px-1',
                open && 'max-lg:hidden',
              )}
            >
              {rows.length > 0 ? (
                <LetterList
                  today={today.data}
                  now={shown}
                  held={held}
                  letIn={letIn}
                  open={open}
                  onMore={limit < mostShown ? () => setLimit(mostShown) : null}
                />
              ) : (
                <p className="px-4 text-small text-ink-soft">{t('lead.none')}</p>
              )}
            </div>
            <div className="min-w-0">
              {open ? <Letter key={open} id={open} next={nextOf(rows, open)} /> : <NothingChosen />}
            </div>
          </div>
        )}
      </Page>
    </div>
  )
}

/** The letter to read after this one; the first where this one is no longer in the list. */
function nextOf(rows: readonly { id: string }[], open: string): string | undefined {
  const at = rows.findIndex((row) => row.id === open)
  return at < 0 ? rows[0]?.id : rows[at + 1]?.id
}

function leadOf(counts: TodayCounts, t: Translate<typeof todayWords.texts>): string {
  if (counts.now === 0) return t('lead.none')
  const many = counts.now > counted
  const waiting = many ? t('lead.many', { count: counted + 1 }) : t('lead.waiting', { count: counts.now })
  if (counts.overADay === 0 || many) return waiting
  const long =
    counts.overADay === counts.now
      ? t('lead.day.all', { count: counts.now })
      : t('lead.day', { count: counts.overADay })
  return `${waiting} ${long}`
}
