import type { ComponentProps, ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'

/** `deed` is the one main action of a view; `plain` the others; `quiet` sits in text and rows; `lamp` answers a person who waits. */
export type ButtonLook = 'deed' | 'plain' | 'quiet' | 'lamp'
export type ButtonSize = 'small' | 'normal' | 'large'

const looks: Record<ButtonLook, string> = {
  deed: 'bg-deed text-on-deed enabled:hover:bg-deed-hover',
  plain: 'bg-sheet text-ink ring-1 ring-inset ring-edge/60 enabled:hover:bg-well',
  quiet: 'text-ink enabled:hover:bg-well',
  lamp: 'bg-lamp text-on-lamp enabled:hover:brightness-95',
}

const sizes: Record<ButtonSize, string> = {
  small: 'thumb min-h-8 gap-1.5 rounded-lg px-3 text-small',
  normal: 'thumb min-h-10 gap-2 rounded-lg px-4 text-body',
  large: 'min-h-12 gap-2 rounded-xl px-6 text-body',
}

/** The classes of a button, for a link that looks like one. */
export function buttonClass(look: ButtonLook = 'plain', size: ButtonSize = 'normal'): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center text-center font-medium transition-colors duration-(--quick) disabled:opacity-50 forced-colors:border',
    looks[look],
    sizes[size],
  )
}

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  look?: ButtonLook
  size?: ButtonSize
  icon?: LucideIcon
  /** Work is under way: the button keeps its width and its place in the tab order, and does nothing again. */
  busy?: boolean
  wide?: boolean
  children: ReactNode
}

export function Button({
  look,
  size,
  icon: Icon,
  busy,
  wide,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={(event) => {
        // A double click on what does something once is one click: the second comes before the page knows of the first.
        const again = event.detail > 1 && (look === 'deed' || type === 'submit')
        if (busy || again) event.preventDefault()
        else onClick?.(event)
      }}
      className={classNames(buttonClass(look, size), wide && 'w-full')}
    >
      {busy ? <Busy /> : Icon && <Icon aria-hidden className="-ms-0.5 size-[1.125em] shrink-0" />}
      {children}
    </button>
  )
}

/** Three quarters of a circle going round; still under reduced motion, where the word beside it says enough. */
export function Busy() {
  return (
    <svg aria-hidden viewBox="0 0 16 16" className="size-4 shrink-0 animate-spin">
      <path d="M8 1.5A6.5 6.5 0 1 1 1.5 8" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
