import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { meQuery } from '../ui/me.ts'
import { lastWorkspace, rememberWorkspace } from './last-workspace.ts'
import { Lost, LostOutside } from './lost.tsx'
import { Ground } from './ground.tsx'
import { TroubleOutside } from './trouble.tsx'

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Ground,
  notFoundComponent: LostOutside,
  errorComponent: TroubleOutside,
})

/** The bare address brings everyone where they belong: first run, sign-in, or the workspace they were in last. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  errorComponent: TroubleOutside,
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    if (!me.account) throw redirect({ to: me.firstRun ? '/welcome' : '/sign-in' })
    const remembered = me.memberships.find(({ workspaceId }) => workspaceId === lastWorkspace())
    const membership = remembered ?? me.memberships.find(({ isSample }) => !isSample) ?? me.memberships[0]
    if (!membership) throw redirect({ to: '/welcome' })
    throw redirect({ to: '/w/$workspaceId/today', params: { workspaceId: membership.workspaceId } })
  },
})

/** The parent of every page that belongs to a workspace: `/w/$workspaceId/…`. */
export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'w/$workspaceId',
  beforeLoad: async ({ context, params, location }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    if (!me.account) throw redirect({ to: '/sign-in', search: { next: location.href } })
    const membership = me.memberships.find(({ workspaceId }) => workspaceId === params.workspaceId)
    // It asks for more than a password: first to where that is set up.
    if (membership?.needsTwoStep) throw redirect({ to: '/account' })
    if (membership) rememberWorkspace(membership.workspaceId)
    return { membership }
  },
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
  notFoundComponent: Lost,
  errorComponent: TroubleOutside,
})
