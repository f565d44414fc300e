/** All attacks, in the order in which they are made. */
import { addresses } from './addresses.ts'
import { audit } from './audit.ts'
import { bodies } from './bodies.ts'
import { erasure } from './erasure.ts'
import { fuzz } from './fuzz.ts'
import { injections } from './injections.ts'
import { restoreDrills } from './restore.ts'
import { roles } from './roles.ts'
import { screens } from './screens.ts'
import { sessions } from './sessions.ts'
import type { Result, Target } from './target.ts'
import { workspaces } from './workspaces.ts'

export const ATTACKS: { name: string; attack: (target: Target) => Promise<Result> }[] = [
  { name: 'roles', attack: roles },
  { name: 'workspaces', attack: workspaces },
  { name: 'fuzzing', attack: fuzz },
  { name: 'injections', attack: injections },
  { name: 'screens', attack: screens },
  { name: 'bodies', attack: bodies },
  { name: 'addresses', attack: addresses },
  { name: 'sessions', attack: sessions },
  { name: 'erasure', attack: erasure },
  { name: 'audit', attack: audit },
  { name: 'restore', attack: restoreDrills },
]
