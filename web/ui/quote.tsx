import type { Family } from '#engine'
import { useMemo, type ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from './class-names.ts'
import type { Speaks } from './feeling.ts'
import { FeelingShape } from './feeling-mark.tsx'
import { piecesOf, type EvidenceSpan, type Piece } from './quote-pieces.ts'
import { uiWords } from './words.ts'

const underline: Record<Speaks, string> = {
  anger: 'decoration-feeling-anger',
  disgust: 'decoration-feeling-disgust',
  fear: 'decoration-feeling-fear',
  joy: 'decoration-feeling-joy',
  sadness: 'decoration-feeling-sadness',
  surprise: 'decoration-feeling-surprise',
  neutral: 'decoration-feeling-neutral',
  said: 'decoration-edge/70',
  urgent: 'decoration-lamp',
}

const sizes = {
  /** In a row, beside the software's words. */
  small: 'text-lead',
  normal: 'text-quote',
  /** The one letter on the table. */
  letter: 'text-letter',
}

interface QuoteProps {
  text: string
  evidence?: readonly EvidenceSpan[]
  size?: keyof typeof sizes
  /** The language it was said in, where it is known: readers and hyphenation need it. */
  language?: string | null | undefined
  /** Cut off after so many lines; the whole stands behind it. */
  lines?: 2 | 3 | 4
  /** Who said it, when and where. */
  source?: ReactNode
}

const clamps = { 2: 'line-clamp-2', 3: 'line-clamp-3', 4: 'line-clamp-4' }
const nothing: readonly EvidenceSpan[] = []

/** What a person said, as they said it. The words that led to a verdict are underlined in place. */
export function Quote({ text, evidence = nothing, size = 'normal', language, lines, source }: QuoteProps) {
  const pieces = useMemo(() => piecesOf(text, evidence), [text, evidence])
  const words = (
    <blockquote
      dir="auto"
      lang={language ?? undefined}
      className={classNames(
        'max-w-(--measure) font-serif text-pretty break-words whitespace-pre-line text-voice',
        sizes[size],
        lines && clamps[lines],
      )}
    >
      {pieces.map((piece, at) => (
        <Words key={at} piece={piece} />
      ))}
    </blockquote>
  )
  if (!source && evidence.length === 0) return words
  return (
    <figure className="min-w-0">
      {words}
      <Explained pieces={pieces} />
      {source && <figcaption className="mt-1.5 text-small text-ink-soft">{source}</figcaption>}
    </figure>
  )
}

function Words({ piece }: { piece: Piece }) {
  const t = useWords(uiWords)
  if (piece.speaks === null) return piece.text
  const feeling = familyOf(piece.speaks)
  return (
    <mark
      title={piece.speaks === 'said' ? undefined : t(`evidence.${piece.speaks}`)}
      className={classNames(
        'bg-transparent text-inherit underline decoration-solid underline-offset-[0.22em]',
        underline[piece.speaks],
      )}
      style={{ textDecorationThickness: `${(1.5 + 1.5 * piece.weight).toFixed(2)}px` }}
    >
      {piece.text}
      {feeling && <FeelingShape feeling={feeling} className="ms-[0.1em] inline size-[0.42em] -translate-y-[0.45em]" />}
    </mark>
  )
}

function familyOf(speaks: Speaks): Family | null {
  return speaks === 'said' || speaks === 'urgent' || speaks === 'neutral' ? null : speaks
}

/** The same evidence for those who hear the quote: which words speak of what. */
function Explained({ pieces }: { pieces: readonly Piece[] }) {
  const t = useWords(uiWords)
  const named = pieces.filter(({ speaks }) => speaks !== null && speaks !== 'said')
  if (named.length === 0) return null
  return (
    <ul className="heard-only">
      {named.map(({ text, speaks }, at) => (
        <li key={at}>
          {speaks && speaks !== 'said' && t('evidence.heard', { words: text.trim(), what: t(`evidence.${speaks}`) })}
        </li>
      ))}
    </ul>
  )
}
