import { feelingGround } from '../ui/feeling.ts'
import { BarRows } from '../ui/bar-row.tsx'
import { FeelingShape } from '../ui/feeling-mark.tsx'
import { Interval } from '../ui/interval.tsx'
import { Sparkline } from '../ui/sparkline.tsx'
import { Table } from '../ui/table.tsx'
import { TrendLine, type TrendPoint } from '../ui/trend-line.tsx'
import { Shown } from './shown.tsx'

const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(Math.round(value))}`
const percent = new Intl.NumberFormat('en-GB', { style: 'percent' })
const share = (value: number): string => percent.format(value)

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov']
const course: (readonly [number, number, number] | null)[] = [
  [18, 24, 31],
  [22, 20, 38],
  [25, 19, 44],
  null,
  [31, 22, 29],
  [29, 18, 51],
  [34, 17, 55],
  [38, 16, 61],
  [33, 15, 66],
  [41, 14, 72],
  [45, 14, 100],
]

const points: TrendPoint[] = months.map((when, at) => {
  const known = course[at]
  if (!known) return { id: when, when, value: null, low: null, high: null, n: 4 }
  const [value, half, n] = known
  return { id: when, when, value, low: value - half, high: Math.min(100, value + half), n }
})

const rows = [
  { name: 'Ada Brandt', voices: 14, last: '2 days ago' },
  { name: 'Priya Nair', voices: 9, last: 'last week' },
  { name: 'Henrik Sand', voices: 3, last: '4 weeks ago' },
]

export function Figures() {
  return (
    <>
      <Shown title="Figures with their range">
        <div className="grid gap-8 sm:grid-cols-3">
          <Interval
            label="Would recommend (NPS)"
            estimate={{ value: 45, low: 29.3, high: 58, n: 100 }}
            scale={[-100, 100]}
            turn={0}
            format={signed}
          />
          <Interval
            label="Satisfied"
            estimate={{ value: 0.7, low: 0.397, high: 0.892, n: 10 }}
            scale={[0, 1]}
            format={share}
          />
          <Interval
            label="Felt heard"
            estimate={{ value: null, low: null, high: null, n: 6 }}
            scale={[0, 1]}
            format={share}
            needed={10}
          />
        </div>
      </Shown>
      <Shown title="Over time">
        <TrendLine label="Would recommend, by month" points={points} format={signed} />
      </Shown>
      <Shown title="Nothing to draw yet">
        <TrendLine
          label="Felt heard, by month"
          points={points.map((point) => ({ ...point, value: null, low: null, high: null, n: 2 }))}
          format={share}
          height={120}
        />
      </Shown>
      <Shown title="Beside each other">
        <BarRows
          label="What people feel"
          bars={(
            [
              ['joy', 'Joy', 0.46, 0.05, 1150],
              ['anger', 'Anger', 0.19, 0.04, 475],
              ['sadness', 'Sadness', 0.12, 0.03, 300],
              ['fear', 'Worry', 0.08, 0.03, 200],
            ] as const
          ).map(([feeling, word, value, half, n]) => ({
            id: feeling,
            label: (
              <span className="inline-flex items-center gap-2">
                <FeelingShape feeling={feeling} />
                {word}
              </span>
            ),
            value,
            low: value - half,
            high: value + half,
            said: share(value),
            rests: `${n} voices`,
            ground: feelingGround[feeling],
            onOpen: () => undefined,
          }))}
        />
      </Shown>
      <Shown title="Table and sparkline">
        <Table
          caption="Who said most this month"
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { id: 'name', heading: 'Person', header: true, cell: ({ name }) => name },
            {
              id: 'course',
              heading: 'Mood',
              spare: true,
              cell: () => <Sparkline label="rising" values={[2, 3, 2.5, null, 4, 3.8, 5]} />,
            },
            { id: 'last', heading: 'Last heard', cell: ({ last }) => last },
            { id: 'voices', heading: 'Voices', figures: true, cell: ({ voices }) => voices },
          ]}
        />
      </Shown>
    </>
  )
}
