import { worstCase } from '#engine'
import type { Outcomes } from '#measure/contract'
import { useWords } from '../i18n/use-words.ts'
import { Section } from '../ui/page.tsx'
import { ChangeLine } from './change-line.tsx'
import { MetricFigure } from './metric-figure.tsx'
import { sayValue } from './say-figures.ts'
import { outcomesWords } from './words.ts'

/** Did it help? First the people's own yes or no; then what changed for everybody, which alone proves nothing. */
export function HelpSection({ outcomes }: { outcomes: Outcomes }) {
  const t = useWords(outcomesWords)
  const heard = outcomes.metrics.find(({ metric }) => metric === 'heard')
  const whole =
    outcomes.metrics.find(({ metric }) => metric === 'sentiment') ??
    outcomes.metrics.find(({ metric }) => metric !== 'heard')
  const asked = heard?.figure.counts['asked'] ?? 0
  return (
    <Section title={t('help.title')} lead={t('help.lead')}>
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {heard && asked > 0 ? (
          <div className="flex flex-col gap-3">
            <MetricFigure metric={heard} />
            <div className="figures text-small text-ink-soft">
              <p>{t('help.asked', { count: asked, answered: heard.figure.n })}</p>
              <Silent yes={heard.figure.counts['yes'] ?? 0} answered={heard.figure.n} asked={asked} />
              {outcomes.done && (
                <p className="mt-1">
                  {outcomes.done.reopened > 0
                    ? t('help.reopened', { count: outcomes.done.reopened })
                    : t('help.reopened.none')}
                </p>
              )}
            </div>
          </div>
        ) : (
          <div>
            <h3 className="text-body font-semibold">{t('help.none')}</h3>
            <p className="mt-1 text-small text-ink-soft">{t('help.none.lead')}</p>
          </div>
        )}
        {whole?.change && (
          <div className="lg:col-span-2">
            <h3 className="text-body font-semibold">{t('help.whole')}</h3>
            <p className="mb-2 max-w-[60ch] text-small text-ink-soft">{t('help.whole.lead')}</p>
            <p className="text-small text-ink-faint">{t(`metric.${whole.metric}`)}</p>
            <ChangeLine change={whole.change} unit={whole.unit} />
          </div>
        )}
      </div>
    </Section>
  )
}

/** What could be true whatever the silent ones think (Manski's bounds); pointless once everyone answered. */
function Silent({ yes, answered, asked }: { yes: number; answered: number; asked: number }) {
  const t = useWords(outcomesWords)
  if (answered === 0 || asked <= answered) return null
  const bound = worstCase(yes, answered, asked)
  return (
    bound && (
      <p className="mt-1">
        {t('help.silent', { low: sayValue(100 * bound.low, 'percent'), high: sayValue(100 * bound.high, 'percent') })}
      </p>
    )
  )
}
