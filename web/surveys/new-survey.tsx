import { useNavigate } from '@tanstack/react-router'
import { FileUp, SquarePen } from 'lucide-react'
import { useState } from 'react'
import { SurveyFile, TEMPLATE_NAMES, textIn, type TemplateName } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { useSurveyDeeds, useTemplates } from './surveys-query.ts'
import { surveysWords } from './words.ts'

/** Where to begin: from a template, from nothing, or from a file. One press, then one is in the questions. */
export function NewSurveyDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const templates = useTemplates()
  const { make } = useSurveyDeeds()
  const [fromFile, setFromFile] = useState(false)
  const begin = (body: Parameters<typeof make.mutate>[0]) =>
    make.mutate(body, {
      onSuccess: (survey) => {
        onClose()
        void navigate({
          to: '/w/$workspaceId/surveys/$surveyId',
          params: { workspaceId: workspace.id, surveyId: survey.id },
        })
      },
    })
  const questionOf = (name: TemplateName): string => {
    const definition = templates.data?.data.find((template) => template.name === name)?.definition
    const first = definition?.questions[0]
    return definition && first ? textIn(first.text, definition.languages[0] ?? 'en', definition) : ''
  }
  return (
    <Dialog open onClose={onClose} title={t('new.title')} wide>
      <ul className="grid gap-3 sm:grid-cols-2">
        {TEMPLATE_NAMES.map((name) => (
          <li key={name}>
            <Start
              title={t(`template.${name}`)}
              disabled={make.isPending}
              onPress={() => begin({ name: t(`template.${name}`), template: name })}
            >
              <span className="mt-1.5 block min-h-[3lh] font-serif text-quote text-voice">{questionOf(name)}</span>
              <span className="mt-2 block text-small text-ink-soft">{t(`template.${name}.hint`)}</span>
            </Start>
          </li>
        ))}
      </ul>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        <Start
          icon={SquarePen}
          title={t('new.empty')}
          disabled={make.isPending}
          onPress={() => begin({ name: t('new.name') })}
        />
        <Start icon={FileUp} title={t('new.file')} disabled={make.isPending} onPress={() => setFromFile(true)} />
      </div>
      {fromFile && <FromFile onRead={begin} />}
    </Dialog>
  )
}

interface StartProps {
  title: string
  icon?: typeof FileUp
  disabled: boolean
  onPress: () => void
  children?: React.ReactNode
}

function Start({ title, icon: Icon, disabled, onPress, children }: StartProps) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onPress}
      className="flex size-full flex-col rounded-xl p-4 text-start ring-1 ring-line transition-colors duration-(--quick) ring-inset hover:bg-well disabled:opacity-50"
    >
      <span className="flex items-center gap-2 text-small font-semibold">
        {Icon && <Icon aria-hidden className="size-4 text-ink-soft" />}
        {title}
      </span>
      {children}
    </button>
  )
}

function FromFile({ onRead }: { onRead: (file: { name: string; definition: SurveyFile['definition'] }) => void }) {
  const t = useWords(surveysWords)
  const [wrong, setWrong] = useState<string>()
  const read = async (file: File) => {
    try {
      const found = SurveyFile.safeParse(JSON.parse(await file.text()))
      if (found.success) return onRead(found.data)
      setWrong(
        t('new.fileWrong', {
          where: found.error.issues[0]?.path.join('.') || '–',
          why: found.error.issues[0]?.message ?? '',
        }),
      )
    } catch {
      setWrong(t('new.fileNotJson'))
    }
  }
  return (
    <div className="mt-4">
      <FileDrop
        label={t('new.fileLabel')}
        hint={t('new.fileHint')}
        accept=".json,application/json"
        error={wrong}
        onFile={(file) => void read(file)}
      />
    </div>
  )
}
