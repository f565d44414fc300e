import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { InvitationMade, ROLES, type Role } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { fieldErrors } from '../ui/problem.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { teamWords } from './words.ts'

/** Asks for an address and a role, then shows the link: shown once, to be passed on by hand where no mail is set up. */
export function Invite({ onClose }: { onClose: () => void }) {
  const t = useWords(teamWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('teammate')
  const [copied, setCopied] = useState(false)
  const invite = useMutation({
    meta: { said: true },
    mutationFn: () => api.post(workspace.path('invitations'), { schema: InvitationMade, body: { email, role } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace.id, 'invitations'] }),
  })
  const made = invite.data
  if (made) {
    const copy = async () => {
      await navigator.clipboard.writeText(made.link)
      setCopied(true)
    }
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('invite')}
        actions={
          <>
            <Button icon={Copy} onClick={() => void copy()}>
              {copied ? t('invite.copied') : t('invite.copy')}
            </Button>
            <Button look="deed" onClick={onClose}>
              {t('invite.done')}
            </Button>
          </>
        }
      >
        <p className="mb-4">{t('invite.made', { email: made.email })}</p>
        <TextInput label={t('invite.link')} readOnly value={made.link} onFocus={(event) => event.target.select()} />
        {made.mailed && <p className="mt-3 text-small text-ink-soft">{t('invite.mailed')}</p>}
      </Dialog>
    )
  }
  const errors = fieldErrors(invite.error)
  const grantable = ROLES.filter((one) => workspace.role === 'owner' || one !== 'owner')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('invite')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="deed" type="submit" form="invite-form" busy={invite.isPending}>
            {t('invite.send')}
          </Button>
        </>
      }
    >
      <form
        id="invite-form"
        noValidate
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          invite.mutate()
        }}
      >
        <TextInput
          label={t('invite.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={errors['email']}
          autoComplete="off"
          data-first
        />
        <RadioGroup
          label={t('invite.role')}
          value={role}
          options={grantable.map((value) => ({ value, label: t(`role.${value}`), hint: t(`may.${value}`) }))}
          onChange={setRole}
        />
        {invite.isError && Object.keys(errors).length === 0 && <ErrorNotice error={invite.error} />}
      </form>
    </Dialog>
  )
}
