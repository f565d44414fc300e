import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, Undo2 } from 'lucide-react'
import { ApprovalList, type Approval } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { Section } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { approvalsQuery } from './automations-query.ts'
import { automationWords } from './words.ts'

/** Letters a program asked for, each exactly as it would leave. Nothing waits: nothing is said. */
export function WaitingLetters() {
  const t = useWords(automationWords)
  const workspace = useWorkspace()
  const waiting = useQuery(approvalsQuery(workspace))
  const rows = waiting.data?.data ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('waits.title')} lead={t('waits.lead')}>
      <ul className="flex flex-col gap-6">
        {rows.map((row) => (
          <WaitingLetter key={row.id} approval={row} />
        ))}
      </ul>
    </Section>
  )
}

function WaitingLetter({ approval }: { approval: Approval }) {
  const t = useWords(automationWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const { id, letter, askedBy, askedAt, status } = approval
  const path = workspace.path('approvals', id, 'decision')
  const { queryKey } = approvalsQuery(workspace)
  const takeBack = async (): Promise<void> => {
    queries.setQueryData(queryKey, await api.delete(path, { schema: ApprovalList }))
  }
  const decide = useMutation({
    mutationFn: (decision: 'approved' | 'declined') => api.put(path, { schema: ApprovalList, body: { decision } }),
    onSuccess: (list, decision) => {
      queries.setQueryData(queryKey, list)
      void queries.invalidateQueries({ queryKey: [workspace.id, 'today'] })
      toast.undo({ text: t(decision === 'approved' ? 'waits.approved' : 'waits.declined'), undo: takeBack })
    },
  })
  return (
    <li className="rounded-2xl bg-sheet p-5 sm:p-6">
      <p className="flex flex-wrap gap-x-4 text-small text-ink-soft">
        <span className="font-medium text-ink">{t('waits.to', { address: letter.to })}</span>
        <span>
          {t('waits.asked', { name: askedBy })}, <DateTime at={askedAt} />
        </span>
      </p>
      <p className="mt-3 font-semibold">{letter.subject}</p>
      <p className="mt-1 max-w-(--measure) text-small break-words whitespace-pre-line">{letter.text}</p>
      {status === 'waiting' ? (
        <div className="mt-4 flex flex-wrap gap-3">
          <Button look="deed" icon={Check} busy={decide.isPending} onClick={() => decide.mutate('approved')}>
            {t('waits.approve')}
          </Button>
          <Button busy={decide.isPending} onClick={() => decide.mutate('declined')}>
            {t('waits.decline')}
          </Button>
        </div>
      ) : (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <p role="status" className="text-small">
            {t(status === 'approved' ? 'waits.leaves' : 'waits.stays', { name: approval.decidedByName ?? '' })}
          </p>
          <Button look="quiet" size="small" icon={Undo2} onClick={() => void takeBack()}>
            {t('waits.back')}
          </Button>
        </div>
      )}
    </li>
  )
}
