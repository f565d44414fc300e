import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface Bar {
  id: string
  label: ReactNode
  value: number
  low?: number | null
  high?: number | null
  /** At the end of the bar: the figure in words. */
  said: string
  /** Under the figure: what it rests on. */
  rests?: string
  /** A background class; a feeling's own, or the plain one. */
  ground?: string
  onOpen?: (() => void) | undefined
}

interface BarRowsProps {
  label: string
  bars: readonly Bar[]
  /** The longest a bar can be. Bars start at nought. */
  most?: number
}

/** Shares beside each other: name, bar with the range it probably lies in, figure. */
export function BarRows({
  label,
  bars,
  most = Math.max(...bars.map(({ value, high }) => high ?? value), 0),
}: BarRowsProps) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {bars.map((bar) => (
        <BarRow key={bar.id} bar={bar} most={most} />
      ))}
    </ul>
  )
}

function BarRow({ bar, most }: { bar: Bar; most: number }) {
  const row = (
    <>
      <span className="col-span-2 min-w-0 truncate text-start text-small sm:col-span-1">{bar.label}</span>
      <BarPicture bar={bar} most={most} />
      <span className="figures text-end text-small whitespace-nowrap">
        <span className="font-semibold">{bar.said}</span>
        {bar.rests && <span className="ms-2 text-tiny text-ink-faint">{bar.rests}</span>}
      </span>
    </>
  )
  const grid =
    'grid min-h-11 w-full grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 py-1.5 sm:grid-cols-[minmax(7rem,14rem)_1fr_auto]'
  return (
    <li className="border-b border-line last:border-0">
      {bar.onOpen ? (
        <button type="button" onClick={bar.onOpen} className={classNames(grid, 'hover:bg-well/60')}>
          {row}
        </button>
      ) : (
        <div className={grid}>{row}</div>
      )}
    </li>
  )
}

/** Solid as far as it is sure, faint where it may end, and a tick where it most likely does. */
function BarPicture({ bar: { value, low, high, ground = 'bg-series' }, most }: { bar: Bar; most: number }) {
  const percent = (x: number): string => `${most > 0 ? Math.max(0, Math.min(100, (100 * x) / most)) : 0}%`
  const unsure = low !== undefined && low !== null && high !== undefined && high !== null
  return (
    <span aria-hidden className="drawn relative h-3.5 min-w-0">
      {unsure && (
        <span
          className={classNames('absolute inset-y-0 start-0 rounded-sm opacity-35', ground)}
          style={{ width: percent(high) }}
        />
      )}
      <span
        className={classNames('absolute inset-y-0 start-0 rounded-s-sm', ground)}
        style={{ width: percent(unsure ? low : value) }}
      />
      {unsure && (
        <span
          className="absolute inset-y-[-3px] w-1 -translate-x-1/2 rounded-full bg-ink rtl:translate-x-1/2"
          style={{ insetInlineStart: percent(value) }}
        />
      )}
    </span>
  )
}
