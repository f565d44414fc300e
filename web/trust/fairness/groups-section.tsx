import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FairnessGroups } from '#act/contract'
import { useLanguage } from '../../i18n/language.ts'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Ruler } from '../../ui/interval.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonText } from '../../ui/skeleton.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { FairnessNotes } from './fairness-notes.tsx'
import { fairnessWords } from './words.ts'

type Measure = FairnessGroups['measures'][number]
type Group = Measure['groups'][number]

/** How often each group of this workspace is put first, with the range it probably lies in. */
export function GroupsSection() {
  const t = useWords(fairnessWords)
  const workspace = useWorkspace()
  const [by, setBy] = useState('language')
  const found = useQuery({
    queryKey: [workspace.id, 'fairness-groups', by],
    queryFn: ({ signal }) =>
      api.get(workspace.path('fairness', 'groups'), { schema: FairnessGroups, query: { by }, signal }),
    placeholderData: (before) => before,
  })
  const attributes = found.data?.attributes ?? []
  return (
    <Section title={t('groups.title')} lead={found.data && t('groups.lead', { from: found.data.from })}>
      <div className="mb-6 max-w-xs">
        <Select
          label={t('groups.by')}
          value={by}
          options={[
            { value: 'language', label: t('by.language') },
            { value: 'channel', label: t('by.channel') },
            ...attributes.map((name) => ({ value: `attribute:${name}`, label: t('by.attribute', { name }) })),
          ]}
          onChange={setBy}
        />
      </div>
      {found.isPending && <SkeletonText lines={5} />}
      {found.isError && <ErrorNotice error={found.error} retry={found.refetch} />}
      {found.data && (
        <div className="grid gap-x-16 gap-y-10 lg:grid-cols-2">
          {found.data.measures.map((measure) => (
            <MeasureShown key={measure.first} measure={measure} by={found.data.by} />
          ))}
        </div>
      )}
      {found.data && <FairnessNotes about={found.data.by} />}
    </Section>
  )
}

function MeasureShown({ measure, by }: { measure: Measure; by: string }) {
  const t = useWords(fairnessWords)
  const { first, groups, verdict, leftOut } = measure
  return (
    <div>
      <h3 className="text-body font-semibold">{t(`first.${first}`)}</h3>
      {groups.length < 2 ? (
        <p className="mt-1 text-ink-soft">{t('groups.none')}</p>
      ) : (
        <>
          <p className="mt-1 mb-3 max-w-[62ch]">{t(`verdict.${verdict}`)}</p>
          <ul className="flex flex-col gap-4">
            {groups.map((group) => (
              <GroupRow key={group.value} group={group} by={by} />
            ))}
          </ul>
        </>
      )}
      {leftOut > 0 && <p className="mt-3 text-small text-ink-soft">{t('groups.leftOut', { count: leftOut })}</p>}
    </div>
  )
}

function GroupRow({ group, by }: { group: Group; by: string }) {
  const t = useWords(fairnessWords)
  const language = useLanguage()
  const percent = (value: number): string =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value)
  const { value, n, chosen, share, low, high, ratio, show } = group
  const says = share !== null && low !== null && high !== null && show !== 'none' && show !== 'counts-only'
  return (
    <li>
      <p className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 truncate font-medium">{nameOf(by, value, language)}</span>
        <span className="figures shrink-0">
          {says ? percent(share) : <span className="text-ink-soft">{t('groups.few')}</span>}
          <span className="ms-2 text-small text-ink-soft">{t('groups.share', { chosen, n })}</span>
        </span>
      </p>
      {says && (
        <>
          <Ruler estimate={{ value: share, low, high }} scale={[0, 1]} />
          <p className="figures mt-1 text-tiny text-ink-soft">
            {t('groups.range', { low: percent(low), high: percent(high) })}
            {ratio !== null && ratio < 1 && <> · {t('groups.ratio', { percent: percent(ratio) })}</>}
          </p>
        </>
      )}
    </li>
  )
}

function nameOf(by: string, value: string, language: string): string {
  if (by !== 'language') return value
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(value) ?? value
  } catch {
    return value
  }
}
