import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../shell/root.tsx'

const today = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'today',
  validateSearch: (search: Record<string, unknown>): { case?: string } =>
    typeof search['case'] === 'string' ? { case: search['case'] } : {},
  component: lazyRouteComponent(() => import('./today-page.tsx'), 'TodayPage'),
})

export const todayRoutes = [today] as const
