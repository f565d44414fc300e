import type { Import, ImportMapping } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Select } from '../ui/select.tsx'
import { otherColumns, putColumn, scaleAnswer, type Use } from './edit-mapping.ts'
import { holdsText } from './field-row.tsx'
import { ScoreScale } from './reading-choices.tsx'
import { importWords } from './words.ts'

/** As many as an import keeps beside a row. */
const MOST_KEPT = 60

interface OtherColumnsProps {
  mapping: ImportMapping
  preview: Import['preview']
  change: (to: ImportMapping) => void
  /** Columns that stood as answers when the page was opened; they keep their place, whatever becomes of them. */
  answered: readonly string[]
}

/** Columns that answer a question of their own, as survey exports have them. */
export function Answers({ answered, mapping, preview, change }: OtherColumnsProps) {
  const t = useWords(importWords)
  const answers = otherColumns(mapping, preview).filter(({ header }) => inAnswers(answered, mapping, header))
  if (answers.length === 0) return null
  return (
    <div>
      <p className="text-small text-ink-soft">
        {t('columns.answers', { count: answers.filter(({ use }) => use === 'answer').length })}
      </p>
      <ColumnUses columns={answers} {...{ mapping, preview, change }} />
    </div>
  )
}

const inAnswers = (answered: readonly string[], { target }: ImportMapping, header: string): boolean =>
  target === 'voices' && answered.includes(header)

/** The columns no field has taken: kept beside each one, or left in the file. */
export function OtherColumns({ answered, mapping, preview, change }: OtherColumnsProps) {
  const t = useWords(importWords)
  const others = otherColumns(mapping, preview).filter(({ header }) => !inAnswers(answered, mapping, header))
  if (others.length === 0) return null
  return (
    <details>
      <summary className="thumb w-fit text-small font-medium underline-offset-4 hover:underline">
        {t('columns.others', { count: others.length })}
      </summary>
      <p className="mt-2 text-small text-ink-soft">{t(`columns.othersLead.${mapping.target}`)}</p>
      <ColumnUses columns={others} {...{ mapping, preview, change }} />
    </details>
  )
}

function ColumnUses({
  columns,
  mapping,
  preview,
  change,
}: Omit<OtherColumnsProps, 'answered'> & { columns: ReturnType<typeof otherColumns> }) {
  const t = useWords(importWords)
  const full = mapping.attributes.length >= MOST_KEPT
  return (
    <div className="mt-4 flex flex-col gap-5">
      {columns.map(({ header, use, scale }) => (
        <div key={header} className="flex min-w-0 flex-col gap-1">
          <Select<Use>
            label={header}
            value={use}
            options={[
              { value: 'keep', label: t('use.keep'), disabled: use !== 'keep' && full },
              ...(mapping.target === 'voices'
                ? [{ value: 'answer' as const, label: t(scale ? 'use.score' : 'use.answer') }]
                : []),
              { value: 'leave', label: t('use.leave') },
            ]}
            onChange={(chosen) => change(putColumn(mapping, preview, header, chosen))}
          />
          <p className="truncate text-tiny text-ink-faint">{holdsText(preview, header, t)}</p>
          <ScoreScale score={scale} onChange={(score) => change(scaleAnswer(mapping, header, score))} />
        </div>
      ))}
    </div>
  )
}
