import { COUNTS_ONLY_BELOW } from '#engine'
import type { Done, Outcomes } from '#measure/contract'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { BarRows } from '../ui/bar-row.tsx'
import { Section } from '../ui/page.tsx'
import { ChangeLine } from './change-line.tsx'
import { Measured } from './measured.tsx'
import { durationOf, sayValue } from './say-figures.ts'
import { outcomesWords } from './words.ts'

export const sayHours = (t: Translate<typeof outcomesWords.texts>, hours: number): string => {
  const { unit, count } = durationOf(hours)
  return t(`hours.${unit}`, { count })
}

/** What did we do? How much needed a person, how long it took, and what it was about. */
export function DoneSection({ outcomes }: { outcomes: Outcomes }) {
  const t = useWords(outcomesWords)
  return (
    <Section title={t('done.title')} lead={t('done.lead')}>
      {outcomes.only && <p className="text-small text-ink-faint">{t('done.part')}</p>}
      {!outcomes.only && !outcomes.done && (
        <p className="text-small text-ink-soft">
          {t('done.none')} {t('done.none.lead')}
        </p>
      )}
      {outcomes.done && <Figures done={outcomes.done} />}
    </Section>
  )
}

function Figures({ done }: { done: Done }) {
  const t = useWords(outcomesWords)
  const known = done.show === 'full' || done.show === 'interval-first'
  const { medianHours: median, lowHours: low, highHours: high, withinDay } = done
  const judged = withinDay.n >= COUNTS_ONLY_BELOW
  return (
    <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      <div className="figures">
        <p className="text-lead font-medium">{t('done.opened', { count: done.opened })}</p>
        <p className="mt-1 text-body text-ink-soft">{t('done.resolved', { count: done.resolved })}</p>
        <p className="text-body text-ink-soft">{t('done.open', { count: done.open })}</p>
      </div>
      <Measured
        label={t('done.median')}
        estimate={known && median !== null && low !== null && high !== null ? { value: median, low, high } : null}
        scale={[0, Math.max(high ?? 0, 24) * 1.1]}
        format={(hours) => sayHours(t, hours)}
        rests={
          known
            ? `${t('done.cases', { count: done.resolved })}. ${t('done.median.said')}`
            : t('done.resolved', { count: done.resolved })
        }
        missing={known ? null : t('done.few', { count: COUNTS_ONLY_BELOW - done.resolved })}
      />
      <div>
        <Measured
          label={t('done.day')}
          estimate={
            judged && withinDay.value !== null && withinDay.low !== null && withinDay.high !== null
              ? { value: withinDay.value, low: withinDay.low, high: withinDay.high }
              : null
          }
          scale={[0, 100]}
          format={(value) => sayValue(value, 'percent')}
          rests={t('done.cases', { count: withinDay.n })}
          missing={judged ? null : t('done.few.day', { count: COUNTS_ONLY_BELOW - withinDay.n })}
        />
        {judged && done.withinDayChange && (
          <div className="mt-2">
            <ChangeLine change={done.withinDayChange} unit="percent" />
          </div>
        )}
      </div>
      {done.causes.length > 0 && (
        <div className="sm:col-span-2 lg:col-span-3 lg:max-w-3xl">
          <h3 className="text-body font-semibold">{t('done.causes')}</h3>
          <p className="mb-2 text-small text-ink-soft">{t('done.causes.lead')}</p>
          <BarRows
            label={t('done.causes')}
            bars={done.causes.map(({ cause, count }) => ({
              id: cause,
              label: cause,
              value: count,
              said: count.toLocaleString('en-GB'),
            }))}
          />
        </div>
      )}
    </div>
  )
}
