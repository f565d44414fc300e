export interface Shortcut {
  /** `e`, `?`, `g t`, `mod+k`. */
  keys: string
  label: string
  group?: string | undefined
  off?: boolean | undefined
}

type Handler = (event: KeyboardEvent) => void

export interface ShortcutBook {
  add: (shortcut: Shortcut, handler: Handler) => () => void
  press: (event: KeyboardEvent) => void
  list: () => readonly Shortcut[]
  /** Single keys disturb people who speak to their computer; they can switch them off (WCAG 2.1.4). */
  setSingleKeys: (on: boolean) => void
}

const sequencePause = 1_200

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)
}

function chordOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key
}

export function makeShortcutBook(): ShortcutBook {
  const entries = new Set<{ shortcut: Shortcut; handler: Handler }>()
  let before = { chord: '', at: 0 }
  let singleKeys = true

  const find = (keys: string): Handler | undefined =>
    // The latest to arrive wins: a dialog's `Enter` over its page's.
    [...entries].reverse().find(({ shortcut }) => shortcut.keys === keys)?.handler

  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const chord = chordOf(event)
    const plain = !chord.startsWith('mod+')
    if (plain && (!singleKeys || isWriting(event.target) || document.querySelector('dialog:modal'))) return
    const sequence = event.timeStamp - before.at < sequencePause ? `${before.chord} ${chord}` : ''
    const handler = find(sequence) ?? find(chord)
    before = handler ? { chord: '', at: 0 } : { chord, at: event.timeStamp }
    if (!handler) return
    event.preventDefault()
    handler(event)
  }

  return {
    add: (shortcut, handler) => {
      const entry = { shortcut, handler }
      entries.add(entry)
      return () => void entries.delete(entry)
    },
    press,
    list: () => [...entries].map(({ shortcut }) => shortcut),
    setSingleKeys: (on) => void (singleKeys = on),
  }
}
