import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { useShortcut } from '../ui/shortcuts.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { voicesWords } from './words.ts'

/** j and k walk the list, Enter goes into the open voice, / looks for words, x takes the filters away. */
export function useVoiceKeys(rows: readonly { id: string }[], open: string | undefined, clear: () => void): void {
  const t = useWords(voicesWords)
  const group = t('title')
  const navigate = useNavigate()
  const { id: workspaceId } = useWorkspace()
  const walk = (step: 1 | -1): void => {
    const at = rows.findIndex((row) => row.id === open)
    const to = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]
    if (!to) return
    void navigate({
      to: '/w/$workspaceId/voices/$voiceId',
      params: { workspaceId, voiceId: to.id },
      search: true,
      replace: true,
      resetScroll: false,
    })
    const row = document.querySelector<HTMLElement>(`[data-voice="${to.id}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  useShortcut({ keys: 'j', label: t('key.next'), group }, () => walk(1))
  useShortcut({ keys: 'k', label: t('key.before'), group }, () => walk(-1))
  // The search of the whole house has this key too. Added a moment after it, the list's own wins while one is here.
  const [settled, setSettled] = useState(false)
  useEffect(() => setSettled(true), [])
  useShortcut({ keys: '/', label: t('key.search'), group, off: !settled }, () => {
    document.querySelector<HTMLElement>('[data-voices-bar] [role=search] input')?.focus()
  })
  useShortcut({ keys: 'x', label: t('key.clear'), group }, clear)
  useShortcut({ keys: 'Enter', label: t('key.open'), group, off: !open }, (event) => {
    // Enter on a link or button does what that does; only from the list or nowhere it goes to the letter.
    const on = event.target instanceof HTMLElement ? event.target : null
    const link = on?.closest<HTMLElement>('a, button, summary, [role=button]')
    if (link && link.dataset['voice'] !== open) return link.click()
    document.querySelector<HTMLElement>('[data-letter-title]')?.focus()
  })
}
