import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ContactPage, type ContactRow, type Purpose } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Section } from '../../ui/page.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SkeletonList } from '../../ui/skeleton.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { titleOf } from './title-of.ts'
import { consentRoomWords } from './words.ts'

/** What was asked at the door lately, and why it opened or did not. For whoever may see Trust's books. */
export function Answers({ purposes }: { purposes: readonly Purpose[] }) {
  const t = useWords(consentRoomWords)
  const workspace = useWorkspace()
  const [only, setOnly] = useState<'no' | 'all'>('no')
  const maySee = workspace.role === 'owner' || workspace.role === 'manager'
  const answers = useInfiniteQuery({
    enabled: maySee,
    queryKey: [workspace.id, 'contact-answers', only],
    queryFn: ({ pageParam, signal }) =>
      api.get(workspace.path('consent', 'answers'), {
        schema: ContactPage,
        query: { answer: only === 'no' ? 'no' : undefined, limit: 20, cursor: pageParam || undefined },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.meta.nextCursor,
  })
  if (!maySee) return null
  const rows = answers.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <Section title={t('answers')} lead={t('answers.lead')}>
      <div className="mb-4">
        <RadioGroup
          look="segments"
          quietLabel
          label={t('answers')}
          value={only}
          options={[
            { value: 'no', label: t('answers.no') },
            { value: 'all', label: t('answers.all') },
          ]}
          onChange={setOnly}
        />
      </div>
      {answers.isPending && <SkeletonList rows={4} />}
      {answers.isError && <ErrorNotice error={answers.error} retry={answers.refetch} />}
      {answers.data && rows.length === 0 && (
        <p className="max-w-[68ch] text-ink-soft">{t(only === 'no' ? 'answers.none.no' : 'answers.none')}</p>
      )}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <Answer key={row.id} row={row} purposes={purposes} />
        ))}
      </ul>
      {answers.hasNextPage && (
        <LoadMore
          shown={rows.length}
          hasMore
          busy={answers.isFetchingNextPage}
          onMore={() => void answers.fetchNextPage()}
        />
      )}
    </Section>
  )
}

function Answer({ row, purposes }: { row: ContactRow; purposes: readonly Purpose[] }) {
  const t = useWords(consentRoomWords)
  const workspace = useWorkspace()
  const purpose = purposes.find(({ key }) => key === row.purpose)
  return (
    <li className="py-3">
      <p>
        <span className="font-medium">{t(row.answer ? 'answers.yes' : 'answers.not')}.</span> {row.words}
      </p>
      <p className="text-small text-ink-soft">
        <Link
          to="/w/$workspaceId/people/$personId"
          params={{ workspaceId: workspace.id, personId: row.personId }}
          className="underline decoration-edge underline-offset-4 hover:text-ink"
        >
          {row.personName || t('answers.nobody')}
        </Link>
        {' · '}
        {t('answers.about', {
          purpose: purpose ? titleOf(purpose) : row.purpose,
          channel: t(`channel.${row.channel}`),
        })}
        {' · '}
        <DateTime at={row.at} />
        {row.notBefore && (
          <>
            {' · '}
            {t('answers.from')} <DateTime at={row.notBefore} look="date" />
          </>
        )}
      </p>
    </li>
  )
}
