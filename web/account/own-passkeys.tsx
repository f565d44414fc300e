import { useMutation, useQuery } from '@tanstack/react-query'
import { KeyRound, X } from 'lucide-react'
import { useState } from 'react'
import { PasskeyRiddle, type OwnAccount, type Passkey } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api, pathTo } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Section } from '../ui/page.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { useRefresh } from './own-account.ts'
import { canPasskey, isLeftAlone, makePasskey } from './passkey.ts'
import { ProofDialog } from './proof-dialog.tsx'
import { waysQuery } from './ways.ts'
import { youWords } from './words.ts'

export function OwnPasskeys({ account }: { account: OwnAccount }) {
  const t = useWords(youWords)
  const ways = useQuery(waysQuery).data
  const [adding, setAdding] = useState(false)
  const can = ways !== undefined && canPasskey(ways.passkeysAt)
  return (
    <Section title={t('passkeys.title')} lead={t('passkeys.text')}>
      {account.passkeys.length === 0 ? (
        <p className="mb-4 text-ink-soft">{t('passkeys.none')}</p>
      ) : (
        <ul className="mb-4 divide-y divide-line border-y border-line">
          {account.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {can && (
        <Button icon={KeyRound} onClick={() => setAdding(true)}>
          {t('passkeys.add')}
        </Button>
      )}
      {ways && !can && (
        <p className="text-small text-ink-soft">{t('passkeys.elsewhere', { origin: ways.passkeysAt })}</p>
      )}
      {adding && <AddPasskey account={account} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const t = useWords(youWords)
  const toast = useToast()
  const refresh = useRefresh()
  const remove = useMutation({
    mutationFn: () => api.delete(pathTo('api', 'v1', 'account', 'passkeys', passkey.id)),
    onSuccess: async () => {
      await refresh()
      toast.say(t('passkeys.removed', { name: passkey.name }))
    },
  })
  return (
    <li className="flex items-center gap-4 py-3">
      <KeyRound aria-hidden size={20} className="shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{passkey.name}</span>
        <span className="block text-small text-ink-soft">
          {passkey.lastUsedAt ? (
            <>
              {t('passkeys.used')} <DateTime at={passkey.lastUsedAt} />
            </>
          ) : (
            t('passkeys.unused')
          )}
        </span>
      </span>
      <IconButton
        icon={X}
        label={t('passkeys.remove', { name: passkey.name })}
        disabled={remove.isPending}
        onClick={() => remove.mutate()}
      />
    </li>
  )
}

function AddPasskey({ account, onClose }: { account: OwnAccount; onClose: () => void }) {
  const t = useWords(youWords)
  const toast = useToast()
  const refresh = useRefresh()
  const [name, setName] = useState('')
  return (
    <ProofDialog
      account={account}
      title={t('passkeys.add')}
      go={t('passkeys.add.go')}
      onClose={onClose}
      onDone={async () => {
        onClose()
        await refresh()
        toast.say(t('passkeys.added', { name: name.trim() }))
      }}
      calm={(error) => (isLeftAlone(error) ? t('passkeys.not') : null)}
      deed={async (proof) => {
        const riddle = await api.post('/api/v1/account/passkey-riddle', { schema: PasskeyRiddle, body: proof })
        await api.post('/api/v1/account/passkeys', { body: { name, answer: await makePasskey(riddle) } })
      }}
      fields={(errors) => (
        <TextInput
          label={t('passkeys.name')}
          hint={t('passkeys.name.hint')}
          data-first
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={errors['name']}
        />
      )}
    />
  )
}
