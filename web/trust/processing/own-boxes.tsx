import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Processing, PROCESSING_LIMITS, type ProcessingOwn } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { processingWords } from './words.ts'

const BOXES = ['controller', 'contact', 'officer', 'helpers', 'transfers', 'precautions'] as const

/** What only the owner can say: a form for them, and to read for managers. */
export function OwnBoxes({ record }: { record: Processing }) {
  const t = useWords(processingWords)
  const { role } = useWorkspace()
  const left = BOXES.filter((box) => record.own[box] === '').length
  return (
    <Section title={t('own.title')} lead={t('own.lead')}>
      <p className="mb-4 text-small text-ink-soft">
        {left === 0 ? t('own.full') : t('own.left', { count: left })}{' '}
        {record.changedBy && record.changedAt && (
          <>
            {t('own.changed', { name: record.changedBy })}, <DateTime at={record.changedAt} look="date" />.
          </>
        )}
      </p>
      {role === 'owner' ? <Form own={record.own} /> : <Read own={record.own} />}
    </Section>
  )
}

function Form({ own }: { own: ProcessingOwn }) {
  const t = useWords(processingWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const [typed, setTyped] = useState(own)
  const save = useMutation({
    meta: { said: true },
    mutationFn: () => api.put(workspace.path('processing'), { schema: Processing, body: typed }),
    onSuccess: (record) => {
      queries.setQueryData([workspace.id, 'processing'], record)
      toast.say(t('saved'))
    },
  })
  return (
    <form
      className="flex max-w-2xl flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {BOXES.map((box) => (
        <TextArea
          key={box}
          label={t(box)}
          hint={t(`${box}.hint`)}
          rows={2}
          maxLength={PROCESSING_LIMITS.text}
          value={typed[box]}
          onChange={(event) => setTyped({ ...typed, [box]: event.target.value })}
        />
      ))}
      {save.isError && <ErrorNotice error={save.error} />}
      <span>
        <Button look="deed" type="submit" busy={save.isPending}>
          {t('save')}
        </Button>
      </span>
    </form>
  )
}

function Read({ own }: { own: ProcessingOwn }) {
  const t = useWords(processingWords)
  return (
    <>
      <dl className="flex flex-col gap-4">
        {BOXES.map((box) => (
          <div key={box}>
            <dt className="text-small text-ink-soft">{t(box)}</dt>
            <dd className="max-w-[68ch] break-words whitespace-pre-line">{own[box] || t('own.empty')}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-small text-ink-soft">{t('own.owner')}</p>
    </>
  )
}
