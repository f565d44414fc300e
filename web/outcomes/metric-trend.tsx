import type { Metric, MetricName } from '#measure/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TrendLine, type TrendPoint } from '../ui/trend-line.tsx'
import { sayDay, sayValue, saysSomething } from './say-figures.ts'
import { outcomesWords } from './words.ts'

interface MetricTrendProps {
  metrics: readonly Metric[]
  chosen: string | undefined
  onChoose: (metric: MetricName) => void
}

/** One figure over time, the one people answered most unless another was chosen. Units with too few answers stay empty. */
export function MetricTrend({ metrics, chosen, onChoose }: MetricTrendProps) {
  const t = useWords(outcomesWords)
  const language = useLanguage()
  const drawable = metrics.filter(({ figure, trend }) => saysSomething(figure) && trend.points.length > 1)
  const shown =
    drawable.find(({ metric }) => metric === chosen) ?? drawable.toSorted((a, b) => b.figure.n - a.figure.n)[0]
  if (!shown) return null
  const { unit } = shown.trend
  const points = shown.trend.points.map((point): TrendPoint => ({
    id: point.from,
    when: sayDay(point.from, language, unit === 'month' ? 'month' : 'day'),
    value: saysSomething(point) ? point.value : null,
    low: point.low,
    high: point.high,
    n: point.n,
  }))
  return (
    <div className="mt-10">
      {drawable.length > 1 && (
        <div className="mb-4">
          <RadioGroup
            label={t('feel.time.choose')}
            quietLabel
            look="segments"
            value={shown.metric}
            options={drawable.map(({ metric }) => ({ value: metric, label: t(`metric.${metric}`) }))}
            onChange={onChoose}
          />
        </div>
      )}
      <TrendLine
        label={t(`trend.unit.${unit}`, { metric: t(`metric.${shown.metric}`) })}
        points={points}
        format={(value) => sayValue(value, shown.unit)}
        height={220}
      />
    </div>
  )
}
