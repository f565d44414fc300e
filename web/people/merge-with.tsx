import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PersonPage as PersonList, type Person } from '#people/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { useMerge } from './duplicates.tsx'
import { peopleWords } from './words.ts'

interface MergeWithProps {
  person: Person
  onClose: () => void
  onMerged: (into: string) => void
}

/** Finds the record this one duplicates, and makes them one. */
export function MergeWith({ person, onClose, onMerged }: MergeWithProps) {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const [q, setQ] = useState(person.name)
  const found = useQuery({
    queryKey: [workspace.id, 'persons', 'merge', q],
    queryFn: ({ signal }) => api.get(workspace.path('persons'), { schema: PersonList, query: { q, limit: 8 }, signal }),
    enabled: q.trim() !== '',
  })
  const merge = useMerge((merged) => {
    onClose()
    onMerged(merged.id)
  })
  return (
    <Dialog open onClose={onClose} title={t('person.merge')} wide>
      <p className="mb-4 text-ink-soft">{t('duplicates.lead')}</p>
      <SearchBox label={t('person.merge.search')} value={q} onSearch={setQ} />
      {found.isError && <ErrorNotice error={found.error} retry={found.refetch} />}
      <ul className="mt-4 min-h-40 divide-y divide-line">
        {found.data?.data
          .filter((row) => row.id !== person.id)
          .map((row) => (
            <li key={row.id} className="flex items-center gap-4 py-2">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{row.name || t('nameless')}</span>
                <span className="block truncate text-small text-ink-soft">{row.email ?? t(`is.${row.kind}`)}</span>
              </span>
              <Button size="small" busy={merge.isPending} onClick={() => merge.mutate({ id: person.id, into: row.id })}>
                {t('person.merge.into')}
              </Button>
            </li>
          ))}
      </ul>
    </Dialog>
  )
}
