import { useWords } from '../i18n/use-words.ts'
import { classNames } from './class-names.ts'
import { uiWords } from './words.ts'

export type ScoreKind = 'nps' | 'csat' | 'ces' | 'stars'

interface ScoreMarkProps {
  kind: ScoreKind
  value: number
  /** The top of the scale where it is not the usual one (10, 5, 7, 5). */
  of?: number
}

const tops: Record<ScoreKind, number> = { nps: 10, csat: 5, ces: 7, stars: 5 }

function npsGroup(value: number): 'promoter' | 'passive' | 'detractor' {
  if (value >= 9) return 'promoter'
  return value >= 7 ? 'passive' : 'detractor'
}

/** The answer to one scored question: the figure, and where it stands on its scale. */
export function ScoreMark({ kind, value, of = tops[kind] }: ScoreMarkProps) {
  const t = useWords(uiWords)
  if (kind === 'stars') return <Stars value={value} of={of} label={t('score.stars', { count: value, of })} />
  const label =
    kind === 'nps'
      ? t('score.nps', { value, group: t(`score.nps.${npsGroup(value)}`) })
      : t(`score.${kind}`, { value, of })
  const steps = kind === 'nps' ? of + 1 : of
  const at = kind === 'nps' ? value : value - 1
  return (
    <span className="inline-flex items-center gap-2 text-small whitespace-nowrap" title={label}>
      <span className="heard-only">{label}</span>
      <span aria-hidden className="figures font-semibold">
        {value}
        <span className="font-normal text-ink-faint">/{of}</span>
      </span>
      <span aria-hidden className="drawn flex items-center gap-px">
        {Array.from({ length: steps }, (_, step) => (
          <span
            key={step}
            className={classNames('w-1 rounded-[1px]', step === at ? 'h-3 bg-ink' : 'h-1.5 bg-edge/50')}
          />
        ))}
      </span>
    </span>
  )
}

const star = 'M8 1.2l2.1 4.4 4.8.6-3.5 3.3.9 4.8L8 12l-4.3 2.3.9-4.8L1.1 6.2l4.8-.6Z'

function Stars({ value, of, label }: { value: number; of: number; label: string }) {
  return (
    <span className="inline-flex items-center gap-px whitespace-nowrap" title={label}>
      <span className="heard-only">{label}</span>
      {Array.from({ length: of }, (_, at) => (
        <svg key={at} aria-hidden viewBox="0 0 16 16" className="size-4">
          <path
            d={star}
            fill={at + 1 <= Math.round(value) ? 'var(--ink)' : 'none'}
            stroke={at + 1 <= Math.round(value) ? 'var(--ink)' : 'var(--edge)'}
            strokeLinejoin="round"
          />
        </svg>
      ))}
    </span>
  )
}
