import { ces, COUNTS_ONLY_BELOW, csat, nps, npsCounts, type Showing } from '#engine'
import type { ScaleKind } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Ruler } from '../ui/interval.tsx'
import { surveysWords } from './words.ts'

type Figure = { value: number; low: number; high: number; n: number; show: Showing; mean: number | null }

/** The field's own figure for each scale; star ratings are read like satisfaction (4 and 5 of 5). */
export function figureOf(kind: ScaleKind, numbers: Record<string, number>): Figure | null {
  const answers = new Map(Object.entries(numbers).map(([number, count]) => [Number(number), count]))
  if (kind === 'nps') {
    const found = nps(npsCounts(answers))
    return found && { value: found.score, low: found.low, high: found.high, n: found.n, show: found.show, mean: null }
  }
  const found = kind === 'ces' ? ces(answers) : csat(answers)
  if (!found) return null
  const share = 'easy' in found ? found.easy : found.satisfied
  return {
    value: 100 * share.share,
    low: 100 * share.low,
    high: 100 * share.high,
    n: share.n,
    show: share.show,
    mean: found.mean.mean,
  }
}

const MOST = { csat: 5, ces: 7, star: 5 } as const

/** From thirty answers on the figure leads, below its range does, below ten there is none. */
export function Score({ kind, numbers }: { kind: ScaleKind; numbers: Record<string, number> }) {
  const t = useWords(surveysWords)
  const figure = figureOf(kind, numbers)
  if (!figure) return null
  const points = kind === 'nps'
  const say = (value: number): string => {
    const whole = Math.round(value)
    return points ? `${whole > 0 ? '+' : whole < 0 ? '−' : ''}${Math.abs(whole)}` : `${whole}%`
  }
  const range = t('score.range', { low: say(figure.low), high: say(figure.high) })
  const few = figure.show === 'counts-only' || figure.show === 'none'
  return (
    <div role="group" aria-label={t(`score.${kind}`)}>
      <p className="text-small text-ink-soft">{t(`score.${kind}`)}</p>
      {few ? (
        <>
          <p className="mt-0.5 text-lead leading-10 text-ink-soft">{t('score.few')}</p>
          <svg aria-hidden className="mt-1 h-4 w-full">
            <rect x="1" y="4" width="99%" height="8" rx="4" fill="none" stroke="var(--edge)" strokeDasharray="3 4" />
          </svg>
        </>
      ) : (
        <>
          <p
            className={
              figure.show === 'full'
                ? 'figures mt-0.5 text-figure font-semibold tracking-[-0.01em]'
                : 'figures mt-0.5 text-lead leading-10 font-medium'
            }
          >
            <bdi>{figure.show === 'full' ? say(figure.value) : range}</bdi>
          </p>
          <Ruler estimate={figure} scale={points ? [-100, 100] : [0, 100]} turn={points ? 0 : undefined} />
        </>
      )}
      <p className="figures mt-1.5 text-tiny text-ink-soft">
        {!few && (
          <span className="block">
            {figure.show === 'full'
              ? t('score.between', { low: say(figure.low), high: say(figure.high) })
              : t('score.about', { value: say(figure.value) })}
          </span>
        )}
        {t('answers', { count: figure.n })}
        {figure.mean !== null &&
          kind !== 'nps' &&
          !few &&
          ` · ${t('score.mean', { mean: figure.mean.toFixed(1), of: MOST[kind] })}`}
        {few && <span className="block">{t('score.needed', { count: COUNTS_ONLY_BELOW - figure.n })}</span>}
      </p>
    </div>
  )
}
