import { useWords } from '../i18n/use-words.ts'
import { Ruler } from '../ui/interval.tsx'
import { outcomesWords } from './words.ts'

interface MeasuredProps {
  label: string
  /** Null: too few to say. */
  estimate: { value: number; low: number; high: number } | null
  scale: readonly [number, number]
  format: (value: number) => string
  /** What it rests on, in words. */
  rests: string
  /** How many more it takes, where it is too few now. */
  missing: string | null
}

/** A figure that is no answer to a question: hours waited, a share of cases. Drawn like all the others. */
export function Measured({ label, estimate, scale, format, rests, missing }: MeasuredProps) {
  const t = useWords(outcomesWords)
  return (
    <section aria-label={label}>
      <h3 className="text-body font-semibold">{label}</h3>
      {estimate ? (
        <>
          <p className="figures mt-0.5 text-figure font-semibold tracking-[-0.01em]">
            <bdi>{format(estimate.value)}</bdi>
          </p>
          <Ruler estimate={estimate} scale={scale} />
        </>
      ) : (
        <>
          <p className="mt-0.5 text-lead leading-10 text-ink-soft">{t('figure.few')}</p>
          <EmptyScale />
        </>
      )}
      <p className="figures mt-1.5 text-tiny text-ink-soft">
        {estimate && t('figure.between', { low: format(estimate.low), high: format(estimate.high) })}
        <span className="block">{rests}</span>
        {missing && <span className="block">{missing}</span>}
      </p>
    </section>
  )
}

/** Too few to say, as a drawn state. */
export function EmptyScale() {
  return (
    <svg aria-hidden className="mt-1 h-4 w-full">
      <rect x="1" y="4" width="99%" height="8" rx="4" fill="none" stroke="var(--edge)" strokeDasharray="3 4" />
    </svg>
  )
}
