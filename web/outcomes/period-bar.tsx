import { useState } from 'react'
import type { Outcomes } from '#measure/contract'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Filters } from '../ui/filters.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { sayDimension } from './breakdown.tsx'
import { sayDay } from './say-figures.ts'
import type { OutcomesSearch } from './search.ts'
import { outcomesWords } from './words.ts'

const SPANS = ['30d', '90d', '12m', 'all', 'own'] as const

interface PeriodBarProps {
  search: OutcomesSearch
  outcomes: Outcomes | undefined
  onSearch: (search: OutcomesSearch) => void
}

/** Which days, which part, and in plain words what that comes to. All of it stands in the address. */
export function PeriodBar({ search, outcomes, onSearch }: PeriodBarProps) {
  const t = useWords(outcomesWords)
  const { span: _span, from, to, ...kept } = search
  const [choosing, setChoosing] = useState(false)
  const own = choosing || from !== undefined
  const choose = (span: (typeof SPANS)[number]): void => {
    setChoosing(span === 'own')
    if (span !== 'own') onSearch({ ...kept, span })
  }
  return (
    <Filters active={outcomes?.only ? [onlyChip(outcomes.only)] : []}>
      <div className="flex w-full flex-col gap-3">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <RadioGroup
            label={t('span.label')}
            quietLabel
            look="segments"
            value={own ? 'own' : (search.span ?? '90d')}
            options={SPANS.map((value) => ({ value, label: t(`span.${value}`) }))}
            onChange={choose}
          />
          {outcomes && <Said outcomes={outcomes} />}
        </div>
        {own && (
          <OwnDates
            key={`${outcomes?.period.from} ${outcomes?.period.to}`}
            from={from ?? outcomes?.period.from ?? ''}
            to={to ?? outcomes?.period.to ?? ''}
            onChoose={(dates) => onSearch({ ...kept, ...dates })}
          />
        )}
      </div>
    </Filters>
  )

  function onlyChip({ dimension, label }: { dimension: string; label: string }) {
    const { only: _only, ...rest } = search
    return {
      id: 'only',
      label: t('only.remove', { dimension: sayDimension(t, dimension), value: label }),
      onRemove: () => onSearch(rest),
    }
  }
}

function Said({ outcomes: { period, before, voices, voicesBefore } }: { outcomes: Outcomes }) {
  const t = useWords(outcomesWords)
  const language = useLanguage()
  return (
    <p className="figures text-small text-ink-soft">
      {t('period.days', { from: sayDay(period.from, language, 'whole'), to: sayDay(period.to, language, 'whole') })}
      {' · '}
      <span className="font-medium text-ink">{t('period.voices', { count: voices })}</span>
      {before && voicesBefore !== null && `, ${t('period.before', { count: voicesBefore, days: before.days })}`}
    </p>
  )
}

function OwnDates({
  from,
  to,
  onChoose,
}: {
  from: string
  to: string
  onChoose: (dates: { from: string; to: string }) => void
}) {
  const t = useWords(outcomesWords)
  const [dates, setDates] = useState({ from, to })
  const wrong = dates.from !== '' && dates.to !== '' && dates.from > dates.to
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (dates.from && dates.to && !wrong) onChoose(dates)
      }}
    >
      <TextInput
        type="date"
        label={t('span.from')}
        value={dates.from}
        max={dates.to}
        required
        onChange={(event) => setDates({ ...dates, from: event.target.value })}
      />
      <TextInput
        type="date"
        label={t('span.to')}
        value={dates.to}
        required
        error={wrong ? t('span.wrong') : undefined}
        onChange={(event) => setDates({ ...dates, to: event.target.value })}
      />
      <Button type="submit">{t('span.show')}</Button>
    </form>
  )
}
