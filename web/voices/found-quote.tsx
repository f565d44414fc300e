import type { ReactNode } from 'react'

interface FoundQuoteProps {
  text: string
  /** What was searched for, offsets into the text, in order. */
  found: readonly { start: number; end: number }[]
  /** Words were left out before or after. */
  cut: boolean
  language: string | null
}

/** A voice in a list, with what was searched for marked as with a highlighter. */
export function FoundQuote({ text, found, cut, language }: FoundQuoteProps) {
  // A title is followed by an empty line; in a list a line break is enough. As long as before, so that places stay.
  const shown = text.replaceAll('\n\n', '\n ')
  const pieces: ReactNode[] = []
  let at = 0
  for (const { start, end } of found) {
    pieces.push(
      shown.slice(at, start),
      <mark key={start} className="rounded-sm bg-mark text-inherit">
        {shown.slice(start, end)}
      </mark>,
    )
    at = end
  }
  pieces.push(shown.slice(at))
  return (
    <q
      dir="auto"
      lang={language ?? undefined}
      className="line-clamp-3 font-serif text-lead text-pretty break-words whitespace-pre-line text-voice before:content-none after:content-none"
    >
      {pieces}
      {cut && '…'}
    </q>
  )
}
