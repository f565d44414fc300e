import { lineThrough, runsOf, verticalScale } from './chart-scale.ts'

interface SparklineProps {
  /** What it shows, in words, for those who do not see it. */
  label: string
  values: readonly (number | null)[]
  width?: number
  height?: number
}

/** A figure's recent course in the height of a line of text. Says the direction, not the amount. */
export function Sparkline({ label, values, width = 96, height = 24 }: SparklineProps) {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return null
  const scale = verticalScale(Math.min(...known), Math.max(...known), 3, height - 3)
  const step = (width - 8) / (values.length - 1)
  const points = values.map((value, at) => (value === null ? null : { x: 4 + at * step, y: scale(value) }))
  const last = points.findLast((point) => point !== null)
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      className="inline-block shrink-0 align-middle [direction:ltr]"
    >
      {runsOf(points).map((run) => (
        <path
          key={run[0]?.x}
          d={lineThrough(run)}
          fill="none"
          stroke="var(--series)"
          strokeWidth="1.75"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ))}
      {last && <circle cx={last.x} cy={last.y} r="2.5" fill="var(--ink)" />}
    </svg>
  )
}
