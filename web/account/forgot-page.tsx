import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { fieldErrors } from '../ui/problem.ts'
import { SkeletonText } from '../ui/skeleton.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Threshold } from './threshold.tsx'
import { waysQuery } from './ways.ts'
import { accountWords } from './words.ts'

/** The way to a new password: by letter, or honestly by whoever runs this Heed. */
export function ForgotPage() {
  const t = useWords(accountWords)
  const ways = useQuery(waysQuery)
  const [email, setEmail] = useState('')
  const ask = useMutation({
    meta: { said: true },
    mutationFn: () => api.post('/api/v1/password-resets', { body: { email: email.trim() } }),
  })
  if (ask.isSuccess)
    return (
      <Threshold title={t('forgot.sent.title')} lead={t('forgot.sent', { email: email.trim() })}>
        <Back />
      </Threshold>
    )
  if (ways.data && !ways.data.mailReady)
    return (
      <Threshold title={t('forgot.title')} lead={t('forgot.noMail')}>
        <p className="figures mb-6 rounded-lg bg-well px-4 py-3 text-small break-words">{t('forgot.command')}</p>
        <p className="mb-6 text-small text-ink-soft">{t('forgot.otherWays')}</p>
        <Back />
      </Threshold>
    )
  const errors = fieldErrors(ask.error)
  return (
    <Threshold title={t('forgot.title')} lead={t('forgot.lead')}>
      {ways.isPending && <SkeletonText lines={2} />}
      {ways.isError && <ErrorNotice error={ways.error} retry={ways.refetch} />}
      {ways.data && (
        <form
          noValidate
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            ask.mutate()
          }}
        >
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            error={errors['email']}
          />
          {ask.isError && !errors['email'] && <ErrorNotice error={ask.error} />}
          <Button look="deed" size="large" type="submit" busy={ask.isPending}>
            {t('forgot.go')}
          </Button>
          <Back />
        </form>
      )}
    </Threshold>
  )
}

function Back() {
  const t = useWords(accountWords)
  return (
    <Link
      to="/sign-in"
      className="inline-flex min-h-11 items-center self-start text-small underline decoration-edge underline-offset-4 hover:decoration-ink"
    >
      {t('forgot.back')}
    </Link>
  )
}
