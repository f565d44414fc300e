import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../shell/root.tsx'

const VIEWS = ['questions', 'share', 'results'] as const

const list = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'surveys',
  component: lazyRouteComponent(() => import('./surveys-page.tsx'), 'SurveysPage'),
})

const one = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'surveys/$surveyId',
  validateSearch: (search: Record<string, unknown>): { view?: (typeof VIEWS)[number] } => {
    const view = VIEWS.find((name) => name === search['view'])
    return view ? { view } : {}
  },
  component: lazyRouteComponent(() => import('./survey-page.tsx'), 'SurveyPage'),
})

export const surveysRoutes = [list, one] as const
