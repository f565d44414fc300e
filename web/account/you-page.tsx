import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { SkeletonText } from '../ui/skeleton.tsx'
import { Note } from './note.tsx'
import { accountQuery } from './own-account.ts'
import { OwnName } from './own-name.tsx'
import { OwnPasskeys } from './own-passkeys.tsx'
import { OwnPassword } from './own-password.tsx'
import { OwnProvider } from './own-provider.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { OwnTwoSteps } from './own-two-steps.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { youWords } from './words.ts'

const route = getRouteApi('/account')

/** One's own account: who one is here, how one comes in, and where one is signed in. */
export function YouPage() {
  const t = useWords(youWords)
  const { trouble } = route.useSearch()
  const account = useQuery(accountQuery)
  const [codes, setCodes] = useState<string[] | null>(null)
  const own = account.data
  if (codes && own) return <RecoveryCodes codes={codes} email={own.email} onDone={() => setCodes(null)} />
  // What is asked of them stands first.
  const asked = own !== undefined && own.askedBy.length > 0 && !own.twoStep
  const reason =
    trouble === 'unreachable' || trouble === 'taken'
      ? t(`provider.trouble.${trouble}`)
      : trouble && t('provider.trouble.failed')
  return (
    <main>
      <Page
        title={t('title')}
        lead={t('lead')}
        width="letter"
        back={
          <Link to="/" className="inline-flex min-h-11 items-center text-ink-soft hover:text-ink">
            {t('back')}
          </Link>
        }
      >
        {account.isPending && <SkeletonText lines={8} />}
        {account.isError && <ErrorNotice error={account.error} retry={account.refetch} />}
        {reason && <Note>{t('trouble', { reason })}</Note>}
        {own && (
          <>
            {asked && <Note>{t('askedBy', { names: own.askedBy.join(', ') })}</Note>}
            {asked && <OwnTwoSteps account={own} onCodes={setCodes} />}
            <OwnName account={own} />
            <OwnPassword account={own} />
            {!asked && <OwnTwoSteps account={own} onCodes={setCodes} />}
            <OwnPasskeys account={own} />
            {own.provider && <OwnProvider account={own} provider={own.provider} />}
            <OwnSessions />
          </>
        )}
      </Page>
    </main>
  )
}
