/** How people feel, what moves it, what was done and whether it helped, for one period, from the counts. */
import { Refusal, type App, type Tx } from '#platform'
import { isOff, type Who } from '#trust'
import { CONTRASTS } from './automations.ts'
import { doneIn } from './see-done.ts'
import { changeOf } from './change.ts'
import { contrastsOf } from './contrasts.ts'
import {
  METRICS,
  NPS_NOTE,
  type Dimension,
  type Metric,
  type MetricName,
  type Outcomes,
  type OutcomesQuery,
  type Row,
} from './contract.ts'
import { addCounts, countOf, type Counts } from './counts.ts'
import { figureOf, unitOf } from './figure.ts'
import { before, dayIn, lengthOf, periodOf, type Period } from './period.ts'
import { sharesOf } from './shares.ts'
import {
  countVoicesByPart,
  findFreshness,
  listCounts,
  listSurveyNames,
  sumByPart,
  sumCounts,
  type PartCounts,
} from './store.ts'
import { finestUnit, trendOf, type Dated } from './trend.ts'

const WHOLE = { dimension: '', value: '' }
const MOST_ROWS = 60
const MOST_TOPICS = 14

type Part = { dimension: string; value: string }

export async function seeOutcomes(app: App, who: Who, query: OutcomesQuery): Promise<Outcomes> {
  const part = partIn(query.only)
  return app.db.inOpenWorkspace(who.workspaceId, async (tx) => {
    const fresh = await findFreshness(tx)
    const now = app.clock.now()
    const period =
      query.from && query.to
        ? { from: query.from, to: query.to }
        : periodOf(query.span, dayIn(fresh.timezone, now), fresh.firstDay, fresh.lastDay)
    const earlier = comparable(period, fresh.firstDay)
    const dated = await listCounts(tx, part, period, finestUnit(period))
    const counts = addCounts(dated.map((row) => row.counts))
    const countsBefore = earlier ? await sumCounts(tx, part, earlier) : null
    const parts = await sumByPart(tx, period)
    const label = await labels(tx, parts, part)
    const whole = part.dimension === ''
    const shown = shownDimensions(query, whole)
    const heardBefore = earlier ? await countVoicesByPart(tx, earlier, shown) : null
    const rowsBy = (dimension: string) => rowsOf(dimension, parts, heardBefore, label)
    return {
      period: { ...period, days: lengthOf(period) },
      before: earlier && { ...earlier, days: lengthOf(earlier) },
      timezone: fresh.timezone,
      asOf: fresh.countedAt?.toISOString() ?? null,
      counting: fresh.stale,
      firstDay: fresh.firstDay,
      only: whole ? null : { ...part, label: label(part.dimension, part.value) },
      voices: countOf(counts, 'voices'),
      voicesBefore: countsBefore && countOf(countsBefore, 'voices'),
      unread: countOf(counts, 'sentiment_unclear'),
      metrics: metricsOf(period, dated, counts, countsBefore),
      shares: sharesOf(counts, countsBefore),
      topics: whole ? rowsBy('topic').slice(0, MOST_TOPICS) : [],
      contrasts: whole && !(await isOff(tx, CONTRASTS)) ? contrastsOf(counts, parts, label) : [],
      done: whole ? await doneIn(tx, period, earlier, fresh.timezone, now) : null,
      dimensions: dimensionsOf(parts),
      breakdown: query.by ? { dimension: query.by, rows: rowsBy(query.by).slice(0, MOST_ROWS) } : null,
      notes: countOf(counts, 'voices') > 0 && figureOf('nps', counts).n > 0 ? [NPS_NOTE] : [],
    }
  })
}

function partIn(only: string | undefined): Part {
  if (!only) return WHOLE
  const at = only.indexOf('=')
  if (at < 1)
    throw new Refusal('no_such_breakdown', 'Name a part as dimension=value, such as source=google.', [
      { field: 'only', reason: 'is not dimension=value' },
    ])
  return { dimension: only.slice(0, at), value: only.slice(at + 1) }
}

/** The period before, from the first day anything was heard; null where nothing can have been heard in it. */
function comparable(period: Period, firstDay: string | null): Period | null {
  const earlier = before(period)
  if (firstDay === null || firstDay > earlier.to) return null
  return firstDay > earlier.from ? { from: firstDay, to: earlier.to } : earlier
}

const shownDimensions = (query: OutcomesQuery, whole: boolean): string[] => [
  ...new Set([...(whole ? ['topic'] : []), ...(query.by ? [query.by] : [])]),
]

/** Survey ids have names; everything else is called what it is called. */
async function labels(
  tx: Tx,
  parts: readonly PartCounts[],
  part: Part,
): Promise<(dimension: string, value: string) => string> {
  const needed = part.dimension === 'survey' || parts.some((row) => row.dimension === 'survey')
  const names = needed ? await listSurveyNames(tx) : new Map<string, string>()
  return (dimension, value) => (dimension === 'survey' ? (names.get(value) ?? value) : value)
}

function metricsOf(period: Period, dated: readonly Dated[], counts: Counts, countsBefore: Counts | null): Metric[] {
  return METRICS.flatMap((metric) => {
    const figure = figureOf(metric, counts)
    const earlier = countsBefore && figureOf(metric, countsBefore)
    if (figure.n === 0 && !figure.counts['asked'] && !earlier?.n) return []
    const unit = unitOf(metric)
    return [
      {
        metric,
        unit,
        figure,
        change: earlier && changeOf(earlier, figure, unit),
        trend: trendOf(metric, period, dated),
      },
    ]
  })
}

function rowsOf(
  dimension: string,
  parts: readonly PartCounts[],
  heardBefore: Map<string, number> | null,
  label: (dimension: string, value: string) => string,
): Row[] {
  return parts
    .filter((part) => part.dimension === dimension)
    .map(({ value, counts }) => ({
      value,
      label: label(dimension, value),
      voices: countOf(counts, 'voices'),
      voicesBefore: heardBefore?.get(`${dimension}=${value}`) ?? 0,
      figures: Object.fromEntries(
        METRICS.map((metric): [MetricName, ReturnType<typeof figureOf>] => [metric, figureOf(metric, counts)]).filter(
          ([, figure]) => figure.n > 0,
        ),
      ),
    }))
}

/** By what the period can be broken down: whatever has at least two values. Topics have a list of their own. */
function dimensionsOf(parts: readonly PartCounts[]): Dimension[] {
  const values = new Map<string, number>()
  for (const { dimension } of parts) if (dimension !== 'topic') values.set(dimension, (values.get(dimension) ?? 0) + 1)
  return [...values].filter(([, count]) => count > 1).map(([dimension, count]) => ({ dimension, values: count }))
}
