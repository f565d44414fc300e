import type { Outcomes } from '#measure/contract'
import { useWords } from '../i18n/use-words.ts'
import { outcomesWords } from './words.ts'

/** How each figure on the page is made, in the words of its definition. */
export function How({ outcomes }: { outcomes: Outcomes }) {
  const t = useWords(outcomesWords)
  const shown = [...outcomes.metrics.map(({ metric }) => metric), ...(outcomes.done ? (['answered'] as const) : [])]
  return (
    <details className="group border-t border-line pt-4">
      <summary className="min-h-11 w-fit py-2 text-body font-semibold">{t('how.title')}</summary>
      <div className="max-w-[68ch] pb-4 text-small text-ink-soft">
        <dl className="flex flex-col gap-5">
          {shown.map((name) => (
            <div key={name}>
              <dt className="font-semibold text-ink">{t(`define.${name}.name`)}</dt>
              <dd className="mt-0.5">{t(`define.${name}.asks`)}</dd>
              <dd className="mt-0.5">{t(`define.${name}.how`)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-5">{t('how.interval')}</p>
        <p className="mt-3">{t('how.verdict')}</p>
      </div>
    </details>
  )
}
