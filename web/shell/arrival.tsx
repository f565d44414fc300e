import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { shellWords } from './words.ts'

/**
 * A page that changes without loading is silent. After each change of address the new page's title is announced and takes the
 * keyboard, so that Tab goes on from the top of what was opened. The first page is left to the browser.
 */
export function Arrival() {
  const t = useWords(shellWords)
  const announce = useAnnounce()
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const before = useRef<string | undefined>(undefined)

  useEffect(() => {
    const first = before.current === undefined
    if (pathname === undefined || pathname === before.current) return
    before.current = pathname
    if (first) return
    const title = document.querySelector<HTMLElement>('[data-page-title]')
    if (!title || document.querySelector('dialog:modal')) return
    title.focus({ preventScroll: true })
    announce(t('arrived', { title: title.textContent }))
  }, [pathname, announce, t])

  return null
}
