import {
  ChartSpline,
  Handshake,
  Inbox,
  ListChecks,
  MessageSquareQuote,
  Shield,
  Sun,
  Users,
  type LucideIcon,
} from 'lucide-react'

/** The six words of the rail, in their order, with the key that follows `g`. */
export const places = [
  { word: 'today', to: '/w/$workspaceId/today', icon: Sun, keys: 'g t' },
  { word: 'voices', to: '/w/$workspaceId/voices', icon: MessageSquareQuote, keys: 'g v' },
  { word: 'people', to: '/w/$workspaceId/people', icon: Users, keys: 'g p' },
  { word: 'outcomes', to: '/w/$workspaceId/outcomes', icon: ChartSpline, keys: 'g o' },
  { word: 'team', to: '/w/$workspaceId/team', icon: Handshake, keys: 'g m' },
  { word: 'trust', to: '/w/$workspaceId/trust', icon: Shield, keys: 'g r' },
] as const satisfies readonly { word: string; to: string; icon: LucideIcon; keys: string }[]

/** What fills Heed: reached less often, so below the six. */
export const otherPlaces = [
  { word: 'import', to: '/w/$workspaceId/import', icon: Inbox },
  { word: 'surveys', to: '/w/$workspaceId/surveys', icon: ListChecks },
] as const satisfies readonly { word: string; to: string; icon: LucideIcon }[]

export type Place = (typeof places)[number]
