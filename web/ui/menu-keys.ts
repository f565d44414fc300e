import type { KeyboardEvent } from 'react'

export function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)')]
}

function letterAfter(items: readonly HTMLElement[], from: number, letter: string): HTMLElement | undefined {
  const turned = [...items.slice(from + 1), ...items.slice(0, from + 1)]
  return turned.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter))
}

function target(event: KeyboardEvent, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  if (event.key === 'ArrowDown') return items[(at + 1) % items.length]
  if (event.key === 'ArrowUp') return items[(Math.max(at, 0) - 1 + items.length) % items.length]
  if (event.key === 'Home') return items[0]
  if (event.key === 'End') return items.at(-1)
  if (event.key.length === 1 && event.key !== ' ') return letterAfter(items, at, event.key.toLocaleLowerCase())
  return undefined
}

/** Arrows, Home, End and first letters move inside a menu; Tab leaves it. Escape is the browser's. */
export function steer(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  if (event.key === 'Tab') {
    close()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const items = itemsOf(event.currentTarget)
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to = target(event, items, at)
  if (!to) return
  event.preventDefault()
  event.stopPropagation()
  to.focus()
}
