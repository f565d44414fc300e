import { useId } from 'react'

interface SwitchProps {
  label: string
  /** Read instead of the label, where the label alone would not say what is switched. */
  name?: string
  hint?: string
  checked: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}

/** On or off, at once: what needs a Save is a Checkbox. */
export function Switch({ label, name, hint, checked, disabled, onChange }: SwitchProps) {
  const hintId = useId()
  return (
    <label className="flex min-h-11 items-start gap-3 py-2 has-disabled:opacity-50">
      <span className="relative mt-0.5 inline-flex h-6 w-11 shrink-0">
        <input
          type="checkbox"
          role="switch"
          aria-checked={checked}
          aria-label={name}
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onChange(event.target.checked)}
          className="peer size-full appearance-none forced-colors:appearance-auto rounded-full bg-edge transition-colors duration-(--quick) checked:bg-deed focus-visible:rounded-full"
        />
        <span className="pointer-events-none absolute forced-colors:hidden start-0.5 top-0.5 size-5 rounded-full bg-sheet transition-transform duration-(--quick) peer-checked:translate-x-5 rtl:peer-checked:-translate-x-5 peer-checked:bg-on-deed" />
      </span>
      <span className="min-w-0">
        <span className="block text-body">{label}</span>
        {hint && (
          <span id={hintId} className="block text-small text-ink-soft">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
