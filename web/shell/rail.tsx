import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useShortcut } from '../ui/shortcuts.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { AccountMenu } from './account-menu.tsx'
import { useFinder } from './finder.tsx'
import { otherPlaces, places, type Place } from './places.ts'
import { useGo } from './use-go.ts'
import { shellWords } from './words.ts'
import { WorkspaceMenu } from './workspace-menu.tsx'

const rowClass =
  'relative flex min-h-10 items-center gap-3 rounded-lg px-3 text-body text-ink-soft transition-colors duration-(--quick) hover:bg-well hover:text-ink aria-[current=page]:bg-well aria-[current=page]:font-semibold aria-[current=page]:text-ink'

/** Six words at the side of a screen that is wide enough. */
export function Rail() {
  const t = useWords(shellWords)
  const { id } = useWorkspace()
  const finder = useFinder()
  return (
    <header className="fixed inset-y-0 start-0 z-20 hidden w-(--rail) flex-col overflow-y-auto border-e border-line bg-paper p-3 md:flex">
      <WorkspaceMenu />
      <button
        type="button"
        onClick={finder.open}
        className="mt-3 flex min-h-10 items-center gap-3 rounded-lg px-3 text-body text-ink-soft ring-1 ring-line transition-colors duration-(--quick) ring-inset hover:bg-well hover:text-ink"
      >
        <Search aria-hidden className="size-[1.125rem]" />
        <span className="flex-1 text-start">{t('search')}</span>
        <Kbd keys="mod+k" />
      </button>
      <nav aria-label={t('rail.label')} className="mt-4 flex flex-1 flex-col">
        <ul className="flex flex-col gap-0.5">
          {places.map((place) => (
            <RailRow key={place.word} place={place} />
          ))}
        </ul>
        <ul className="mt-6 flex flex-col gap-0.5 border-t border-line pt-4">
          {otherPlaces.map(({ word, to, icon: Icon }) => (
            <li key={word}>
              <Link to={to} params={{ workspaceId: id }} className={rowClass}>
                <Icon aria-hidden className="size-[1.125rem]" />
                {t(word)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <AccountMenu />
    </header>
  )
}

function RailRow({ place }: { place: Place }) {
  const t = useWords(shellWords)
  const { id } = useWorkspace()
  const go = useGo()
  const word = t(place.word)
  useShortcut({ keys: place.keys, label: t('keys.go', { place: word }), group: t('keys.everywhere') }, () => go(place))
  const Icon = place.icon
  return (
    <li>
      <Link to={place.to} params={{ workspaceId: id }} className={rowClass}>
        <Icon aria-hidden className="size-[1.125rem]" />
        {word}
      </Link>
    </li>
  )
}
