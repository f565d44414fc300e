import type { Family } from '#engine'
import { useNavigate } from '@tanstack/react-router'
import type { Outcomes, Share } from '#measure/contract'
import { useWords } from '../i18n/use-words.ts'
import { BarRows } from '../ui/bar-row.tsx'
import { feelingGround } from '../ui/feeling.ts'
import { FeelingMark } from '../ui/feeling-mark.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { outcomesWords } from './words.ts'
import { behindPart, type VoicesBehind } from './voices-link.tsx'

const percent = (value: number): string => value.toFixed(0)

interface ShareBarsProps {
  label: string
  of: Share['of']
  outcomes: Outcomes
}

/** Shares of voices as bars with their range; each opens the voices it is made of. */
export function ShareBars({ label, of, outcomes: { shares, period, only } }: ShareBarsProps) {
  const t = useWords(outcomesWords)
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const rows = shares.filter((share) => share.of === of && share.count > 0)
  const open = (share: Share) => {
    const part = only ? behindPart(period, only.dimension, only.value) : period
    const behind: VoicesBehind = {
      ...(part ?? period),
      from: period.from,
      to: period.to,
      ...(of === 'family' ? { feeling: [share.value] } : { kind: [share.value] }),
    }
    void navigate({ to: '/w/$workspaceId/voices', params: { workspaceId: workspace.id }, search: behind as never })
  }
  return (
    <BarRows
      label={label}
      bars={rows.map((share) => ({
        id: share.value,
        label:
          of === 'family' ? (
            <FeelingMark feeling={share.value as Family} word={t(`family.${share.value as Family}`)} />
          ) : (
            t(`kind.${share.value as 'other'}`)
          ),
        value: share.share,
        low: share.low,
        high: share.high,
        said: t('share.percent', { value: percent(share.share) }),
        rests: t('figure.voices', { count: share.count }),
        ground: of === 'family' ? feelingGround[share.value as Family] : 'bg-series',
        onOpen: () => open(share),
      }))}
    />
  )
}
