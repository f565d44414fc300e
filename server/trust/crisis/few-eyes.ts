/**
 * Who sees voices that may speak of danger: owners and managers, and the members an owner named. Never a program: what a
 * key reads is passed on where nobody looks.
 */
import type { Role } from '../workspaces/contract.ts'

export const maySeeCrises = (member: { role: Role; readsCrises: boolean }): boolean =>
  member.role === 'owner' || member.role === 'manager' || member.readsCrises
