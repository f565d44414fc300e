import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { uiWords } from './words.ts'

interface ActiveFilter {
  id: string
  label: string
  onRemove: () => void
}

interface FiltersProps {
  /** The search and the controls one chooses with. */
  children: ReactNode
  /** What is filtered by now, each a chip that takes itself away. */
  active?: readonly ActiveFilter[]
  onClear?: () => void
}

/** The bar above a list: what to look for, and plainly what is being left out. */
export function Filters({ children, active = [], onClear }: FiltersProps) {
  const t = useWords(uiWords)
  return (
    <section aria-label={t('filters.label')} className="mb-4">
      <div className="flex flex-wrap items-end gap-2">{children}</div>
      {active.length > 0 && (
        <ul className="mt-3 flex flex-wrap items-center gap-2">
          {active.map(({ id, label, onRemove }) => (
            <li key={id} className="min-w-0">
              <button
                type="button"
                onClick={onRemove}
                aria-label={t('filters.remove', { filter: label })}
                className="thumb inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full bg-band ps-3 pe-2 text-small hover:brightness-95"
              >
                <span className="truncate">{label}</span>
                <X aria-hidden className="size-3.5 shrink-0" />
              </button>
            </li>
          ))}
          {onClear && active.length > 1 && (
            <li>
              <button
                type="button"
                onClick={onClear}
                className="thumb min-h-8 px-2 text-small text-ink-soft underline underline-offset-4 hover:text-ink"
              >
                {t('filters.clear')}
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
