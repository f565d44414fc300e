import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { EmailChanging, type OwnAccount } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Section } from '../ui/page.tsx'
import { fieldErrors } from '../ui/problem.ts'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { useRefresh } from './own-account.ts'
import { ProofDialog } from './proof-dialog.tsx'
import { youWords } from './words.ts'

export function OwnName({ account }: { account: OwnAccount }) {
  const t = useWords(youWords)
  const toast = useToast()
  const refresh = useRefresh()
  const [name, setName] = useState(account.name)
  const save = useMutation({
    meta: { said: true },
    mutationFn: () => api.patch('/api/v1/account', { body: { name } }),
    onSuccess: async () => {
      await refresh()
      toast.say(t('saved'))
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <Section title={t('name.title')}>
      <form
        noValidate
        className="flex max-w-md flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <TextInput
          label={t('name.label')}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={errors['name']}
        />
        {save.isError && !errors['name'] && <ErrorNotice error={save.error} />}
        <span>
          <Button type="submit" busy={save.isPending} disabled={name.trim() === account.name}>
            {t('save')}
          </Button>
        </span>
      </form>
      <OwnEmail account={account} />
    </Section>
  )
}

function OwnEmail({ account }: { account: OwnAccount }) {
  const t = useWords(youWords)
  const toast = useToast()
  const [changing, setChanging] = useState(false)
  const prove = useMutation({
    mutationFn: () => api.post('/api/v1/account/email-proof', { schema: EmailChanging }),
    onSuccess: ({ mailedTo }) => toast.say(t('email.sent', { email: mailedTo })),
  })
  return (
    <div className="mt-8">
      <h3 className="text-small font-medium">{t('email.label')}</h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 break-words">{account.email}</span>
        {account.mailReady && <Badge>{account.emailProved ? t('email.proved') : t('email.unproved')}</Badge>}
      </p>
      {account.mailReady ? (
        <div className="mt-3 flex flex-wrap gap-3">
          <Button onClick={() => setChanging(true)}>{t('email.change')}</Button>
          {!account.emailProved && (
            <Button busy={prove.isPending} onClick={() => prove.mutate()}>
              {t('email.prove')}
            </Button>
          )}
        </div>
      ) : (
        <p className="mt-2 max-w-[60ch] text-small text-ink-soft">{t('email.noMail')}</p>
      )}
      {changing && <ChangeEmail account={account} onClose={() => setChanging(false)} />}
    </div>
  )
}

function ChangeEmail({ account, onClose }: { account: OwnAccount; onClose: () => void }) {
  const t = useWords(youWords)
  const toast = useToast()
  const [email, setEmail] = useState('')
  return (
    <ProofDialog
      account={account}
      title={t('email.change')}
      lead={t('email.change.lead')}
      go={t('email.change.go')}
      onClose={onClose}
      onDone={() => {
        toast.say(t('email.sent', { email: email.trim() }))
        onClose()
      }}
      deed={(proof) =>
        api.post('/api/v1/account/email', { schema: EmailChanging, body: { ...proof, email: email.trim() } })
      }
      fields={(errors) => (
        <TextInput
          label={t('email.new')}
          type="email"
          autoComplete="email"
          data-first
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={errors['email']}
        />
      )}
    />
  )
}
