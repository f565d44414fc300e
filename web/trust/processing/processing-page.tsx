import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Circle, CircleCheck, Download, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Processing } from '#trust/contract'
import { useLanguage } from '../../i18n/language.ts'
import { useWords } from '../../i18n/use-words.ts'
import { api, withQuery } from '../../ui/api.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonText } from '../../ui/skeleton.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { trustWords } from '../words.ts'
import { Activities } from './activities.tsx'
import { OwnBoxes } from './own-boxes.tsx'
import { processingWords } from './words.ts'

const link = 'text-ink-soft underline decoration-edge underline-offset-4 hover:text-ink'

/** The record of processing activities (GDPR 30): made anew from how Heed is set up, with a few boxes for the owner. */
export function ProcessingPage() {
  const room = useWords(trustWords)
  const t = useWords(processingWords)
  const workspace = useWorkspace()
  const found = useQuery({
    queryKey: [workspace.id, 'processing'],
    queryFn: ({ signal }) => api.get(workspace.path('processing'), { schema: Processing, signal }),
  })
  const page = workspace.path('processing', 'page')
  return (
    <Room
      title={room('room.processing')}
      lead={t('lead')}
      actions={
        <>
          <Button icon={Printer} onClick={() => print(withQuery(page, { as: 'page' }))}>
            {t('print')}
          </Button>
          <a href={page} download className={buttonClass('plain')}>
            <Download aria-hidden className="-ms-0.5 size-[1.125em] shrink-0" />
            {t('download')}
          </a>
        </>
      }
    >
      {found.isPending && <SkeletonText lines={8} />}
      {found.isError && <ErrorNotice error={found.error} retry={found.refetch} />}
      {found.data && <Record record={found.data} />}
    </Room>
  )
}

/** The document is a page of its own, without script: it is this window that prints it. */
function print(address: string): void {
  const page = window.open(address, '_blank')
  page?.addEventListener('load', () => page.print())
}

function Record({ record }: { record: Processing }) {
  const t = useWords(processingWords)
  const language = useLanguage()
  const { id: workspaceId } = useWorkspace()
  const params = { workspaceId }
  return (
    <>
      <OwnBoxes record={record} />
      <Section title={t('people.title')}>
        <Pairs
          rows={record.people.map(({ who, count }) => [who, count === null ? '' : count.toLocaleString(language)])}
          figures
        />
      </Section>
      <Activities activities={record.activities} />
      <Section title={t('purposes.title')} lead={t('purposes.lead')}>
        <ul className="divide-y divide-line border-y border-line">
          {record.purposes.map(({ key, name, why, basis }) => (
            <li key={key} className="py-3">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <span className="font-medium">{name}</span> <Badge>{t(`basis.${basis}`)}</Badge>
              </p>
              <p className="mt-0.5 max-w-[68ch] text-small text-ink-soft">{why}</p>
            </li>
          ))}
        </ul>
        <p className="mt-3 text-small">
          <Link to="/w/$workspaceId/trust/consent" params={params} className={link}>
            {t('purposes.go')}
          </Link>
        </p>
      </Section>
      <Section title={t('recipients.title')}>
        <Pairs rows={record.recipients.map(({ who, says }) => [who, says])} />
      </Section>
      <Section title={t('retention.title')}>
        <Pairs rows={record.retention.map(({ what, until }) => [what, until])} />
        <p className="mt-3 text-small">
          <Link to="/w/$workspaceId/trust/retention" params={params} className={link}>
            {t('retention.go')}
          </Link>
        </p>
      </Section>
      <Section title={t('measures.title')} lead={t('measures.lead')}>
        <ul className="flex flex-col gap-3">
          {record.measures.map(({ key, on, says }) => (
            <Measure key={key} on={on}>
              {says}
            </Measure>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Measure({ on, children }: { on: boolean; children: ReactNode }) {
  const t = useWords(processingWords)
  const Icon = on ? CircleCheck : Circle
  return (
    <li className="flex max-w-[68ch] items-start gap-3">
      <Icon aria-hidden className="mt-1 size-4 shrink-0 text-ink-soft" />
      <span className="min-w-0 break-words">
        <span className="heard-only">{t(on ? 'on' : 'off')}: </span>
        {children}
      </span>
    </li>
  )
}

function Pairs({ rows, figures = false }: { rows: string[][]; figures?: boolean }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {rows.map(([name, value]) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5">
          <dt className="min-w-0 break-words">{name}</dt>
          <dd className={figures ? 'figures text-ink-soft' : 'min-w-0 text-ink-soft'}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
