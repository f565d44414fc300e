import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Building2, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { PasskeyRiddle, SignedIn } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api, withQuery } from '../ui/api.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Problem } from '../ui/problem.ts'
import { TextInput } from '../ui/text-input.tsx'
import { CodeStep } from './code-step.tsx'
import { useEnter } from './enter.ts'
import { Note } from './note.tsx'
import { canPasskey, isLeftAlone, showPasskey } from './passkey.ts'
import { Threshold } from './threshold.tsx'
import { waysQuery } from './ways.ts'
import { accountWords } from './words.ts'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const t = useWords(accountWords)
  const [step, setStep] = useState<'password' | 'code'>('password')
  if (step === 'code') return <CodeStep again={() => setStep('password')} />
  return (
    <Threshold title={t('signIn.title')}>
      <Trouble />
      <ByPassword onCode={() => setStep('code')} />
      <OtherWays />
      <p className="mt-8 text-small text-ink-soft">{t('signIn.new')}</p>
    </Threshold>
  )
}

/** What one comes back with from the business's own sign-in. */
function Trouble() {
  const t = useWords(accountWords)
  const { trouble } = route.useSearch()
  const ways = useQuery(waysQuery)
  const name = ways.data?.provider?.name
  if (!trouble || !name) return null
  return <Note>{t(`signIn.trouble.${trouble}`, { name })}</Note>
}

function ByPassword({ onCode }: { onCode: () => void }) {
  const t = useWords(accountWords)
  const { next } = route.useSearch()
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    meta: { said: true },
    mutationFn: () => api.post('/api/v1/sign-in', { schema: SignedIn, body: { email: email.trim(), password } }),
    onSuccess: (answer) => (answer.next === 'code' ? onCode() : enter({ next })),
  })
  const wrong = signIn.error instanceof Problem && [400, 401].includes(signIn.error.status)
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        signIn.mutate()
      }}
    >
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username webauthn"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextInput
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={wrong ? t('signIn.wrong') : undefined}
      />
      {signIn.isError && !wrong && <ErrorNotice error={signIn.error} />}
      <Button look="deed" size="large" type="submit" busy={signIn.isPending}>
        {t('signIn.go')}
      </Button>
      <Link
        to="/forgot"
        className="inline-flex min-h-11 items-center self-start text-small underline decoration-edge underline-offset-4 hover:decoration-ink"
      >
        {t('signIn.forgot')}
      </Link>
    </form>
  )
}

function OtherWays() {
  const t = useWords(accountWords)
  const { next } = route.useSearch()
  const ways = useQuery(waysQuery)
  const enter = useEnter()
  const passkey = useMutation({
    meta: { said: true },
    mutationFn: async () => {
      const riddle = await api.post('/api/v1/sign-in/passkey-riddle', { schema: PasskeyRiddle, body: {} })
      await api.post('/api/v1/sign-in/passkey', { schema: SignedIn, body: { answer: await showPasskey(riddle) } })
    },
    onSuccess: () => enter({ next }),
  })
  const provider = ways.data?.provider
  const passkeys = ways.data && canPasskey(ways.data.passkeysAt)
  if (!provider && !passkeys) return null
  return (
    <section className="mt-4 flex flex-col gap-3 border-t border-line pt-6">
      {provider && (
        <a href={withQuery('/api/v1/sign-in/provider', { next })} className={buttonClass('plain', 'large')}>
          <Building2 aria-hidden className="-ms-0.5 size-[1.125em] shrink-0" />
          {t('signIn.provider', { name: provider.name })}
        </a>
      )}
      {passkeys && (
        <Button size="large" icon={KeyRound} busy={passkey.isPending} onClick={() => passkey.mutate()}>
          {t('signIn.passkey')}
        </Button>
      )}
      {passkey.isError &&
        (isLeftAlone(passkey.error) ? (
          <p role="status" className="text-small text-ink-soft">
            {t('signIn.passkey.not')}
          </p>
        ) : (
          <ErrorNotice error={passkey.error} />
        ))}
    </section>
  )
}
