import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { InvitationSeen } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api, pathTo } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useMe } from '../ui/me.ts'
import { fieldErrors } from '../ui/problem.ts'
import { SkeletonText } from '../ui/skeleton.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Entered, useEnter } from './enter.ts'
import { Threshold } from './threshold.tsx'
import { accountWords } from './words.ts'

const route = getRouteApi('/invitation/$token')

export function InvitationPage() {
  const t = useWords(accountWords)
  const { token } = route.useParams()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      api.get(pathTo('api', 'v1', 'invitations', 'by-token', token), { schema: InvitationSeen, signal }),
    retry: false,
  })
  if (invitation.isPending) {
    return (
      <Threshold title={t('invitation.title')}>
        <SkeletonText lines={4} />
      </Threshold>
    )
  }
  if (invitation.isError) {
    return (
      <Threshold title={t('invitation.title')}>
        <ErrorNotice error={invitation.error} />
      </Threshold>
    )
  }
  const { workspace, role } = invitation.data
  return (
    <Threshold
      title={t('invitation.title')}
      lead={t('invitation.lead', { workspace, role: t(`invitation.role.${role}`) })}
    >
      <Accept token={token} invitation={invitation.data} />
    </Threshold>
  )
}

function Accept({ token, invitation }: { token: string; invitation: z.infer<typeof InvitationSeen> }) {
  const t = useWords(accountWords)
  const enter = useEnter()
  const me = useMe().data
  const here = me?.account?.email === invitation.email
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const accept = useMutation({
    meta: { said: true },
    mutationFn: () =>
      api.post(pathTo('api', 'v1', 'invitations', 'by-token', token, 'acceptance'), {
        schema: Entered,
        body: here ? {} : { name, password },
      }),
    onSuccess: enter,
  })
  const errors = fieldErrors(accept.error)
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        accept.mutate()
      }}
    >
      <p className="text-small text-ink-soft">
        {here ? t('invitation.here', { email: invitation.email }) : t('invitation.for', { email: invitation.email })}
      </p>
      {!here && (
        <>
          <TextInput
            label={t('welcome.name')}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={errors['name']}
          />
          <TextInput
            label={t('welcome.password')}
            hint={t('welcome.password.hint')}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            error={errors['password']}
          />
        </>
      )}
      {accept.isError && Object.keys(errors).length === 0 && <ErrorNotice error={accept.error} />}
      <Button look="deed" size="large" type="submit" busy={accept.isPending}>
        {t('invitation.accept', { workspace: invitation.workspace })}
      </Button>
      {!here && (
        <Link
          to="/sign-in"
          search={{ next: `/invitation/${token}` }}
          className="inline-flex min-h-11 items-center self-start text-small underline decoration-edge underline-offset-4 hover:decoration-ink"
        >
          {t('invitation.signIn')}
        </Link>
      )}
    </form>
  )
}
