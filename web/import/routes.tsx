import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../shell/root.tsx'

const start = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'import',
  component: lazyRouteComponent(() => import('./start-page.tsx'), 'StartPage'),
})

const one = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'import/$importId',
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
})

export const importRoutes = [start, one] as const
