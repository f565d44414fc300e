import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { uiWords } from './words.ts'

export interface FieldTexts {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** Says so beside the label. Fields are asked for unless they say otherwise. */
  optional?: boolean
  /** The label is read but not drawn, where the place says it already. */
  quietLabel?: boolean
}

export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** A question and its control: label above, hint between, error below, all tied together for readers. */
export function Field({
  label,
  hint,
  error,
  optional,
  quietLabel,
  children,
}: FieldTexts & { children: (control: ControlProps) => ReactNode }) {
  const t = useWords(uiWords)
  const id = useId()
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className={quietLabel ? 'heard-only' : 'text-small font-medium'}>
        {label}
        {optional && <span className="ms-1.5 font-normal text-ink-faint">{t('field.optional')}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="max-w-[60ch] text-small text-ink-soft">
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': told || undefined, 'aria-invalid': error ? true : undefined })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p id={id} className="flex items-start gap-1.5 text-small text-wrong">
      <CircleAlert aria-hidden className="mt-1 size-3.5 shrink-0" />
      {error}
    </p>
  )
}

/** The frame of everything one writes or chooses in. */
export const controlClass =
  'min-h-11 w-full min-w-0 rounded-lg bg-sheet px-3 text-body text-ink ring-1 ring-edge transition-shadow duration-(--quick) ring-inset hover:ring-ink-soft focus-visible:outline-offset-0 disabled:opacity-50 aria-invalid:ring-2 aria-invalid:ring-wrong'
