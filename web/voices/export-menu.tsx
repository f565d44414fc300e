import { Download } from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'
import { withQuery } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuGroup, MenuItem } from '../ui/menu.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { queryOf, type VoicesSearch } from './search.ts'
import { voicesWords } from './words.ts'

/** Everything the filters show, as a file. Only for those who may take words out of the house. */
export function ExportMenu({ search }: { search: VoicesSearch }) {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  if (workspace.role !== 'owner' && workspace.role !== 'manager') return null
  const { sort: _, ...filter } = search
  const fetchFile = (format: 'csv' | 'jsonl', personal: 'with' | 'without' = 'with'): void =>
    location.assign(withQuery(workspace.path('voices', 'export'), { ...queryOf(filter, new Date()), format, personal }))
  return (
    <Menu align="end" trigger={<Button icon={Download}>{t('export')}</Button>}>
      <MenuGroup heading={t('export.heading')}>
        <MenuItem onSelect={() => fetchFile('csv')}>{t('export.csv')}</MenuItem>
        <MenuItem onSelect={() => fetchFile('jsonl')}>{t('export.jsonl')}</MenuItem>
        <MenuItem onSelect={() => fetchFile('csv', 'without')}>{t('export.without')}</MenuItem>
        <MenuItem onSelect={() => fetchFile('jsonl', 'without')}>{t('export.without.jsonl')}</MenuItem>
      </MenuGroup>
    </Menu>
  )
}
