import { useState } from 'react'
import { unready, type Survey } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { useShortcut } from '../ui/shortcuts.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { AddQuestion } from './add-question.tsx'
import { addQuestion, changeQuestion, moveQuestion, newQuestion, removeQuestion } from './draft.ts'
import { nameOfLanguage } from './language-name.ts'
import { Preview } from './preview.tsx'
import { QuestionCard } from './question-card.tsx'
import { SurveySettings } from './survey-settings.tsx'
import type { Builder } from './use-builder.ts'
import { surveysWords } from './words.ts'

const AT_END = '_end'

/** Left the questions, right what people will see of the one being worked on. */
export function BuilderView({ survey, builder, may }: { survey: Survey; builder: Builder; may: boolean }) {
  const { definition } = builder
  const [chosen, setChosen] = useState<string>(definition.questions[0]?.id ?? AT_END)
  const [spoken, setSpoken] = useState(definition.languages[0] ?? 'en')
  const language = definition.languages.includes(spoken) ? spoken : (definition.languages[0] ?? 'en')
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        <Kept builder={builder} />
        <fieldset disabled={!may} className="min-w-0">
          <Languages languages={definition.languages} value={language} onChange={setSpoken} />
          <Questions
            survey={survey}
            builder={builder}
            chosen={chosen}
            setChosen={setChosen}
            language={language}
            may={may}
          />
          <SurveySettings builder={builder} language={language} onEnding={() => setChosen(AT_END)} />
        </fieldset>
      </div>
      <Preview definition={definition} at={chosen} language={language} />
    </div>
  )
}

function Languages({
  languages,
  value,
  onChange,
}: {
  languages: string[]
  value: string
  onChange: (value: string) => void
}) {
  const t = useWords(surveysWords)
  if (languages.length < 2) return null
  return (
    <div className="mb-6">
      <RadioGroup
        look="segments"
        label={t('language.write')}
        value={value}
        options={languages.map((tag) => ({ value: tag, label: nameOfLanguage(tag) }))}
        onChange={onChange}
      />
    </div>
  )
}

interface QuestionsProps {
  survey: Survey
  builder: Builder
  chosen: string
  setChosen: (id: string) => void
  language: string
  may: boolean
}

function Questions({ survey, builder, chosen, setChosen, language, may }: QuestionsProps) {
  const t = useWords(surveysWords)
  const toast = useToast()
  const announce = useAnnounce()
  const { definition, change } = builder
  const missing = unready(definition)
  const { questions } = definition
  const move = (id: string, by: -1 | 1) => {
    change((now) => moveQuestion(now, id, by))
    const place = questions.findIndex((question) => question.id === id) + by
    announce(t('question.moved', { place: place + 1, of: questions.length }))
  }
  const remove = (id: string) => {
    const before = definition
    const at = questions.findIndex((question) => question.id === id)
    change((now) => removeQuestion(now, id))
    setChosen(questions[at + 1]?.id ?? questions[at - 1]?.id ?? AT_END)
    toast.undo({ text: t('question.removed', { place: at + 1 }), undo: () => change(() => before) })
  }
  const add = (kind: Parameters<typeof newQuestion>[1]) => {
    const fresh = newQuestion(definition, kind, t(`kind.${kind}.text`))
    change((now) => addQuestion(now, fresh, now.questions.length))
    setChosen(fresh.id)
  }
  useShortcut({ keys: 'alt+ArrowUp', label: t('question.up') }, () => move(chosen, -1))
  useShortcut({ keys: 'alt+ArrowDown', label: t('question.down') }, () => move(chosen, 1))
  return (
    <>
      <div className="mb-6">
        <TextInput
          label={t('name')}
          hint={t('name.hint')}
          value={builder.name}
          maxLength={120}
          onChange={(event) => builder.setName(event.target.value)}
        />
      </div>
      <ol className="flex flex-col gap-3">
        {questions.map((question, index) => (
          <QuestionCard
            key={question.id}
            question={question}
            earlier={questions.slice(0, index)}
            place={index + 1}
            of={questions.length}
            open={question.id === chosen}
            answered={survey.started > 0}
            missing={missing.filter((one) => one.question === question.id).map((one) => one.reason)}
            language={language}
            definition={definition}
            onOpen={() => setChosen(question.id)}
            onChange={(edit) => change((now) => changeQuestion(now, question.id, edit))}
            onMove={(by) => move(question.id, by)}
            onRemove={() => remove(question.id)}
          />
        ))}
      </ol>
      {may && <AddQuestion first={questions.length === 0} onAdd={add} />}
    </>
  )
}

/** Whether what is on the screen is kept, and for an open survey the button that makes it so. */
function Kept({ builder }: { builder: Builder }) {
  const t = useWords(surveysWords)
  const { dirty, saving, error, keepsItself } = builder
  if (error)
    return (
      <div className="mb-6">
        <ErrorNotice error={error} retry={builder.save} />
      </div>
    )
  if (keepsItself)
    return (
      <p role="status" className="mb-4 text-small text-ink-faint">
        {dirty || saving ? t('kept.soon') : t('kept.now')}
      </p>
    )
  if (!dirty) return null
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3 rounded-xl bg-well px-4 py-3">
      <p className="min-w-0 flex-1 basis-56 text-small">{t('kept.open')}</p>
      <Button size="small" look="quiet" onClick={builder.discard}>
        {t('kept.discard')}
      </Button>
      <Button size="small" look="deed" busy={saving} onClick={() => void builder.save()}>
        {t('kept.publish')}
      </Button>
    </div>
  )
}
