import { useId, type ReactNode } from 'react'
import { useLanguage } from '../i18n/language.ts'

interface ProgressProps {
  label: ReactNode
  /** 0…1, or null while nobody can say how far it is. */
  value: number | null
  /** Beside the bar: `1,240 of 7,043`. */
  detail?: ReactNode
}

export function Progress({ label, value, detail }: ProgressProps) {
  const id = useId()
  const language = useLanguage()
  const percent = value === null ? null : Math.round(Math.max(0, Math.min(1, value)) * 100)
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-4 text-small">
        <span id={id}>{label}</span>
        <span className="figures shrink-0 text-ink-soft">
          {detail ??
            (percent === null ? '' : new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100))}
        </span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        className="drawn h-2 overflow-hidden rounded-full bg-well"
      >
        <div
          className={
            percent === null
              ? 'wander h-full w-1/3 rounded-full bg-series'
              : 'h-full rounded-full bg-series transition-[width] duration-(--gentle)'
          }
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  )
}
