import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { PersonRights } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Section } from '../ui/page.tsx'
import { SkeletonText } from '../ui/skeleton.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { AskByRight } from './ask-by-right.tsx'
import { rightsWords } from './rights-words.ts'

const KINDS = ['frozen', 'objected'] as const

/** What a person may ask for, on their page: a copy, to be left alone, to be erased. */
export function Rights({ personId }: { personId: string }) {
  const t = useWords(rightsWords)
  const workspace = useWorkspace()
  const rights = useQuery({
    queryKey: [workspace.id, 'rights', personId],
    queryFn: ({ signal }) => api.get(workspace.path('persons', personId, 'rights'), { schema: PersonRights, signal }),
    enabled: workspace.role !== 'observer',
  })
  if (workspace.role === 'observer') return null
  return (
    <Section title={t('title')}>
      {rights.isPending && <SkeletonText lines={4} />}
      {rights.isError && <ErrorNotice error={rights.error} retry={rights.refetch} />}
      {rights.data && <Known rights={rights.data} />}
    </Section>
  )
}

function Known({ rights }: { rights: PersonRights }) {
  const t = useWords(rightsWords)
  const workspace = useWorkspace()
  const [open, setOpen] = useState<'ask' | 'erase' | null>(null)
  const mayAnswer = workspace.role === 'owner' || workspace.role === 'manager'
  const waiting = rights.requests.filter(({ state }) => state === 'open')
  if (rights.erasing) return <p role="status">{t('erasing')}</p>
  return (
    <div className="flex flex-col items-start gap-4 text-small">
      {waiting.length > 0 && (
        <p>
          {t('open', { count: waiting.length })}{' '}
          <Link
            to="/w/$workspaceId/trust/requests"
            params={{ workspaceId: workspace.id }}
            className="underline decoration-edge underline-offset-4 hover:decoration-ink"
          >
            {t('see')}
          </Link>
        </p>
      )}
      {KINDS.map((kind) => (
        <Restriction key={kind} kind={kind} rights={rights} mayChange={mayAnswer} />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => setOpen('ask')}>
          {t('asked')}
        </Button>
        {mayAnswer && (
          <a href={workspace.path('persons', rights.id, 'export')} className={buttonClass('plain', 'small')} download>
            {t('export')}
          </a>
        )}
        {mayAnswer && (
          <Button size="small" look="quiet" onClick={() => setOpen('erase')}>
            {t('erase')}
          </Button>
        )}
      </div>
      {open === 'ask' && <AskByRight rights={rights} onClose={() => setOpen(null)} />}
      {open === 'erase' && <Erase rights={rights} onClose={() => setOpen(null)} />}
    </div>
  )
}

interface RestrictionProps {
  kind: (typeof KINDS)[number]
  rights: PersonRights
  mayChange: boolean
}

function Restriction({ kind, rights, mayChange }: RestrictionProps) {
  const t = useWords(rightsWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const held = rights.restrictions.find((one) => one.kind === kind)
  const path = workspace.path('persons', rights.id, 'restrictions', kind)
  const change = useMutation({
    mutationFn: (on: boolean) => (on ? api.put(path, { body: {} }) : api.delete(path)),
    onSuccess: async (_, on) => {
      await queries.invalidateQueries({ queryKey: [workspace.id, 'rights'] })
      toast.undo({ text: t(`${kind}.${on ? 'on' : 'off'}`), undo: () => change.mutateAsync(!on) })
    },
  })
  if (!mayChange && !held) return null
  return (
    <div className="w-full">
      <Switch
        label={t(kind)}
        hint={t(`${kind}.hint`)}
        checked={held !== undefined}
        disabled={!mayChange || change.isPending}
        onChange={(on) => change.mutate(on)}
      />
      {held && (
        <p className="mt-1 text-ink-soft">
          {t('since')} <DateTime at={held.since} look="date" /> · {held.by}
          {held.reason && `: ${held.reason}`}
        </p>
      )}
    </div>
  )
}

/** The one step that cannot be taken back, so it asks for the name instead of offering undo. */
function Erase({ rights, onClose }: { rights: PersonRights; onClose: () => void }) {
  const t = useWords(rightsWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const [typed, setTyped] = useState('')
  const [keepOrders, setKeepOrders] = useState(true)
  const [note, setNote] = useState('')
  const asked = rights.requests.some(({ kind, state }) => kind === 'erasure' && state === 'open')
  const erase = useMutation({
    meta: { said: true },
    mutationFn: () =>
      api.post(workspace.path('persons', rights.id, 'erasure'), { body: { confirmed: typed, keepOrders, note } }),
    onSuccess: async () => {
      toast.say(t('erase.begun', { name: rights.name }))
      await navigate({ to: '/w/$workspaceId/people', params: { workspaceId: workspace.id } })
      queries.removeQueries({ queryKey: [workspace.id] })
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('erase')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            look="lamp"
            disabled={typed.trim().toLowerCase() !== rights.name.trim().toLowerCase()}
            busy={erase.isPending}
            onClick={() => erase.mutate()}
          >
            {t('erase.go')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p>{t('erase.text')}</p>
        <Checkbox
          label={t('erase.orders')}
          hint={t('erase.orders.hint')}
          checked={keepOrders}
          onChange={setKeepOrders}
        />
        {!asked && (
          <TextInput
            label={t('erase.why')}
            hint={t('erase.why.hint')}
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <TextInput
          label={t('erase.type', { name: rights.name })}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        {erase.isError && <ErrorNotice error={erase.error} />}
      </div>
    </Dialog>
  )
}
