import type { MetricName, Outcomes } from '#measure/contract'
import { useWords } from '../i18n/use-words.ts'
import { Section } from '../ui/page.tsx'
import { MetricFigure } from './metric-figure.tsx'
import { MetricTrend } from './metric-trend.tsx'
import { ShareBars } from './share-bars.tsx'
import { behindMetric } from './voices-link.tsx'
import { outcomesWords } from './words.ts'

interface FeelSectionProps {
  outcomes: Outcomes
  trend: string | undefined
  onTrend: (metric: MetricName) => void
}

/** How do people feel? Only the figures this business has: a restaurant with star reviews sees no empty NPS. */
export function FeelSection({ outcomes, trend, onTrend }: FeelSectionProps) {
  const t = useWords(outcomesWords)
  // Whether people felt heard answers another question, and stands there.
  const metrics = outcomes.metrics.filter(({ metric }) => metric !== 'heard')
  const families = outcomes.shares.filter(({ of }) => of === 'family')
  return (
    <Section title={t('feel.title')} lead={t('feel.lead')}>
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {metrics.map((metric) => (
          <MetricFigure key={metric.metric} metric={metric} behind={behindMetric(outcomes, metric.metric)} />
        ))}
      </div>
      <MetricTrend metrics={metrics} chosen={trend} onChoose={onTrend} />
      {families.length > 0 && (
        <div className="mt-10 max-w-3xl">
          <h3 className="text-body font-semibold">{t('feel.words')}</h3>
          <p className="mb-2 text-small text-ink-soft">
            {t('feel.words.lead', { n: (families[0]?.n ?? 0).toLocaleString('en-GB') })}{' '}
            {outcomes.unread > 0 && t('feel.unread', { count: outcomes.unread })}
          </p>
          <ShareBars label={t('feel.words')} of="family" outcomes={outcomes} />
        </div>
      )}
    </Section>
  )
}
