import { useQuery } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import type { Import, ImportMapping } from '#listen/contract'
import { PurposeList, type Purpose } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { addConsent, changeConsent, dropConsent, type ConsentColumn } from './edit-mapping.ts'
import { importWords } from './words.ts'

interface ConsentsProps {
  mapping: ImportMapping
  preview: Import['preview']
  change: (to: ImportMapping) => void
}

const MOST = 10
/** To the rest nobody agrees or says no: an answer is an answer. */
const ASKED = new Set<Purpose['basis']>(['consent', 'legitimate_interest'])

/** Columns that say who agreed to be written to. Nobody's yes is guessed, so each is added by hand. */
export function Consents({ mapping, preview, change }: ConsentsProps) {
  const t = useWords(importWords)
  const workspace = useWorkspace()
  const found = useQuery({
    queryKey: [workspace.id, 'purposes'],
    queryFn: ({ signal }) => api.get(workspace.path('consent', 'purposes'), { schema: PurposeList, signal }),
  })
  const purposes = found.data?.data.filter(({ retired, basis }) => !retired && ASKED.has(basis)) ?? []
  const columns = mapping.consents ?? []
  const first = purposes.find(({ basis }) => basis === 'consent') ?? purposes[0]
  const free = preview.headers.find((header) => !Object.values(mapping.fields).includes(header)) ?? preview.headers[0]
  return (
    <section aria-label={t('consents.title')} className="flex flex-col gap-4">
      <div>
        <h3 className="text-small font-semibold">{t('consents.title')}</h3>
        <p className="mt-0.5 max-w-[62ch] text-small text-ink-soft">{t('consents.lead')}</p>
      </div>
      {columns.map((column, at) => (
        <Consent
          key={at}
          column={column}
          nth={at + 1}
          purposes={purposes}
          headers={preview.headers}
          change={(part) => change(changeConsent(mapping, at, part))}
          drop={() => change(dropConsent(mapping, at))}
        />
      ))}
      {first && free !== undefined && columns.length < MOST && (
        <span>
          <Button
            icon={Plus}
            size="small"
            onClick={() => change(addConsent(mapping, free, first.key, first.channels[0] ?? 'email'))}
          >
            {t('consents.add')}
          </Button>
        </span>
      )}
    </section>
  )
}

interface ConsentProps {
  column: ConsentColumn
  nth: number
  purposes: Purpose[]
  headers: string[]
  change: (part: Partial<ConsentColumn>) => void
  drop: () => void
}

function Consent({ column, nth, purposes, headers, change, drop }: ConsentProps) {
  const t = useWords(importWords)
  const purpose = purposes.find(({ key }) => key === column.purpose)
  const channels = purpose?.channels ?? [column.channel]
  const named = headers.map((value) => ({ value, label: value }))
  const titleOf = ({ key, wordings }: Purpose): string =>
    wordings.find(({ language }) => language === 'en')?.title ?? wordings[0]?.title ?? key
  const choosePurpose = (key: string): void => {
    const chosen = purposes.find((one) => one.key === key)
    const channel = chosen?.channels.includes(column.channel) ? column.channel : (chosen?.channels[0] ?? 'email')
    change({ purpose: key, channel })
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-xl bg-well p-4">
      <legend className="heard-only">{t('consents.one', { nth })}</legend>
      <Select
        label={t('consents.column')}
        hint={t('consents.columnHint')}
        value={column.header}
        options={named}
        onChange={(header) => change({ header })}
      />
      <Select
        label={t('consents.purpose')}
        value={column.purpose}
        options={purposes.map((one) => ({ value: one.key, label: titleOf(one) }))}
        onChange={choosePurpose}
      />
      <Select
        label={t('consents.channel')}
        value={column.channel}
        options={channels.map((value) => ({ value, label: t(`consents.by.${value}`) }))}
        onChange={(channel) => change({ channel })}
      />
      <Select
        label={t('consents.date')}
        hint={column.date === null ? t('consents.undated') : undefined}
        value={column.date ?? ''}
        options={[{ value: '', label: t('columns.none') }, ...named]}
        onChange={(header) => change({ date: header === '' ? null : header })}
      />
      <TextInput
        label={t('consents.shown')}
        hint={t('consents.shownHint')}
        defaultValue={column.shown}
        maxLength={1000}
        onBlur={(event) => {
          const shown = event.target.value.trim()
          if (shown !== column.shown) change({ shown })
        }}
      />
      <Switch
        label={t('consents.confirmed')}
        hint={t('consents.confirmedHint')}
        checked={column.confirmed}
        onChange={(confirmed) => change({ confirmed })}
      />
      <span>
        <Button look="quiet" size="small" icon={Trash2} onClick={drop}>
          {t('consents.drop')}
        </Button>
      </span>
    </fieldset>
  )
}
