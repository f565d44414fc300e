import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { controlClass, Field, type FieldTexts } from './field.tsx'

export interface Option<V extends string = string> {
  value: V
  label: string
  disabled?: boolean
}

interface SelectProps<V extends string>
  extends FieldTexts, Omit<ComponentProps<'select'>, 'className' | 'id' | 'value' | 'onChange' | 'children'> {
  value: V
  options: readonly Option<V>[]
  onChange: (value: V) => void
}

/** The browser's own list: the best there is for a thumb, a keyboard and a reader alike. */
export function Select<V extends string>({
  label,
  hint,
  error,
  optional,
  quietLabel,
  value,
  options,
  onChange,
  ...rest
}: SelectProps<V>) {
  return (
    <Field {...{ label, hint, error, optional, quietLabel }}>
      {(control) => (
        <span className="relative block">
          <select
            {...rest}
            {...control}
            value={value}
            onChange={(event) => onChange(event.target.value as V)}
            className={classNames(controlClass, 'appearance-none truncate pe-9')}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled} className="bg-sheet text-ink">
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-ink-soft"
          />
        </span>
      )}
    </Field>
  )
}
