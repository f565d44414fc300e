import { useWords } from '../i18n/use-words.ts'
import { surveysWords } from './words.ts'

interface SpreadProps {
  numbers: Record<string, number>
  low: number
  high: number
}

/** How often each step of a scale was given: a column each, its count above, its number below. */
export function Spread({ numbers, low, high }: SpreadProps) {
  const t = useWords(surveysWords)
  const steps = Array.from({ length: high - low + 1 }, (_, index) => ({
    step: low + index,
    count: numbers[low + index] ?? 0,
  }))
  const most = Math.max(1, ...steps.map(({ count }) => count))
  return (
    <ul aria-label={t('found.spread')} className="figures flex items-end gap-1 text-center text-tiny sm:gap-1.5">
      {steps.map(({ step, count }) => (
        <li key={step} className="min-w-0 flex-1">
          <span className="heard-only">{t('found.step', { step, count })}</span>
          <span aria-hidden className="block">
            <span className={count > 0 ? 'block text-ink' : 'block text-ink-faint'}>{count}</span>
            <span className="flex h-24 items-end">
              <span
                className="drawn block w-full rounded-t-sm bg-series"
                style={{ height: count === 0 ? '1px' : `${Math.max(3, (100 * count) / most)}%` }}
              />
            </span>
            <span className="block border-t border-edge/60 pt-1 text-ink-soft">{step}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
