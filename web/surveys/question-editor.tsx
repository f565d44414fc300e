import { useQuery } from '@tanstack/react-query'
import { textIn, type Definition, type Question, type Texts } from '#listen/contract'
import { PurposeList } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { ChoicesEditor } from './choices-editor.tsx'
import { ConditionsEditor } from './conditions-editor.tsx'
import { withText, type Edit } from './draft.ts'
import { surveysWords } from './words.ts'

interface QuestionEditorProps {
  question: Question
  earlier: readonly Question[]
  definition: Definition
  answered: boolean
  language: string
  onChange: (edit: Edit) => void
}

export function QuestionEditor({ question, earlier, definition, language, onChange }: QuestionEditorProps) {
  const t = useWords(surveysWords)
  const home = definition.languages[0] ?? 'en'
  const hintOf = (texts: Texts | undefined): string => (language === home ? '' : textIn(texts, home, definition))
  return (
    <div className="flex flex-col gap-5">
      <TextArea
        voice
        label={question.kind === 'consent' ? t('question.statement') : t('question.text')}
        rows={2}
        dir="auto"
        maxLength={600}
        placeholder={hintOf(question.text)}
        value={question.text[language] ?? ''}
        onChange={(event) => onChange((now) => ({ ...now, text: withText(now.text, language, event.target.value) }))}
      />
      <TextInput
        optional
        label={t('question.help')}
        dir="auto"
        maxLength={600}
        placeholder={hintOf(question.help)}
        value={question.help?.[language] ?? ''}
        onChange={(event) => onChange((now) => ({ ...now, help: withText(now.help, language, event.target.value) }))}
      />
      {(question.kind === 'nps' || question.kind === 'ces' || question.kind === 'csat') && (
        <Ends question={question} language={language} onChange={onChange} />
      )}
      {(question.kind === 'single' || question.kind === 'multiple') && (
        <ChoicesEditor question={question} definition={definition} language={language} onChange={onChange} />
      )}
      {question.kind === 'text' && (
        <Select
          label={t('input')}
          value={question.input}
          options={(['long', 'short', 'email'] as const).map((value) => ({ value, label: t(`input.${value}`) }))}
          onChange={(input) => onChange((now) => (now.kind === 'text' ? { ...now, input } : now))}
        />
      )}
      {question.kind === 'consent' && <AgreedFor question={question} onChange={onChange} />}
      <div>
        <Checkbox
          label={t('question.mustAnswer')}
          hint={t('question.mustAnswer.hint')}
          checked={question.required}
          onChange={(required) => onChange((now) => ({ ...now, required }))}
        />
        <ConditionsEditor
          question={question}
          earlier={earlier}
          definition={definition}
          language={language}
          onChange={onChange}
        />
      </div>
      {question.kind === 'nps' && <p className="text-tiny text-ink-faint">{t('nps.mark')}</p>}
      <p className="text-tiny text-ink-faint">{t('question.prefill', { id: question.id })}</p>
    </div>
  )
}

function Ends({
  question,
  language,
  onChange,
}: {
  question: Question & { kind: 'nps' | 'ces' | 'csat' }
  language: string
  onChange: (edit: Edit) => void
}) {
  const t = useWords(surveysWords)
  const set = (end: 'low' | 'high', text: string) =>
    onChange((now) =>
      now.kind === question.kind ? { ...now, [end]: withText((now as typeof question)[end], language, text) } : now,
    )
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['low', 'high'] as const).map((end) => (
        <TextInput
          key={end}
          optional
          label={t(`ends.${end}`)}
          dir="auto"
          maxLength={80}
          value={question[end]?.[language] ?? ''}
          onChange={(event) => set(end, event.target.value)}
        />
      ))}
    </div>
  )
}

/** What the sentence is a yes to. Named, it is written down as consent; the second yes comes by mail. */
function AgreedFor({
  question,
  onChange,
}: {
  question: Question & { kind: 'consent' }
  onChange: (edit: Edit) => void
}) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const purposes = useQuery({
    queryKey: [workspace.id, 'purposes'],
    queryFn: ({ signal }) => api.get(workspace.path('consent', 'purposes'), { schema: PurposeList, signal }),
  })
  const rows = (purposes.data?.data ?? []).filter(({ retired, basis }) => !retired && basis === 'consent')
  return (
    <Select
      label={t('agreed.for')}
      hint={t('agreed.for.hint')}
      value={question.purpose ?? ''}
      options={[
        { value: '', label: t('agreed.nothing') },
        ...rows.map(({ key, wordings }) => ({
          value: key,
          label: (wordings.find(({ language }) => language === 'en') ?? wordings[0])?.title ?? key,
        })),
      ]}
      onChange={(key) =>
        onChange((now) => {
          if (now.kind !== 'consent') return now
          const { purpose: _, ...rest } = now
          return key === '' ? rest : { ...rest, purpose: key }
        })
      }
    />
  )
}
