/** Trust over HTTP. */
import type { Processing, Route } from '#platform'
import type { Accounts } from './accounts/accounts.ts'
import { ownAccountRoutes } from './accounts/routes.ts'
import { consentRoutes } from './consent/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { crisisRoutes } from './crisis/routes.ts'
import { backupRoutes } from './backup/routes.ts'
import { keyRoutes } from './keys/routes.ts'
import { retentionRoutes } from './retention/routes.ts'
import { processingRoutes } from './processing/routes.ts'
import { rightsRoutes } from './rights/routes.ts'
import type { Automation } from './oversight/automation.ts'
import { oversightRoutes } from './oversight/routes.ts'
import type { Who } from './who.ts'
import { workspaceRoutes } from './workspaces/routes.ts'

export const trustRoutes = (
  accounts: Accounts,
  register: readonly Automation[],
  processings: readonly Processing[],
): Route<Who>[] => [
  ...workspaceRoutes(accounts),
  ...ownAccountRoutes(accounts),
  ...keyRoutes,
  ...crisisRoutes,
  ...rightsRoutes,
  ...retentionRoutes,
  ...processingRoutes(processings, register),
  ...consentRoutes(),
  ...oversightRoutes(register),
  ...auditRoutes(accounts),
  ...backupRoutes,
]
