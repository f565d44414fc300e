import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ContactRules } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { fieldErrors } from '../../ui/problem.ts'
import { TextInput } from '../../ui/text-input.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { consentRoomWords } from './words.ts'

export function RulesForm({ mayChange }: { mayChange: boolean }) {
  const t = useWords(consentRoomWords)
  const workspace = useWorkspace()
  const maySee = workspace.role === 'owner' || workspace.role === 'manager'
  const rules = useQuery({
    enabled: maySee,
    queryKey: [workspace.id, 'contact-rules'],
    queryFn: ({ signal }) => api.get(workspace.path('consent', 'rules'), { schema: ContactRules, signal }),
  })
  if (!maySee) return null
  return (
    <Section title={t('rules')}>
      {rules.isError && <ErrorNotice error={rules.error} retry={rules.refetch} />}
      {rules.data && <Rules key={JSON.stringify(rules.data)} rules={rules.data} mayChange={mayChange} />}
    </Section>
  )
}

function Rules({ rules, mayChange }: { rules: ContactRules; mayChange: boolean }) {
  const t = useWords(consentRoomWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const [draft, setDraft] = useState(rules)
  const save = useMutation({
    meta: { said: true },
    mutationFn: () => api.put(workspace.path('consent', 'rules'), { schema: ContactRules, body: draft }),
    onSuccess: async (saved) => {
      queries.setQueryData([workspace.id, 'contact-rules'], saved)
      toast.say(t('rules.saved'))
    },
  })
  const errors = fieldErrors(save.error)
  const time = (field: 'knownFrom' | 'knownTo' | 'unknownFrom' | 'unknownTo', label: string) => (
    <TextInput
      type="time"
      label={label}
      value={clockOf(draft[field])}
      error={errors[field]}
      onChange={(event) => setDraft({ ...draft, [field]: minuteOf(event.target.value, draft[field]) })}
    />
  )
  return (
    <fieldset disabled={!mayChange} className="flex min-w-0 flex-col gap-6">
      {(['known', 'unknown'] as const).map((which) => (
        <div key={which} role="group" aria-label={t(`rules.${which}`)}>
          <p className="mb-2 text-small font-medium">{t(`rules.${which}`)}</p>
          <div className="grid max-w-sm grid-cols-2 gap-4">
            {time(`${which}From`, t('rules.from'))}
            {time(`${which}To`, t('rules.to'))}
          </div>
        </div>
      ))}
      <Checkbox
        label={t('rules.keep')}
        hint={t('rules.keep.hint')}
        checked={draft.keepAddress}
        onChange={(keepAddress) => setDraft({ ...draft, keepAddress })}
      />
      {save.isError && Object.keys(errors).length === 0 && <ErrorNotice error={save.error} />}
      {mayChange && (
        <div>
          <Button busy={save.isPending} onClick={() => save.mutate()}>
            {t('rules.save')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function minuteOf(clock: string, before: number): number {
  const [hour, minute] = clock.split(':').map(Number)
  return hour === undefined || minute === undefined || Number.isNaN(hour + minute) ? before : hour * 60 + minute
}
