import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LogOut, Monitor, Smartphone, X } from 'lucide-react'
import { z } from 'zod'
import { Session } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api, pathTo } from '../ui/api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Section } from '../ui/page.tsx'
import { SkeletonList } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { accountQuery } from './own-account.ts'
import { youWords } from './words.ts'

const SessionList = z.object({ data: z.array(Session) })
const PHONES = ['iPhone', 'iPad', 'Android']

export function OwnSessions() {
  const t = useWords(youWords)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const sessions = useQuery({
    // Below the account: whatever changes it may have ended a session.
    queryKey: [...accountQuery.queryKey, 'sessions'],
    queryFn: ({ signal }) => api.get('/api/v1/account/sessions', { schema: SessionList, signal }),
  })
  const endAll = useMutation({
    mutationFn: () => api.delete('/api/v1/account/sessions'),
    onSuccess: async () => {
      queries.clear()
      await navigate({ to: '/sign-in' })
    },
  })
  return (
    <Section title={t('sessions.title')}>
      {sessions.isPending && <SkeletonList rows={2} />}
      {sessions.isError && <ErrorNotice error={sessions.error} retry={sessions.refetch} />}
      {sessions.data && (
        <>
          <ul className="mb-4 divide-y divide-line border-y border-line">
            {sessions.data.data.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
          <Button icon={LogOut} busy={endAll.isPending} onClick={() => endAll.mutate()}>
            {t('sessions.all')}
          </Button>
        </>
      )}
    </Section>
  )
}

function SessionRow({ session }: { session: Session }) {
  const t = useWords(youWords)
  const toast = useToast()
  const queries = useQueryClient()
  const { browser, system } = session
  const device =
    browser && system ? t('sessions.device', { browser, system }) : (browser ?? system ?? t('sessions.unknown'))
  const end = useMutation({
    mutationFn: () => api.delete(pathTo('api', 'v1', 'account', 'sessions', session.id)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [...accountQuery.queryKey, 'sessions'] })
      toast.say(t('sessions.ended', { device }))
    },
  })
  const Icon = system && PHONES.includes(system) ? Smartphone : Monitor
  return (
    <li className="flex items-center gap-4 py-3">
      <Icon aria-hidden size={20} className="shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{device}</span>
          {session.here && <Badge>{t('sessions.here')}</Badge>}
        </span>
        <span className="block text-small text-ink-soft">
          {[t(`sessions.by.${session.enteredBy}`), session.address].filter(Boolean).join(' · ')} · {t('sessions.since')}{' '}
          <DateTime at={session.since} />
        </span>
      </span>
      {!session.here && (
        <IconButton
          icon={X}
          label={t('sessions.end', { device })}
          disabled={end.isPending}
          onClick={() => end.mutate()}
        />
      )}
    </li>
  )
}
