import { METRICS, type MetricName, type Outcomes } from '#measure/contract'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { Select } from '../ui/select.tsx'
import { ChooseAttributes } from './choose-attributes.tsx'
import { PartTable } from './part-table.tsx'
import type { OutcomesSearch } from './search.ts'
import { outcomesWords } from './words.ts'

const NAMED = ['source', 'channel', 'language', 'survey', 'question', 'topic'] as const

export function sayDimension(t: Translate<typeof outcomesWords.texts>, dimension: string): string {
  const named = NAMED.find((name) => name === dimension)
  return named ? t(`dimension.${named}`) : t('dimension.attribute', { name: dimension.slice('attribute:'.length) })
}

interface BreakdownProps {
  outcomes: Outcomes
  search: OutcomesSearch
  onSearch: (change: OutcomesSearch) => void
}

/** The same figure for each source, language, question or group of persons, beside each other. */
export function Breakdown({ outcomes: { dimensions, breakdown, metrics, period }, search, onSearch }: BreakdownProps) {
  const t = useWords(outcomesWords)
  const offered = metrics.map(({ metric }) => metric)
  if (dimensions.length === 0 || offered.length === 0) return null
  const metric = METRICS.find((name) => name === search.figure && offered.includes(name)) ?? offered[0] ?? 'sentiment'
  return (
    <div className="mt-10">
      <h3 className="text-body font-semibold">{t('by.title')}</h3>
      <p className="mb-3 text-small text-ink-soft">{t('by.lead')}</p>
      <div className="mb-4 flex flex-wrap gap-3">
        <div className="w-full sm:w-64">
          <Select
            label={t('by.dimension')}
            value={search.by ?? ''}
            options={[
              { value: '', label: t('by.none') },
              ...dimensions.map(({ dimension }) => ({ value: dimension, label: sayDimension(t, dimension) })),
            ]}
            onChange={(by) => onSearch({ ...search, ...(by ? { by } : { by: undefined }) } as OutcomesSearch)}
          />
        </div>
        {search.by && offered.length > 1 && (
          <div className="w-full sm:w-64">
            <Select<MetricName>
              label={t('by.metric')}
              value={metric}
              options={offered.map((name) => ({ value: name, label: t(`metric.${name}`) }))}
              onChange={(figure) => onSearch({ ...search, figure })}
            />
          </div>
        )}
      </div>
      {breakdown && (
        <PartTable
          caption={`${t(`metric.${metric}`)}, ${sayDimension(t, breakdown.dimension)}`}
          heading={t('by.part')}
          dimension={breakdown.dimension}
          rows={breakdown.rows}
          metric={metric}
          period={period}
          onOnly={(value) => onSearch({ ...search, only: `${breakdown.dimension}=${value}` })}
        />
      )}
      <ChooseAttributes />
    </div>
  )
}
