import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { LifeBuoy } from 'lucide-react'
import type { Case } from '#act/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { shortDate } from '../ui/time-words.ts'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { todayWords } from './words.ts'

/** Above the words: that they may speak of danger, in one breath. The words themselves come first. */
export function EmergencySign({ found }: { found: Case }) {
  const t = useWords(todayWords)
  const { emergency } = found
  if (!emergency) return null
  const kinds = emergency.kinds.map((kind) => t(`danger.kind.${kind}`)).join(', ')
  return (
    <p className="mb-6 flex gap-3 rounded-2xl bg-lamp-wash p-4 text-ink">
      <LifeBuoy aria-hidden className="mt-0.5 size-5 shrink-0 text-lamp-ink" />
      <span className="max-w-(--measure)">
        <strong className="font-semibold">{t('danger.title')}.</strong>{' '}
        {kinds ? t('danger.kinds', { kinds }) : t('danger.unnamed')} {t('danger.first')}
      </span>
    </p>
  )
}

/** Under the words: how to answer, whom people can call, what Heed does not do, and the way back to an ordinary voice. */
export function Emergency({ found }: { found: Case }) {
  const t = useWords(todayWords)
  const { emergency } = found
  if (!emergency) return null
  return (
    <aside className="mt-8 rounded-2xl bg-lamp-wash p-5 text-ink sm:p-6" aria-label={t('danger.how')}>
      <h3 className="text-body font-semibold">{t('danger.how')}</h3>
      <ol className="mt-2 flex max-w-(--measure) list-decimal flex-col gap-1.5 ps-5">
        <li>{t('danger.step.acknowledge')}</li>
        <li>{t('danger.step.contact')}</li>
        <li>{t('danger.step.stay')}</li>
        <li>{t('danger.step.human')}</li>
      </ol>
      <Lines emergency={emergency} />
      <p className="mt-4 max-w-(--measure) text-small text-ink-soft">
        {t('danger.quiet')} {t('danger.keeps', { count: emergency.keepDays })}
      </p>
      <Lift found={found} />
    </aside>
  )
}

function Lines({ emergency }: { emergency: NonNullable<Case['emergency']> }) {
  const t = useWords(todayWords)
  const language = useLanguage()
  const workspace = useWorkspace()
  if (emergency.lines.length === 0) return <p className="mt-4 text-small text-ink-soft">{t('danger.lines.none')}</p>
  return (
    <div className="mt-4">
      <h3 className="text-small font-semibold">{t('danger.lines')}</h3>
      <ul className="mt-1 flex flex-col gap-1.5">
        {emergency.lines.map((line) => (
          <li key={`${line.number} ${line.way}`} className="flex flex-wrap items-baseline gap-x-3">
            <a
              href={`${line.way === 'text' ? 'sms' : 'tel'}:${line.number.replaceAll(/[^\d+]/g, '')}`}
              className="figures font-semibold underline underline-offset-4"
            >
              {line.number}
            </a>
            <span>
              {line.name}, {t(line.way === 'text' ? 'danger.by.text' : 'danger.by.call')}
            </span>
            {line.about && <span className="text-small text-ink-soft">{line.about}</span>}
            <span className="text-small text-ink-soft">
              {line.checkedOn
                ? t('danger.checked', { day: shortDate(new Date(line.checkedOn), language) })
                : t('danger.check')}
            </span>
          </li>
        ))}
      </ul>
      {!emergency.arranged && (workspace.role === 'owner' || workspace.role === 'manager') && (
        <p className="mt-2 text-small">
          {t('danger.arrange')}{' '}
          <Link
            to="/w/$workspaceId/trust/emergencies"
            params={{ workspaceId: workspace.id }}
            className="underline underline-offset-4"
          >
            {t('danger.arrange.go')}
          </Link>
        </p>
      )}
    </div>
  )
}

/** The way back to an ordinary voice, for one who has read it. */
function Lift({ found }: { found: Case }) {
  const t = useWords(todayWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const path = workspace.path('voices', found.voiceId, 'emergency')
  const settle = () => queries.invalidateQueries({ queryKey: [workspace.id] })
  const lift = useMutation({
    mutationFn: () => api.delete(path),
    onSuccess: async () => {
      await settle()
      toast.undo({
        text: t('danger.lifted'),
        undo: async () => {
          await api.put(path)
          await settle()
        },
      })
    },
  })
  if (workspace.role === 'observer') return null
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
      <span>{t('danger.lift.text')}</span>
      <Button look="quiet" size="small" busy={lift.isPending} onClick={() => lift.mutate()}>
        {t('danger.lift')}
      </Button>
    </p>
  )
}
