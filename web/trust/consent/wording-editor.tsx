import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { WORDING_LANGUAGES, WordingList, type Purpose, type WordingLanguage } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { fieldErrors } from '../../ui/problem.ts'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { consentRoomWords } from './words.ts'

/** The words people see, in each language. What is written anew is a new version beside the old ones. */
export function WordingEditor({ purpose, mayChange }: { purpose: Purpose; mayChange: boolean }) {
  const t = useWords(consentRoomWords)
  const [language, setLanguage] = useState<WordingLanguage>('en')
  return (
    <div className="flex flex-col gap-5">
      <Select
        label={t('words.language')}
        value={language}
        options={WORDING_LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
        onChange={setLanguage}
      />
      <Words key={language} purpose={purpose} language={language} mayChange={mayChange} />
      <Versions purposeKey={purpose.key} />
    </div>
  )
}

function Words({ purpose, language, mayChange }: { purpose: Purpose; language: WordingLanguage; mayChange: boolean }) {
  const t = useWords(consentRoomWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const now = purpose.wordings.find((wording) => wording.language === language)
  const [title, setTitle] = useState(now?.title ?? '')
  const [text, setText] = useState(now?.text ?? '')
  const save = useMutation({
    meta: { said: true },
    mutationFn: () =>
      api.post(workspace.path('consent', 'purposes', purpose.key, 'wordings'), {
        schema: WordingList,
        body: { language, title, text },
      }),
    onSuccess: async ({ data }) => {
      await queries.invalidateQueries({ queryKey: [workspace.id, 'purposes'] })
      await queries.invalidateQueries({ queryKey: [workspace.id, 'wordings', purpose.key] })
      const version = Math.max(...data.filter((row) => row.language === language).map((row) => row.version))
      toast.say(t('words.saved', { version }))
    },
  })
  const errors = fieldErrors(save.error)
  const changed = title !== (now?.title ?? '') || text !== (now?.text ?? '')
  return (
    <>
      <TextInput
        label={t('words.title')}
        dir="auto"
        readOnly={!mayChange}
        maxLength={120}
        value={title}
        error={errors['title']}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label={t('words.text')}
        dir="auto"
        readOnly={!mayChange}
        maxLength={1000}
        value={text}
        error={errors['text']}
        onChange={(event) => setText(event.target.value)}
      />
      {save.isError && Object.keys(errors).length === 0 && <ErrorNotice error={save.error} />}
      {mayChange && changed && (
        <div>
          <Button busy={save.isPending} onClick={() => save.mutate()}>
            {t('words.save')}
          </Button>
        </div>
      )}
    </>
  )
}

function Versions({ purposeKey }: { purposeKey: string }) {
  const t = useWords(consentRoomWords)
  const workspace = useWorkspace()
  const [open, setOpen] = useState(false)
  const versions = useQuery({
    enabled: open,
    queryKey: [workspace.id, 'wordings', purposeKey],
    queryFn: ({ signal }) =>
      api.get(workspace.path('consent', 'purposes', purposeKey, 'wordings'), { schema: WordingList, signal }),
  })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-small text-ink-soft underline decoration-edge underline-offset-4 hover:text-ink">
        {t('words.earlier')}
      </summary>
      {versions.isError && <ErrorNotice error={versions.error} retry={versions.refetch} />}
      <ol className="mt-2 flex flex-col gap-3">
        {(versions.data?.data ?? []).map((row) => (
          <li key={`${row.language} ${row.version}`} className="text-small">
            <p className="text-ink-soft">
              {t('words.version', { version: row.version, language: languageName(row.language) })},{' '}
              <DateTime at={row.writtenAt} look="date" />
              {row.writtenBy && `, ${t('words.by', { name: row.writtenBy })}`}
            </p>
            <p className="border-s-2 border-line ps-3" lang={row.language} dir="auto">
              {row.text}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

export const languageName = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
