import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { BECAUSE, CaseOfVoice, Override, type Because, type Case } from '#act/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { fieldErrors } from '../ui/problem.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { todayWords } from './words.ts'

/** A person overrules the rule that put this here: it goes at once, with a way back, and what was said is counted. */
export function OffToday({ found }: { found: Case }) {
  const t = useWords(todayWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="inline-flex min-h-11 items-center rounded-lg px-1.5 text-small font-medium text-ink-soft hover:text-ink"
      >
        {t('off.open')}
      </button>
      {open && <OffSheet found={found} onClose={() => setOpen(false)} />}
    </>
  )
}

function OffSheet({ found, onClose }: { found: Case; onClose: () => void }) {
  const t = useWords(todayWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const [because, setBecause] = useState<Because>('nobody_waits')
  const [note, setNote] = useState('')
  const path = workspace.path('voices', found.voiceId, 'override')
  const refresh = () => queries.invalidateQueries({ queryKey: [workspace.id, 'today'] })
  const toToday = (search: { case?: string }) =>
    navigate({ to: '/w/$workspaceId/today', params: { workspaceId: workspace.id }, search })
  const off = useMutation({
    meta: { said: true },
    mutationFn: () => api.put(path, { schema: Override, body: { because, note } }),
    onSuccess: async () => {
      onClose()
      await toToday({})
      void refresh()
      toast.undo({
        text: t('off.done'),
        undo: async () => {
          await api.delete(path)
          // It comes back as a case of its own. Opened, it stands in the list at once instead of waiting to be let in.
          const { data } = await api.get(workspace.path('voices', found.voiceId, 'case'), { schema: CaseOfVoice })
          await refresh()
          if (data) await toToday({ case: data.id })
        },
      })
    },
  })
  const errors = fieldErrors(off.error)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('off.title')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('sheet.cancel')}
          </Button>
          <Button look="deed" type="submit" form="off-form" busy={off.isPending}>
            {t('off.go')}
          </Button>
        </>
      }
    >
      <form
        id="off-form"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          off.mutate()
        }}
      >
        <p className="text-small text-ink-soft">{t('off.lead')}</p>
        <RadioGroup
          label={t('off.because')}
          value={because}
          options={BECAUSE.map((value) => ({ value, label: t(`off.${value}`) }))}
          onChange={setBecause}
        />
        <TextArea
          label={t('off.note')}
          optional
          error={errors['note']}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={1000}
          rows={2}
        />
        {off.isError && Object.keys(errors).length === 0 && <ErrorNotice error={off.error} />}
      </form>
    </Dialog>
  )
}
