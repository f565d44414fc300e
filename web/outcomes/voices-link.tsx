import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MetricName, Outcomes } from '#measure/contract'
import { useWorkspace } from '../ui/workspace.ts'

/** The filters of the Voices page that a figure can lead to. */
export interface VoicesBehind {
  from: string
  to: string
  source?: string[]
  feeling?: string[]
  kind?: string[]
  sentiment?: string[]
  language?: string[]
  surveyId?: string
  scoreKind?: string
  q?: string
}

/** The voices behind a part of a breakdown, or null where Voices has no filter for it. */
export function behindPart(
  period: { from: string; to: string },
  dimension: string,
  value: string,
): VoicesBehind | null {
  const span = { from: period.from, to: period.to }
  if (dimension === 'source') return { ...span, source: [value] }
  if (dimension === 'language') return { ...span, language: [value] }
  if (dimension === 'survey') return { ...span, surveyId: value }
  if (dimension === 'topic') return { ...span, q: value.includes(' ') ? `"${value}"` : value }
  return null
}

const SCORE_KINDS: Partial<Record<MetricName, string>> = { stars: 'star', nps: 'nps', csat: 'csat', ces: 'ces' }

/** The voices behind a figure, within the part that is looked at; nothing where Voices cannot show exactly those. */
export function behindMetric({ period, only }: Outcomes, metric: MetricName): VoicesBehind | undefined {
  const { from, to } = period
  const behind = only ? behindPart(period, only.dimension, only.value) : { from, to }
  if (!behind || metric === 'heard') return undefined
  const scoreKind = SCORE_KINDS[metric]
  return scoreKind ? { ...behind, scoreKind } : behind
}

/** One click from a figure to the voices it is made of. */
export function VoicesLink({ behind, children, label }: { behind: VoicesBehind; children: ReactNode; label?: string }) {
  const workspace = useWorkspace()
  return (
    <Link
      to="/w/$workspaceId/voices"
      params={{ workspaceId: workspace.id }}
      search={behind as never}
      aria-label={label}
      className="underline decoration-edge/60 underline-offset-4 hover:decoration-current"
    >
      {children}
    </Link>
  )
}
