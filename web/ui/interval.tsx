import { useWords } from '../i18n/use-words.ts'
import { uiWords } from './words.ts'

export interface Estimate {
  /** null when there are too few answers to say. */
  value: number | null
  low: number | null
  high: number | null
  /** How many answers it rests on. */
  n: number
}

interface IntervalProps {
  label: string
  estimate: Estimate
  /** The ends of the scale the value lives on: −100 and 100 for an NPS, 0 and 1 for a share. */
  scale: readonly [number, number]
  format: (value: number) => string
  /** How many answers make it worth saying, where it is too few now. */
  needed?: number
  /** Where the scale turns, marked on it: 0 for an NPS. */
  turn?: number
}

/** A figure, the range it probably lies in drawn as clearly as itself, and what it rests on. */
export function Interval({ label, estimate, scale, format, needed, turn }: IntervalProps) {
  const t = useWords(uiWords)
  const { value, low, high, n } = estimate
  const answers = t('interval.answers', { count: n })
  if (value === null || low === null || high === null) return <TooFew label={label} n={n} needed={needed} />
  return (
    <div role="group" aria-label={label}>
      <p className="text-small text-ink-soft">{label}</p>
      <p className="figures mt-0.5 text-figure font-semibold tracking-[-0.01em]">
        <bdi>{format(value)}</bdi>
      </p>
      <Ruler estimate={{ value, low, high }} scale={scale} turn={turn} />
      <p className="figures mt-1.5 text-tiny text-ink-soft">
        {t('interval.between', { low: format(low), high: format(high) })}
        <span className="block">{answers}</span>
      </p>
    </div>
  )
}

interface RulerProps {
  estimate: { value: number; low: number; high: number }
  scale: readonly [number, number]
  turn?: number | undefined
}

/** The scale with the likely range as a band and the figure as a tick. */
export function Ruler({ estimate: { value, low, high }, scale: [bottom, top], turn }: RulerProps) {
  const at = (x: number): number => (100 * (Math.max(bottom, Math.min(top, x)) - bottom)) / (top - bottom)
  return (
    <svg aria-hidden className="mt-1 h-4 w-full overflow-visible [direction:ltr]">
      <line x1="0" x2="100%" y1="8" y2="8" stroke="var(--line)" strokeWidth="2" />
      {turn !== undefined && <line x1={`${at(turn)}%`} x2={`${at(turn)}%`} y1="3" y2="13" stroke="var(--edge)" />}
      <rect
        x={`${at(low)}%`}
        width={`${Math.max(at(high) - at(low), 0.5)}%`}
        y="4"
        height="8"
        rx="4"
        fill="var(--series)"
        opacity="0.38"
      />
      <rect x={`${at(value)}%`} width="4" y="0" height="16" rx="2" transform="translate(-2 0)" fill="var(--ink)" />
    </svg>
  )
}

function TooFew({ label, n, needed }: { label: string; n: number; needed?: number | undefined }) {
  const t = useWords(uiWords)
  const missing = needed === undefined ? 0 : needed - n
  return (
    <div role="group" aria-label={label}>
      <p className="text-small text-ink-soft">{label}</p>
      <p className="mt-0.5 text-lead leading-10 text-ink-soft">{t('interval.few')}</p>
      <svg aria-hidden className="mt-1 h-4 w-full">
        <rect x="1" y="4" width="99%" height="8" rx="4" fill="none" stroke="var(--edge)" strokeDasharray="3 4" />
      </svg>
      <p className="figures mt-1.5 text-tiny text-ink-soft">
        {t('interval.answers', { count: n })}
        {missing > 0 && <span className="block">{t('interval.fewMore', { count: missing })}</span>}
      </p>
    </div>
  )
}
