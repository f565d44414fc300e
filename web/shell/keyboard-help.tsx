import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { keep, kept } from '../ui/kept.ts'
import { useShortcut, useShortcutBook } from '../ui/shortcuts.tsx'
import { shellWords } from './words.ts'

const List = lazy(async () => ({ default: (await import('./keyboard-list.tsx')).KeyboardList }))

/** Listens for `?` and for the menu's wish to see the shortcuts. */
export const openKeyboardHelp = 'heed:keyboard-help'

export function KeyboardHelp() {
  const t = useWords(shellWords)
  const book = useShortcutBook()
  const [open, setOpen] = useState(false)
  const [single, setSingle] = useState(() => kept('single-keys') !== 'off')
  useShortcut({ keys: '?', label: t('keys.help'), group: t('keys.everywhere') }, () => setOpen(true))

  useEffect(() => {
    const show = (): void => setOpen(true)
    window.addEventListener(openKeyboardHelp, show)
    return () => window.removeEventListener(openKeyboardHelp, show)
  }, [])

  useEffect(() => {
    book.setSingleKeys(single)
    keep('single-keys', single ? null : 'off')
  }, [book, single])

  if (!open) return null
  return (
    <Suspense>
      <List shortcuts={book.list()} onClose={() => setOpen(false)} single={single} onSingle={setSingle} />
    </Suspense>
  )
}
