import { Table2, TrendingUp } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useWords } from '../i18n/use-words.ts'
import type { Estimate } from './interval.tsx'
import { IconButton } from './icon-button.tsx'
import { Table } from './table.tsx'
import { TrendPicture } from './trend-picture.tsx'
import { useWidth } from './use-width.ts'
import { uiWords } from './words.ts'

export interface TrendPoint extends Estimate {
  id: string
  /** How the time is called: `Oct`, `week of 3 Nov`. */
  when: string
}

export interface TrendLineProps {
  label: string
  points: readonly TrendPoint[]
  format: (value: number) => string
  height?: number
}

/** A figure over time with the range it probably lies in, and the same as a table. */
export function TrendLine({ label, points, format, height = 200 }: TrendLineProps) {
  const t = useWords(uiWords)
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 flex items-center gap-3">
        <span className="min-w-0 flex-1 text-small font-medium">{label}</span>
        <IconButton
          icon={asTable ? TrendingUp : Table2}
          label={asTable ? t('trend.picture') : t('trend.table')}
          onClick={() => setAsTable(!asTable)}
        />
      </figcaption>
      {asTable ? (
        <TrendTable label={label} points={points} format={format} />
      ) : (
        <Walkable {...{ label, points, format, height }} />
      )}
    </figure>
  )
}

/** The picture takes the keyboard as one stop; arrows walk along it and each step is said. */
function Walkable({ label, points, format, height }: Required<TrendLineProps>) {
  const t = useWords(uiWords)
  const [box, width] = useWidth<HTMLDivElement>()
  const [at, setAt] = useState<number | null>(null)
  const walk = (event: KeyboardEvent): void => {
    const last = points.length - 1
    const from = at ?? last
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setAt(Math.max(0, Math.min(last, to)))
  }
  const point = at === null ? undefined : points[at]
  return (
    <div
      ref={box}
      role="application"
      aria-roledescription={t('trend.chart')}
      aria-label={`${label}. ${t('trend.hint')}`}
      tabIndex={0}
      onKeyDown={walk}
      onFocus={() => setAt(points.length - 1)}
      onBlur={() => setAt(null)}
      onPointerLeave={() => setAt(null)}
      className="relative touch-pan-y"
      style={{ height }}
    >
      {width > 0 && <TrendPicture {...{ points, format, height, width, at, onPoint: setAt }} />}
      <p role="status" className="heard-only">
        {point && `${point.when}: ${sayPoint(point, format, t)}`}
      </p>
    </div>
  )
}

function sayPoint(
  point: TrendPoint,
  format: (value: number) => string,
  t: ReturnType<typeof useWords<typeof uiWords.texts>>,
): string {
  const { value, low, high, n } = point
  const answers = t('interval.answers', { count: n })
  if (value === null) return `${t('interval.few')}, ${answers}`
  const range =
    low === null || high === null ? '' : `, ${t('interval.between', { low: format(low), high: format(high) })}`
  return `${format(value)}${range}, ${answers}`
}

function TrendTable({ label, points, format }: Omit<TrendLineProps, 'height'>) {
  const t = useWords(uiWords)
  const range = ({ low, high }: TrendPoint): string =>
    low === null || high === null ? '–' : t('trend.range.value', { low: format(low), high: format(high) })
  return (
    <Table
      caption={label}
      quietCaption
      rows={points}
      rowKey={({ id }) => id}
      columns={[
        { id: 'when', heading: t('trend.when'), header: true, cell: ({ when }) => when },
        {
          id: 'value',
          heading: t('trend.value'),
          figures: true,
          cell: ({ value }) => (value === null ? t('trend.few') : format(value)),
        },
        { id: 'range', heading: t('trend.range'), figures: true, cell: range },
        { id: 'n', heading: t('trend.answers'), figures: true, cell: ({ n }) => n },
      ]}
    />
  )
}
