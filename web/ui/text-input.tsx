import type { ComponentProps } from 'react'
import { controlClass, Field, type FieldTexts } from './field.tsx'

type TextInputProps = FieldTexts & Omit<ComponentProps<'input'>, 'className' | 'id' | 'children'>

export function TextInput({ label, hint, error, optional, quietLabel, type = 'text', ...rest }: TextInputProps) {
  return (
    <Field {...{ label, hint, error, optional, quietLabel }}>
      {(control) => (
        <input {...rest} {...control} type={type} required={rest.required && !optional} className={controlClass} />
      )}
    </Field>
  )
}
