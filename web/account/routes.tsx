import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { rootRoute } from '../shell/root.tsx'
import { meQuery } from '../ui/me.ts'

/** What somebody comes back with from the business's own sign-in. */
const TROUBLES = ['failed', 'unreachable', 'no_email', 'not_invited', 'prove_first', 'taken'] as const
type Trouble = (typeof TROUBLES)[number]
const troubleIn = (search: Record<string, unknown>): { trouble?: Trouble } => {
  const trouble = TROUBLES.find((one) => one === search['trouble'])
  return trouble ? { trouble } : {}
}

const welcome = createRoute({
  getParentRoute: () => rootRoute,
  path: 'welcome',
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    if (!me.account && !me.firstRun) throw redirect({ to: '/sign-in' })
  },
  component: lazyRouteComponent(() => import('./welcome-page.tsx'), 'WelcomePage'),
})

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: 'sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string; trouble?: Trouble } => ({
    ...(typeof search['next'] === 'string' ? { next: search['next'] } : {}),
    ...troubleIn(search),
  }),
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    if (me.firstRun) throw redirect({ to: '/welcome' })
  },
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: 'invitation/$token',
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
})

const forgot = createRoute({
  getParentRoute: () => rootRoute,
  path: 'forgot',
  component: lazyRouteComponent(() => import('./forgot-page.tsx'), 'ForgotPage'),
})

const reset = createRoute({
  getParentRoute: () => rootRoute,
  path: 'reset/$token',
  component: lazyRouteComponent(() => import('./reset-page.tsx'), 'ResetPage'),
})

const verify = createRoute({
  getParentRoute: () => rootRoute,
  path: 'verify/$token',
  component: lazyRouteComponent(() => import('./verify-page.tsx'), 'VerifyPage'),
})

const you = createRoute({
  getParentRoute: () => rootRoute,
  path: 'account',
  validateSearch: troubleIn,
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    if (!me.account) throw redirect({ to: '/sign-in', search: { next: '/account' } })
    // A guest has nothing to change yet, but a workspace of their own to open.
    if (me.firstRun) throw redirect({ to: '/welcome' })
  },
  component: lazyRouteComponent(() => import('./you-page.tsx'), 'YouPage'),
})

export const accountRoutes = [welcome, signIn, invitation, forgot, reset, verify, you] as const
