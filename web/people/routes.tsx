import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../shell/root.tsx'

const list = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'people',
  validateSearch: (search: Record<string, unknown>): { q?: string; kind?: string } => ({
    ...(typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'] } : {}),
    ...(typeof search['kind'] === 'string' && search['kind'] !== '' ? { kind: search['kind'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
})

const one = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'people/$personId',
  component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage'),
})

export const peopleRoutes = [list, one] as const
