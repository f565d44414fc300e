import { useWords } from '../i18n/use-words.ts'
import { bandBetween, lineThrough, runsOf, verticalScale, type Scale } from './chart-scale.ts'
import type { TrendPoint } from './trend-line.tsx'
import { uiWords } from './words.ts'

interface TrendPictureProps {
  points: readonly TrendPoint[]
  format: (value: number) => string
  width: number
  height: number
  /** The point being looked at. */
  at: number | null
  onPoint: (at: number) => void
}

const room = { top: 12, right: 56, bottom: 26, left: 44 }

interface Drawn {
  x: number
  y: number
  low: number
  high: number
}

function valuesOf(points: readonly TrendPoint[]): number[] {
  return points.flatMap(({ value, low, high }) => (value === null ? [] : [value, low ?? value, high ?? value]))
}

export function TrendPicture({ points, format, width, height, at, onPoint }: TrendPictureProps) {
  const t = useWords(uiWords)
  const values = valuesOf(points)
  const bottom = height - room.bottom
  const scale = verticalScale(Math.min(...values), Math.max(...values), room.top, bottom)
  const span = width - room.left - room.right
  const xOf = (index: number): number =>
    room.left + (points.length > 1 ? (span * index) / (points.length - 1) : span / 2)
  const drawn = points.map(({ value, low, high }, index): Drawn | null =>
    value === null ? null : { x: xOf(index), y: scale(value), low: scale(low ?? value), high: scale(high ?? value) },
  )
  const pointUnder = (x: number): void => {
    const index = Math.round(((x - room.left) / Math.max(span, 1)) * (points.length - 1))
    onPoint(Math.max(0, Math.min(points.length - 1, index)))
  }
  if (values.length === 0) return <Nothing width={width} height={height} text={t('interval.few')} />
  return (
    <svg
      aria-hidden
      width={width}
      height={height}
      className="figures block overflow-visible text-tiny [direction:ltr]"
      onPointerMove={(event) => pointUnder(event.clientX - event.currentTarget.getBoundingClientRect().left)}
    >
      <Grid scale={scale} format={format} width={width} />
      {runsOf(drawn).map((run) => (
        <g key={run[0]?.x}>
          <path d={bandBetween(run)} fill="var(--band)" />
          <path
            d={lineThrough(run)}
            fill="none"
            stroke="var(--series)"
            strokeWidth="2.5"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
          {run.length === 1 && run[0] && <Lone point={run[0]} />}
        </g>
      ))}
      {drawn.map(
        (point, index) =>
          point === null && (
            <circle key={index} cx={xOf(index)} cy={bottom} r="3" fill="var(--paper)" stroke="var(--edge)" />
          ),
      )}
      <Times points={points} xOf={xOf} y={height - 6} width={width} />
      <EndLabel points={points} drawn={drawn} format={format} />
      {at !== null && (
        <Reading
          point={points[at]}
          drawn={drawn[at] ?? null}
          x={xOf(at)}
          bottom={bottom}
          width={width}
          format={format}
        />
      )}
    </svg>
  )
}

function Nothing({ width, height, text }: { width: number; height: number; text: string }) {
  return (
    <svg aria-hidden width={width} height={height} className="block text-small">
      <rect
        x="0.5"
        y="0.5"
        width={width - 1}
        height={height - 1}
        rx="12"
        fill="none"
        stroke="var(--edge)"
        strokeDasharray="3 5"
      />
      <text x={width / 2} y={height / 2 + 5} textAnchor="middle" fill="var(--ink-soft)">
        {text}
      </text>
    </svg>
  )
}

function Grid({ scale, format, width }: { scale: Scale; format: (value: number) => string; width: number }) {
  return scale.ticks.map((tick) => (
    <g key={tick}>
      <line x1={room.left} x2={width - room.right} y1={scale(tick)} y2={scale(tick)} stroke="var(--line)" />
      <text x={room.left - 8} y={scale(tick) + 4} textAnchor="end" fill="var(--ink-faint)">
        {format(tick)}
      </text>
    </g>
  ))
}

/** A point without neighbours has no line: its range is drawn as a bar. */
function Lone({ point }: { point: Drawn }) {
  return (
    <>
      <line
        x1={point.x}
        x2={point.x}
        y1={point.low}
        y2={point.high}
        stroke="var(--band)"
        strokeWidth="8"
        strokeLinecap="round"
      />
      <circle cx={point.x} cy={point.y} r="4" fill="var(--series)" />
    </>
  )
}

function Times({
  points,
  xOf,
  y,
  width,
}: {
  points: readonly TrendPoint[]
  xOf: (index: number) => number
  y: number
  width: number
}) {
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(width / 90))))
  return points.map(({ id, when }, index) =>
    (points.length - 1 - index) % every === 0 ? (
      <text key={id} x={xOf(index)} y={y} textAnchor="middle" fill="var(--ink-faint)">
        {when}
      </text>
    ) : null,
  )
}

/** The last known figure stands at the end of its line, instead of a legend. */
function EndLabel({
  points,
  drawn,
  format,
}: {
  points: readonly TrendPoint[]
  drawn: readonly (Drawn | null)[]
  format: (value: number) => string
}) {
  const last = drawn.findLastIndex((point) => point !== null)
  const place = drawn[last]
  const value = points[last]?.value
  if (!place || value === null || value === undefined) return null
  return (
    <>
      <circle cx={place.x} cy={place.y} r="4" fill="var(--series)" />
      <text x={place.x + 9} y={place.y + 5} fill="var(--ink)" className="text-small font-semibold">
        {format(value)}
      </text>
    </>
  )
}

interface ReadingProps {
  point: TrendPoint | undefined
  drawn: Drawn | null
  x: number
  bottom: number
  width: number
  format: (value: number) => string
}

/** What the point under the finger says, in a line above it. */
function Reading({ point, drawn, x, bottom, width, format }: ReadingProps) {
  const t = useWords(uiWords)
  if (!point) return null
  const { when, value, low, high, n } = point
  const range = low === null || high === null ? '' : ` (${format(low)} – ${format(high)})`
  const text = `${when}: ${value === null ? t('interval.few') : format(value) + range} · ${t('interval.answers', { count: n })}`
  const half = text.length * 3.2 + 10
  const middle = Math.max(half, Math.min(width - half, x))
  return (
    <g pointerEvents="none">
      <line x1={x} x2={x} y1={room.top} y2={bottom} stroke="var(--ink-soft)" strokeDasharray="2 3" />
      {drawn && <circle cx={x} cy={drawn.y} r="5" fill="var(--sheet)" stroke="var(--ink)" strokeWidth="2" />}
      <rect x={middle - half} y={-14} width={2 * half} height={24} rx="6" fill="var(--deed)" />
      <text x={middle} y={2} textAnchor="middle" fill="var(--on-deed)">
        {text}
      </text>
    </g>
  )
}
