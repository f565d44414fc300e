import type { LucideIcon } from 'lucide-react'
import { createContext, useContext, useEffect, useEffectEvent, useState, type ReactNode } from 'react'

export interface Found {
  id: string
  label: string
  detail?: string
  icon?: LucideIcon
  /** What choosing it does, usually going somewhere. */
  go: () => void
}

export interface PaletteSource {
  id: string
  heading: string
  /** Called for every pause in typing; an empty query asks for what to offer before anything is typed. */
  search: (query: string, signal: AbortSignal) => Promise<readonly Found[]> | readonly Found[]
}

interface Sources {
  add: (source: PaletteSource) => () => void
  all: () => readonly PaletteSource[]
}

function makeSources(): Sources {
  const sources = new Map<string, PaletteSource>()
  return {
    add: (source) => {
      sources.set(source.id, source)
      return () => void (sources.get(source.id) === source && sources.delete(source.id))
    },
    all: () => [...sources.values()],
  }
}

const SourcesContext = createContext<Sources>(makeSources())

export function PaletteProvider({ children }: { children: ReactNode }) {
  const [sources] = useState(makeSources)
  return <SourcesContext value={sources}>{children}</SourcesContext>
}

export function usePaletteSources(): Sources {
  return useContext(SourcesContext)
}

/** Adds a heading to the Ctrl-K search while the caller is on the page. */
export function usePaletteSource(source: PaletteSource): void {
  const sources = useContext(SourcesContext)
  const { id, heading } = source
  const search = useEffectEvent(source.search)
  useEffect(
    () => sources.add({ id, heading, search: (query, signal) => search(query, signal) }),
    [sources, id, heading],
  )
}
