import { Search } from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { AccountMenu } from './account-menu.tsx'
import { useFinder } from './finder.tsx'
import { shellWords } from './words.ts'
import { WorkspaceMenu } from './workspace-menu.tsx'

/** On a phone the workspace, the search and the account stand above the page. */
export function TopBar() {
  const t = useWords(shellWords)
  const finder = useFinder()
  return (
    <header className="sticky top-0 z-20 flex items-center gap-1 border-b border-line bg-paper/95 px-2 py-1 backdrop-blur-sm md:hidden">
      <div className="min-w-0 flex-1">
        <WorkspaceMenu />
      </div>
      <IconButton icon={Search} label={t('search')} onClick={finder.open} />
      <AccountMenu small />
    </header>
  )
}
