import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { useWorkspace } from '../ui/workspace.ts'
import { places } from './places.ts'
import { shellWords } from './words.ts'

/** The same six words where a thumb reaches them. */
export function BottomBar() {
  const t = useWords(shellWords)
  const { id } = useWorkspace()
  return (
    <nav
      aria-label={t('rail.label')}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-sheet pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid grid-cols-6">
        {places.map(({ word, to, icon: Icon }) => (
          <li key={word} className="min-w-0">
            <Link
              to={to}
              params={{ workspaceId: id }}
              className="group flex min-h-14 flex-col items-center justify-center gap-0.5 text-[0.6875rem] leading-4 text-ink-soft focus-visible:-outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              <span className="grid h-6 w-10 place-items-center rounded-full group-aria-[current=page]:bg-band">
                <Icon aria-hidden className="size-5" />
              </span>
              <span className="max-w-full truncate">{t(word)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
