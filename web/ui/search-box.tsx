import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from './class-names.ts'
import { controlClass } from './field.tsx'
import { uiWords } from './words.ts'

interface SearchBoxProps {
  label: string
  value: string
  /** Called a moment after the last letter, and at once on Enter or when cleared. */
  onSearch: (query: string) => void
}

const pause = 250

export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const t = useWords(uiWords)
  const [written, setWritten] = useState(value)
  const [known, setKnown] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  if (known !== value) {
    // The address changed from elsewhere (back button, a saved view): what stands in the box follows it.
    setKnown(value)
    setWritten(value)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = (query: string, after = 0): void => {
    clearTimeout(timer.current)
    setWritten(query)
    timer.current = setTimeout(() => onSearch(query), after)
  }
  return (
    <form
      role="search"
      className="relative min-w-0 flex-1 basis-64"
      onSubmit={(event) => {
        event.preventDefault()
        search(written)
      }}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        placeholder={label}
        value={written}
        onChange={(event) => search(event.target.value, pause)}
        onKeyDown={(event) => void (event.key === 'Escape' && written && search(''))}
        autoComplete="off"
        className={classNames(controlClass, 'ps-9 pe-11')}
      />
      {written && (
        <button
          type="button"
          aria-label={t('search.clear')}
          onClick={() => search('')}
          className="absolute end-0 top-0 grid size-11 place-items-center rounded-lg text-ink-soft hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </form>
  )
}
