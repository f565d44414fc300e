import { useEffect, useState } from 'react'
import { usePaletteSources, type Found, type PaletteSource } from './palette-sources.tsx'

export interface FoundGroup {
  id: string
  heading: string
  found: readonly Found[]
  broken?: boolean
}

const pause = 120

async function searchOne(source: PaletteSource, query: string, signal: AbortSignal): Promise<FoundGroup> {
  const { id, heading } = source
  try {
    return { id, heading, found: await source.search(query, signal) }
  } catch {
    // One part that cannot be searched must not silence the others; the list says so under its heading.
    return { id, heading, found: [], broken: !signal.aborted }
  }
}

interface State {
  groups: readonly FoundGroup[]
  waiting: number
  answers: string
}

export interface PaletteSearch {
  groups: readonly FoundGroup[]
  searching: boolean
  /** What the groups answer; behind the query while somebody types. */
  answers: string
}

/** Asks every source, shows each answer as it comes, in the sources' own order. */
export function usePaletteSearch(query: string): PaletteSearch {
  const sources = usePaletteSources()
  const [state, setState] = useState<State>({ groups: [], waiting: 1, answers: '' })

  useEffect(() => {
    const stop = new AbortController()
    const all = sources.all()
    const answers = new Map<string, FoundGroup>()
    const take = (group: FoundGroup): void => {
      if (stop.signal.aborted) return
      answers.set(group.id, group)
      const inOrder = all.map(({ id }) => answers.get(id)).filter((one) => one !== undefined)
      const shown = inOrder.filter(({ found, broken }) => found.length > 0 || broken)
      setState({ groups: shown, waiting: all.length - answers.size, answers: query })
    }
    const timer = setTimeout(
      () => {
        setState((before) => ({ ...before, waiting: all.length }))
        for (const source of all) void searchOne(source, query, stop.signal).then(take)
      },
      query ? pause : 0,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [sources, query])

  return { groups: state.groups, searching: state.waiting > 0 || state.answers !== query, answers: state.answers }
}
