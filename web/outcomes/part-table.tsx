import { SCALES, UNITS, type MetricName, type Row } from '#measure/contract'
import { useWords } from '../i18n/use-words.ts'
import { Ruler } from '../ui/interval.tsx'
import { Table } from '../ui/table.tsx'
import { behindPart, VoicesLink } from './voices-link.tsx'
import { sayValue, saysSomething } from './say-figures.ts'
import { outcomesWords } from './words.ts'

interface PartTableProps {
  caption: string
  heading: string
  dimension: string
  rows: readonly Row[]
  metric: MetricName
  period: { from: string; to: string }
  onOnly?: ((value: string) => void) | undefined
}

/** One figure for each part, with its range and n. Parts with too few answers are named underneath, not ranked. */
export function PartTable({ caption, heading, dimension, rows, metric, period, onOnly }: PartTableProps) {
  const t = useWords(outcomesWords)
  const unit = UNITS[metric]
  const known = rows.flatMap((row) => {
    const figure = row.figures[metric]
    return figure && saysSomething(figure) && figure.value !== null && figure.low !== null && figure.high !== null
      ? [
          {
            ...row,
            estimate: { value: figure.value, low: figure.low, high: figure.high },
            n: figure.n,
            full: figure.show === 'full',
          },
        ]
      : []
  })
  const few = rows.filter((row) => !known.some(({ value }) => value === row.value) && row.figures[metric])
  const between = (low: number, high: number): string => `${sayValue(low, unit)} – ${sayValue(high, unit)}`
  return (
    <div>
      {known.length > 0 && (
        <Table
          caption={caption}
          quietCaption
          rows={known}
          rowKey={({ value }) => value}
          columns={[
            { id: 'part', heading, header: true, cell: (row) => <PartName {...{ dimension, period, row }} /> },
            {
              id: 'n',
              heading: metric === 'sentiment' ? t('by.voices') : t('by.answers'),
              figures: true,
              cell: ({ n }) => n.toLocaleString('en-GB'),
            },
            {
              id: 'figure',
              heading: t('by.figure'),
              figures: true,
              cell: ({ estimate, full }) => (
                <span className={full ? 'font-semibold' : 'text-ink-soft'}>{sayValue(estimate.value, unit)}</span>
              ),
            },
            {
              id: 'picture',
              heading: t('by.scale'),
              spare: true,
              cell: ({ estimate }) => (
                <div className="w-32 md:w-44 lg:w-80">
                  <Ruler estimate={estimate} scale={SCALES[unit]} turn={unit === 'points' ? 0 : undefined} />
                </div>
              ),
            },
            {
              id: 'range',
              heading: t('by.range'),
              figures: true,
              cell: ({ estimate }) => (
                <span className="whitespace-nowrap text-ink-soft">{between(estimate.low, estimate.high)}</span>
              ),
            },
            ...(onOnly
              ? [
                  {
                    id: 'only',
                    heading: t('by.look'),
                    spare: true,
                    cell: ({ value, label }: Row) => (
                      <button
                        type="button"
                        aria-label={`${t('by.only')}: ${label}`}
                        onClick={() => onOnly(value)}
                        className="thumb text-tiny text-ink-soft underline underline-offset-4 hover:text-ink"
                      >
                        {t('by.only')}
                      </button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {few.length > 0 && (
        <p className="mt-3 max-w-[68ch] rounded-lg border border-dashed border-edge/60 px-3 py-2 text-small text-ink-soft">
          {t('by.few', {
            names: few.map((row) => t('by.few.row', { name: row.label, n: row.figures[metric]?.n ?? 0 })).join(', '),
          })}
        </p>
      )}
    </div>
  )
}

function PartName({ dimension, period, row }: { dimension: string; period: { from: string; to: string }; row: Row }) {
  const behind = behindPart(period, dimension, row.value)
  const name = <span className="line-clamp-2 max-w-[36ch]">{row.label}</span>
  return behind ? <VoicesLink behind={behind}>{name}</VoicesLink> : name
}
