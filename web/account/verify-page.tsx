import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { EmailProved } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api, pathTo } from '../ui/api.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Threshold } from './threshold.tsx'
import { accountWords } from './words.ts'

const route = getRouteApi('/verify/$token')

/** A click, not a visit, proves the address: mail servers open links by themselves to look at them. */
export function VerifyPage() {
  const t = useWords(accountWords)
  const { token } = route.useParams()
  const queries = useQueryClient()
  const prove = useMutation({
    meta: { said: true },
    mutationFn: () => api.post(pathTo('api', 'v1', 'email-proofs', 'by-token', token), { schema: EmailProved }),
    onSuccess: () => queries.clear(),
  })
  if (prove.data)
    return (
      <Threshold title={t('verify.done.title')} lead={t('verify.done', { email: prove.data.email })}>
        <Link to="/" className={buttonClass('deed', 'large')}>
          {t('verify.on')}
        </Link>
      </Threshold>
    )
  return (
    <Threshold title={t('verify.title')} lead={t('verify.lead')}>
      {prove.isError && (
        <div className="mb-6">
          <ErrorNotice error={prove.error} />
        </div>
      )}
      <Button look="deed" size="large" busy={prove.isPending} onClick={() => prove.mutate()}>
        {t('verify.go')}
      </Button>
    </Threshold>
  )
}
