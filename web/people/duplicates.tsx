import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { DUPLICATE_WHY, DuplicatePair, Person, type PersonRow } from '#people/contract'
import { catalogue } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import { Why } from '../ui/why.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { calledOf } from './person-name.ts'
import { peopleWords } from './words.ts'

const duplicateWhyWords = catalogue('duplicate-why', DUPLICATE_WHY)

const Pairs = z.object({ data: z.array(DuplicatePair) })

/** One quiet line when records look alike; a list to decide on when somebody wants to. */
export function Duplicates() {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const [open, setOpen] = useState(false)
  const pairs = useQuery({
    queryKey: [workspace.id, 'persons', 'duplicates'],
    queryFn: ({ signal }) => api.get(workspace.path('persons', 'duplicates'), { schema: Pairs, signal }),
    staleTime: 60_000,
  })
  const count = pairs.data?.data.length ?? 0
  if (count === 0) return null
  return (
    <>
      <p className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-soft">
        {t('duplicates.shown', { count })}
        <Button look="quiet" size="small" onClick={() => setOpen(true)}>
          {t('duplicates.look')}
        </Button>
      </p>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('duplicates')} wide>
        <p className="mb-4 text-ink-soft">{t('duplicates.lead')}</p>
        <ul className="divide-y divide-line border-y border-line">
          {pairs.data?.data.map((pair) => (
            <PairItem key={`${pair.a.id} ${pair.b.id}`} a={pair.a} b={pair.b} />
          ))}
        </ul>
      </Dialog>
    </>
  )
}

function PairItem({ a, b }: { a: PersonRow; b: PersonRow }) {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const merge = useMerge()
  const apart = useApart(a, b)
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
      {[a, b].map((row) => (
        <Link
          key={row.id}
          to="/w/$workspaceId/people/$personId"
          params={{ workspaceId: workspace.id, personId: row.id }}
          className="min-w-0 flex-1 basis-48 rounded-md px-1 hover:bg-well"
        >
          <span className="block truncate font-medium">{calledOf(row) || t('nameless')}</span>
          <span className="block truncate text-small text-ink-soft">{row.email ?? t(`is.${row.kind}`)}</span>
        </Link>
      ))}
      <Button size="small" busy={merge.isPending} onClick={() => merge.mutate({ id: b.id, into: a.id })}>
        {t('duplicates.merge')}
      </Button>
      <Button look="quiet" size="small" busy={apart.isPending} onClick={() => apart.mutate()}>
        {t('duplicates.apart')}
      </Button>
      <Why
        path={workspace.path('persons', 'duplicates', 'explanation')}
        query={{ a: a.id, b: b.id }}
        words={duplicateWhyWords}
        about={calledOf(a) || t('nameless')}
      />
    </li>
  )
}

/** Two people who share a name: said once, not asked again. */
function useApart(a: PersonRow, b: PersonRow) {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const path = workspace.path('persons', 'duplicates', 'apart')
  const refresh = () => queries.invalidateQueries({ queryKey: [workspace.id, 'persons', 'duplicates'] })
  return useMutation({
    mutationFn: () => api.put(path, { body: { a: a.id, b: b.id } }),
    onSuccess: () => {
      void refresh()
      toast.undo({
        text: t('duplicates.apart.done'),
        undo: async () => {
          await api.delete(path, { query: { a: a.id, b: b.id } })
          void refresh()
        },
      })
    },
  })
}

/** Merges with undo instead of "are you sure". */
export function useMerge(after?: (merged: Person) => void) {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: [workspace.id, 'persons'] })
    void queries.invalidateQueries({ queryKey: [workspace.id, 'person'] })
  }
  return useMutation({
    mutationFn: ({ id, into }: { id: string; into: string }) =>
      api.put(workspace.path('persons', id, 'merge'), { schema: Person, body: { into } }),
    onSuccess: (merged, { id }) => {
      refresh()
      after?.(merged)
      toast.undo({
        text: t('merged.done', { name: merged.name || t('nameless') }),
        undo: async () => {
          await api.delete(workspace.path('persons', id, 'merge'))
          refresh()
        },
      })
    },
  })
}
