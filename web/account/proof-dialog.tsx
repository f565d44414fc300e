import { useMutation } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import type { OwnAccount } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { fieldErrors, Problem } from '../ui/problem.ts'
import { TextInput } from '../ui/text-input.tsx'
import { youWords } from './words.ts'

interface ProofDialogProps {
  account: OwnAccount
  title: string
  lead?: string
  go: string
  /** Fields of the deed itself, before the password. They are told what was wrong with them. */
  fields?: (errors: Partial<Record<string, string>>) => ReactNode
  deed: (proof: { password?: string }) => Promise<unknown>
  onDone: () => void
  onClose: () => void
  /** What to say instead of an error, if this one is no error. */
  calm?: (error: unknown) => string | null
}

/** Something that could shut the owner out: their password is asked once more, where they have one. */
export function ProofDialog({ account, title, lead, go, fields, deed, onDone, onClose, calm }: ProofDialogProps) {
  const t = useWords(youWords)
  const form = useId()
  const [password, setPassword] = useState('')
  const send = useMutation({
    meta: { said: true },
    mutationFn: () => deed(account.hasPassword ? { password } : {}),
    onSuccess: onDone,
  })
  const errors = fieldErrors(send.error)
  const late = !account.hasPassword && !account.fresh
  const calmly = send.isError ? (calm?.(send.error) ?? null) : null
  const unsaid = send.isError && !calmly && (Object.keys(errors).length === 0 || tooMany(send.error))
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="deed" type="submit" form={form} busy={send.isPending} disabled={late}>
            {go}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        {lead && <p>{lead}</p>}
        {late && <p>{t('again')}</p>}
        {!late && fields?.(errors)}
        {account.hasPassword && (
          <TextInput
            label={t('yourPassword')}
            hint={t('yourPassword.hint')}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            error={errors['password']}
          />
        )}
        {calmly && (
          <p role="status" className="text-small text-ink-soft">
            {calmly}
          </p>
        )}
        {unsaid && <ErrorNotice error={send.error} />}
      </form>
    </Dialog>
  )
}

const tooMany = (error: unknown): boolean => error instanceof Problem && error.status === 429
