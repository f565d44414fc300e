import { FileUp } from 'lucide-react'
import { useId, useState, type DragEvent } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from './class-names.ts'
import { FieldError } from './field.tsx'
import { uiWords } from './words.ts'

interface FileDropProps {
  label: string
  /** What it can be, in words: `CSV, Excel or JSON Lines, up to 100 MB`. */
  hint: string
  /** As the browser wants it: `.csv,.xlsx`. */
  accept: string
  error?: string | undefined
  disabled?: boolean
  onFile: (file: File) => void
}

function accepted(file: File, accept: string): boolean {
  const endings = accept.split(',').map((ending) => ending.trim().toLowerCase())
  return endings.some((ending) => !ending.startsWith('.') || file.name.toLowerCase().endsWith(ending))
}

/** A place to let a file go, and a button for everyone who does not drag. */
export function FileDrop({ label, hint, accept, error, disabled, onFile }: FileDropProps) {
  const t = useWords(uiWords)
  const id = useId()
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string>()
  const take = (file: File | undefined): void => {
    if (!file || disabled) return
    const ok = accepted(file, accept)
    setRefused(ok ? undefined : t('files.refused', { name: file.name }))
    if (ok) onFile(file)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const said = error ?? refused
  return (
    <div className="flex flex-col gap-2">
      <label
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          'flex min-h-44 flex-col items-center justify-center gap-1 rounded-2xl border-2 border-dashed px-6 py-8 text-center transition-colors duration-(--quick) has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:opacity-50',
          over ? 'border-deed bg-band/60' : 'border-edge/60 bg-sheet hover:border-edge',
        )}
      >
        <FileUp aria-hidden className="mb-2 size-7 text-ink-soft" />
        <span className="heard-only">{label}. </span>
        <span className="text-body">
          {over ? (
            t('files.over')
          ) : (
            <>
              <span className="font-semibold underline underline-offset-4">{t('files.choose')}</span> {t('files.drop')}
            </>
          )}
        </span>
        <span id={`${id}-hint`} className="text-small text-ink-soft">
          {hint}
        </span>
        <input
          type="file"
          accept={accept}
          disabled={disabled}
          aria-describedby={classNames(`${id}-hint`, said && `${id}-error`)}
          onChange={(event) => {
            take(event.target.files?.[0])
            // The same file chosen again is a wish to try again.
            event.target.value = ''
          }}
          className="heard-only"
        />
      </label>
      <FieldError id={`${id}-error`} error={said} />
    </div>
  )
}
