import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { meQuery } from '../ui/me.ts'

/** What the server answers when somebody came in: the workspace they stand in now. */
export const Entered = z.object({ workspaceId: z.string() })

/** After coming in: forget what was known about nobody, then open Today (or wherever they wanted to go). */
export function useEnter() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async (to: { workspaceId: string } | { next: string | undefined }) => {
    queries.clear()
    await queries.ensureQueryData(meQuery)
    if ('workspaceId' in to) await navigate({ to: '/w/$workspaceId/today', params: { workspaceId: to.workspaceId } })
    // Only a path of this very site: an address from outside must not lead people away after they signed in.
    else if (to.next?.startsWith('/') && !to.next.startsWith('//')) await navigate({ href: to.next })
    else await navigate({ to: '/' })
  }
}
