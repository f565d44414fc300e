/**
 * Places a floating box beside its trigger, inside the window. The browser's own popover keeps it above everything, closes it
 * on Escape and on a press outside; only where to stand is left to work out.
 */
export type Side = 'top' | 'bottom'
export type Align = 'start' | 'center' | 'end'

const gap = 6
const margin = 8

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

export function standingPlace(
  trigger: Box,
  size: { width: number; height: number },
  room: { width: number; height: number },
  wish: { side: Side; align: Align; rightToLeft: boolean },
): { left: number; top: number; height: number } {
  const above = trigger.top - gap - margin
  const below = room.height - trigger.bottom - gap - margin
  const wished = wish.side === 'top' ? above : below
  const other = wish.side === 'top' ? below : above
  const turned = wished < size.height && other > wished
  const up = (wish.side === 'top') !== turned
  const height = Math.min(size.height, turned ? other : wished)
  const top = up ? trigger.top - gap - height : trigger.bottom + gap

  const fromLeft = (wish.align === 'start') !== wish.rightToLeft
  const middle = (trigger.left + trigger.right - size.width) / 2
  const wishedLeft = wish.align === 'center' ? middle : fromLeft ? trigger.left : trigger.right - size.width
  const left = Math.max(margin, Math.min(wishedLeft, room.width - margin - size.width))
  return { left, top: Math.max(margin, top), height }
}

export function placeBeside(floating: HTMLElement, trigger: HTMLElement, side: Side, align: Align): void {
  floating.style.maxHeight = ''
  const room = { width: document.documentElement.clientWidth, height: window.innerHeight }
  const rightToLeft = getComputedStyle(trigger).direction === 'rtl'
  const size = { width: floating.offsetWidth, height: floating.offsetHeight }
  const at = standingPlace(trigger.getBoundingClientRect(), size, room, { side, align, rightToLeft })
  floating.style.left = `${at.left}px`
  floating.style.top = `${at.top}px`
  floating.style.maxHeight = `${at.height}px`
}
