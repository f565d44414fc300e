import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactChannel, PersonConsent } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { consentWords } from './consent-words.ts'

interface WriteConsentProps {
  personId: string
  consent: PersonConsent
  onClose: () => void
}

/** A yes on the phone or at the counter: the words to read out stand here, and the version that was read is kept. */
export function WriteConsent({ personId, consent, onClose }: WriteConsentProps) {
  const t = useWords(consentWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const purposes = consent.purposes.filter(({ basis }) => basis === 'consent' || basis === 'legitimate_interest')
  const [key, setKey] = useState((purposes.find(({ basis }) => basis === 'consent') ?? purposes[0])?.key ?? '')
  const [chosen, setChannel] = useState<ContactChannel>('email')
  const [language, setLanguage] = useState(consent.language?.split('-')[0] ?? 'en')
  const [note, setNote] = useState('')
  const purpose = purposes.find((one) => one.key === key)
  const channels = purpose?.channels.map((one) => one.channel) ?? []
  const channel = channels.includes(chosen) ? chosen : (channels[0] ?? 'email')
  const wording = purpose?.wordings.find((one) => one.language === language) ?? purpose?.wordings[0]
  const save = useMutation({
    meta: { said: true },
    mutationFn: () =>
      api.post(workspace.path('persons', personId, 'consent'), {
        body: { purpose: key, channel, act: 'given', language: wording?.language, version: wording?.version, note },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [workspace.id, 'person', personId, 'consent'] })
      toast.say(t('dialog.saved'))
      onClose()
    },
  })
  const asksBack = purpose?.basis === 'consent' && purpose.doubleOptIn && channel === 'email'
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('dialog.title')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button look="deed" busy={save.isPending} disabled={!wording} onClick={() => save.mutate()}>
            {t('dialog.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-ink-soft">{t('dialog.text')}</p>
        <Select
          label={t('dialog.purpose')}
          value={key}
          options={purposes.map((one) => ({ value: one.key, label: one.title }))}
          onChange={setKey}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            label={t('dialog.channel')}
            value={channel}
            options={channels.map((value) => ({ value, label: t(`by.${value}`) }))}
            onChange={setChannel}
          />
          <Select
            label={t('dialog.language')}
            value={wording?.language ?? 'en'}
            options={(purpose?.wordings ?? []).map((one) => ({ value: one.language, label: nameOf(one.language) }))}
            onChange={setLanguage}
          />
        </div>
        {wording && (
          <div>
            <p className="mb-1.5 text-small font-medium">{t('dialog.words')}</p>
            <p className="rounded-xl bg-well px-4 py-3 text-lead" lang={wording.language} dir="auto">
              {wording.text}
            </p>
          </div>
        )}
        <TextInput
          optional
          label={t('dialog.note')}
          hint={t('dialog.note.hint')}
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
        />
        {asksBack && (
          <p className="text-small text-ink-soft">
            {t(consent.mailReady && consent.hasEmail ? 'dialog.confirm' : 'dialog.noMail')}
          </p>
        )}
        {save.isError && <ErrorNotice error={save.error} />}
      </div>
    </Dialog>
  )
}

const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
