import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.ts'
import { Skeleton, SkeletonList, Waiting } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { ComingIn } from './coming-in.tsx'
import { importQuery, isMoving } from './imports-query.ts'
import { PreviewView } from './preview-view.tsx'
import { Summary } from './summary.tsx'
import { importWords } from './words.ts'

const route = getRouteApi('/w/$workspaceId/import/$importId')

/** One file, at one address from the first look to the last figure: closing the page loses nothing. */
export function ImportPage() {
  const t = useWords(importWords)
  const workspace = useWorkspace()
  const { importId } = route.useParams()
  const { data, error, refetch, dataUpdatedAt } = useQuery(importQuery(workspace, importId))
  const back = (
    <Link
      to="/w/$workspaceId/import"
      params={{ workspaceId: workspace.id }}
      className="thumb inline-flex items-center gap-1 text-ink-soft underline-offset-4 hover:underline"
    >
      <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {t('back')}
    </Link>
  )
  const looking = !data || data.status === 'ready' || data.status === 'checking'
  if (!data && error instanceof Problem && (error.status === 404 || error.status === 400))
    return (
      <Page title={t('missing')} back={back} width="letter">
        <p className="max-w-[68ch] text-ink-soft">{t('missing.text')}</p>
      </Page>
    )
  return (
    <Page title={data?.fileName ?? t('title')} back={back} width={looking ? 'wide' : 'letter'}>
      {!data && (error ? <ErrorNotice error={error} retry={refetch} /> : <Loading />)}
      {data && looking && <PreviewView of={data} />}
      {data && !looking && isMoving(data) && <ComingIn of={data} at={dataUpdatedAt} />}
      {data && !looking && !isMoving(data) && <Summary of={data} />}
    </Page>
  )
}

function Loading() {
  return (
    <Waiting>
      <Skeleton className="mb-6 h-6 w-80 max-w-full" />
      <Skeleton className="mb-10 h-12 w-56 max-w-full" />
      <SkeletonList rows={3} tall />
    </Waiting>
  )
}
