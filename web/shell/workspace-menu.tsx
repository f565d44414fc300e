import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, Plus } from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'
import { useMe } from '../ui/me.ts'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../ui/menu.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { uiWords } from '../ui/words.ts'
import { Mark } from './mark.tsx'
import { shellWords } from './words.ts'

export function WorkspaceMenu() {
  const t = useWords(shellWords)
  const u = useWords(uiWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const memberships = useMe().data?.memberships ?? []
  const trigger = (
    <button
      type="button"
      aria-label={t('workspace.switch', { name: workspace.name })}
      className="flex min-h-11 w-full min-w-0 items-center gap-2.5 rounded-lg px-2 text-start hover:bg-well"
    >
      <Mark />
      <span className="min-w-0 flex-1 truncate font-semibold">{workspace.name}</span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
    </button>
  )
  return (
    <Menu trigger={trigger}>
      <MenuChoice
        heading={t('workspace.yours')}
        value={workspace.id}
        options={memberships.map(({ workspaceId, name, role, isSample }) => ({
          value: workspaceId,
          label: name,
          detail: isSample ? t('workspace.sample') : u(`role.${role}`),
        }))}
        onChange={(workspaceId) => void navigate({ to: '/w/$workspaceId/today', params: { workspaceId } })}
      />
      <MenuLine />
      <MenuItem icon={Plus} onSelect={() => void navigate({ to: '/welcome' })}>
        {t('workspace.new')}
      </MenuItem>
    </Menu>
  )
}
