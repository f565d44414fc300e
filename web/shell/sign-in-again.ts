import type { QueryClient } from '@tanstack/react-query'
import type { AnyRouter } from '@tanstack/react-router'

/** The session has ended while a page was open: to the door, remembering where to come back to. */
export function signInAgain(router: AnyRouter, queries: QueryClient): void {
  const { pathname, href } = router.state.location
  if (!pathname.startsWith('/w/') && pathname !== '/account') return
  queries.removeQueries({ queryKey: ['me'] })
  void router.navigate({ to: '/sign-in', search: { next: href } })
}
