import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { RequestCounts } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Badge } from '../ui/badge.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { mayEnter, roomGroups } from './rooms.ts'
import { trustWords } from './words.ts'

type Row = (typeof roomGroups)[number]['rooms'][number]

/** What happens to people's words here, and a door to every room where that can be seen and changed. */
export function TrustPage() {
  const t = useWords(trustWords)
  const { role } = useWorkspace()
  return (
    <Page title={t('title')} lead={t('lead')} width="letter">
      <div className="mb-12 flex max-w-[68ch] flex-col gap-3">
        <p>{t('reads.text')}</p>
        <p>{t('reads.employees')}</p>
      </div>
      {roomGroups.map(({ word, rooms }) => {
        const open = (rooms as readonly Row[]).filter(({ seenBy }) => mayEnter(seenBy, role))
        if (open.length === 0) return null
        return (
          <Section key={word} title={t(`group.${word}`)}>
            <ul className="divide-y divide-line border-y border-line">
              {open.map((row) => (
                <RoomRow key={row.word} row={row} />
              ))}
            </ul>
          </Section>
        )
      })}
    </Page>
  )
}

function RoomRow({ row }: { row: Row }) {
  const t = useWords(trustWords)
  const workspace = useWorkspace()
  const Icon = row.icon
  return (
    <li>
      <Link
        to={row.to}
        params={{ workspaceId: workspace.id }}
        className="group flex items-center gap-4 py-3.5 hover:bg-sheet"
      >
        <Icon aria-hidden size={20} className="shrink-0 text-ink-soft" />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">
            {t(`room.${row.word}`)} {row.word === 'requests' && <Waiting />}
          </span>
          <span className="block max-w-[62ch] text-small text-ink-soft">{t(`room.${row.word}.text`)}</span>
        </span>
        <ChevronRight aria-hidden size={18} className="shrink-0 text-ink-soft rtl:-scale-x-100" />
      </Link>
    </li>
  )
}

/** A quiet count of requests that wait; louder only when one is overdue. */
function Waiting() {
  const t = useWords(trustWords)
  const workspace = useWorkspace()
  const counts = useQuery({
    queryKey: [workspace.id, 'requests', 'counts'],
    queryFn: ({ signal }) => api.get(workspace.path('requests', 'counts'), { schema: RequestCounts, signal }),
  })
  if (!counts.data || counts.data.open === 0) return null
  const { open, overdue } = counts.data
  return overdue > 0 ? (
    <Badge look="lamp">{t('requests.over', { count: overdue })}</Badge>
  ) : (
    <Badge>{t('requests.open', { count: open })}</Badge>
  )
}
