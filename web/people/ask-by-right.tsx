import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { REQUEST_KINDS, RequestOpened, type PersonRights, type RequestKind } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { rightsWords } from './rights-words.ts'

/** Write down what somebody asked for, and how it is known that it is them. */
export function AskByRight({ rights, onClose }: { rights: PersonRights; onClose: () => void }) {
  const t = useWords(rightsWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const [kind, setKind] = useState<RequestKind>('export')
  const [proof, setProof] = useState<'link' | 'word'>(rights.hasAddress ? 'link' : 'word')
  const [note, setNote] = useState('')
  const open = useMutation({
    meta: { said: true },
    mutationFn: () =>
      api.post(workspace.path('requests'), {
        schema: RequestOpened,
        body: { personId: rights.id, kind, proof, note },
      }),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: [workspace.id, 'rights'] })
      await queries.invalidateQueries({ queryKey: [workspace.id, 'requests'] })
      toast.say(t('asked.done'))
      if (!made.link || made.mailed) onClose()
    },
  })
  if (open.data?.link && !open.data.mailed)
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('asked.title')}
        actions={
          <Button look="deed" onClick={onClose}>
            {t('done')}
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          <p>{t('asked.link')}</p>
          <TextInput
            label={t('asked.link.label')}
            value={open.data.link}
            readOnly
            onFocus={(event) => event.target.select()}
          />
        </div>
      </Dialog>
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('asked.title')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            look="deed"
            disabled={proof === 'word' && note.trim() === ''}
            busy={open.isPending}
            onClick={() => open.mutate()}
          >
            {t('asked.go')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <RadioGroup<RequestKind>
          label={t('asked.kind')}
          value={kind}
          options={REQUEST_KINDS.map((value) => ({ value, label: t(`asked.kind.${value}`) }))}
          onChange={setKind}
        />
        <RadioGroup<'link' | 'word'>
          label={t('asked.proof')}
          value={proof}
          options={[
            { value: 'link', label: t('asked.proof.link') },
            { value: 'word', label: t('asked.proof.word') },
          ]}
          onChange={setProof}
        />
        <TextArea
          label={t(proof === 'word' ? 'asked.note.word' : 'asked.note')}
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
        />
        {open.isError && <ErrorNotice error={open.error} />}
      </div>
    </Dialog>
  )
}
