import type { ReactNode } from 'react'
import type { Import, ImportMapping } from '#listen/contract'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { Select } from '../ui/select.tsx'
import { samplesOf } from './edit-mapping.ts'
import type { Field } from './fields.ts'
import { importWords } from './words.ts'

const PROBABLY = 0.85
const GUESS = 0.6
const IN_LIST = 40
const BELOW = 44

type Preview = Import['preview']

interface FieldRowProps {
  field: Field
  mapping: ImportMapping
  preview: Preview
  onChoose: (header: string | null) => void
  children: ReactNode
}

/** One field of Heed: the column it comes from, why, and what that column holds. */
export function FieldRow({ field, mapping, preview, onChoose, children }: FieldRowProps) {
  const t = useWords(importWords)
  const header = mapping.fields[field]
  const options = preview.headers.map((name) => {
    const [sample] = samplesOf(preview, name)
    return { value: name, label: sample ? t('columns.option', { header: name, sample: cut(sample, IN_LIST) }) : name }
  })
  return (
    <div className="flex flex-col gap-1.5">
      <Select
        label={t(`field.${field}`)}
        value={header ?? ''}
        options={[{ value: '', label: t('columns.none') }, ...options]}
        hint={header !== undefined ? whyText(field, header, preview, t) : undefined}
        onChange={(chosen) => onChoose(chosen === '' ? null : chosen)}
      />
      {children}
    </div>
  )
}

type T = Translate<typeof importWords.texts>

function whyText(field: Field, header: string, preview: Preview, t: T): string {
  const found = preview.found[field]
  if (!found || found.header !== header) return t('columns.yours')
  if (found.confidence >= PROBABLY) return found.why
  return `${found.confidence >= GUESS ? t('columns.probably') : t('columns.guess')} ${found.why}`
}

export function holdsText(preview: Preview, header: string, t: T): string {
  const samples = samplesOf(preview, header).map((value) => t('columns.quoted', { value: cut(value, BELOW) }))
  return samples.length > 0 ? t('columns.holds', { samples: samples.join(', ') }) : t('columns.blank')
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text
