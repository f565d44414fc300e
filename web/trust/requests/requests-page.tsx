import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RequestPage } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { SkeletonList } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { trustWords } from '../words.ts'
import { RequestItem } from './request-item.tsx'
import { requestWords } from './words.ts'

type State = 'open' | 'closed'

/** What people asked for by right, with its clock. */
export function RequestsPage() {
  const t = useWords(requestWords)
  const room = useWords(trustWords)
  const workspace = useWorkspace()
  const [state, setState] = useState<State>('open')
  const requests = useInfiniteQuery({
    queryKey: [workspace.id, 'requests', { state }],
    queryFn: ({ pageParam, signal }) =>
      api.get(workspace.path('requests'), {
        schema: RequestPage,
        query: { state, cursor: pageParam || undefined },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.meta.nextCursor,
  })
  const rows = requests.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <Room title={room('room.requests')} lead={t('lead')}>
      <Tabs<State>
        label={t('tab.label')}
        value={state}
        tabs={[
          { value: 'open', label: t('tab.open') },
          { value: 'closed', label: t('tab.closed') },
        ]}
        onChange={setState}
      >
        {requests.isPending && <SkeletonList rows={3} />}
        {requests.isError && <ErrorNotice error={requests.error} retry={requests.refetch} />}
        {requests.data && rows.length === 0 && state === 'open' && (
          <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
        )}
        {requests.data && rows.length === 0 && state === 'closed' && (
          <p className="py-6 text-ink-soft">{t('none.closed')}</p>
        )}
        {rows.length > 0 && (
          <>
            <ul className="divide-y divide-line border-y border-line">
              {rows.map((row) => (
                <RequestItem key={row.id} request={row} />
              ))}
            </ul>
            <LoadMore
              shown={rows.length}
              hasMore={requests.hasNextPage}
              busy={requests.isFetchingNextPage}
              onMore={() => void requests.fetchNextPage()}
            />
          </>
        )}
      </Tabs>
    </Room>
  )
}
