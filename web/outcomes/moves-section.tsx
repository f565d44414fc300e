import { ArrowDown, ArrowUp } from 'lucide-react'
import { CONTRAST_WHY, type Contrast, type Outcomes, type Share } from '#measure/contract'
import { catalogue } from '../i18n/catalogue.ts'
import { useWords, type Translate } from '../i18n/use-words.ts'
import { Section } from '../ui/page.tsx'
import { Why } from '../ui/why.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Breakdown } from './breakdown.tsx'
import { PartTable } from './part-table.tsx'
import { sayDifference, sayValue } from './say-figures.ts'
import type { OutcomesSearch } from './search.ts'
import { ShareBars } from './share-bars.tsx'
import { outcomesWords } from './words.ts'

const contrastWhyWords = catalogue('contrast-why', CONTRAST_WHY)

interface MovesSectionProps {
  outcomes: Outcomes
  search: OutcomesSearch
  onSearch: (change: OutcomesSearch) => void
}

/** What moves it? What goes with better and worse; nothing here claims to be a cause. */
export function MovesSection({ outcomes, search, onSearch }: MovesSectionProps) {
  const t = useWords(outcomesWords)
  const { topics, shares, contrasts, only, before, period } = outcomes
  const kinds = shares.filter(({ of }) => of === 'kind')
  return (
    <Section title={t('moves.title')} lead={t('moves.lead')}>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-2">
        <div>
          <h3 className="text-body font-semibold">{t('moves.shifts')}</h3>
          <p className="mb-2 text-small text-ink-soft">{t('moves.shifts.lead')}</p>
          <Shifts shares={shares} comparable={before !== null} />
          {!only && contrasts.length > 0 && (
            <>
              <h3 className="mt-8 text-body font-semibold">{t('moves.contrasts')}</h3>
              <p className="mb-2 text-small text-ink-soft">{t('moves.contrasts.lead')}</p>
              <Contrasts contrasts={contrasts} period={period} />
            </>
          )}
        </div>
        {kinds.length > 0 && (
          <div>
            <h3 className="text-body font-semibold">{t('moves.purpose')}</h3>
            <p className="mb-2 text-small text-ink-soft">{t('moves.purpose.lead')}</p>
            <ShareBars label={t('moves.purpose')} of="kind" outcomes={outcomes} />
          </div>
        )}
      </div>
      {!only && (
        <div className="mt-10">
          <h3 className="text-body font-semibold">{t('moves.topics')}</h3>
          <p className="mb-3 max-w-[68ch] text-small text-ink-soft">
            {topics.length > 0 ? t('moves.topics.lead') : t('moves.topics.none')}
          </p>
          {topics.length > 0 && (
            <PartTable
              caption={t('moves.topics')}
              heading={t('moves.topics')}
              dimension="topic"
              rows={topics}
              metric="sentiment"
              period={period}
            />
          )}
        </div>
      )}
      <Breakdown {...{ outcomes, search, onSearch }} />
    </Section>
  )
}

function Shifts({ shares, comparable }: { shares: readonly Share[]; comparable: boolean }) {
  const t = useWords(outcomesWords)
  const moved = shares
    .filter(({ change }) => change?.moved)
    .toSorted((a, b) => Math.abs(b.change?.difference ?? 0) - Math.abs(a.change?.difference ?? 0))
  if (!comparable) return <p className="text-small text-ink-faint">{t('moves.shifts.cannot')}</p>
  if (moved.length === 0) return <p className="text-small text-ink-faint">{t('moves.shifts.none')}</p>
  return (
    <ul className="flex flex-col gap-3">
      {moved.map(({ of, value, share, change }) => {
        if (!change) return null
        const what = of === 'family' ? t(`family.${value as 'joy'}`) : t(`kinds.${value as 'other'}`)
        const up = change.difference > 0
        const Icon = up ? ArrowUp : ArrowDown
        return (
          <li key={`${of} ${value}`} className="flex gap-2">
            <Icon aria-hidden className="mt-1 size-4 shrink-0 text-ink-soft" />
            <div>
              <p>{up ? t('moves.more', { what }) : t('moves.less', { what })}</p>
              <p className="figures text-tiny text-ink-soft">
                {t('moves.shares', {
                  before: `${change.before.toFixed(0)}%`,
                  now: `${share.toFixed(0)}%`,
                  low: sayDifference(change.low, 'percent'),
                  high: sayDifference(change.high, 'percent'),
                })}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function sayPart(t: Translate<typeof outcomesWords.texts>, dimension: string, value: string): string {
  if (dimension === 'source' || dimension === 'channel' || dimension === 'survey')
    return t(`part.${dimension}`, { value })
  return t('part.attribute', { name: dimension.slice('attribute:'.length), value })
}

function Contrasts({ contrasts, period }: { contrasts: readonly Contrast[]; period: Outcomes['period'] }) {
  const t = useWords(outcomesWords)
  const workspace = useWorkspace()
  return (
    <ul className="flex flex-col gap-3">
      {contrasts.map(({ dimension, value, label, figure, rest, low, high, difference }) => {
        const Icon = difference > 0 ? ArrowUp : ArrowDown
        const part = sayPart(t, dimension, label)
        return (
          <li key={`${dimension} ${value}`} className="flex gap-2">
            <Icon aria-hidden className="mt-1 size-4 shrink-0 text-ink-soft" />
            <div>
              <p>{difference > 0 ? t('moves.above', { part }) : t('moves.below', { part })}</p>
              <p className="figures text-tiny text-ink-soft">
                {t('moves.contrast.range', {
                  value: sayValue(figure.value ?? 0, 'points'),
                  rest: sayValue(rest.value ?? 0, 'points'),
                  n: figure.n.toLocaleString('en-GB'),
                  low: sayDifference(low, 'points'),
                  high: sayDifference(high, 'points'),
                })}
              </p>
              <Why
                path={workspace.path('outcomes', 'contrasts', 'explanation')}
                query={{ dimension, value, from: period.from, to: period.to }}
                words={contrastWhyWords}
                about={part}
              />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
