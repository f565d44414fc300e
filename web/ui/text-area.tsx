import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { controlClass, Field, type FieldTexts } from './field.tsx'

interface TextAreaProps extends FieldTexts, Omit<ComponentProps<'textarea'>, 'className' | 'id' | 'children'> {
  /** A person's own words are being written down: they stand in the serif, as they will be read. */
  voice?: boolean
}

/** Grows with what is written, up to half the window. */
export function TextArea({ label, hint, error, optional, quietLabel, voice, rows = 3, ...rest }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional, quietLabel }}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          rows={rows}
          style={{ minBlockSize: `${rows * (voice ? 1.8125 : 1.5) + 1.25}rem` }}
          className={classNames(
            controlClass,
            'field-sizing-content max-h-[50dvh] resize-y py-2.5',
            voice && 'font-serif text-quote',
          )}
        />
      )}
    </Field>
  )
}
