import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Progress } from '../ui/progress.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { facetsQuery, progressQuery, voicesKey } from './voices-query.ts'
import { voicesWords } from './words.ts'

/** A handful is read before anybody could look. */
const WORTH_SAYING = 25

/** While much is being read: how far it is. What was read meanwhile comes into the list by itself. */
export function ReadingBanner() {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const progress = useQuery(progressQuery(workspace))
  const waiting = progress.data?.waiting
  const before = useRef(waiting)
  useEffect(() => {
    if (before.current !== undefined && waiting !== undefined && waiting < before.current) {
      void queries.invalidateQueries({ queryKey: voicesKey(workspace) })
      if (waiting === 0) void queries.invalidateQueries({ queryKey: facetsQuery(workspace).queryKey })
    }
    before.current = waiting
  }, [waiting, queries, workspace])
  const { read = 0, total = 0 } = progress.data ?? {}
  if (progress.data?.off) return <ReadingOff />
  if (!waiting || total < WORTH_SAYING) return null
  return (
    <div className="mb-6 rounded-xl bg-band/60 px-4 py-3">
      <Progress label={t('progress.label')} value={read / total} detail={t('progress.detail', { read, total })} />
    </div>
  )
}

/** Somebody turned reading off: said where unread words would otherwise look forgotten. */
function ReadingOff() {
  const t = useWords(voicesWords)
  const { id: workspaceId } = useWorkspace()
  return (
    <p className="mb-6 rounded-xl bg-band/60 px-4 py-3 text-small">
      {t('progress.off')}{' '}
      <Link
        to="/w/$workspaceId/trust/automations"
        params={{ workspaceId }}
        className="font-medium underline decoration-edge/60 underline-offset-4 hover:decoration-current"
      >
        {t('progress.off.where')}
      </Link>
    </p>
  )
}
