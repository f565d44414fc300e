import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { useShortcut } from '../ui/shortcuts.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { todayWords } from './words.ts'

/** j and k walk down and up the letters, Enter goes into the one that is open. */
export function useLetterKeys(rows: readonly { id: string }[], open: string | undefined): void {
  const t = useWords(todayWords)
  const group = t('title')
  const navigate = useNavigate()
  const { id: workspaceId } = useWorkspace()
  const walk = (step: 1 | -1): void => {
    const at = rows.findIndex((row) => row.id === open)
    const to = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]
    if (!to) return
    void navigate({
      to: '/w/$workspaceId/today',
      params: { workspaceId },
      search: { case: to.id },
      replace: true,
      resetScroll: false,
    })
    const row = document.querySelector<HTMLElement>(`[data-letter="${to.id}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  useShortcut({ keys: 'j', label: t('key.next'), group }, () => walk(1))
  useShortcut({ keys: 'k', label: t('key.before'), group }, () => walk(-1))
  useShortcut({ keys: 'Enter', label: t('key.open'), group, off: !open }, (event) => {
    // Enter on a link or button does what that does; only from the list or nowhere it goes to the letter.
    const on = event.target instanceof HTMLElement ? event.target : null
    const link = on?.closest<HTMLElement>('a, button, summary, [role=button]')
    if (link && !link.dataset['letter']) return link.click()
    if (link?.dataset['letter'] && link.dataset['letter'] !== open) return link.click()
    document.querySelector<HTMLElement>('[data-letter-title]')?.focus()
  })
}
