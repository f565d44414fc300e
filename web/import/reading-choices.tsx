import type { Import, ImportMapping } from '#listen/contract'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import type { Scale } from './edit-mapping.ts'
import { importWords } from './words.ts'

interface ChoiceProps {
  mapping: ImportMapping
  change: (to: ImportMapping) => void
}

const scales: readonly Scale[] = [
  { kind: 'star', min: 1, max: 5 },
  { kind: 'star', min: 0, max: 10 },
  { kind: 'star', min: 0, max: 100 },
  { kind: 'nps', min: 0, max: 10 },
  { kind: 'csat', min: 1, max: 5 },
  { kind: 'ces', min: 1, max: 7 },
]

const spelt = ({ kind, min, max }: Scale): string => `${kind} ${min} ${max}`

function scaleText({ kind, min, max }: Scale, t: Translate<typeof importWords.texts>): string {
  return t(kind === 'star' && max !== 5 ? 'scale.bent' : `scale.${kind}`, { min, max })
}

/** A 4 is good of five and poor of ten: what a score means is for the reader to confirm. */
export function ScoreScale({ score, onChange }: { score: Scale | null; onChange: (score: Scale) => void }) {
  const t = useWords(importWords)
  if (!score) return null
  const offered = scales.some((scale) => spelt(scale) === spelt(score)) ? scales : [score, ...scales]
  return (
    <Select
      label={t('scale.label')}
      value={spelt(score)}
      options={offered.map((scale) => ({ value: spelt(scale), label: scaleText(scale, t) }))}
      onChange={(chosen) => onChange(offered.find((scale) => spelt(scale) === chosen) ?? score)}
    />
  )
}

/** Asked only where the column itself leaves it open. */
export function DateOrder({ mapping, preview, change }: ChoiceProps & { preview: Import['preview'] }) {
  const t = useWords(importWords)
  const header = mapping.fields['said_at'] ?? mapping.fields['ordered_at']
  const open = preview.rows.some(({ values }) =>
    /^\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(values[header ?? ''] ?? ''),
  )
  if (!open) return null
  return (
    <RadioGroup
      label={t('order.label')}
      look="segments"
      value={mapping.dateOrder}
      options={[
        { value: 'dmy', label: t('order.dmy') },
        { value: 'mdy', label: t('order.mdy') },
      ]}
      onChange={(dateOrder) => change({ ...mapping, dateOrder })}
    />
  )
}

export function Decimal({ mapping, change }: ChoiceProps) {
  const t = useWords(importWords)
  if (mapping.fields['total'] === undefined) return null
  return (
    <Select
      label={t('decimal.label')}
      value={mapping.decimal ?? ''}
      options={[
        { value: '', label: t('decimal.auto') },
        { value: ',', label: t('decimal.comma') },
        { value: '.', label: t('decimal.point') },
      ]}
      onChange={(decimal) => change({ ...mapping, decimal: decimal === '' ? null : decimal })}
    />
  )
}
