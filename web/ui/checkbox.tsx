import { Check, Minus } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { FieldError } from './field.tsx'

interface CheckboxProps {
  label: ReactNode
  hint?: ReactNode
  error?: string
  name?: string
  checked: boolean
  /** Some of what it stands for, not all. */
  partly?: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

export function Checkbox({ label, hint, error, partly = false, onChange, ...rest }: CheckboxProps) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly
  }, [partly])
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const Sign = partly ? Minus : Check
  return (
    <div>
      <label className="flex min-h-11 items-start gap-3 py-2.5 has-disabled:opacity-50">
        <span className="relative mt-0.5 grid size-5 shrink-0 place-items-center">
          <input
            {...rest}
            ref={box}
            type="checkbox"
            aria-describedby={told || undefined}
            aria-invalid={error ? true : undefined}
            onChange={(event) => onChange(event.target.checked)}
            className="peer col-start-1 row-start-1 size-5 appearance-none forced-colors:appearance-auto rounded-md bg-sheet ring-1 ring-edge transition-colors duration-(--quick) ring-inset checked:bg-deed checked:ring-deed indeterminate:bg-deed indeterminate:ring-deed aria-invalid:ring-2 aria-invalid:ring-wrong"
          />
          <Sign
            aria-hidden
            strokeWidth={3}
            className="pointer-events-none forced-colors:hidden col-start-1 row-start-1 size-3.5 text-on-deed opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-100"
          />
        </span>
        <span className="min-w-0">
          <span className="block text-body">{label}</span>
          {hint && (
            <span id={`${id}-hint`} className="block text-small text-ink-soft">
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
