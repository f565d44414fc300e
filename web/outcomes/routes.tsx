import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../shell/root.tsx'
import { readSearch } from './search.ts'

const outcomes = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'outcomes',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./outcomes-page.tsx'), 'OutcomesPage'),
})

export const outcomesRoutes = [outcomes] as const
