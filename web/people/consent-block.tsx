import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { PersonConsent, PreferenceLink } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Section } from '../ui/page.tsx'
import { SkeletonText } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { ConsentHistory } from './consent-history.tsx'
import { consentWords } from './consent-words.ts'
import { WriteConsent } from './write-consent.tsx'

type ShownPurpose = PersonConsent['purposes'][number]

/** What one person agreed to and took back, in a few quiet lines, with the way to write down what they just said. */
export function ConsentBlock({ personId }: { personId: string }) {
  const t = useWords(consentWords)
  const workspace = useWorkspace()
  const mayChange = workspace.role !== 'observer'
  const [writing, setWriting] = useState(false)
  const consent = useQuery({
    queryKey: [workspace.id, 'person', personId, 'consent'],
    queryFn: ({ signal }) => api.get(workspace.path('persons', personId, 'consent'), { schema: PersonConsent, signal }),
  })
  return (
    <Section
      title={t('title')}
      actions={
        mayChange &&
        consent.data && (
          <Button size="small" onClick={() => setWriting(true)}>
            {t('write')}
          </Button>
        )
      }
    >
      {consent.isPending && <SkeletonText lines={4} />}
      {consent.isError && <ErrorNotice error={consent.error} retry={consent.refetch} />}
      {consent.data && (
        <>
          <Standing consent={consent.data} />
          <ul className="divide-y divide-line border-y border-line">
            {consent.data.purposes
              .filter(({ basis }) => basis === 'consent' || basis === 'legitimate_interest')
              .map((purpose) => (
                <PurposeRow
                  key={purpose.key}
                  personId={personId}
                  purpose={purpose}
                  canMail={consent.data.mailReady && consent.data.hasEmail}
                />
              ))}
          </ul>
          {mayChange && <OwnPage personId={personId} />}
          <ConsentHistory consent={consent.data} />
        </>
      )}
      {writing && consent.data && (
        <WriteConsent personId={personId} consent={consent.data} onClose={() => setWriting(false)} />
      )}
    </Section>
  )
}

/** What stands above every single yes. */
function Standing({ consent }: { consent: PersonConsent }) {
  const t = useWords(consentWords)
  const { frequency } = consent
  if (!consent.frozen && !consent.objected && !consent.erasedBefore && !consent.pausedUntil && frequency === 'any')
    return null
  return (
    <div className="mb-4 flex flex-col gap-1 rounded-xl bg-well px-4 py-3">
      {consent.frozen && <p>{t('frozen')}</p>}
      {consent.objected && <p>{t('objected')}</p>}
      {consent.erasedBefore && (
        <p>
          {t('erased')} <DateTime at={consent.erasedBefore} look="date" />
        </p>
      )}
      {consent.pausedUntil && (
        <p>
          {t('paused')} <DateTime at={consent.pausedUntil} look="date" />
        </p>
      )}
      {frequency !== 'any' && <p>{t(`frequency.${frequency}`)}</p>}
    </div>
  )
}

function PurposeRow({ personId, purpose, canMail }: { personId: string; purpose: ShownPurpose; canMail: boolean }) {
  const t = useWords(consentWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const inState = (...states: string[]) => purpose.channels.filter(({ state }) => states.includes(state))
  const [agreed, waiting, taken] = [inState('agreed'), inState('unconfirmed'), inState('withdrawn')]
  const open = purpose.basis === 'consent' ? [...agreed, ...waiting] : inState('agreed', 'none')
  const refresh = () => queries.invalidateQueries({ queryKey: [workspace.id, 'person', personId, 'consent'] })
  const take = useMutation({
    mutationFn: async () => {
      for (const { channel } of open)
        await api.post(workspace.path('persons', personId, 'consent'), {
          body: { purpose: purpose.key, channel, act: 'withdrawn' },
        })
    },
    onSuccess: async () => {
      await refresh()
      toast.say(t('taken.back', { purpose: purpose.title }))
    },
  })
  const ask = useMutation({
    mutationFn: () =>
      api.post(workspace.path('persons', personId, 'consent', 'confirmation'), { body: { purpose: purpose.key } }),
    onSuccess: async () => {
      await refresh()
      toast.say(t('ask.done'))
    },
  })
  const ways = (list: ShownPurpose['channels']) => list.map(({ channel }) => t(`channel.${channel}`)).join(', ')
  const mayChange = workspace.role !== 'observer'
  return (
    <li className="flex items-start gap-x-3 py-3">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{purpose.title}</span>
        <span className="block text-small text-ink-soft">
          {agreed.length > 0 && <span className="block">{t('agreed', { ways: ways(agreed) })}</span>}
          {waiting.length > 0 && <span className="block">{t('unconfirmed', { ways: ways(waiting) })}</span>}
          {taken.length > 0 && (
            <span className="block">
              {taken.length === purpose.channels.length ? t('withdrawn.all') : t('withdrawn', { ways: ways(taken) })}
            </span>
          )}
          {agreed.length + waiting.length + taken.length === 0 &&
            t(purpose.basis === 'consent' ? 'none.consent' : 'none.interest')}
        </span>
      </span>
      {mayChange && waiting.length > 0 && canMail && (
        <Button size="small" look="quiet" busy={ask.isPending} onClick={() => ask.mutate()}>
          {t('ask.again')}
        </Button>
      )}
      {mayChange && open.length > 0 && (
        <Button
          size="small"
          look="quiet"
          busy={take.isPending}
          aria-label={t(purpose.basis === 'consent' ? 'take.label' : 'no.label', { purpose: purpose.title })}
          onClick={() => take.mutate()}
        >
          {t(purpose.basis === 'consent' ? 'take' : 'no')}
        </Button>
      )}
    </li>
  )
}

function OwnPage({ personId }: { personId: string }) {
  const t = useWords(consentWords)
  const workspace = useWorkspace()
  const toast = useToast()
  const copy = useMutation({
    mutationFn: async () => {
      const { link } = await api.post(workspace.path('persons', personId, 'preference-link'), {
        schema: PreferenceLink,
      })
      await navigator.clipboard.writeText(link)
    },
    onSuccess: () => toast.say(t('link.copied')),
  })
  const end = useMutation({
    mutationFn: () => api.delete(workspace.path('persons', personId, 'preference-link')),
    onSuccess: () => toast.say(t('link.ended')),
  })
  return (
    <div className="mt-4">
      <p className="mb-2 max-w-[60ch] text-small text-ink-soft">{t('link.text')}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" busy={copy.isPending} onClick={() => copy.mutate()}>
          {t('link')}
        </Button>
        <Button size="small" look="quiet" busy={end.isPending} onClick={() => end.mutate()}>
          {t('link.end')}
        </Button>
      </div>
    </div>
  )
}
