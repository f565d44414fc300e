import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import type { Case } from '#act/contract'
import { useWords } from '../i18n/use-words.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Problem } from '../ui/problem.ts'
import { useShortcut } from '../ui/shortcuts.tsx'
import { Skeleton, SkeletonText } from '../ui/skeleton.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { LetterActions } from './letter-actions.tsx'
import { LetterHistory } from './letter-history.tsx'
import { LetterNotes } from './letter-notes.tsx'
import { LetterPerson } from './letter-person.tsx'
import { LetterReply } from './letter-reply.tsx'
import { LetterResolution } from './letter-resolution.tsx'
import { LetterWords } from './letter-words.tsx'
import { ResolveSheet } from './resolve-sheet.tsx'
import { caseQuery } from './today-query.ts'
import { useDeeds } from './use-deeds.ts'
import { WhyHere } from './why-here.tsx'
import { todayWords } from './words.ts'

/** The open letter: what was said, and everything needed to answer it. */
export function Letter({ id, next }: { id: string; next: string | undefined }) {
  const t = useWords(todayWords)
  const workspace = useWorkspace()
  const found = useQuery(caseQuery(workspace, id))
  return (
    <section aria-label={t('letter')} className="@container mx-auto max-w-5xl pb-24 lg:pb-8">
      <p className="mb-4 lg:hidden">
        <Link
          to="/w/$workspaceId/today"
          params={{ workspaceId: workspace.id }}
          search={{}}
          className="-ms-1 inline-flex min-h-11 items-center gap-1 text-small text-ink-soft hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
          {t('back')}
        </Link>
      </p>
      {found.isPending && <LetterWaits />}
      {found.isError && !found.data && <NotHere error={found.error} retry={found.refetch} />}
      {found.data && <OpenLetter found={found.data} now={new Date(found.dataUpdatedAt)} next={next} />}
    </section>
  )
}

/** `now` is when the letter was last fetched: all that is relative on it agrees with what the server said. */
function OpenLetter({ found, now, next }: { found: Case; now: Date; next: string | undefined }) {
  const t = useWords(todayWords)
  const workspace = useWorkspace()
  const deeds = useDeeds()
  const [resolving, setResolving] = useState(false)
  const mayWork = workspace.role !== 'observer'
  const closed = found.status === 'resolved'
  useShortcut({ keys: 'u', label: t('key.undo'), group: t('title'), off: !mayWork }, deeds.undoLast)
  return (
    <>
      <LetterWords found={found} now={now} />
      <WhyHere found={found} />
      {closed && <LetterResolution found={found} now={now} deeds={deeds} next={next} mayWork={mayWork} />}
      {!closed && <LetterActions found={found} deeds={deeds} mayWork={mayWork} onResolve={() => setResolving(true)} />}
      <div className="mt-10 grid gap-x-12 gap-y-10 @2xl:grid-cols-[minmax(0,1fr)_16rem]">
        <div className="flex min-w-0 flex-col gap-10">
          {!closed && mayWork && <LetterReply found={found} />}
          <LetterNotes found={found} deeds={deeds} mayWork={mayWork} />
          <LetterHistory steps={found.steps} />
        </div>
        <LetterPerson found={found} />
      </div>
      {resolving && <ResolveSheet found={found} deeds={deeds} onClose={() => setResolving(false)} />}
    </>
  )
}

function LetterWaits() {
  return (
    <div>
      <Skeleton className="h-4 w-48" />
      <Skeleton className="mt-6 h-7 w-full" />
      <Skeleton className="mt-2 h-7 w-4/5" />
      <div className="mt-10">
        <SkeletonText lines={4} />
      </div>
    </div>
  )
}

function NotHere({ error, retry }: { error: Error; retry: () => unknown }) {
  const t = useWords(todayWords)
  if (!(error instanceof Problem) || error.status !== 404) return <ErrorNotice error={error} retry={retry} />
  return (
    <div className="py-16 text-center">
      <p className="text-lead font-semibold">{t('letter.gone.title')}</p>
      <p className="mt-1 text-ink-soft">{t('letter.gone.text')}</p>
    </div>
  )
}
