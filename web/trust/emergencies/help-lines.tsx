import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { CrisisSettings, HelpLine } from '#trust/contract'
import { useLanguage } from '../../i18n/language.ts'
import { useWords } from '../../i18n/use-words.ts'
import { api, withQuery } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { shortDate } from '../../ui/time-words.ts'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { emergencyWords } from './words.ts'

const COUNTRIES = CrisisSettings.shape.country.unwrap().options
type Country = (typeof COUNTRIES)[number]
type Draft = HelpLine & { key: number }
const Suggested = z.object({ data: z.array(HelpLine) })

const drafted = (lines: HelpLine[]): Draft[] => lines.map((line, key) => ({ ...line, key }))
const today = (): string => new Date().toLocaleDateString('sv-SE')

/** Whom people can call: suggestions to begin with, each to be checked, in the order in which they are shown. */
export function HelpLines({ settings }: { settings: CrisisSettings }) {
  const t = useWords(emergencyWords)
  const language = useLanguage()
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const owner = workspace.role === 'owner'
  const [country, setCountry] = useState<Country>(settings.country ?? 'EU')
  const [lines, setLines] = useState(drafted(settings.lines))
  const change = (key: number, part: Partial<HelpLine>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const load = useMutation({
    mutationFn: () =>
      api.get(withQuery(workspace.path('emergencies', 'suggestions'), { country }), { schema: Suggested }),
    onSuccess: ({ data }) => {
      setLines(drafted(data))
      toast.say(t('lines.loaded'))
    },
  })
  const save = useMutation({
    meta: { said: true },
    mutationFn: async () => {
      await api.patch(workspace.path('emergencies'), { body: { country } })
      return api.put(workspace.path('emergencies', 'help-lines'), {
        schema: CrisisSettings,
        body: { data: lines.map(({ key: _, ...line }) => line) },
      })
    },
    onSuccess: (now) => {
      queries.setQueryData([workspace.id, 'emergencies'], now)
      // Today reminds owners until this was looked through.
      void queries.invalidateQueries({ queryKey: [workspace.id, 'today'] })
      toast.say(t('lines.saved'))
    },
  })
  const names = new Intl.DisplayNames(language, { type: 'region' })
  return (
    <section>
      <h2 className="text-lead font-semibold">{t('lines.title')}</h2>
      <p className="mt-2 max-w-(--measure) text-ink-soft">{t('lines.text')}</p>
      {!settings.arranged && (
        <p className="mt-3 max-w-(--measure) rounded-xl bg-lamp-wash p-4">
          {t('lines.suggested', { day: shortDate(new Date(settings.suggested.writtenOn), language) })}
        </p>
      )}
      {owner && (
        <div className="mt-5 flex flex-wrap items-end gap-3">
          <span className="w-56">
            <Select
              label={t('lines.country')}
              value={country}
              options={COUNTRIES.map((value) => ({
                value,
                label: value === 'EU' ? t('lines.country.unknown') : (names.of(value) ?? value),
              })).sort((a, b) => a.label.localeCompare(b.label, language))}
              onChange={setCountry}
            />
          </span>
          <Button look="quiet" busy={load.isPending} onClick={() => load.mutate()}>
            {t('lines.load')}
          </Button>
        </div>
      )}
      {lines.length === 0 && <p className="mt-5 text-ink-soft">{t('lines.none')}</p>}
      <ul className="mt-5 flex flex-col divide-y divide-line">
        {lines.map((line) =>
          owner ? (
            <LineFields
              key={line.key}
              line={line}
              change={(part) => change(line.key, part)}
              remove={() => setLines((all) => all.filter((one) => one.key !== line.key))}
            />
          ) : (
            <li key={line.key} className="flex flex-wrap gap-x-3 py-3">
              <span className="figures font-semibold">{line.number}</span>
              <span>{line.name}</span>
              <span className="text-ink-soft">{line.about}</span>
              <span className="text-small text-ink-soft">
                {line.checkedOn ? shortDate(new Date(line.checkedOn), language) : t('line.please')}
              </span>
            </li>
          ),
        )}
      </ul>
      {owner && (
        <div className="mt-4 flex flex-wrap gap-3">
          <Button
            look="quiet"
            icon={Plus}
            onClick={() =>
              setLines((all) => [
                ...all,
                {
                  key: Math.max(-1, ...all.map((one) => one.key)) + 1,
                  name: '',
                  number: '',
                  way: 'call',
                  about: '',
                  checkedOn: null,
                },
              ])
            }
          >
            {t('line.add')}
          </Button>
          <Button look="deed" busy={save.isPending} onClick={() => save.mutate()}>
            {t('lines.save')}
          </Button>
        </div>
      )}
      {save.isError && <ErrorNotice error={save.error} />}
    </section>
  )
}

function LineFields({
  line,
  change,
  remove,
}: {
  line: Draft
  change: (part: Partial<HelpLine>) => void
  remove: () => void
}) {
  const t = useWords(emergencyWords)
  return (
    <li className="grid gap-3 py-4 sm:grid-cols-[9rem_minmax(0,1fr)_6rem]">
      <TextInput
        label={t('line.number')}
        value={line.number}
        maxLength={60}
        onChange={(event) => change({ number: event.target.value })}
      />
      <TextInput
        label={t('line.name')}
        value={line.name}
        maxLength={80}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Select
        label={t('line.way')}
        value={line.way}
        options={[
          { value: 'call' as const, label: t('line.way.call') },
          { value: 'text' as const, label: t('line.way.text') },
        ]}
        onChange={(way) => change({ way })}
      />
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2 sm:col-span-3">
        <span className="min-w-48 flex-1">
          <TextInput
            label={t('line.about')}
            optional
            value={line.about}
            maxLength={160}
            onChange={(event) => change({ about: event.target.value })}
          />
        </span>
        <span className="w-40">
          <TextInput
            label={t('line.checked')}
            type="date"
            value={line.checkedOn ?? ''}
            {...(line.checkedOn ? {} : { hint: t('line.please') })}
            onChange={(event) => change({ checkedOn: event.target.value || null })}
          />
        </span>
        <Button look="quiet" onClick={() => change({ checkedOn: today() })}>
          {t('line.today')}
        </Button>
        <Button look="quiet" icon={X} onClick={remove}>
          <span className="heard-only">{t('line.remove', { name: line.name || line.number })}</span>
        </Button>
      </div>
    </li>
  )
}
