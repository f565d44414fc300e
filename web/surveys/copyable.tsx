import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { surveysWords } from './words.ts'

/** A text to take away. Shown whole, so that it can also be marked by hand. */
export function Copyable({ label, text, rows = 1 }: { label: string; text: string; rows?: number }) {
  const t = useWords(surveysWords)
  const toast = useToast()
  const [done, setDone] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setDone(true)
      setTimeout(() => setDone(false), 2000)
    } catch {
      toast.wrong(t('copy.failed'))
    }
  }
  return (
    <div className="flex flex-wrap items-start gap-3">
      <textarea
        readOnly
        aria-label={label}
        rows={rows}
        value={text}
        onFocus={(event) => event.target.select()}
        className="field-sizing-content min-h-11 min-w-0 flex-1 basis-72 resize-none rounded-lg bg-well px-3 py-2.5 text-small wrap-anywhere whitespace-pre-wrap"
      />
      <Button icon={done ? Check : Copy} onClick={() => void copy()}>
        <span aria-live="polite">{done ? t('copy.done') : t('copy.text')}</span>
      </Button>
    </div>
  )
}
