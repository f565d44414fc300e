import { X } from 'lucide-react'
import { isScale, SCALES, textIn, type Condition, type Definition, type Question } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Select } from '../ui/select.tsx'
import type { Edit } from './draft.ts'
import { surveysWords } from './words.ts'

interface ConditionsEditorProps {
  question: Question
  earlier: readonly Question[]
  definition: Definition
  language: string
  onChange: (edit: Edit) => void
}

type Test = Condition['test']

/** Questions whose answers a branch can hang on. */
const canBranch = (question: Question): boolean => question.kind !== 'text'

const testsOf = (question: Question): Test[] => {
  if (isScale(question.kind)) return ['atMost', 'atLeast', 'is', 'not']
  if (question.kind === 'single') return ['is', 'not']
  return question.kind === 'multiple' ? ['includes'] : ['is']
}

type Rule = Pick<Condition, 'test' | 'value'>

function firstRule(question: Question): Rule {
  const [test = 'is'] = testsOf(question)
  if (isScale(question.kind))
    return {
      test,
      value: question.kind === 'nps' ? 6 : Math.floor((SCALES[question.kind][0] + SCALES[question.kind][1]) / 2),
    }
  return { test, value: 'choices' in question ? (question.choices[0]?.id ?? '_other') : 1 }
}

/** "Ask this only when…" and "End here when…", one rule each: what a small survey needs. More come in with a file. */
export function ConditionsEditor({ question, earlier, definition, language, onChange }: ConditionsEditorProps) {
  const t = useWords(surveysWords)
  const sources = earlier.filter(canBranch)
  const last = sources.at(-1)
  return (
    <>
      {(sources.length > 0 || question.showIf.length > 0) && (
        <Checkbox
          label={t('branch.only')}
          checked={question.showIf.length > 0}
          onChange={(on) =>
            onChange((now) => ({ ...now, showIf: on && last ? [{ question: last.id, ...firstRule(last) }] : [] }))
          }
        />
      )}
      {question.showIf.map((condition, at) => {
        const source = sources.find((one) => one.id === condition.question) ?? last
        if (!source) return null
        const put = (rule: Condition | null) =>
          onChange((now) => ({
            ...now,
            showIf: now.showIf.flatMap((one, place) => (place === at ? (rule ? [rule] : []) : [one])),
          }))
        return (
          <div key={at} className="mb-3 ms-8 flex flex-wrap items-end gap-2">
            <div className="min-w-0 flex-1 basis-48">
              <Select
                quietLabel={at > 0}
                label={t('branch.when')}
                value={source.id}
                options={sources.map((one) => ({
                  value: one.id,
                  label: textIn(one.text, language, definition) || one.id,
                }))}
                onChange={(id) => {
                  const chosen = sources.find((one) => one.id === id)
                  if (chosen) put({ question: id, ...firstRule(chosen) })
                }}
              />
            </div>
            <RuleFields
              source={source}
              rule={condition}
              definition={definition}
              language={language}
              onChange={(rule) => put({ ...condition, ...rule })}
            />
            {question.showIf.length > 1 && <IconButton icon={X} label={t('branch.remove')} onClick={() => put(null)} />}
          </div>
        )
      })}
      {canBranch(question) && (
        <Checkbox
          label={t('branch.end')}
          checked={question.endIf.length > 0}
          onChange={(on) => onChange((now) => ({ ...now, endIf: on ? [firstRule(now)] : [] }))}
        />
      )}
      {question.endIf.map((rule, at) => (
        <div key={at} className="mb-3 ms-8 flex flex-wrap items-end gap-2">
          <RuleFields
            source={question}
            rule={rule}
            definition={definition}
            language={language}
            onChange={(changed) =>
              onChange((now) => ({ ...now, endIf: now.endIf.map((one, place) => (place === at ? changed : one)) }))
            }
          />
        </div>
      ))}
    </>
  )
}

interface RuleFieldsProps {
  source: Question
  rule: Rule
  definition: Definition
  language: string
  onChange: (rule: Rule) => void
}

function RuleFields({ source, rule, definition, language, onChange }: RuleFieldsProps) {
  const t = useWords(surveysWords)
  return (
    <>
      <div className="w-36">
        <Select
          quietLabel
          label={t('branch.test')}
          value={rule.test}
          options={testsOf(source).map((test) => ({ value: test, label: t(`test.${test}`) }))}
          onChange={(test) => onChange({ ...rule, test })}
        />
      </div>
      <div className="min-w-24 flex-1 basis-24">
        <Select
          quietLabel
          label={t('branch.value')}
          value={String(rule.value)}
          options={valuesOf(source, definition, language, { yes: t('yes'), no: t('no'), other: t('choice.otherName') })}
          onChange={(value) => onChange({ ...rule, value: 'choices' in source ? value : Number(value) })}
        />
      </div>
    </>
  )
}

function valuesOf(
  source: Question,
  definition: Definition,
  language: string,
  say: { yes: string; no: string; other: string },
) {
  if (isScale(source.kind)) {
    const [low, high] = SCALES[source.kind]
    return Array.from({ length: high - low + 1 }, (_, index) => ({
      value: String(low + index),
      label: String(low + index),
    }))
  }
  if (!('choices' in source))
    return [
      { value: '1', label: say.yes },
      { value: '0', label: say.no },
    ]
  const choices = source.choices.map((choice) => ({
    value: choice.id,
    label: textIn(choice.text, language, definition) || choice.id,
  }))
  return source.other ? [...choices, { value: '_other', label: say.other }] : choices
}
