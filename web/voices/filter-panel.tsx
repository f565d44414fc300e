import { useState, type ReactNode } from 'react'
import { FAMILIES, KINDS, SENTIMENTS } from '#engine'
import type { Facets } from '#understand/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { FeelingShape } from '../ui/feeling-mark.tsx'
import { Select } from '../ui/select.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { languageName } from './language-name.ts'
import { rangeOfSearch, SCORE_RANGES, searchOfRange } from './score-range.ts'
import { readSearch, type Span, type VoicesSearch } from './search.ts'
import { voicesWords } from './words.ts'

interface FilterPanelProps {
  search: VoicesSearch
  facets: Facets | undefined
  onShow: (search: VoicesSearch) => void
  onClose: () => void
}

const OWN = 'own'

/** Every question one can ask of the list, chosen together and shown at once. */
export function FilterPanel({ search, facets, onShow, onClose }: FilterPanelProps) {
  const t = useWords(voicesWords)
  const language = useLanguage()
  const [draft, setDraft] = useState(search)
  const set = (change: VoicesSearch | Record<string, unknown>): void => setDraft(readSearch({ ...draft, ...change }))
  const { q, sort } = draft
  return (
    <SidePanel
      open
      onClose={onClose}
      title={t('more.title')}
      actions={
        <>
          <Button look="quiet" onClick={() => setDraft({ ...(q ? { q } : {}), ...(sort ? { sort } : {}) })}>
            {t('more.clear')}
          </Button>
          <Button look="deed" onClick={() => onShow(draft)}>
            {t('more.show')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-8">
        <When draft={draft} set={set} />
        <Several
          title={t('feeling.label')}
          values={FAMILIES.map((value) => ({
            value,
            label: (
              <span className="inline-flex items-center gap-2">
                <FeelingShape feeling={value} />
                {t(`feeling.${value}`)}
              </span>
            ),
          }))}
          chosen={draft.feeling}
          onChange={(feeling) => set({ feeling })}
        />
        <Several
          title={t('kind.label')}
          values={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          chosen={draft.kind}
          onChange={(kind) => set({ kind })}
        />
        <Several
          title={t('sentiment.label')}
          values={SENTIMENTS.map((value) => ({ value, label: t(`sentiment.${value}`) }))}
          chosen={draft.sentiment}
          onChange={(sentiment) => set({ sentiment })}
        />
        <Strength draft={draft} set={set} />
        <Select
          label={t('score.label')}
          value={rangeOfSearch(draft) ?? ''}
          options={[
            { value: '', label: t('score.any') },
            ...SCORE_RANGES.filter((range) => !facets || facets.scores.some((kind) => range.startsWith(kind))).map(
              (value) => ({ value, label: t(`score.${value}`) }),
            ),
          ]}
          onChange={(value) =>
            set({ scoreKind: undefined, scoreMin: undefined, scoreMax: undefined, ...searchOfRange(value) })
          }
        />
        <Several
          title={t('source.label')}
          values={(facets?.sources ?? []).map(({ value, count }) => ({ value, label: value, count }))}
          chosen={draft.source}
          onChange={(source) => set({ source })}
        />
        <Several
          title={t('language.label')}
          values={(facets?.languages ?? []).map(({ value, count }) => ({
            value,
            label: languageName(value, language),
            count,
          }))}
          chosen={draft.language}
          onChange={(list) => set({ language: list })}
        />
      </div>
    </SidePanel>
  )
}

type Part = { draft: VoicesSearch; set: (change: VoicesSearch | Record<string, unknown>) => void }

function When({ draft, set }: Part) {
  const t = useWords(voicesWords)
  const [own, setOwn] = useState(Boolean(draft.from ?? draft.to))
  const shown = own ? OWN : (draft.span ?? '')
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={t('when.label')}
        value={shown}
        options={[
          { value: '', label: t('when.any') },
          ...(['7d', '30d', '90d', '12m'] as const).map((value) => ({ value, label: t(`when.${value}`) })),
          { value: OWN, label: t('when.own') },
        ]}
        onChange={(value) => {
          setOwn(value === OWN)
          set({ from: undefined, to: undefined, span: value === OWN || value === '' ? undefined : (value as Span) })
        }}
      />
      {own && (
        <div className="grid grid-cols-2 gap-3">
          <TextInput
            type="date"
            label={t('when.from')}
            value={draft.from?.slice(0, 10) ?? ''}
            max={draft.to}
            onChange={(event) => set({ from: event.target.value, span: undefined })}
          />
          <TextInput
            type="date"
            label={t('when.to')}
            value={draft.to?.slice(0, 10) ?? ''}
            min={draft.from}
            onChange={(event) => set({ to: event.target.value, span: undefined })}
          />
        </div>
      )}
    </div>
  )
}

/** Thirds of the scale, as everywhere a strength is put into words. */
const CLEAR = 0.334
const STRONG = 0.667
const SOON = 0.5
const NOW = 0.8

function Strength({ draft, set }: Part) {
  const t = useWords(voicesWords)
  const intensity = draft.intensityMin ?? 0
  const urgency = draft.urgencyMin ?? 0
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t('intensity.label')}
        value={intensity >= 0.6 ? 'strong' : intensity > 0 ? 'clear' : 'any'}
        options={(['any', 'clear', 'strong'] as const).map((value) => ({ value, label: t(`intensity.${value}`) }))}
        onChange={(value) => set({ intensityMin: { any: undefined, clear: CLEAR, strong: STRONG }[value] })}
      />
      <Select
        label={t('urgency.label')}
        value={urgency >= 0.7 ? 'now' : urgency > 0 ? 'soon' : 'any'}
        options={(['any', 'soon', 'now'] as const).map((value) => ({ value, label: t(`urgency.${value}`) }))}
        onChange={(value) => set({ urgencyMin: { any: undefined, soon: SOON, now: NOW }[value] })}
      />
    </div>
  )
}

interface SeveralProps {
  title: string
  values: readonly { value: string; label: ReactNode; count?: number }[]
  chosen: string[] | undefined
  onChange: (chosen: string[]) => void
}

function Several({ title, values, chosen = [], onChange }: SeveralProps) {
  const language = useLanguage()
  if (values.length === 0) return null
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-small font-medium">{title}</legend>
      <div className="grid grid-cols-2 gap-x-4">
        {values.map(({ value, label, count }) => (
          <Checkbox
            key={value}
            label={
              <span className="flex items-baseline gap-2">
                <span className="min-w-0 truncate">{label}</span>
                {count !== undefined && (
                  <span className="figures text-tiny text-ink-faint">
                    {new Intl.NumberFormat(language).format(count)}
                  </span>
                )}
              </span>
            }
            checked={chosen.includes(value)}
            onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
        ))}
      </div>
    </fieldset>
  )
}
