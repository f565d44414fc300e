import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Purpose } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { fieldErrors } from '../../ui/problem.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { PurposeFields, type PurposeDraft } from './purpose-fields.tsx'
import { titleOf } from './title-of.ts'
import { consentRoomWords } from './words.ts'
import { WordingEditor } from './wording-editor.tsx'

interface PurposePanelProps {
  purpose: Purpose
  mayChange: boolean
  onClose: () => void
}

export function PurposePanel({ purpose, mayChange, onClose }: PurposePanelProps) {
  const t = useWords(consentRoomWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const title = titleOf(purpose)
  const { basis, note, channels, marketing, asks, quiet, doubleOptIn, softOptIn } = purpose
  const [draft, setDraft] = useState<PurposeDraft>({
    basis,
    note,
    channels,
    marketing,
    asks,
    quiet,
    doubleOptIn,
    softOptIn,
  })
  const patch = async (body: object) => {
    await api.patch(workspace.path('consent', 'purposes', purpose.key), { schema: Purpose, body })
    await queries.invalidateQueries({ queryKey: [workspace.id, 'purposes'] })
  }
  const save = useMutation({
    meta: { said: true },
    mutationFn: () => patch(draft),
    onSuccess: () => {
      toast.say(t('edit.saved'))
      onClose()
    },
  })
  const retire = useMutation({
    mutationFn: (retired: boolean) => patch({ retired }),
    onSuccess: (_, retired) => {
      onClose()
      if (!retired) toast.say(t('edit.revived', { purpose: title }))
      else
        toast.undo({
          text: t('edit.retired', { purpose: title }),
          undo: () => patch({ retired: false }),
        })
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <SidePanel
      open
      onClose={onClose}
      title={title}
      actions={
        mayChange && (
          <>
            <Button look="quiet" busy={retire.isPending} onClick={() => retire.mutate(!purpose.retired)}>
              {t(purpose.retired ? 'edit.revive' : 'edit.retire')}
            </Button>
            <Button look="deed" busy={save.isPending} onClick={() => save.mutate()}>
              {t('edit.save')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-8">
        <WordingEditor purpose={purpose} mayChange={mayChange} />
        <PurposeFields draft={draft} errors={errors} disabled={!mayChange} onChange={setDraft} />
        {save.isError && Object.keys(errors).length === 0 && <ErrorNotice error={save.error} />}
      </div>
    </SidePanel>
  )
}
