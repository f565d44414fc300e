import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'

const AnnounceContext = createContext<(text: string) => void>(() => undefined)

/** Says something to people who hear the page instead of seeing it: `announce(t('filtered', { count }))`. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext)
}

export function AnnounceProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: false })
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: !turn })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* Two regions taking turns, so that the same sentence twice is heard twice. */}
      <div aria-live="polite" className="heard-only">
        {said.turn ? said.text : ''}
      </div>
      <div aria-live="polite" className="heard-only">
        {said.turn ? '' : said.text}
      </div>
    </AnnounceContext>
  )
}
