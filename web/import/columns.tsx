import { useId, useState } from 'react'
import { MAPPING_WHY, type Import, type ImportMapping } from '#listen/contract'
import { catalogue } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Why } from '../ui/why.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Consents } from './consents.tsx'
import { retarget, takeColumn } from './edit-mapping.ts'
import { FieldRow } from './field-row.tsx'
import { fieldsShown, type Field } from './fields.ts'
import { Answers, OtherColumns } from './other-columns.tsx'
import { DateOrder, Decimal, ScoreScale } from './reading-choices.tsx'
import type { Deeds } from './start-bar.tsx'
import { importWords } from './words.ts'

const mappingWhyWords = catalogue('mapping-why', MAPPING_WHY)

const TARGETS = ['voices', 'persons', 'orders'] as const

interface ColumnsProps {
  of: Import
  deeds: Deeds
  disabled: boolean
}

/** What Heed took for what and why, each to be changed. A change is saved at once and seen in the first rows. */
export function Columns({ of, deeds, disabled }: ColumnsProps) {
  const t = useWords(importWords)
  const titleId = useId()
  const workspace = useWorkspace()
  const { mapping, preview, sheet } = of
  const change = (to: ImportMapping): void => deeds.map.mutate(to)
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <div className="mb-4 flex flex-wrap items-center gap-x-6">
        <h2 id={titleId} className="text-lead font-semibold">
          {t('columns.title')}
        </h2>
        <Why path={workspace.path('imports', of.id, 'explanation')} words={mappingWhyWords} />
      </div>
      <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-6">
        {preview.sheets.length > 1 && (
          <Select
            label={t('columns.sheet')}
            value={sheet ?? preview.sheets[0] ?? ''}
            options={preview.sheets.map((name) => ({ value: name, label: name }))}
            onChange={(name) => deeds.sheet.mutate(name)}
          />
        )}
        <RadioGroup
          label={t('columns.target')}
          look="segments"
          value={mapping.target}
          options={TARGETS.map((value) => ({ value, label: t(`target.${value}`) }))}
          onChange={(target) => change(retarget(mapping, preview, target))}
        />
        <Fields key={`${of.id} ${mapping.target} ${sheet ?? ''}`} mapping={mapping} preview={preview} change={change} />
      </fieldset>
    </section>
  )
}

interface FieldsProps {
  mapping: ImportMapping
  preview: Import['preview']
  change: (to: ImportMapping) => void
}

/** Which rows stand open is settled once: a row that moved while it is being changed would take the keyboard with it. */
function Fields({ mapping, preview, change }: FieldsProps) {
  const t = useWords(importWords)
  const [{ shown, hidden }] = useState(() => fieldsShown(mapping))
  const [answered] = useState(() => mapping.answers.map(({ header }) => header))
  const row = (field: Field) => (
    <FieldRow
      key={field}
      field={field}
      mapping={mapping}
      preview={preview}
      onChoose={(header) => change(takeColumn(mapping, preview, field, header))}
    >
      {field === 'score' && <ScoreScale score={mapping.score} onChange={(score) => change({ ...mapping, score })} />}
      {(field === 'said_at' || field === 'ordered_at') && (
        <DateOrder mapping={mapping} preview={preview} change={change} />
      )}
      {field === 'total' && <Decimal mapping={mapping} change={change} />}
    </FieldRow>
  )
  return (
    <>
      <Answers answered={answered} mapping={mapping} preview={preview} change={change} />
      {shown.map(row)}
      {mapping.target === 'persons' && <Consents mapping={mapping} preview={preview} change={change} />}
      <Source mapping={mapping} change={change} />
      <details>
        <summary className="thumb w-fit text-small font-medium underline-offset-4 hover:underline">
          {t('columns.more')}
        </summary>
        <div className="mt-4 flex flex-col gap-6">
          {hidden.map(row)}
          <p className="text-small text-ink-soft">
            {t('columns.zone', { zone: mapping.timeZone.replaceAll('_', ' ') })}
          </p>
        </div>
      </details>
      <OtherColumns answered={answered} mapping={mapping} preview={preview} change={change} />
    </>
  )
}

/** Kept when one leaves the field, so that half a word is never saved. */
function Source({ mapping, change }: { mapping: ImportMapping; change: (to: ImportMapping) => void }) {
  const t = useWords(importWords)
  return (
    <TextInput
      label={t('columns.source')}
      hint={t('columns.sourceHint')}
      defaultValue={mapping.source}
      maxLength={60}
      onBlur={(event) => {
        const source = event.target.value.trim()
        if (source && source !== mapping.source) change({ ...mapping, source })
      }}
    />
  )
}
