import { ArrowDown, ArrowUp, Equal, type LucideIcon } from 'lucide-react'
import type { Change, Verdict } from '#measure/contract'
import { useWords } from '../i18n/use-words.ts'
import { sayDifference, sayValue, type FigureUnit } from './say-figures.ts'
import { outcomesWords } from './words.ts'

const icons: Partial<Record<Verdict, LucideIcon>> = { better: ArrowUp, worse: ArrowDown, same: Equal }

/** What may be said about the difference to the period before, in words, with the range it rests on. */
export function ChangeLine({ change, unit }: { change: Change | null; unit: FigureUnit }) {
  const t = useWords(outcomesWords)
  if (!change) return <p className="text-small text-ink-faint">{t('change.none')}</p>
  const { verdict, difference, low, high, before } = change
  const Icon = icons[verdict]
  const said =
    verdict === 'better' || verdict === 'worse'
      ? t(`change.${verdict}`, { difference: t(`unit.${unit}`, { difference: sayDifference(difference, unit) }) })
      : t(`change.${verdict}`)
  const range =
    before.value === null
      ? ''
      : t('change.range', {
          before: sayValue(before.value, unit),
          n: before.n,
          low: sayDifference(low, unit),
          high: sayDifference(high, unit),
        })
  return (
    <div className="text-small">
      <p className={verdict === 'better' || verdict === 'worse' ? 'font-medium' : 'text-ink-soft'}>
        {Icon && <Icon aria-hidden className="me-1 -mt-0.5 inline size-4" />}
        {said}
      </p>
      {verdict !== 'too-few' && range && <p className="figures text-tiny text-ink-faint">{range}</p>}
    </div>
  )
}
