import { CloudOff, RotateCw, TriangleAlert } from 'lucide-react'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { Button } from './button.tsx'
import { Problem } from './problem.ts'
import { uiWords } from './words.ts'

interface Said {
  title: string
  detail: string
}

type Kind = 'unreachable' | 'unexpected' | 'forbidden' | 'missing' | 'busy' | 'broken'

function kindOf({ status, code }: Problem): Kind | null {
  if (code === 'unreachable') return 'unreachable'
  if (code === 'unexpected_answer') return 'unexpected'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'missing'
  if (status === 429) return 'busy'
  return status >= 500 ? 'broken' : null
}

/** What happened and what can be done, in the server's words where it has some and in ours where it has not. */
export function saidOf(error: unknown, t: Translate<typeof uiWords.texts>): Said {
  const problem = error instanceof Problem ? error : new Problem({ status: 500, code: 'broken', title: '' })
  const kind = kindOf(problem)
  if (!kind) return { title: problem.title || t('error.refused.title'), detail: problem.detail }
  const own = kind === 'unexpected' || kind === 'broken'
  return {
    title: (!own && problem.title) || t(`error.${kind}.title`),
    detail: (!own && problem.detail) || t(`error.${kind}.detail`),
  }
}

interface ErrorNoticeProps {
  error: unknown
  retry?: () => unknown
}

export function ErrorNotice({ error, retry }: ErrorNoticeProps) {
  const t = useWords(uiWords)
  const { title, detail } = saidOf(error, t)
  const away = error instanceof Problem && error.status === 0
  const Icon = away ? CloudOff : TriangleAlert
  const messages = error instanceof Problem ? error.errors.filter(({ reason }) => reason) : []
  return (
    <div role="alert" className="flex gap-4 rounded-xl bg-wrong-wash p-4 text-ink sm:p-5">
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-wrong" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {detail && <p className="mt-0.5 max-w-[68ch] text-small text-ink-soft">{detail}</p>}
        {messages.length > 0 && (
          <ul className="mt-2 list-disc ps-5 text-small">
            {messages.map(({ field, reason, line }) => (
              <li key={`${field} ${line} ${reason}`}>{line ? t('error.line', { line, reason }) : reason}</li>
            ))}
          </ul>
        )}
        {retry && (
          <div className="mt-3">
            <Button size="small" icon={RotateCw} onClick={() => void retry()}>
              {t('error.again')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
