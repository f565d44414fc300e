import type { Step } from '#act/contract'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { DateTime } from '../ui/date-time.tsx'
import { todayWords } from './words.ts'

/** Every step, oldest first, so that the story reads on. */
export function LetterHistory({ steps }: { steps: readonly Step[] }) {
  const t = useWords(todayWords)
  return (
    <section>
      <h3 className="text-body font-semibold">{t('history.title')}</h3>
      <ol className="mt-3 flex flex-col gap-1.5 text-small text-ink-soft">
        {steps.map((step) => (
          <li key={step.id} className="flex flex-wrap gap-x-3">
            <span className="text-ink">{sentenceOf(step, t)}</span>
            <DateTime at={step.at} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function sentenceOf({ kind, by, detail }: Step, t: Translate<typeof todayWords.texts>): string {
  const { name } = by
  if (kind === 'opened') return by.id ? t('step.opened.by', { name }) : t('step.opened')
  if (kind === 'taken' && detail['to']) return t('step.taken.to', { name, to: text(detail['to']) })
  if (kind === 'taken' && detail['from']) return t('step.taken.from', { name, from: text(detail['from']) })
  if (kind === 'resolved') return t('step.resolved', { name, cause: text(detail['cause']) })
  if (kind === 'asked') return t(detail['mailed'] ? 'step.asked.mail' : 'step.asked', { name })
  if (kind === 'heard' && detail['voiceId']) return t('step.heard.words')
  if (kind === 'heard') return t(detail['answer'] ? 'step.heard.yes' : 'step.heard.no')
  if (kind === 'reopened') return by.id ? t('step.reopened.by', { name }) : t('step.reopened')
  return t(`step.${kind}`, { name })
}
