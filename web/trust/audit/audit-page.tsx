import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { AuditPage as Portion, Member } from '#trust/contract'
import { useLanguage } from '../../i18n/language.ts'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { buttonClass } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonList } from '../../ui/skeleton.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { trustWords } from '../words.ts'
import { AuditLine } from './audit-line.tsx'
import { groupByDay } from './group-by-day.ts'
import { Verdict } from './verdict.tsx'
import { auditWords } from './words.ts'

const Members = z.object({ data: z.array(Member) })

/** The log of who did what: whether it holds, what it says, and a copy to take. */
export function AuditPage() {
  const t = useWords(auditWords)
  const room = useWords(trustWords)
  const workspace = useWorkspace()
  const language = useLanguage()
  const [actorId, setActorId] = useState('')
  const members = useQuery({
    queryKey: [workspace.id, 'members'],
    queryFn: ({ signal }) => api.get(workspace.path('members'), { schema: Members, signal }),
  })
  const entries = useInfiniteQuery({
    queryKey: [workspace.id, 'audit', { actorId }],
    queryFn: ({ pageParam, signal }) =>
      api.get(workspace.path('audit'), {
        schema: Portion,
        query: { actorId: actorId || undefined, cursor: pageParam || undefined },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.meta.nextCursor,
    placeholderData: (before) => before,
  })
  const rows = entries.data?.pages.flatMap((page) => page.data) ?? []
  const people = members.data?.data ?? []
  return (
    <Room title={room('room.audit')} lead={t('lead')}>
      <Verdict />
      {entries.isPending && <SkeletonList rows={8} />}
      {entries.isError && <ErrorNotice error={entries.error} retry={entries.refetch} />}
      {entries.data && rows.length === 0 && actorId === '' && (
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      )}
      {entries.data && (rows.length > 0 || actorId !== '') && (
        <>
          <div className="mb-6 max-w-xs">
            <Select
              label={t('who')}
              value={actorId}
              options={[
                { value: '', label: t('everybody') },
                ...people.map(({ accountId, name }) => ({ value: accountId, label: t('who.one', { name }) })),
              ]}
              onChange={setActorId}
            />
          </div>
          {rows.length === 0 && <p className="text-ink-soft">{t('none.filtered')}</p>}
          {groupByDay(rows, language).map(({ day, entries: ofDay }) => (
            <section key={day} className="mb-8">
              <h2 className="mb-1 text-small font-semibold text-ink-soft">{day}</h2>
              <ul className="divide-y divide-line border-y border-line">
                {ofDay.map((entry) => (
                  <AuditLine key={entry.seq} entry={entry} />
                ))}
              </ul>
            </section>
          ))}
          {rows.length > 0 && (
            <LoadMore
              shown={rows.length}
              hasMore={entries.hasNextPage}
              busy={entries.isFetchingNextPage}
              onMore={() => void entries.fetchNextPage()}
            />
          )}
        </>
      )}
      <Section title={t('export.title')} lead={t('export.lead')}>
        <div className="flex flex-wrap gap-3">
          {(['csv', 'jsonl'] as const).map((format) => (
            <a
              key={format}
              href={`${workspace.path('audit', 'export')}&format=${format}`}
              className={buttonClass('plain')}
              download
            >
              {t(`export.${format}`)}
            </a>
          ))}
        </div>
      </Section>
    </Room>
  )
}
