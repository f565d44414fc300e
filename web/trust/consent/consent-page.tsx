import { useQuery } from '@tanstack/react-query'
import { Copy, Plus } from 'lucide-react'
import { useState } from 'react'
import { PurposeList, type Purpose } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonList } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { Answers } from './answers.tsx'
import { NewPurposePanel } from './new-purpose.tsx'
import { PurposePanel } from './purpose-panel.tsx'
import { RulesForm } from './rules-form.tsx'
import { titleOf } from './title-of.ts'
import { consentRoomWords } from './words.ts'

/** What people are written to for, what was answered lately, and the rules of the house. */
export function ConsentPage() {
  const t = useWords(consentRoomWords)
  const workspace = useWorkspace()
  const mayChange = workspace.role === 'owner'
  const [open, setOpen] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const purposes = useQuery({
    queryKey: [workspace.id, 'purposes'],
    queryFn: ({ signal }) => api.get(workspace.path('consent', 'purposes'), { schema: PurposeList, signal }),
  })
  const rows = purposes.data?.data ?? []
  const chosen = rows.find(({ key }) => key === open)
  return (
    <Room title={t('title')} lead={t('lead')}>
      <Section
        title={t('purposes')}
        lead={t('purposes.lead')}
        actions={
          mayChange && (
            <Button size="small" icon={Plus} onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          )
        }
      >
        {purposes.isPending && <SkeletonList rows={6} />}
        {purposes.isError && <ErrorNotice error={purposes.error} retry={purposes.refetch} />}
        {rows.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {rows.map((purpose) => (
              <PurposeRow key={purpose.key} purpose={purpose} onOpen={() => setOpen(purpose.key)} />
            ))}
          </ul>
        )}
      </Section>
      <Answers purposes={rows} />
      <RulesForm mayChange={mayChange} />
      <AskingPage />
      {chosen && <PurposePanel purpose={chosen} mayChange={mayChange} onClose={() => setOpen(null)} />}
      {adding && <NewPurposePanel onClose={() => setAdding(false)} />}
    </Room>
  )
}

function PurposeRow({ purpose, onOpen }: { purpose: Purpose; onOpen: () => void }) {
  const t = useWords(consentRoomWords)
  const title = titleOf(purpose)
  const counts = [
    purpose.agreed > 0 && t('count.agreed', { count: purpose.agreed }),
    purpose.unconfirmed > 0 && t('count.unconfirmed', { count: purpose.unconfirmed }),
    purpose.withdrawn > 0 && t('count.withdrawn', { count: purpose.withdrawn }),
  ].filter((text) => text !== false)
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full flex-wrap items-baseline gap-x-6 gap-y-0.5 py-3.5 text-start hover:bg-sheet"
      >
        <span className="min-w-0 flex-1 basis-64">
          <span className="block font-medium">{title}</span>
          <span className="block text-small text-ink-soft">
            {purpose.retired ? t('retired') : t(`basis.${purpose.basis}`)}
            {' · '}
            {purpose.channels.map((channel) => t(`channel.${channel}`)).join(', ')}
          </span>
        </span>
        <span className="figures text-small text-ink-soft">
          {counts.length > 0 ? counts.join(' · ') : t('count.none')}
        </span>
      </button>
    </li>
  )
}

function AskingPage() {
  const t = useWords(consentRoomWords)
  const workspace = useWorkspace()
  const toast = useToast()
  const address = `${window.location.origin}/p/for/${workspace.id}`
  return (
    <Section title={t('page')} lead={t('page.text')}>
      <p className="mb-3 text-small break-all">
        <a href={address} className="underline decoration-edge underline-offset-4 hover:decoration-ink">
          {address}
        </a>
      </p>
      <Button
        size="small"
        icon={Copy}
        onClick={() => void navigator.clipboard.writeText(address).then(() => toast.say(t('page.copied')))}
      >
        {t('page.copy')}
      </Button>
    </Section>
  )
}
