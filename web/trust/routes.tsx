import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../shell/root.tsx'

const place = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust',
  component: lazyRouteComponent(() => import('./trust-page.tsx'), 'TrustPage'),
})

const reader = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/reader',
  component: lazyRouteComponent(() => import('./reader/reader-page.tsx'), 'ReaderPage'),
})

const consent = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/consent',
  component: lazyRouteComponent(() => import('./consent/consent-page.tsx'), 'ConsentPage'),
})

const automations = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/automations',
  component: lazyRouteComponent(() => import('./automations/automations-page.tsx'), 'AutomationsPage'),
})

const fairness = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/fairness',
  component: lazyRouteComponent(() => import('./fairness/fairness-page.tsx'), 'FairnessPage'),
})

const keys = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/keys',
  component: lazyRouteComponent(() => import('./keys/keys-page.tsx'), 'KeysPage'),
})

const roles = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/roles',
  component: lazyRouteComponent(() => import('./roles/roles-page.tsx'), 'RolesPage'),
})

const api = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/api',
  component: lazyRouteComponent(() => import('./api/api-page.tsx'), 'ApiPage'),
})

const audit = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/audit',
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
})

const emergencies = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/emergencies',
  component: lazyRouteComponent(() => import('./emergencies/emergencies-page.tsx'), 'EmergenciesPage'),
})

const backups = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/backups',
  component: lazyRouteComponent(() => import('./backups/backups-page.tsx'), 'BackupsPage'),
})

const workspace = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/workspace',
  component: lazyRouteComponent(() => import('./workspace/workspace-page.tsx'), 'WorkspacePage'),
})

const requests = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/requests',
  component: lazyRouteComponent(() => import('./requests/requests-page.tsx'), 'RequestsPage'),
})

const retention = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/retention',
  component: lazyRouteComponent(() => import('./retention/retention-page.tsx'), 'RetentionPage'),
})

const processing = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/processing',
  component: lazyRouteComponent(() => import('./processing/processing-page.tsx'), 'ProcessingPage'),
})

const provider = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'trust/provider',
  component: lazyRouteComponent(() => import('./provider/provider-page.tsx'), 'ProviderPage'),
})

export const trustRoutes = [
  place,
  requests,
  retention,
  processing,
  consent,
  automations,
  reader,
  fairness,
  roles,
  keys,
  provider,
  api,
  audit,
  backups,
  emergencies,
  workspace,
] as const
