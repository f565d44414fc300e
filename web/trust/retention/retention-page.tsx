import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Retention, type RetentionRule } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonList } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { trustWords } from '../words.ts'
import { Preview } from './preview.tsx'
import { retentionWords } from './words.ts'

const CHOICES = [1, 3, 6, 12, 24, 36, 60, 84, 120] as const

type KindWord = Extract<keyof typeof retentionWords.texts, `kind.${string}`>

/** How long each kind of thing is kept, decided after seeing what would go. */
export function RetentionPage() {
  const t = useWords(retentionWords)
  const room = useWords(trustWords)
  const workspace = useWorkspace()
  const retention = useQuery({
    queryKey: [workspace.id, 'retention'],
    queryFn: ({ signal }) => api.get(workspace.path('retention'), { schema: Retention, signal }),
  })
  const called = useCalled()
  return (
    <Room title={room('room.retention')} lead={t('lead')}>
      {retention.isPending && <SkeletonList rows={6} />}
      {retention.isError && <ErrorNotice error={retention.error} retry={retention.refetch} />}
      {retention.data && (
        <>
          <ul className="mb-12 divide-y divide-line border-y border-line">
            {retention.data.rules.map((rule) => (
              <Rule key={rule.kind} rule={rule} />
            ))}
          </ul>
          <Section title={t('log')}>
            {retention.data.runs.length === 0 && <p className="text-ink-soft">{t('log.none')}</p>}
            <ul className="flex flex-col gap-2 text-small">
              {retention.data.runs.map((run) => (
                <li key={`${run.at} ${run.kind}`}>
                  <DateTime at={run.at} /> · {called(run.kind)} · {t('log.line', { count: run.gone })}
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Room>
  )
}

/** A kind this page has no word for yet is called what its capability calls it. */
function useCalled() {
  const t = useWords(retentionWords)
  return (kind: string, otherwise: string = kind): string =>
    Object.hasOwn(retentionWords.texts, `kind.${kind}`) ? t(`kind.${kind}` as KindWord) : otherwise
}

function useTime() {
  const t = useWords(retentionWords)
  return (months: number): string =>
    months % 12 === 0 ? t('years', { count: months / 12 }) : t('months', { count: months })
}

function Rule({ rule }: { rule: RetentionRule }) {
  const t = useWords(retentionWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const called = useCalled()
  const time = useTime()
  const [wanted, setWanted] = useState<number | null>(null)
  const decide = useMutation({
    mutationFn: (months: number | null) => api.put(workspace.path('retention', rule.kind), { body: { months } }),
    onSuccess: async (_, months) => {
      await queries.invalidateQueries({ queryKey: [workspace.id, 'retention'] })
      setWanted(null)
      toast.undo({ text: t(months === null ? 'kept' : 'set'), undo: () => decide.mutateAsync(rule.months) })
    },
  })
  const what = called(rule.kind, rule.what)
  const choices = [...new Set([...CHOICES, ...(rule.months ? [rule.months] : [])])].sort((a, b) => a - b)
  return (
    <li className="grid gap-3 py-5 sm:grid-cols-[minmax(0,1fr)_12rem] sm:items-start">
      <div className="min-w-0">
        <h2 className="text-body font-medium">{what}</h2>
        <p className="text-small text-ink-soft">
          {rule.suggested !== null && t('suggested', { time: time(rule.suggested) })}{' '}
          {rule.by !== null && rule.decidedAt !== null && (
            <>
              {t('decided', { name: rule.by })}, <DateTime at={rule.decidedAt} look="date" />.
            </>
          )}
        </p>
      </div>
      <Select
        label={workspace.role === 'owner' ? t('keep.label', { what }) : t('keep')}
        quietLabel
        value={rule.months === null ? '' : String(rule.months)}
        disabled={workspace.role !== 'owner' || decide.isPending}
        options={[
          { value: '', label: t('forever') },
          ...choices.map((months) => ({ value: String(months), label: time(months) })),
        ]}
        onChange={(value) => (value === '' ? decide.mutate(null) : setWanted(Number(value)))}
      />
      {wanted !== null && (
        <Preview
          kind={rule.kind}
          title={`${what}: ${time(wanted)}`}
          months={wanted}
          busy={decide.isPending}
          onClose={() => setWanted(null)}
          onDecide={() => decide.mutate(wanted)}
        />
      )}
    </li>
  )
}
