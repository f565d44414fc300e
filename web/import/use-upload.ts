import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { FILE_LIMIT } from '#listen/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Problem } from '../ui/problem.ts'
import { useWorkspace } from '../ui/workspace.ts'
import { importQuery, mayBringIn } from './imports-query.ts'
import { sendFile } from './send-file.ts'

export interface Upload {
  /** The file on its way: how much of it has left, and null while Heed looks into it. */
  sending: { name: string; share: number | null } | null
  trouble: unknown
  send: (file: File) => void
  stop: () => void
}

/** A file on its way to Heed, and then its own address. Leaving the page stops it: nothing is there yet to go back to. */
export function useUpload(): Upload {
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [sending, setSending] = useState<Upload['sending']>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const way = useRef<AbortController>(null)
  useEffect(() => () => way.current?.abort(), [])
  useDropAnywhere((file) => void send(file))

  const send = async (file: File): Promise<void> => {
    if (sending || !mayBringIn(workspace)) return
    setTrouble(file.size > FILE_LIMIT ? new Problem({ status: 413, code: 'file_too_large', title: '' }) : null)
    if (file.size > FILE_LIMIT) return
    const abort = new AbortController()
    way.current = abort
    const { name } = file
    const told = (share: number): void => setSending({ name, share: share < 1 ? share : null })
    setSending({ name, share: 0 })
    try {
      const made = await sendFile(workspace.path('imports'), file, { told, signal: abort.signal })
      queries.setQueryData(importQuery(workspace, made.id).queryKey, made)
      await navigate({
        to: '/w/$workspaceId/import/$importId',
        params: { workspaceId: workspace.id, importId: made.id },
      })
    } catch (error) {
      if (!abort.signal.aborted) setTrouble(error)
    }
    setSending(null)
  }
  return { sending, trouble, send: (file) => void send(file), stop: () => way.current?.abort() }
}

/** A file let go beside its place is still meant for it; left alone, the browser would show the file and leave the page. */
function useDropAnywhere(take: (file: File) => void): void {
  const dropped = useEffectEvent((event: DragEvent) => {
    const file = event.dataTransfer?.files[0]
    if (event.defaultPrevented || !file) return
    event.preventDefault()
    take(file)
  })
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: DragEvent): void => dropped(event)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])
}
