import { Building2 } from 'lucide-react'
import { useState } from 'react'
import type { OwnAccount } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { useToast } from '../ui/toast.tsx'
import { useRefresh } from './own-account.ts'
import { ProofDialog } from './proof-dialog.tsx'
import { youWords } from './words.ts'

interface Props {
  account: OwnAccount
  provider: NonNullable<OwnAccount['provider']>
}

export function OwnProvider({ account, provider: { name, joined } }: Props) {
  const t = useWords(youWords)
  const toast = useToast()
  const refresh = useRefresh()
  const [parting, setParting] = useState(false)
  return (
    <Section title={t('provider.title', { name })} lead={joined ? t('provider.joined', { name }) : t('provider.not')}>
      {joined ? (
        <Button look="quiet" onClick={() => setParting(true)}>
          {t('provider.part')}
        </Button>
      ) : (
        <a href="/api/v1/sign-in/provider?join=1&next=/account" className={buttonClass()}>
          <Building2 aria-hidden className="me-2 size-[1.125em] shrink-0" />
          {t('provider.join')}
        </a>
      )}
      {parting && (
        <ProofDialog
          account={account}
          title={t('provider.part')}
          lead={t('provider.part.lead', { name })}
          go={t('provider.part')}
          onClose={() => setParting(false)}
          onDone={async () => {
            setParting(false)
            await refresh()
            toast.say(t('provider.parted', { name }))
          }}
          deed={(proof) => api.delete('/api/v1/account/provider', { body: proof })}
        />
      )}
    </Section>
  )
}
