import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { SignedIn } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { fieldErrors } from '../ui/problem.ts'
import { TextInput } from '../ui/text-input.tsx'
import { useEnter } from './enter.ts'
import { Threshold } from './threshold.tsx'
import { accountWords } from './words.ts'

const route = getRouteApi('/sign-in')

/** The one thing to do here, on a page that just replaced another. */
const focus = (field: HTMLInputElement | null): void => field?.focus()

/** The second step: a code of the phone, or one of the codes put away. */
export function CodeStep({ again }: { again: () => void }) {
  const t = useWords(accountWords)
  const { next } = route.useSearch()
  const enter = useEnter()
  const [kind, setKind] = useState<'app' | 'recovery'>('app')
  const [code, setCode] = useState('')
  const send = useMutation({
    meta: { said: true },
    mutationFn: () => api.post('/api/v1/sign-in/code', { schema: SignedIn, body: { code } }),
    onSuccess: () => enter({ next }),
  })
  const app = kind === 'app'
  const turn = () => {
    setKind(app ? 'recovery' : 'app')
    setCode('')
    send.reset()
  }
  const error = fieldErrors(send.error)['code']
  return (
    <Threshold title={t('code.title')} lead={app ? t('code.lead') : t('code.recovery.lead')}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <TextInput
          key={kind}
          label={app ? t('code.label') : t('code.recovery.label')}
          inputMode={app ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          ref={focus}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={error}
        />
        {send.isError && !error && <ErrorNotice error={send.error} />}
        <Button look="deed" size="large" type="submit" busy={send.isPending}>
          {t('code.go')}
        </Button>
        <div className="-ms-4 flex flex-wrap gap-x-2">
          <Button look="quiet" onClick={turn}>
            {app ? t('code.recovery') : t('code.app')}
          </Button>
          <Button look="quiet" onClick={again}>
            {t('code.back')}
          </Button>
        </div>
      </form>
      {!app && <p className="mt-6 text-small text-ink-soft">{t('code.lost')}</p>}
    </Threshold>
  )
}
