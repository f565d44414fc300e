import { createContext, useContext, useEffectEvent, useLayoutEffect, useState, type ReactNode } from 'react'
import { makeShortcutBook, type Shortcut, type ShortcutBook } from './shortcut-book.ts'

const ShortcutContext = createContext<ShortcutBook>(makeShortcutBook())

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [book] = useState(makeShortcutBook)
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => book.press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [book])
  return <ShortcutContext value={book}>{children}</ShortcutContext>
}

/**
 * A key, or two in a row (`g t`), or one with Ctrl or Cmd (`mod+k`), that works while the caller is on the page: from the
 * moment it can be seen, so in a layout effect. Others may come after the paint, and a key pressed meanwhile would be lost.
 */
export function useShortcut(shortcut: Shortcut, handler: (event: KeyboardEvent) => void): void {
  const book = useContext(ShortcutContext)
  const { keys, label, group, off } = shortcut
  const press = useEffectEvent(handler)
  useLayoutEffect(() => {
    if (off) return
    return book.add({ keys, label, group }, (event) => press(event))
  }, [book, keys, label, group, off])
}

export function useShortcutBook(): ShortcutBook {
  return useContext(ShortcutContext)
}
