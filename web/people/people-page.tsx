import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { PERSON_KINDS, PersonPage as PersonList, type PersonRow } from '#people/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Page } from '../ui/page.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { Select } from '../ui/select.tsx'
import { SkeletonList } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { AddPerson } from './add-person.tsx'
import { Duplicates } from './duplicates.tsx'
import { calledOf } from './person-name.ts'
import { peopleWords } from './words.ts'

const route = getRouteApi('/w/$workspaceId/people')

export function PeoplePage() {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const { q, kind } = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const persons = useInfiniteQuery({
    queryKey: [workspace.id, 'persons', { q, kind }],
    queryFn: ({ pageParam, signal }) =>
      api.get(workspace.path('persons'), { schema: PersonList, query: { q, kind, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.meta.nextCursor,
    placeholderData: (before) => before,
  })
  const rows = persons.data?.pages.flatMap((page) => page.data) ?? []
  const filtered = Boolean(q ?? kind)
  const mayAdd = workspace.role !== 'observer'
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayAdd && (
          <Button icon={UserPlus} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <div className="mb-6 flex flex-wrap items-end gap-3">
        <SearchBox
          label={t('search')}
          value={q ?? ''}
          onSearch={(query) =>
            void navigate({ search: (before) => ({ ...before, q: query || undefined }), replace: true })
          }
        />
        <div className="w-44">
          <Select
            label={t('kind.label')}
            quietLabel
            value={kind ?? ''}
            options={[
              { value: '', label: t('kind.all') },
              ...PERSON_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
            ]}
            onChange={(value) =>
              void navigate({ search: (before) => ({ ...before, kind: value || undefined }), replace: true })
            }
          />
        </div>
      </div>
      {!filtered && workspace.role !== 'observer' && workspace.role !== 'teammate' && <Duplicates />}
      {persons.isPending && <SkeletonList rows={8} />}
      {persons.isError && <ErrorNotice error={persons.error} retry={persons.refetch} />}
      {persons.isSuccess && rows.length === 0 && (filtered ? <Nobody /> : <NobodyYet />)}
      {rows.length > 0 && (
        <>
          <ul className="divide-y divide-line border-y border-line">
            {rows.map((row) => (
              <PersonItem key={row.id} row={row} workspaceId={workspace.id} />
            ))}
          </ul>
          <LoadMore
            shown={rows.length}
            hasMore={persons.hasNextPage}
            busy={persons.isFetchingNextPage}
            onMore={() => void persons.fetchNextPage()}
          />
        </>
      )}
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </Page>
  )
}

function PersonItem({ row, workspaceId }: { row: PersonRow; workspaceId: string }) {
  const t = useWords(peopleWords)
  const name = calledOf(row) || t('nameless')
  return (
    <li>
      <Link
        to="/w/$workspaceId/people/$personId"
        params={{ workspaceId, personId: row.id }}
        className="flex min-h-14 items-center gap-4 px-2 py-2 transition-colors duration-(--quick) hover:bg-well"
      >
        <Avatar name={name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-small text-ink-soft">
            {[row.email !== name ? row.email : '', row.company].filter(Boolean).join(' · ') || t(`is.${row.kind}`)}
          </span>
        </span>
        <span className="hidden text-small text-ink-soft sm:block">{t(`is.${row.kind}`)}</span>
        <span className="w-28 text-end text-small text-ink-soft">
          <DateTime at={row.createdAt} look="date" />
        </span>
      </Link>
    </li>
  )
}

function NobodyYet() {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  return (
    <EmptyState
      title={t('empty.title')}
      example={t('empty.example')}
      actions={
        <Link to="/w/$workspaceId/import" params={{ workspaceId: workspace.id }} className={buttonClass('deed')}>
          {t('empty.import')}
        </Link>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}

function Nobody() {
  const t = useWords(peopleWords)
  return <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
}
