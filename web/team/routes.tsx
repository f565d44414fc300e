import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../shell/root.tsx'

const place = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'team',
  component: lazyRouteComponent(() => import('./team-page.tsx'), 'TeamPage'),
})

export const teamRoutes = [place] as const
