import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, X } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { Key } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SkeletonList } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { MakeKey } from './make-key.tsx'
import { keysWords } from './words.ts'

const KeyList = z.object({ data: z.array(Key) })

/** The programs that may speak to this workspace, how far each may go, and who stands behind it. */
export function KeysPage() {
  const t = useWords(keysWords)
  const workspace = useWorkspace()
  const [making, setMaking] = useState(false)
  const keys = useQuery({
    queryKey: [workspace.id, 'keys'],
    queryFn: ({ signal }) => api.get(workspace.path('keys'), { schema: KeyList, signal }),
  })
  const make = (
    <Button icon={KeyRound} onClick={() => setMaking(true)}>
      {t('make')}
    </Button>
  )
  return (
    <Room title={t('title')} lead={t('lead')} actions={keys.data && keys.data.data.length > 0 && make}>
      {keys.isPending && <SkeletonList rows={2} />}
      {keys.isError && <ErrorNotice error={keys.error} retry={keys.refetch} />}
      {keys.data?.data.length === 0 && (
        <EmptyState title={t('none')} actions={make}>
          {t('none.text')}
        </EmptyState>
      )}
      {keys.data && keys.data.data.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {keys.data.data.map((key) => (
            <KeyItem key={key.id} known={key} />
          ))}
        </ul>
      )}
      {making && <MakeKey onClose={() => setMaking(false)} />}
    </Room>
  )
}

function KeyItem({ known }: { known: Key }) {
  const t = useWords(keysWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const again = () => queries.invalidateQueries({ queryKey: [workspace.id, 'keys'] })
  const withdraw = useMutation({
    mutationFn: () => api.delete(workspace.path('keys', known.id)),
    onSuccess: async () => {
      await again()
      toast.say(t('withdrawn', { name: known.name }))
    },
  })
  const takeOver = useMutation({
    mutationFn: () => api.put(workspace.path('keys', known.id, 'keeper'), { schema: Key }),
    onSuccess: async () => {
      await again()
      toast.say(t('taken-over', { name: known.name }))
    },
  })
  return (
    <li className="flex items-start gap-4 py-4">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 font-medium wrap-anywhere">{known.name}</span>
          <span className="figures text-small text-ink-soft">{known.prefix}…</span>
          {known.state !== 'works' && <Badge look="outline">{t(`state.${known.state}`)}</Badge>}
        </p>
        <p className="mt-1">{known.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</p>
        <p className="mt-1 text-small text-ink-soft">
          <Span known={known} /> ·{' '}
          {known.lastUsedAt ? (
            <>
              {t('used')} <DateTime at={known.lastUsedAt} />
            </>
          ) : (
            t('unused')
          )}
        </p>
        <p className="mt-1 text-small text-ink-soft">
          {known.keeper ? t('keeper', { name: known.keeper.name }) : t('orphaned.text')}
        </p>
        {known.state === 'orphaned' && (
          <div className="mt-3">
            <Button busy={takeOver.isPending} onClick={() => takeOver.mutate()}>
              {t('take-over')}
            </Button>
          </div>
        )}
      </div>
      <IconButton
        icon={X}
        label={t('withdraw', { name: known.name })}
        disabled={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      />
    </li>
  )
}

function Span({ known }: { known: Key }) {
  const t = useWords(keysWords)
  if (!known.expiresAt) return t('works.always')
  return (
    <>
      {t(known.state === 'expired' ? 'over.since' : 'works.until')} <DateTime at={known.expiresAt} look="date" />
    </>
  )
}
