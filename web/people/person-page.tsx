import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Merge, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { Person } from '#people/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { SkeletonText } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { AddPerson } from './add-person.tsx'
import { ConsentBlock } from './consent-block.tsx'
import { MergeWith } from './merge-with.tsx'
import { moneyText } from './money.ts'
import { calledOf } from './person-name.ts'
import { Timeline } from './timeline.tsx'
import { Rights } from './rights.tsx'
import { peopleWords } from './words.ts'

const route = getRouteApi('/w/$workspaceId/people/$personId')

export function PersonPage() {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const { personId } = route.useParams()
  const person = useQuery({
    queryKey: [workspace.id, 'person', personId],
    queryFn: ({ signal }) => api.get(workspace.path('persons', personId), { schema: Person, signal }),
  })
  const back = (
    <Link to="/w/$workspaceId/people" params={{ workspaceId: workspace.id }} className="text-ink-soft hover:text-ink">
      {t('back')}
    </Link>
  )
  if (person.isPending) {
    return (
      <Page title={t('title')} back={back} width="wide">
        <SkeletonText lines={6} />
      </Page>
    )
  }
  if (person.isError) {
    return (
      <Page title={t('title')} back={back} width="wide">
        <ErrorNotice error={person.error} retry={person.refetch} />
      </Page>
    )
  }
  return <Known person={person.data} back={back} />
}

function Known({ person, back }: { person: Person; back: React.ReactNode }) {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'edit' | 'merge' | null>(null)
  const mayChange = workspace.role !== 'observer'
  const mayMerge = workspace.role === 'owner' || workspace.role === 'manager'
  return (
    <Page
      title={
        calledOf({
          name: person.name,
          email: person.identities.find(({ kind }) => kind === 'email')?.value ?? null,
          externalId: person.identities.find(({ kind }) => kind === 'external')?.value ?? null,
        }) || t('nameless')
      }
      back={back}
      lead={<Badge>{t(`is.${person.kind}`)}</Badge>}
      actions={
        <>
          {mayMerge && (
            <Button icon={Merge} look="quiet" onClick={() => setOpen('merge')}>
              {t('person.merge')}
            </Button>
          )}
          {mayChange && (
            <Button icon={PencilLine} onClick={() => setOpen('edit')}>
              {t('person.edit')}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <aside className="lg:col-start-2">
          <Facts person={person} />
        </aside>
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Section title={t('timeline')}>
            <Timeline personId={person.id} />
          </Section>
        </div>
        <div className="min-w-0 lg:col-start-2">
          <ConsentBlock personId={person.id} />
        </div>
      </div>
      <Rights personId={person.id} />
      {open === 'edit' && <AddPerson person={person} onClose={() => setOpen(null)} />}
      {open === 'merge' && (
        <MergeWith
          person={person}
          onClose={() => setOpen(null)}
          onMerged={(into) =>
            void navigate({
              to: '/w/$workspaceId/people/$personId',
              params: { workspaceId: workspace.id, personId: into },
            })
          }
        />
      )}
    </Page>
  )
}

function Facts({ person }: { person: Person }) {
  const t = useWords(peopleWords)
  const language = useLanguage()
  const { orders } = person
  const attributes = Object.entries(person.attributes)
  return (
    <dl className="grid gap-6 text-small sm:grid-cols-2 lg:grid-cols-1 [&_dt]:mb-1 [&_dt]:text-ink-soft">
      <div>
        <dt>{t('person.ways')}</dt>
        {person.identities.length === 0 && <dd>{t('person.ways.none')}</dd>}
        {person.identities.map(({ kind, value }) => (
          <dd key={`${kind} ${value}`} className="break-words text-body">
            {kind === 'email' && (
              <a href={`mailto:${value}`} className="underline decoration-edge underline-offset-4 hover:decoration-ink">
                {value}
              </a>
            )}
            {kind === 'phone' && (
              <a
                href={`tel:${value.replaceAll(/[^+\d]/g, '')}`}
                className="underline decoration-edge underline-offset-4 hover:decoration-ink"
              >
                {value}
              </a>
            )}
            {kind === 'external' && <span className="text-ink-soft">{value}</span>}
          </dd>
        ))}
      </div>
      <div>
        <dt>{t('person.orders')}</dt>
        {orders.count === 0 && <dd>{t('person.orders.none')}</dd>}
        {orders.count > 0 && (
          <>
            <dd className="figures text-body">
              {t('person.orders.count', { count: orders.count })}
              {orders.totals.map(({ currency, minor }) => ` · ${moneyText(minor, currency, language)}`).join('')}
            </dd>
            <dd className="mt-1 text-ink-soft">
              <DateTime at={orders.firstAt!} look="date" /> – <DateTime at={orders.lastAt!} look="date" />
            </dd>
          </>
        )}
      </div>
      {(attributes.length > 0 || person.company || person.language) && (
        <div>
          <dt>{t('person.about')}</dt>
          {person.company && <dd>{person.company}</dd>}
          {person.language && <dd>{`${t('person.language')}: ${person.language}`}</dd>}
          {attributes.map(([name, value]) => (
            <dd key={name} className="break-words">
              <span className="text-ink-soft">{name}: </span>
              {String(value)}
            </dd>
          ))}
        </div>
      )}
      {person.kind === 'employee' && <p className="text-ink-soft">{t('person.notInferred')}</p>}
      {person.duplicates.length > 0 && <Gathered person={person} />}
    </dl>
  )
}

function Gathered({ person }: { person: Person }) {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const apart = useMutation({
    mutationFn: async () => {
      for (const id of person.duplicates) await api.delete(workspace.path('persons', id, 'merge'))
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [workspace.id, 'person'] })
      void queries.invalidateQueries({ queryKey: [workspace.id, 'persons'] })
      toast.say(t('person.apart'))
    },
  })
  return (
    <div>
      <p className="mb-1 text-ink-soft">{t('person.merged', { count: person.duplicates.length })}</p>
      <Button size="small" busy={apart.isPending} onClick={() => apart.mutate()}>
        {t('person.unmerge')}
      </Button>
    </div>
  )
}
