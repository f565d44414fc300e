import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { SURVEY_LIMITS, textIn, type Definition, type Question } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { newChoice, withText, type Edit } from './draft.ts'
import { surveysWords } from './words.ts'

type Choosing = Question & { kind: 'single' | 'multiple' }

interface ChoicesEditorProps {
  question: Choosing
  definition: Definition
  language: string
  onChange: (edit: Edit) => void
}

export function ChoicesEditor({ question, definition, language, onChange }: ChoicesEditorProps) {
  const t = useWords(surveysWords)
  const list = useRef<HTMLUListElement>(null)
  const home = definition.languages[0] ?? 'en'
  const edit = (change: (now: Choosing) => Choosing) => onChange((now) => ('choices' in now ? change(now) : now))
  const add = () => {
    edit((now) => ({ ...now, choices: [...now.choices, newChoice(now.choices)] }))
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus())
  }
  return (
    <div>
      <p className="mb-1.5 text-small font-medium">{t('choices')}</p>
      <ul ref={list} className="flex flex-col gap-2">
        {question.choices.map((choice, index) => (
          <li key={choice.id} className="flex items-center gap-1">
            <div className="min-w-0 flex-1">
              <TextInput
                quietLabel
                label={t('choice', { place: index + 1 })}
                dir="auto"
                maxLength={200}
                placeholder={
                  language === home ? t('choice', { place: index + 1 }) : textIn(choice.text, home, definition)
                }
                value={choice.text[language] ?? ''}
                onChange={(event) =>
                  edit((now) => ({
                    ...now,
                    choices: now.choices.map((one) =>
                      one.id === choice.id ? { ...one, text: withText(one.text, language, event.target.value) } : one,
                    ),
                  }))
                }
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                  event.preventDefault()
                  add()
                }}
              />
            </div>
            <IconButton
              icon={X}
              label={t('choice.remove', { place: index + 1 })}
              onClick={() => edit((now) => ({ ...now, choices: now.choices.filter((one) => one.id !== choice.id) }))}
            />
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-center gap-x-6">
        <Button
          size="small"
          look="quiet"
          icon={Plus}
          disabled={question.choices.length >= SURVEY_LIMITS.choices}
          onClick={add}
        >
          {t('choice.add')}
        </Button>
        <Checkbox
          label={t('choice.other')}
          checked={question.other}
          onChange={(other) => edit((now) => ({ ...now, other }))}
        />
      </div>
    </div>
  )
}
