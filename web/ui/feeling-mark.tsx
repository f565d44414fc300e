import type { Family } from '#engine'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from './class-names.ts'
import { feelingShapes, feelingText, strengthOf } from './feeling.ts'
import { uiWords } from './words.ts'

export function FeelingShape({ feeling, className = 'size-3' }: { feeling: Family; className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 16 16" className={classNames('shrink-0', feelingText[feeling], className)}>
      <path
        d={feelingShapes[feeling]}
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
    </svg>
  )
}

interface FeelingMarkProps {
  feeling: Family
  /** 0…1. With it the mark says how strongly. */
  intensity?: number | undefined
  /** A more exact word than the family's own. */
  word?: string
}

/** A feeling as these words show it: shape, word, colour. The colour alone never carries it. */
export function FeelingMark({ feeling, intensity, word }: FeelingMarkProps) {
  const t = useWords(uiWords)
  const name = word ?? t(`feeling.${feeling}`)
  const said =
    intensity === undefined || feeling === 'neutral'
      ? name
      : t(`feeling.intensity.${strengthOf(intensity)}`, { feeling: name })
  return (
    <span className="inline-flex items-center gap-1.5 text-small whitespace-nowrap text-ink-soft">
      <FeelingShape feeling={feeling} />
      {said}
    </span>
  )
}
