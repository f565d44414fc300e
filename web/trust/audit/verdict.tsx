import { useQuery } from '@tanstack/react-query'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { AuditVerdict } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { auditWords } from './words.ts'

/** Whether the log holds, looked at anew each time the page is opened. */
export function Verdict() {
  const t = useWords(auditWords)
  const workspace = useWorkspace()
  const verdict = useQuery({
    queryKey: [workspace.id, 'audit', 'verdict'],
    queryFn: ({ signal }) => api.get(workspace.path('audit', 'verdict'), { schema: AuditVerdict, signal }),
  })
  if (verdict.isError) return <ErrorNotice error={verdict.error} retry={verdict.refetch} />
  const { data } = verdict
  const Icon = data && !data.sound ? ShieldAlert : ShieldCheck
  return (
    <div className="mb-8 flex items-start gap-3" aria-live="polite">
      <Icon
        aria-hidden
        size={20}
        className={`mt-0.5 shrink-0 ${data && !data.sound ? 'text-lamp-ink' : 'text-ink-soft'}`}
      />
      <div className="min-w-0 flex-1">
        <p>{data ? <Said verdict={data} /> : t('verdict.checking')}</p>
        {data && !data.sound && <p className="mt-1 text-small text-ink-soft">{t('verdict.broken.advice')}</p>}
        {data?.seal && data.sound && (
          <details className="mt-1 text-small text-ink-soft">
            <summary className="cursor-pointer py-1 hover:text-ink">{t('seal.show')}</summary>
            <p className="mt-1 max-w-[62ch]">{t('seal.what')}</p>
            <p className="figures mt-2 text-ink [overflow-wrap:anywhere]">{data.seal}</p>
          </details>
        )}
      </div>
    </div>
  )
}

function Said({ verdict }: { verdict: AuditVerdict }) {
  const t = useWords(auditWords)
  const { broken } = verdict
  if (broken) return t('verdict.broken', { seq: broken.seq, why: t(`why.${broken.why}`), before: verdict.entries })
  return verdict.entries === 0 ? t('verdict.empty') : t('verdict.sound', { count: verdict.entries })
}
