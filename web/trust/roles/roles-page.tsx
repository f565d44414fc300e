import { useQuery } from '@tanstack/react-query'
import { Check, Minus } from 'lucide-react'
import type { z } from 'zod'
import { PermissionTable, type Role } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonList } from '../../ui/skeleton.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { keysWords } from '../keys/words.ts'
import { Room } from '../room.tsx'
import { rolesWords } from './words.ts'

type Row = z.infer<typeof PermissionTable>['data'][number]
type Word = Parameters<ReturnType<typeof useWords<typeof rolesWords.texts>>>[0]

/** The server's own table of permissions, in plain words, grouped by who is the first that may. */
export function RolesPage() {
  const t = useWords(rolesWords)
  const workspace = useWorkspace()
  const table = useQuery({
    queryKey: [workspace.id, 'roles'],
    queryFn: ({ signal }) => api.get(workspace.path('roles'), { schema: PermissionTable, signal }),
    staleTime: Infinity,
  })
  return (
    <Room
      title={t('title')}
      lead={
        <>
          {t('lead')} {t('you', { role: t(`role.${workspace.role}`) })}
        </>
      }
    >
      {table.isPending && <SkeletonList rows={8} />}
      {table.isError && <ErrorNotice error={table.error} retry={table.refetch} />}
      {table.data?.roles.map((role) => {
        const rows = table.data.data.filter((row) => row.from === role)
        return (
          rows.length > 0 && (
            <Section key={role} title={t(`from.${role}`)}>
              <Permissions role={role} rows={rows} />
            </Section>
          )
        )
      })}
    </Room>
  )
}

function Permissions({ role, rows }: { role: Role; rows: Row[] }) {
  const t = useWords(rolesWords)
  const scope = useWords(keysWords)
  const columns: Column<Row>[] = [
    { id: 'what', heading: t('deed'), header: true, cell: (row) => wordOf(t, row.permission) },
    {
      id: 'key',
      heading: t('key'),
      cell: (row) => (
        <span className="inline-flex min-w-32 items-center gap-2 text-ink-soft">
          {row.scope ? <Check aria-hidden size={16} /> : <Minus aria-hidden size={16} />}
          {row.scope ? scope(`scope.${row.scope}`) : t('key.never')}
        </span>
      ),
    },
  ]
  return (
    <Table caption={t(`from.${role}`)} quietCaption columns={columns} rows={rows} rowKey={(row) => row.permission} />
  )
}

const wordOf = (t: (key: Word) => string, permission: string): string =>
  permission in rolesWords.texts ? t(permission as Word) : permission
