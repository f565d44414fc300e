import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Disagreements, type DisagreementRow } from '#trust/contract'
import { useLanguage } from '../../i18n/language.ts'
import { useWords, type Translate } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SkeletonText } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { readerWords } from './words.ts'

const KNOWN = ['sentiment', 'kind', 'language', 'month', 'rule'] as const
type Dimension = (typeof KNOWN)[number]

/** How often people here said otherwise than the machine, among all it said. */
export function DisagreementsSection({ of }: { of: 'reader' | 'today' }) {
  const t = useWords(readerWords)
  const workspace = useWorkspace()
  const path =
    of === 'reader' ? workspace.path('models', 'reader', 'disagreements') : workspace.path('today', 'disagreements')
  const found = useQuery({
    queryKey: [workspace.id, 'disagreements', of],
    queryFn: ({ signal }) => api.get(path, { schema: Disagreements, signal }),
  })
  return (
    <Section title={t(`${of}.title`)} lead={t(`${of}.lead`)}>
      {found.isPending && <SkeletonText lines={4} />}
      {found.isError && <ErrorNotice error={found.error} retry={found.refetch} />}
      {found.data && <Counted found={found.data} of={of} />}
    </Section>
  )
}

function Counted({ found, of }: { found: Disagreements; of: 'reader' | 'today' }) {
  const t = useWords(readerWords)
  const language = useLanguage()
  const dimensions = found.by.filter(({ rows }) => rows.length > 0).map(({ dimension }) => dimension as Dimension)
  const [chosen, setChosen] = useState<Dimension | null>(null)
  const percent = (value: number): string =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)
  const share = ({ share: part, low, high, show }: DisagreementRow): string =>
    part === null || low === null || high === null || show === 'none' || show === 'counts-only'
      ? t('few')
      : t('share', { share: percent(part), low: percent(low), high: percent(high) })
  if (found.all.verdicts === 0) return <p className="text-ink-soft">{t('nothing')}</p>
  const dimension = chosen ?? dimensions[0] ?? 'month'
  const rows = found.by.find((one) => one.dimension === dimension)?.rows ?? []
  return (
    <>
      <p className="mb-4 max-w-[68ch]">
        {t(`${of}.all`, { verdicts: found.all.verdicts, disagreed: found.all.disagreed })}{' '}
        <span className="figures text-ink-soft">{share(found.all)}</span>
      </p>
      <div className="mb-3">
        <RadioGroup
          label={t('by')}
          quietLabel
          look="segments"
          value={dimension}
          options={dimensions.map((value) => ({ value, label: t(`by.${value}`) }))}
          onChange={setChosen}
        />
      </div>
      <Table
        caption={t(`by.${dimension}`)}
        quietCaption
        columns={[
          {
            id: 'value',
            heading: t(`by.${dimension}`),
            header: true,
            cell: (row) => nameOf(dimension, row.value, language, t),
          },
          {
            id: 'verdicts',
            heading: t('col.verdicts'),
            figures: true,
            cell: (row) => row.verdicts.toLocaleString(language),
          },
          {
            id: 'disagreed',
            heading: t('col.disagreed'),
            figures: true,
            cell: (row) => row.disagreed.toLocaleString(language),
          },
          { id: 'share', heading: t('col.share'), figures: true, cell: share },
        ]}
        rows={rows}
        rowKey={(row) => row.value}
      />
    </>
  )
}

function nameOf(dimension: Dimension, value: string, language: string, t: Translate<typeof readerWords.texts>): string {
  if (value === '') return t('value.none')
  if (dimension === 'language') return new Intl.DisplayNames(language, { type: 'language' }).of(value) ?? value
  if (dimension === 'month')
    return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${value}-01T00:00:00Z`),
    )
  return t(`value.${value as 'negative'}`)
}
