import { ArrowDown, ArrowUp, CircleAlert, Split, Trash2 } from 'lucide-react'
import { textIn, type Definition, type Question } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import type { Edit } from './draft.ts'
import { kindIcons } from './kind-icon.tsx'
import { QuestionEditor } from './question-editor.tsx'
import { surveysWords } from './words.ts'

interface QuestionCardProps {
  question: Question
  earlier: readonly Question[]
  definition: Definition
  place: number
  of: number
  open: boolean
  answered: boolean
  missing: readonly string[]
  language: string
  onOpen: () => void
  onChange: (edit: Edit) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One question: a line while others are worked on, its whole editor while it is. */
export function QuestionCard(props: QuestionCardProps) {
  const t = useWords(surveysWords)
  const { question, definition, place, of, open, missing, language } = props
  const Icon = kindIcons[question.kind]
  const text = textIn(question.text, language, definition)
  return (
    <li
      className={classNames(
        'rounded-xl ring-1 ring-inset',
        open ? 'bg-sheet ring-edge/60' : 'ring-line hover:bg-well/60',
      )}
    >
      <div className="flex items-start gap-1 p-2 ps-4">
        <button
          type="button"
          aria-expanded={open}
          onClick={props.onOpen}
          className="flex min-h-9 min-w-0 flex-1 items-start gap-3 py-1.5 text-start"
        >
          <span className="figures mt-0.5 w-4 shrink-0 text-small text-ink-faint">{place}</span>
          <Icon aria-hidden className="mt-1 size-4 shrink-0 text-ink-soft" />
          <span className="min-w-0">
            <span className={classNames('block font-serif text-lead text-voice', !text && 'text-ink-faint')}>
              {text || t('question.unwritten')}
            </span>
            <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-tiny text-ink-soft">
              {t(`kind.${question.kind}`)}
              {question.required && <span>· {t('question.required')}</span>}
              {question.showIf.length > 0 && (
                <span className="inline-flex items-center gap-1">
                  · <Split aria-hidden className="size-3" /> {t('question.sometimes')}
                </span>
              )}
            </span>
          </span>
        </button>
        <IconButton
          icon={ArrowUp}
          label={t('question.upOf', { place })}
          disabled={place === 1}
          onClick={() => props.onMove(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={t('question.downOf', { place })}
          disabled={place === of}
          onClick={() => props.onMove(1)}
        />
        <IconButton icon={Trash2} label={t('question.removeOf', { place })} onClick={props.onRemove} />
      </div>
      {missing.map((reason) => (
        <p key={reason} className="flex items-start gap-1.5 px-4 pb-3 text-small text-ink-soft">
          <CircleAlert aria-hidden className="mt-1 size-3.5 shrink-0" />
          {reason}
        </p>
      ))}
      {open && (
        <div className="border-t border-line p-4 sm:p-5">
          <QuestionEditor {...props} />
        </div>
      )}
    </li>
  )
}
