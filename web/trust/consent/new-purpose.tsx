import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Purpose } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { fieldErrors } from '../../ui/problem.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { PurposeFields, type PurposeDraft } from './purpose-fields.tsx'
import { consentRoomWords } from './words.ts'

const EMPTY: PurposeDraft = {
  basis: 'consent',
  note: '',
  channels: ['email'],
  marketing: false,
  asks: false,
  quiet: true,
  doubleOptIn: true,
  softOptIn: false,
}

export function NewPurposePanel({ onClose }: { onClose: () => void }) {
  const t = useWords(consentRoomWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const [draft, setDraft] = useState(EMPTY)
  const [key, setKey] = useState('')
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const add = useMutation({
    meta: { said: true },
    mutationFn: () =>
      api.post(workspace.path('consent', 'purposes'), {
        schema: Purpose,
        body: { ...draft, key, title, text, language: 'en' },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [workspace.id, 'purposes'] })
      toast.say(t('new.saved', { purpose: title }))
      onClose()
    },
  })
  const errors = fieldErrors(add.error)
  return (
    <SidePanel
      open
      onClose={onClose}
      title={t('new.title')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="deed" busy={add.isPending} onClick={() => add.mutate()}>
            {t('new.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <TextInput
          data-first
          label={t('words.title')}
          maxLength={120}
          value={title}
          error={errors['title']}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextInput
          label={t('new.key')}
          hint={t('new.key.hint')}
          autoCapitalize="none"
          autoComplete="off"
          maxLength={40}
          value={key}
          error={errors['key']}
          onChange={(event) => setKey(event.target.value)}
        />
        <TextArea
          label={t('words.text')}
          maxLength={1000}
          value={text}
          error={errors['text']}
          onChange={(event) => setText(event.target.value)}
        />
        <PurposeFields draft={draft} errors={errors} disabled={false} onChange={setDraft} />
        {add.isError && Object.keys(errors).length === 0 && <ErrorNotice error={add.error} />}
      </div>
    </SidePanel>
  )
}
