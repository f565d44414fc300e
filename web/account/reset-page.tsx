import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ResetSeen } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api, pathTo } from '../ui/api.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { fieldErrors } from '../ui/problem.ts'
import { SkeletonText } from '../ui/skeleton.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Threshold } from './threshold.tsx'
import { accountWords } from './words.ts'

const route = getRouteApi('/reset/$token')

export function ResetPage() {
  const t = useWords(accountWords)
  const { token } = route.useParams()
  const path = pathTo('api', 'v1', 'password-resets', 'by-token', token)
  const [password, setPassword] = useState('')
  const link = useQuery({
    queryKey: ['reset', token],
    queryFn: ({ signal }) => api.get(path, { schema: ResetSeen, signal }),
    retry: false,
  })
  const keep = useMutation({ meta: { said: true }, mutationFn: () => api.post(path, { body: { password } }) })
  if (keep.isSuccess)
    return (
      <Threshold title={t('reset.done.title')} lead={t('reset.done')}>
        <Link to="/sign-in" className={buttonClass('deed', 'large')}>
          {t('signIn.go')}
        </Link>
      </Threshold>
    )
  if (!link.data)
    return (
      <Threshold title={t('reset.title')}>
        {link.isPending && <SkeletonText lines={3} />}
        {link.isError && (
          <>
            <ErrorNotice error={link.error} />
            <Link to="/forgot" className={`mt-6 ${buttonClass()}`}>
              {t('reset.again')}
            </Link>
          </>
        )}
      </Threshold>
    )
  const error = fieldErrors(keep.error)['password']
  return (
    <Threshold title={t('reset.title')} lead={t('reset.lead', { email: link.data.email })}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        {/* For password keepers, which want to know whose password it is. */}
        <input type="text" autoComplete="username" value={link.data.email} readOnly hidden />
        <TextInput
          label={t('reset.password')}
          hint={t('welcome.password.hint')}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={error}
        />
        {keep.isError && !error && <ErrorNotice error={keep.error} />}
        <Button look="deed" size="large" type="submit" busy={keep.isPending}>
          {t('reset.go')}
        </Button>
      </form>
    </Threshold>
  )
}
