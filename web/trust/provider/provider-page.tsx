import { useMutation, useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { ProviderCheck, ProviderSetup } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonText } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { trustWords } from '../words.ts'
import { Findings } from './findings.tsx'
import { providerWords } from './words.ts'

/** The business's own sign-in: read-only, because it is set up where Heed runs; shown, explained and checked here. */
export function ProviderPage() {
  const t = useWords(providerWords)
  const room = useWords(trustWords)
  const workspace = useWorkspace()
  const found = useQuery({
    queryKey: [workspace.id, 'provider'],
    queryFn: ({ signal }) => api.get(workspace.path('provider'), { schema: ProviderSetup, signal }),
  })
  const { data } = found
  const lead = data && (data.setup ? t('lead.on', { name: data.setup.name }) : t('lead.off'))
  return (
    <Room title={room('room.provider')} lead={lead}>
      {found.isPending && <SkeletonText lines={6} />}
      {found.isError && <ErrorNotice error={found.error} retry={found.refetch} />}
      {data?.setup && <SetUp setup={data.setup} back={data.back} />}
      {data && !data.setup && <NotSetUp back={data.back} settings={data.settings} />}
    </Room>
  )
}

function SetUp({ setup, back }: { setup: NonNullable<ProviderSetup['setup']>; back: string }) {
  const t = useWords(providerWords)
  const workspace = useWorkspace()
  const check = useMutation({
    meta: { said: true },
    mutationFn: () => api.post(workspace.path('provider', 'check'), { schema: ProviderCheck }),
  })
  return (
    <>
      <Section title={t('settings.title')} lead={t('settings.lead')}>
        <dl className="divide-y divide-line border-y border-line">
          <Row name={t('issuer')}>{setup.issuer}</Row>
          <Row name={t('client')}>{setup.clientId}</Row>
          <Row name={t('secret')}>{t('secret.kept')}</Row>
          <Row name={t('domains')}>
            {setup.domains.length === 0 && t('domains.none')}
            {setup.domains.map(({ domain, role }) => (
              <span key={domain} className="block">
                {t('domains.one', { domain, role: t(`role.${role}`) })}
              </span>
            ))}
          </Row>
          <Row name={t('believe')}>{t(setup.believeEmail ? 'believe.yes' : 'believe.no')}</Row>
        </dl>
        <h3 className="mt-6 font-medium">{t('back')}</h3>
        <p className="mt-0.5 mb-2 text-small text-ink-soft">{t('back.hint')}</p>
        <ReturnAddress address={back} />
      </Section>
      <Section title={t('check.title')} lead={t('check.lead')}>
        <Button look="deed" busy={check.isPending} onClick={() => check.mutate()}>
          {t('check.go')}
        </Button>
        {check.isError && <ErrorNotice error={check.error} />}
        <div aria-live="polite">{check.data && <Findings check={check.data} />}</div>
      </Section>
    </>
  )
}

function NotSetUp({ back, settings }: { back: string; settings: readonly string[] }) {
  const t = useWords(providerWords)
  return (
    <Section title={t('off.title')}>
      <div className="flex flex-col gap-4">
        <p className="max-w-[68ch]">{t('off.text')}</p>
        <p>{t('off.first')}</p>
        <ReturnAddress address={back} />
        <p>{t('off.then')}</p>
        <pre tabIndex={0} className="overflow-x-auto rounded-lg bg-well px-4 py-3 text-small">
          <code>{settings.map((name) => `${name}=…`).join('\n')}</code>
        </pre>
        <p className="text-small text-ink-soft">{t('off.guide')}</p>
      </div>
    </Section>
  )
}

/** Shown whole, so that it can also be marked by hand. */
function ReturnAddress({ address }: { address: string }) {
  const t = useWords(providerWords)
  const toast = useToast()
  const copy = (): void =>
    void navigator.clipboard.writeText(address).then(
      () => toast.say(t('back.copied')),
      () => toast.wrong(t('back.failed')),
    )
  return (
    <div className="flex flex-wrap items-center gap-3">
      <code className="min-w-0 flex-1 basis-72 rounded-lg bg-well px-3 py-2.5 text-small wrap-anywhere select-all">
        {address}
      </code>
      <Button icon={Copy} onClick={copy}>
        {t('back.copy')}
      </Button>
    </div>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[15rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}
