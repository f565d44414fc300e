import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from '../ui/class-names.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { SkeletonList } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { NothingChosen, NothingFits, NothingYet } from './nothing-here.tsx'
import { ReadingBanner } from './reading-banner.tsx'
import { isFiltered } from './search.ts'
import { useVoiceKeys } from './use-voice-keys.ts'
import { ViewsMenu } from './views-menu.tsx'
import { VoiceLetter } from './voice-letter.tsx'
import { VoiceList } from './voice-list.tsx'
import { facetsQuery, listQuery } from './voices-query.ts'
import { voicesWords } from './words.ts'

const route = getRouteApi('/w/$workspaceId/voices')
/** From here on list and letter stand side by side. */
const beside = '(min-width: 64rem)'

/** Reads like a mailbox, filters like a library. */
export function VoicesPage() {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { voiceId: open } = useParams({ strict: false })
  const voices = useInfiniteQuery(listQuery(workspace, search))
  const facets = useQuery(facetsQuery(workspace))
  const rows = voices.data?.pages.flatMap((page) => page.data) ?? []
  const filtered = isFiltered(search)
  const clear = (): void =>
    void navigate({ to: '/w/$workspaceId/voices', params: { workspaceId: workspace.id }, search: {} })
  useVoiceKeys(rows, open, clear)

  const first = voices.isPlaceholderData ? undefined : rows[0]?.id
  useEffect(() => {
    // Beside the list there is room for a letter from the start; the address says which, so that it stays the same one.
    if (!open && first && window.matchMedia(beside).matches)
      void navigate({
        to: '/w/$workspaceId/voices/$voiceId',
        params: { workspaceId: workspace.id, voiceId: first },
        search: true,
        replace: true,
        resetScroll: false,
      })
  }, [open, first, navigate, workspace.id])

  const total = facets.data?.total ?? 0
  const empty = voices.isSuccess && rows.length === 0 && !voices.isPlaceholderData
  return (
    <div
      className={classNames(
        open && 'max-lg:[&_[data-voices-bar]]:hidden max-lg:[&_header:has([data-page-title])]:heard-only',
      )}
    >
      <Page
        title={t('title')}
        lead={total > 0 ? t('lead', { count: total }) : undefined}
        width="full"
        actions={
          !(empty && !filtered) && (
            <>
              <ViewsMenu search={search} />
              <ExportMenu search={search} />
            </>
          )
        }
      >
        <div data-voices-bar>
          <ReadingBanner />
          {!(empty && !filtered) && <FilterBar search={search} rows={rows} />}
        </div>
        {voices.isPending && <SkeletonList rows={6} tall />}
        {voices.isError && !voices.data && <ErrorNotice error={voices.error} retry={voices.refetch} />}
        {empty && !open && (filtered ? <NothingFits clear={clear} /> : <NothingYet />)}
        {voices.data && (rows.length > 0 || open) && (
          <div className="grid gap-x-10 lg:grid-cols-[minmax(19rem,25rem)_minmax(0,1fr)]">
            <div
              className={classNames(
                'min-w-0 max-lg:-mx-4 lg:sticky lg:top-4 lg:-ms-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto lg:overscroll-contain lg:px-1',
                open && 'max-lg:hidden',
              )}
            >
              {rows.length > 0 ? (
                <VoiceList rows={rows} open={open} search={search} list={voices} />
              ) : (
                <NothingFits clear={clear} />
              )}
            </div>
            <div className="min-w-0">
              {open ? <VoiceLetter key={open} id={open} search={search} /> : <NothingChosen />}
            </div>
          </div>
        )}
      </Page>
    </div>
  )
}
