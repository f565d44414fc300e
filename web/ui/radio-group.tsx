import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { FieldError } from './field.tsx'

interface Choice<V extends string> {
  value: V
  label: string
  hint?: string
  disabled?: boolean
}

interface RadioGroupProps<V extends string> {
  label: string
  hint?: ReactNode
  error?: string | undefined
  value: V | null
  options: readonly Choice<V>[]
  onChange: (value: V) => void
  /** `segments` for a few short words side by side. */
  look?: 'list' | 'segments'
  quietLabel?: boolean
}

export function RadioGroup<V extends string>({
  label,
  hint,
  error,
  look = 'list',
  quietLabel,
  ...rest
}: RadioGroupProps<V>) {
  const id = useId()
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const Rows = look === 'list' ? List : Segments
  return (
    <fieldset className="min-w-0" aria-describedby={told || undefined}>
      <legend className={quietLabel ? 'heard-only' : 'mb-1 text-small font-medium'}>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-small text-ink-soft">
          {hint}
        </p>
      )}
      <Rows {...rest} name={id} />
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}

interface RowsProps<V extends string> extends Pick<RadioGroupProps<V>, 'value' | 'options' | 'onChange'> {
  name: string
}

function List<V extends string>({ name, value, options, onChange }: RowsProps<V>) {
  return options.map((option) => (
    <label key={option.value} className="flex min-h-11 items-start gap-3 py-2.5 has-disabled:opacity-50">
      <input
        type="radio"
        name={name}
        value={option.value}
        checked={option.value === value}
        disabled={option.disabled}
        onChange={() => onChange(option.value)}
        className="mt-0.5 size-5 shrink-0 appearance-none forced-colors:appearance-auto rounded-full bg-sheet ring-1 ring-edge ring-inset checked:border-[6px] checked:border-deed checked:ring-deed focus-visible:rounded-full"
      />
      <span className="min-w-0">
        <span className="block text-body">{option.label}</span>
        {option.hint && <span className="block text-small text-ink-soft">{option.hint}</span>}
      </span>
    </label>
  ))
}

function Segments<V extends string>({ name, value, options, onChange }: RowsProps<V>) {
  return (
    <div className="flex w-fit max-w-full flex-wrap gap-1 rounded-xl bg-well p-1">
      {options.map((option) => (
        <label
          key={option.value}
          className={classNames(
            'thumb grid min-h-8 place-items-center rounded-lg px-3 text-small transition-colors duration-(--quick) has-focus-visible:outline-2 has-focus-visible:outline-focus',
            option.value === value
              ? 'bg-sheet font-semibold shadow-sm forced-colors:outline'
              : 'text-ink-soft hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
            className="heard-only"
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
