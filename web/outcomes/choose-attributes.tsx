import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Breakdowns } from '#measure/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { outcomesWords } from './words.ts'

const MOST = 3

/** By which attributes of persons to compare; for those who may change how things are asked and shown. */
export function ChooseAttributes() {
  const t = useWords(outcomesWords)
  const workspace = useWorkspace()
  const [open, setOpen] = useState(false)
  const path = workspace.path('outcomes', 'breakdowns')
  const found = useQuery({
    queryKey: [workspace.id, 'breakdowns'],
    queryFn: ({ signal }) => api.get(path, { schema: Breakdowns, signal }),
    enabled: open,
  })
  if (workspace.role !== 'owner' && workspace.role !== 'manager') return null
  return (
    <details className="mt-4" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-11 w-fit py-2 text-small text-ink-soft hover:text-ink">{t('by.choose')}</summary>
      {found.isError && <ErrorNotice error={found.error} retry={found.refetch} />}
      {found.data && <Choice key={found.data.attributes.join()} breakdowns={found.data} path={path} />}
    </details>
  )
}

function Choice({ breakdowns: { attributes, candidates }, path }: { breakdowns: Breakdowns; path: string }) {
  const t = useWords(outcomesWords)
  const toast = useToast()
  const queries = useQueryClient()
  const workspace = useWorkspace()
  const [chosen, setChosen] = useState(attributes)
  const save = useMutation({
    mutationFn: (next: string[] | null) =>
      next === null
        ? api.delete(path, { schema: Breakdowns })
        : api.put(path, { schema: Breakdowns, body: { attributes: next } }),
    onSuccess: (found) => {
      queries.setQueryData([workspace.id, 'breakdowns'], found)
      toast.say(t('by.choose.done'))
      void queries.invalidateQueries({ queryKey: [workspace.id, 'outcomes'] })
    },
  })
  if (candidates.length === 0) return <p className="text-small text-ink-soft">{t('by.choose.nothing')}</p>
  const full = chosen.length >= MOST
  return (
    <form
      className="max-w-[60ch] pb-2"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(chosen)
      }}
    >
      <p className="text-small text-ink-soft">{t('by.choose.lead')}</p>
      {candidates.map(({ attribute, values }) => (
        <Checkbox
          key={attribute}
          label={attribute}
          hint={t('by.choose.values', { count: values })}
          checked={chosen.includes(attribute)}
          disabled={full && !chosen.includes(attribute)}
          onChange={(checked) =>
            setChosen(checked ? [...chosen, attribute] : chosen.filter((one) => one !== attribute))
          }
        />
      ))}
      <div className="mt-2 flex flex-wrap gap-3">
        <Button type="submit" busy={save.isPending}>
          {t('by.choose.save')}
        </Button>
        <Button look="quiet" busy={save.isPending} onClick={() => save.mutate(null)}>
          {t('by.choose.auto')}
        </Button>
      </div>
    </form>
  )
}
