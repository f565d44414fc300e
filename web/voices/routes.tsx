import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../shell/root.tsx'
import { readSearch } from './search.ts'

/** List and letter stand beside each other, so both addresses are one page; the second says which letter lies open. */
const list = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'voices',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./voices-page.tsx'), 'VoicesPage'),
})

const one = createRoute({ getParentRoute: () => list, path: '$voiceId' })

export const voicesRoutes = [list.addChildren([one])] as const
