import { useState } from 'react'
import type { OwnAccount } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { useRefresh } from './own-account.ts'
import { ProofDialog } from './proof-dialog.tsx'
import { youWords } from './words.ts'

export function OwnPassword({ account }: { account: OwnAccount }) {
  const t = useWords(youWords)
  const toast = useToast()
  const refresh = useRefresh()
  const [changing, setChanging] = useState(false)
  const [next, setNext] = useState('')
  const close = () => {
    setChanging(false)
    setNext('')
  }
  const title = account.hasPassword ? t('password.change') : t('password.make')
  return (
    <Section title={t('password.title')} lead={account.hasPassword ? t('password.text') : t('password.none')}>
      <Button onClick={() => setChanging(true)}>{title}</Button>
      {changing && (
        <ProofDialog
          account={account}
          title={title}
          go={t('save')}
          onClose={close}
          onDone={async () => {
            close()
            await refresh()
            toast.say(t('password.done'))
          }}
          deed={(proof) => api.put('/api/v1/account/password', { body: { ...proof, next } })}
          fields={(errors) => (
            <TextInput
              label={t('password.new')}
              hint={t('password.new.hint')}
              type="password"
              autoComplete="new-password"
              data-first
              value={next}
              onChange={(event) => setNext(event.target.value)}
              error={errors['next']}
            />
          )}
        />
      )}
    </Section>
  )
}
