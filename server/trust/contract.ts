/** What trust says over the wire. Pure: the browser may load it. */
import { accountRefusals } from './accounts/contract.ts'
import { consentRefusals } from './consent/contract.ts'
import { auditRefusals } from './audit/contract.ts'
import { crisisRefusals } from './crisis/contract.ts'
import { backupRefusals } from './backup/contract.ts'
import { keyRefusals } from './keys/contract.ts'
import { retentionRefusals } from './retention/contract.ts'
import { rightsRefusals } from './rights/contract.ts'
import { oversightRefusals } from './oversight/contract.ts'
import { workspaceRefusals } from './workspaces/contract.ts'

export * from './accounts/contract.ts'
export * from './consent/contract.ts'
export * from './audit/contract.ts'
export * from './crisis/contract.ts'
export * from './backup/contract.ts'
export * from './keys/contract.ts'
export * from './processing/contract.ts'
export * from './retention/contract.ts'
export * from './rights/contract.ts'
export * from './oversight/contract.ts'
export * from './workspaces/contract.ts'

export const refusals = {
  ...workspaceRefusals,
  ...accountRefusals,
  ...keyRefusals,
  ...crisisRefusals,
  ...consentRefusals,
  ...rightsRefusals,
  ...oversightRefusals,
  ...retentionRefusals,
  ...auditRefusals,
  ...backupRefusals,
} as const
