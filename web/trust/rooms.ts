import {
  ArchiveRestore,
  BookLock,
  BookOpenText,
  Braces,
  Handshake,
  Hourglass,
  House,
  Inbox,
  KeyRound,
  LifeBuoy,
  LogIn,
  Scale,
  ScrollText,
  ToggleRight,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import type { Role } from '#trust/contract'

/** Who finds a room on the page of Trust. The server has the last word on what each may do there. */
type SeenBy = 'everyone' | 'managers' | 'owners'

/** The rooms of Trust, in the order and the groups in which the page lists them. A new room is a row here and in `routes.tsx`. */
export const roomGroups = [
  {
    word: 'rights',
    rooms: [
      { word: 'requests', to: '/w/$workspaceId/trust/requests', icon: Inbox, seenBy: 'managers' },
      { word: 'consent', to: '/w/$workspaceId/trust/consent', icon: Handshake, seenBy: 'everyone' },
      { word: 'retention', to: '/w/$workspaceId/trust/retention', icon: Hourglass, seenBy: 'managers' },
      { word: 'processing', to: '/w/$workspaceId/trust/processing', icon: BookLock, seenBy: 'managers' },
    ],
  },
  {
    word: 'machines',
    rooms: [
      { word: 'automations', to: '/w/$workspaceId/trust/automations', icon: ToggleRight, seenBy: 'everyone' },
      { word: 'reader', to: '/w/$workspaceId/trust/reader', icon: BookOpenText, seenBy: 'everyone' },
      { word: 'fairness', to: '/w/$workspaceId/trust/fairness', icon: Scale, seenBy: 'everyone' },
      { word: 'emergencies', to: '/w/$workspaceId/trust/emergencies', icon: LifeBuoy, seenBy: 'managers' },
    ],
  },
  {
    word: 'doors',
    rooms: [
      { word: 'roles', to: '/w/$workspaceId/trust/roles', icon: UsersRound, seenBy: 'everyone' },
      { word: 'keys', to: '/w/$workspaceId/trust/keys', icon: KeyRound, seenBy: 'managers' },
      { word: 'provider', to: '/w/$workspaceId/trust/provider', icon: LogIn, seenBy: 'owners' },
      { word: 'api', to: '/w/$workspaceId/trust/api', icon: Braces, seenBy: 'everyone' },
    ],
  },
  {
    word: 'proof',
    rooms: [
      { word: 'audit', to: '/w/$workspaceId/trust/audit', icon: ScrollText, seenBy: 'owners' },
      { word: 'backups', to: '/w/$workspaceId/trust/backups', icon: ArchiveRestore, seenBy: 'owners' },
    ],
  },
  {
    word: 'house',
    rooms: [{ word: 'workspace', to: '/w/$workspaceId/trust/workspace', icon: House, seenBy: 'owners' }],
  },
] as const satisfies readonly {
  word: string
  rooms: readonly { word: string; to: string; icon: LucideIcon; seenBy: SeenBy }[]
}[]

export const mayEnter = (seenBy: SeenBy, role: Role): boolean =>
  seenBy === 'everyone' || role === 'owner' || (seenBy === 'managers' && role === 'manager')
