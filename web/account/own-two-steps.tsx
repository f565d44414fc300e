import { useMutation } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { RecoveryCodes, TwoStepBegun, type OwnAccount } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Section } from '../ui/page.tsx'
import { fieldErrors } from '../ui/problem.ts'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { useRefresh } from './own-account.ts'
import { ProofDialog } from './proof-dialog.tsx'
import { youWords } from './words.ts'

type Begun = z.infer<typeof TwoStepBegun>
interface Props {
  account: OwnAccount
  onCodes: (codes: string[]) => void
}

export function OwnTwoSteps({ account, onCodes }: Props) {
  const t = useWords(youWords)
  return (
    <Section
      title={t('two.title')}
      lead={t('two.text')}
      actions={account.twoStep && <Badge icon={ShieldCheck}>{t('two.on')}</Badge>}
    >
      {account.twoStep ? <On account={account} onCodes={onCodes} /> : <Off account={account} onCodes={onCodes} />}
    </Section>
  )
}

function Off({ account, onCodes }: Props) {
  const t = useWords(youWords)
  const [asking, setAsking] = useState(false)
  const [begun, setBegun] = useState<Begun | null>(null)
  return (
    <>
      <Button icon={ShieldCheck} onClick={() => setAsking(true)}>
        {t('two.begin')}
      </Button>
      {asking && (
        <ProofDialog
          account={account}
          title={t('two.begin')}
          go={t('passkeys.add.go')}
          onClose={() => setAsking(false)}
          onDone={() => setAsking(false)}
          deed={async (proof) =>
            setBegun(await api.post('/api/v1/account/two-step', { schema: TwoStepBegun, body: proof }))
          }
        />
      )}
      {begun && <Confirm begun={begun} onCodes={onCodes} onClose={() => setBegun(null)} />}
    </>
  )
}

function Confirm({ begun, onCodes, onClose }: { begun: Begun; onCodes: Props['onCodes']; onClose: () => void }) {
  const t = useWords(youWords)
  const toast = useToast()
  const refresh = useRefresh()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    meta: { said: true },
    mutationFn: () => api.post('/api/v1/account/two-step/confirmation', { schema: RecoveryCodes, body: { code } }),
    onSuccess: async ({ codes }) => {
      onCodes(codes)
      toast.say(t('two.done'))
      await refresh()
    },
  })
  const error = fieldErrors(confirm.error)['code']
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('two.begin')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="deed" type="submit" form="two-step-code" busy={confirm.isPending}>
            {t('two.confirm')}
          </Button>
        </>
      }
    >
      <form
        id="two-step-code"
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          confirm.mutate()
        }}
      >
        <p>{t('two.picture')}</p>
        <img
          src={begun.picture}
          alt={t('two.picture.alt')}
          width={208}
          height={208}
          className="self-center rounded-lg bg-white p-1"
        />
        <div>
          <p className="text-small text-ink-soft">{t('two.secret')}</p>
          <p className="figures mt-1 break-words select-all">{begun.secret}</p>
        </div>
        <TextInput
          label={t('two.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={error}
        />
        {confirm.isError && !error && <ErrorNotice error={confirm.error} />}
      </form>
    </Dialog>
  )
}

function On({ account, onCodes }: Props) {
  const t = useWords(youWords)
  const toast = useToast()
  const refresh = useRefresh()
  const [asking, setAsking] = useState<'codes' | 'off' | null>(null)
  const close = () => setAsking(null)
  return (
    <>
      <p className="mb-4 text-small text-ink-soft">{t('two.left', { count: account.recoveryCodesLeft })}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setAsking('codes')}>{t('two.codes')}</Button>
        <Button look="quiet" onClick={() => setAsking('off')}>
          {t('two.off')}
        </Button>
      </div>
      {asking === 'codes' && (
        <ProofDialog
          account={account}
          title={t('two.codes')}
          lead={t('two.codes.lead')}
          go={t('two.codes')}
          onClose={close}
          onDone={refresh}
          deed={async (proof) =>
            onCodes((await api.post('/api/v1/account/recovery-codes', { schema: RecoveryCodes, body: proof })).codes)
          }
        />
      )}
      {asking === 'off' && (
        <ProofDialog
          account={account}
          title={t('two.off')}
          lead={t('two.off.lead')}
          go={t('two.off')}
          onClose={close}
          onDone={async () => {
            close()
            await refresh()
            toast.say(t('two.off.done'))
          }}
          deed={(proof) => api.delete('/api/v1/account/two-step', { body: proof })}
        />
      )}
    </>
  )
}
