import { TriangleAlert } from 'lucide-react'
import type { Import } from '#listen/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { useWorkspace } from '../ui/workspace.ts'
import { Columns } from './columns.tsx'
import { warningsLeft } from './edit-mapping.ts'
import { FirstLook } from './first-look.tsx'
import { mayBringIn, useImportDeeds } from './imports-query.ts'
import { percentOf } from './percent.ts'
import { StartBar } from './start-bar.tsx'
import { importWords } from './words.ts'

const SURE = 0.6

/** Before anything comes in: what the file was taken for, how its first rows will look, and what could be changed. */
export function PreviewView({ of }: { of: Import }) {
  const may = mayBringIn(useWorkspace())
  const deeds = useImportDeeds(of.id)
  return (
    <>
      <LooksLike of={of} />
      <Warnings of={of} />
      <StartBar of={of} may={may} deeds={deeds} />
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <FirstLook of={of} />
        <Columns of={of} deeds={deeds} disabled={!may || of.status !== 'ready'} />
      </div>
    </>
  )
}

function LooksLike({ of: { mapping, preview } }: { of: Import }) {
  const t = useWords(importWords)
  const language = useLanguage()
  const { shape, target } = mapping
  const percent = percentOf(preview.confidence, language)
  return (
    <p className="max-w-[68ch] text-lead">
      {shape === 'generic' ? t(`shape.generic.${target}`) : t(`shape.${shape}`)}{' '}
      <span className="text-ink-soft">
        {preview.confidence >= SURE ? t('sure', { percent }) : t('unsure', { percent })}
      </span>
    </p>
  )
}

function Warnings({ of: { mapping, preview } }: { of: Import }) {
  const warnings = warningsLeft(mapping, preview)
  if (warnings.length === 0) return null
  return (
    <ul className="mt-4 flex max-w-[72ch] flex-col gap-2 text-small">
      {warnings.map(({ code, header, detail }) => (
        <li key={`${code} ${header ?? ''}`} className="flex gap-3">
          <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-ink-soft" />
          <span className="min-w-0">{detail}</span>
        </li>
      ))}
    </ul>
  )
}
