import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { FAMILIES } from '#engine'
import { SPANS, type VoiceRow } from '#understand/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Filters } from '../ui/filters.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { Select } from '../ui/select.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { FilterPanel } from './filter-panel.tsx'
import type { Span, VoicesSearch } from './search.ts'
import { useChips } from './use-chips.ts'
import { facetsQuery } from './voices-query.ts'
import { voicesWords } from './words.ts'

const OWN = 'own'
const SEVERAL = 'several'

/** What to look for; the usual questions at hand, all others behind one button, and plainly what is being left out. */
export function FilterBar({ search, rows }: { search: VoicesSearch; rows: readonly VoiceRow[] }) {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const [choosing, setChoosing] = useState(false)
  const facets = useQuery(facetsQuery(workspace))
  const show = (next: VoicesSearch): void =>
    void navigate({
      to: '/w/$workspaceId/voices',
      params: { workspaceId: workspace.id },
      search: next,
      replace: true,
      resetScroll: false,
    })
  const { active, count } = useChips(search, rows, show)
  const without = (...names: (keyof VoicesSearch)[]): VoicesSearch =>
    Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name as keyof VoicesSearch)))
  const sources = facets.data?.sources.map((row) => row.value) ?? search.source ?? []

  return (
    <>
      <Filters active={active} onClear={() => show(search.sort ? { sort: search.sort } : {})}>
        <SearchBox
          label={t('search')}
          value={search.q ?? ''}
          onSearch={(q) => show({ ...without('q'), ...(q.trim() ? { q: q.trim() } : {}) })}
        />
        <div className="w-40 max-md:hidden">
          <Select
            label={t('when.label')}
            quietLabel
            value={search.from || search.to ? OWN : (search.span ?? '')}
            options={[
              { value: '', label: t('when.any') },
              ...SPANS.map((value) => ({ value, label: t(`when.${value}`) })),
              { value: OWN, label: t('when.own') },
            ]}
            onChange={(value) =>
              value === OWN
                ? setChoosing(true)
                : show({ ...without('from', 'to', 'span'), ...(value ? { span: value as Span } : {}) })
            }
          />
        </div>
        <OneOf
          name="feeling"
          values={FAMILIES.map((value) => ({ value, label: t(`feeling.${value}`) }))}
          search={search}
          show={show}
        />
        <OneOf name="source" values={sources.map((value) => ({ value, label: value }))} search={search} show={show} />
        <div className="[&>button]:min-h-11">
          <Button icon={SlidersHorizontal} onClick={() => setChoosing(true)}>
            {count > 0 ? t('more.count', { count }) : t('more')}
          </Button>
        </div>
        <div className="min-w-0 max-sm:flex-1 max-sm:basis-32 sm:w-40">
          <Select
            label={t('sort.label')}
            quietLabel
            value={search.sort ?? 'newest'}
            options={(['newest', 'strongest'] as const).map((value) => ({ value, label: t(`sort.${value}`) }))}
            onChange={(value) => show({ ...without('sort'), ...(value === 'strongest' ? { sort: value } : {}) })}
          />
        </div>
      </Filters>
      {choosing && (
        <FilterPanel
          search={search}
          facets={facets.data}
          onShow={(next) => {
            setChoosing(false)
            show(next)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}

interface OneOfProps {
  name: 'feeling' | 'source'
  values: readonly { value: string; label: string }[]
  search: VoicesSearch
  show: (next: VoicesSearch) => void
}

/** One value at a time from here; several, chosen in the panel, are said as such. */
function OneOf({ name, values, search, show }: OneOfProps) {
  const t = useWords(voicesWords)
  const chosen = search[name] ?? []
  const { [name]: _, ...rest } = search
  const single = chosen[0] ?? ''
  const unknown = chosen.length === 1 && !values.some(({ value }) => value === single)
  return (
    <div className="w-32 max-md:hidden">
      <Select
        label={t(`${name}.label`)}
        quietLabel
        value={chosen.length > 1 ? SEVERAL : single}
        options={[
          { value: '', label: t(`${name}.any`) },
          ...values,
          ...(unknown ? [{ value: single, label: single }] : []),
          ...(chosen.length > 1 ? [{ value: SEVERAL, label: t('several') }] : []),
        ]}
        onChange={(value) => value !== SEVERAL && show({ ...rest, ...(value ? { [name]: [value] } : {}) })}
      />
    </div>
  )
}
