import { TriangleAlert } from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Problem } from '../ui/problem.ts'
import { importWords } from './words.ts'

const known = [
  'empty_file',
  'not_a_table',
  'damaged_file',
  'old_workbook',
  'locked_workbook',
  'no_such_sheet',
  'unpacks_too_large',
  'too_many_columns',
  'file_too_large',
  'disk_full',
] as const

/** Why a file was not taken, in the server's words, and what to do about it in ours. */
export function UploadTrouble({ error }: { error: unknown }) {
  const t = useWords(importWords)
  const code = error instanceof Problem ? known.find((name) => name === error.code) : undefined
  if (!code || !(error instanceof Problem)) return <ErrorNotice error={error} />
  return (
    <div role="alert" className="flex gap-4 rounded-xl bg-wrong-wash p-4 text-ink sm:p-5">
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-wrong" />
      <div className="min-w-0">
        <p className="font-semibold">{error.detail || t('trouble.too_big_here')}</p>
        <p className="mt-0.5 max-w-[68ch] text-small text-ink-soft">{t(`trouble.${code}`)}</p>
      </div>
    </div>
  )
}
