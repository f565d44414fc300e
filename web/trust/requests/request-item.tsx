import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { LinkMade, type Request } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { requestWords } from './words.ts'

type StepWord = Extract<keyof typeof requestWords.texts, `step.${string}`>

/** One request: who asks for what, until when, and what can be done. */
export function RequestItem({ request }: { request: Request }) {
  const t = useWords(requestWords)
  const workspace = useWorkspace()
  const who = request.personId === null ? t('gone') : request.personName || t('nameless')
  const went = Object.values(request.counts ?? {}).reduce((all, one) => all + one, 0)
  return (
    <li className="flex flex-col gap-2 py-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-body font-semibold">{t(`kind.${request.kind}`)}</h2>
        {request.state === 'open' && !request.erasing && <Due request={request} />}
        {request.erasing && <Badge>{t('erasing')}</Badge>}
        {request.state !== 'open' && <Badge>{t(`state.${request.state}`)}</Badge>}
        {request.kind === 'erasure' && went > 0 && (
          <span className="text-small text-ink-soft">{t('rows', { count: went })}</span>
        )}
      </div>
      <p className="break-words">
        {request.personId ? (
          <Link
            to="/w/$workspaceId/people/$personId"
            params={{ workspaceId: workspace.id, personId: request.personId }}
            className="underline decoration-edge underline-offset-4 hover:decoration-ink"
          >
            {who}
          </Link>
        ) : (
          <span className="text-ink-soft">{who}</span>
        )}
        <span className="text-ink-soft">
          {' · '}
          {t('asked')} <DateTime at={request.openedAt} look="date" />, {t(`via.${request.via}`)}
        </span>
      </p>
      <p className="text-small text-ink-soft">{t(`proof.${request.provedBy ?? 'none'}`)}</p>
      {request.note && <p className="max-w-[68ch] text-small break-words whitespace-pre-line">{request.note}</p>}
      {request.extensionReason && <p className="max-w-[68ch] text-small text-ink-soft">{request.extensionReason}</p>}
      <details className="text-small text-ink-soft">
        <summary className="cursor-pointer py-2 hover:text-ink">{t('steps')}</summary>
        <ul className="mt-1 flex flex-col gap-1 ps-4">
          {request.steps.map((step) => (
            <li key={`${step.at} ${step.kind}`} className="break-words">
              <DateTime at={step.at} /> · {t(`step.${step.kind}` as StepWord, { name: step.by })}
              {step.note && `: ${step.note}`}
            </li>
          ))}
        </ul>
      </details>
      {request.state === 'open' && !request.erasing && <Deeds request={request} />}
    </li>
  )
}

function Due({ request }: { request: Request }) {
  const t = useWords(requestWords)
  return (
    <Badge look={request.overdue ? 'lamp' : 'plain'}>
      {t(request.overdue ? 'due.over' : request.soonDue ? 'due.soon' : 'due.on')}{' '}
      <DateTime at={request.dueAt} look="date" />
    </Badge>
  )
}

function Deeds({ request }: { request: Request }) {
  const t = useWords(requestWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const [open, setOpen] = useState<'refuse' | 'extend' | 'give' | null>(null)
  const changed = () => queries.invalidateQueries({ queryKey: [workspace.id, 'requests'] })
  const close = useMutation({
    mutationFn: () => api.put(workspace.path('requests', request.id, 'closure'), { body: { state: 'done' } }),
    onSuccess: async () => {
      await changed()
      toast.say(t('answer.done'))
    },
  })
  if (workspace.role !== 'owner' && workspace.role !== 'manager') return null
  return (
    <div className="flex flex-wrap gap-2 pt-1">
      {request.kind === 'export' && request.provedBy && (
        <Button size="small" look="deed" onClick={() => setOpen('give')}>
          {t('give')}
        </Button>
      )}
      {request.kind === 'erasure' && <p className="self-center text-small text-ink-soft">{t('erase.hint')}</p>}
      {request.kind !== 'erasure' && (
        <Button size="small" busy={close.isPending} onClick={() => close.mutate()}>
          {t('answer')}
        </Button>
      )}
      {!request.extendedAt && !request.overdue && (
        <Button size="small" look="quiet" onClick={() => setOpen('extend')}>
          {t('extend')}
        </Button>
      )}
      <Button size="small" look="quiet" onClick={() => setOpen('refuse')}>
        {t('refuse')}
      </Button>
      {open === 'give' && <Give request={request} onClose={() => setOpen(null)} onGiven={changed} />}
      {(open === 'refuse' || open === 'extend') && (
        <Why what={open} request={request} onClose={() => setOpen(null)} onSaid={changed} />
      )}
    </div>
  )
}

function Give({ request, onClose, onGiven }: { request: Request; onClose: () => void; onGiven: () => Promise<void> }) {
  const t = useWords(requestWords)
  const workspace = useWorkspace()
  const make = useMutation({
    meta: { said: true },
    mutationFn: () => api.post(workspace.path('requests', request.id, 'export-link'), { schema: LinkMade }),
    onSuccess: onGiven,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('give.title')}
      actions={
        make.data ? undefined : (
          <>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button look="deed" busy={make.isPending} onClick={() => make.mutate()}>
              {t('give')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p>{t(make.data?.mailed ? 'give.mailed' : 'give.copy')}</p>
        {make.isError && <ErrorNotice error={make.error} />}
        {make.data && (
          <TextInput
            label={t('give.label')}
            value={make.data.link}
            readOnly
            onFocus={(event) => event.target.select()}
          />
        )}
      </div>
    </Dialog>
  )
}

interface WhyProps {
  what: 'refuse' | 'extend'
  request: Request
  onClose: () => void
  onSaid: () => Promise<void>
}

function Why({ what, request, onClose, onSaid }: WhyProps) {
  const t = useWords(requestWords)
  const workspace = useWorkspace()
  const [reason, setReason] = useState('')
  const say = useMutation({
    meta: { said: true },
    mutationFn: () =>
      what === 'refuse'
        ? api.put(workspace.path('requests', request.id, 'closure'), { body: { state: 'refused', reason } })
        : api.put(workspace.path('requests', request.id, 'extension'), { body: { reason } }),
    onSuccess: async () => {
      await onSaid()
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`${what}.title`)}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="deed" disabled={reason.trim() === ''} busy={say.isPending} onClick={() => say.mutate()}>
            {t(what)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-soft">{t(`${what}.text`)}</p>
        <TextArea
          label={t(`${what}.why`)}
          value={reason}
          maxLength={2000}
          data-first
          onChange={(event) => setReason(event.target.value)}
        />
        {say.isError && <ErrorNotice error={say.error} />}
      </div>
    </Dialog>
  )
}
