import { createContext, lazy, Suspense, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { usePaletteSource } from '../ui/palette-sources.tsx'
import { useShortcut } from '../ui/shortcuts.tsx'
import { otherPlaces, places } from './places.ts'
import { useGo } from './use-go.ts'
import { shellWords } from './words.ts'

const loadPalette = async () => ({ default: (await import('../ui/command-palette.tsx')).CommandPalette })
const Palette = lazy(loadPalette)

const FinderContext = createContext({ open: (): void => undefined })

export function useFinder() {
  return useContext(FinderContext)
}

/** Opens the search that finds anything, and offers the pages themselves in it. */
export function Finder({ children }: { children: ReactNode }) {
  const t = useWords(shellWords)
  const [isOpen, setOpen] = useState(false)
  const open = useCallback(() => setOpen(true), [])
  const value = useMemo(() => ({ open }), [open])
  useShortcut({ keys: 'mod+k', label: t('keys.search'), group: t('keys.everywhere') }, open)
  useShortcut({ keys: '/', label: t('keys.search'), group: t('keys.everywhere') }, open)
  usePages()
  return (
    <FinderContext value={value}>
      {children}
      {isOpen && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </FinderContext>
  )
}

function usePages(): void {
  const t = useWords(shellWords)
  const go = useGo()
  usePaletteSource({
    id: 'pages',
    heading: t('pages.heading'),
    search: (query) => {
      const wanted = query.trim().toLocaleLowerCase()
      const all = [...places, ...otherPlaces].map((place) => ({
        id: place.word,
        label: t(place.word),
        icon: place.icon,
        go: () => go(place),
      }))
      return all.filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
    },
  })
}
