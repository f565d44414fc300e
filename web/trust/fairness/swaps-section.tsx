import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Scale } from 'lucide-react'
import { SwapCheck, SwapChecks } from '#understand/contract'
import { useWords, type Translate } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SkeletonText } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { FairnessNotes } from './fairness-notes.tsx'
import { fairnessWords } from './words.ts'

type Group = SwapCheck['groups'][number]
type T = Translate<typeof fairnessWords.texts>

const SURE = 0.05
/** Below this many pairs a mean says little, whatever it is. */
const ENOUGH = 30

/** Pairs of sentences that differ in what should not matter, read by the model that reads here. */
export function SwapsSection() {
  const t = useWords(fairnessWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const queryKey = [workspace.id, 'swaps']
  const checks = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get(workspace.path('fairness', 'swaps'), { schema: SwapChecks, signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.data[0]) ? 700 : false),
  })
  const run = useMutation({
    mutationFn: () => api.post(workspace.path('fairness', 'swaps'), { schema: SwapCheck }),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  })
  const latest = checks.data?.data[0]
  const shown = checks.data?.data.find(({ status }) => status === 'done')
  const mayRun = workspace.role === 'owner' || workspace.role === 'manager'
  return (
    <Section
      title={t('swaps.title')}
      lead={t('swaps.lead')}
      actions={
        mayRun &&
        checks.data && (
          <Button icon={Scale} busy={run.isPending || isUnderWay(latest)} onClick={() => run.mutate()}>
            {t(shown ? 'swaps.again' : 'swaps.run')}
          </Button>
        )
      }
    >
      {checks.isPending && <SkeletonText lines={5} />}
      {checks.isError && <ErrorNotice error={checks.error} retry={checks.refetch} />}
      {latest && isUnderWay(latest) && (
        <div className="mb-6 max-w-md">
          <Progress label={t('swaps.running')} value={latest.total ? latest.done / latest.total : null} />
        </div>
      )}
      {latest?.status === 'failed' && <p className="mb-4 text-small text-wrong">{t('swaps.failed')}</p>}
      {checks.data && !latest && <p className="text-ink-soft">{t('swaps.none')}</p>}
      {shown && <Found check={shown} />}
      {checks.data && <FairnessNotes about="reader" />}
    </Section>
  )
}

const isUnderWay = (check: SwapCheck | undefined): boolean => check?.status === 'waiting' || check?.status === 'running'

function Found({ check }: { check: SwapCheck }) {
  const t = useWords(fairnessWords)
  const signed = (value: number): string =>
    value
      .toFixed(3)
      .replace('-', '−')
      .replace(/^−(0\.0+)$/, '$1')
  return (
    <>
      <Table
        caption={t('swaps.table')}
        quietCaption
        columns={[
          {
            id: 'what',
            heading: t('swaps.col.what'),
            header: true,
            cell: (row: Group) => t(`group.${row.what as 'disability'}`),
          },
          { id: 'verdict', heading: t('swaps.col.verdict'), cell: (row) => verdictOf(row, t) },
          { id: 'mean', heading: t('swaps.col.mean'), figures: true, cell: (row) => signed(row.mean) },
          { id: 'largest', heading: t('swaps.col.largest'), figures: true, cell: (row) => signed(row.largest) },
          {
            id: 'p',
            heading: t('swaps.col.p'),
            figures: true,
            spare: true,
            cell: (row) => chanceText(row.adjusted, t),
          },
          { id: 'n', heading: t('swaps.col.n'), figures: true, spare: true, cell: (row) => row.n },
        ]}
        rows={check.groups}
        rowKey={(row) => row.what}
      />
      <Worst groups={check.groups} signed={signed} />
      <p className="mt-3 text-small text-ink-soft">
        {t('swaps.by', { name: check.byName, version: check.version ?? '' })},{' '}
        {check.finishedAt && <DateTime at={check.finishedAt} />}
      </p>
    </>
  )
}

/** Of each kind that is not fine the one pair that shows it best, as people would read it. */
function Worst({ groups, signed }: { groups: readonly Group[]; signed: (value: number) => string }) {
  const t = useWords(fairnessWords)
  const told = groups.flatMap(({ what, passes, worst }) => (passes || !worst ? [] : [{ what, ...worst }]))
  if (told.length === 0) return null
  return (
    <>
      <h3 className="mt-6 mb-2 text-body font-semibold">{t('swaps.worst.title')}</h3>
      <ul className="grid gap-x-12 gap-y-4 md:grid-cols-2">
        {told.map(({ what, one, other, difference }) => (
          <li key={what} className="flex items-start gap-4">
            <p className="min-w-0 flex-1 font-serif text-voice">
              <span className="block">“{one}”</span>
              <span className="block">“{other}”</span>
            </p>
            <span className="figures shrink-0 text-small font-semibold">{signed(difference)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function verdictOf(row: Group, t: T): string {
  if (row.passes) return t('swaps.fine')
  if (row.adjusted !== null && row.adjusted < SURE) return t('swaps.differs')
  return row.n < ENOUGH ? t('swaps.thin') : t('swaps.mixed')
}

/** p as a word first: whether chance alone would do it. */
export function chanceText(p: number | null, t: T): string {
  if (p === null) return t('chance.none')
  const text = p < 0.001 ? '< 0.001' : p.toFixed(p < 0.1 ? 3 : 2)
  return t(p < SURE ? 'chance.no' : 'chance.maybe', { p: text })
}
