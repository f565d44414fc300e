import { SCALES, type Figure, type Metric } from '#measure/contract'
import { INTERVAL_FIRST_BELOW, COUNTS_ONLY_BELOW } from '#engine'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { Ruler } from '../ui/interval.tsx'
import { ChangeLine } from './change-line.tsx'
import { EmptyScale } from './measured.tsx'
import { sayValue } from './say-figures.ts'
import { VoicesLink, type VoicesBehind } from './voices-link.tsx'
import { outcomesWords } from './words.ts'

interface MetricFigureProps {
  metric: Pick<Metric, 'metric' | 'unit' | 'figure' | 'change'>
  /** Leads from the count to the voices themselves, where Voices can show them. */
  behind?: VoicesBehind | undefined
}

/**
 * One figure of the page: how big it is drawn follows from how many answers stand behind it. From thirty on the figure
 * leads; below, its range does; below ten there is no figure, only what was counted.
 */
export function MetricFigure({ metric: { metric, unit, figure, change }, behind }: MetricFigureProps) {
  const t = useWords(outcomesWords)
  const { value, low, high, n, show } = figure
  const name = t(`metric.${metric}`)
  const known = value !== null && low !== null && high !== null && n >= COUNTS_ONLY_BELOW
  const answers = sayAnswers(t, metric, n)
  return (
    <section aria-label={name} className="flex flex-col gap-2">
      <header>
        <h3 className="text-body font-semibold">{name}</h3>
        <p className="text-tiny text-ink-faint">{t(`scale.${metric}`)}</p>
      </header>
      {!known && <Few n={n} counted={sayCounted(t, metric, figure)} />}
      {known && (
        <div>
          <Said unit={unit} estimate={{ value, low, high }} full={show === 'full'} />
          <p className="figures mt-1.5 text-tiny text-ink-soft">
            {show === 'full'
              ? sayValue(low, unit) === sayValue(high, unit)
                ? t('figure.sure')
                : t('figure.between', { low: sayValue(low, unit), high: sayValue(high, unit) })
              : t('figure.rough.value', { value: sayValue(value, unit) })}
            <span className="block">
              {behind ? (
                <VoicesLink behind={behind} label={t('figure.read', { answers, metric: name })}>
                  {answers}
                </VoicesLink>
              ) : (
                answers
              )}
              {figure.mean !== null &&
                unit === 'percent' &&
                ` · ${t('figure.mean', { mean: figure.mean.toFixed(1), of: metric === 'ces' ? 7 : 5 })}`}
            </span>
          </p>
        </div>
      )}
      {known && metric === 'stars' && <Stars figure={figure} />}
      {n >= INTERVAL_FIRST_BELOW && <ChangeLine change={change} unit={unit} />}
    </section>
  )
}

interface SaidProps {
  unit: Metric['unit']
  estimate: { value: number; low: number; high: number }
  full: boolean
}

function Said({ unit, estimate, full }: SaidProps) {
  const t = useWords(outcomesWords)
  const { value, low, high } = estimate
  return (
    <>
      <p
        className={
          full
            ? 'figures text-figure font-semibold tracking-[-0.01em]'
            : 'figures text-lead leading-10 font-medium text-ink-soft'
        }
      >
        <bdi>
          {full ? sayValue(value, unit) : t('figure.rough', { low: sayValue(low, unit), high: sayValue(high, unit) })}
        </bdi>
      </p>
      <Ruler estimate={estimate} scale={SCALES[unit]} turn={unit === 'points' ? 0 : undefined} />
    </>
  )
}

const STEPS = [5, 4, 3, 2, 1]

/** How the stars are spread: a mean of 3 is another thing when nobody gave 3. */
function Stars({ figure: { counts, n } }: { figure: Figure }) {
  const t = useWords(outcomesWords)
  const most = Math.max(...STEPS.map((step) => counts[step] ?? 0), 1)
  return (
    <ul className="figures flex flex-col gap-0.5 text-tiny text-ink-soft">
      {STEPS.map((step) => {
        const count = counts[step] ?? 0
        return (
          <li key={step} className="flex items-center gap-2">
            <span className="heard-only">{t('star.step', { count, n, stars: step })}</span>
            <span aria-hidden className="w-3 text-end">
              {step}
            </span>
            <span aria-hidden className="h-2 flex-1 rounded-sm bg-well">
              <span className="block h-2 rounded-sm bg-series" style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <span aria-hidden className="w-12 text-end">
              {count.toLocaleString('en-GB')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

type T = Translate<typeof outcomesWords.texts>

/** What a figure rests on, called what it is. */
export function sayAnswers(t: T, metric: Metric['metric'], n: number): string {
  if (metric === 'sentiment') return t('figure.voices', { count: n })
  return metric === 'stars' ? t('figure.ratings', { count: n }) : t('figure.answers', { count: n })
}

function sayCounted(t: T, metric: Metric['metric'], { counts, n }: Figure): string {
  const count = (name: string): number => counts[name] ?? 0
  if (n === 0) return ''
  if (metric === 'nps')
    return t('counts.nps', {
      promoters: count('promoters'),
      passives: count('passives'),
      detractors: count('detractors'),
    })
  if (metric === 'sentiment') return t('counts.sentiment', { positive: count('positive'), negative: count('negative') })
  const first = { csat: 'satisfied', ces: 'easy', heard: 'yes', stars: '' }[metric]
  return first ? t('counts.share', { count: count(first), n }) : ''
}

/** Too few to say, drawn as such: an empty scale, and what was counted so far. */
function Few({ n, counted }: { n: number; counted: string }) {
  const t = useWords(outcomesWords)
  return (
    <div>
      <p className="text-lead leading-10 text-ink-soft">{t('figure.few')}</p>
      <EmptyScale />
      <p className="figures mt-1.5 text-tiny text-ink-soft">
        {counted || t('figure.answers', { count: n })}
        <span className="block">{t('figure.more', { count: COUNTS_ONLY_BELOW - n })}</span>
      </p>
    </div>
  )
}
