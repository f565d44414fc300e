import { Check, type LucideIcon } from 'lucide-react'
import {
  cloneElement,
  createContext,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react'
import { classNames } from './class-names.ts'
import { flushSync } from 'react-dom'
import { Kbd } from './kbd.tsx'
import { itemsOf, steer } from './menu-keys.ts'
import { placeBeside } from './popover.ts'

interface TriggerProps {
  ref?: Ref<HTMLButtonElement>
  id?: string
  popoverTarget?: string
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
}

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement<TriggerProps>
  children: ReactNode
  side?: 'top' | 'bottom'
  align?: 'start' | 'end'
}

type Stage = 'shut' | 'opening' | 'open'

const MenuContext = createContext({ close: (): void => undefined })

/** A menu button (ARIA pattern of that name) on the browser's own popover. */
export function Menu({ trigger, children, side = 'bottom', align = 'start' }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [stage, setStage] = useState<Stage>('shut')
  const menu = useMemo(() => ({ close: () => list.current?.hidePopover() }), [])

  // At once, or the browser would show the box for a moment before it has its rows and its place.
  const begins = (event: { newState: string }): void => {
    if (event.newState === 'open') flushSync(() => setStage('opening'))
  }
  // Rows stay until it has closed: the browser gives the keyboard back only from a row that is still there.
  const ends = (event: { newState: string }): void => setStage(event.newState === 'open' ? 'open' : 'shut')
  // A box has no size before it shows, so the menu stays unseen for that moment, is placed, and then entered.
  useLayoutEffect(() => {
    if (stage !== 'open' || !list.current || !button.current) return
    placeBeside(list.current, button.current, side, align)
    const items = itemsOf(list.current)
    const chosen = items.find((item) => item.getAttribute('aria-checked') === 'true')
    ;(chosen ?? items[0])?.focus({ preventScroll: true })
  }, [stage, side, align])
  const openByArrow = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    list.current?.showPopover()
  }

  return (
    <MenuContext value={menu}>
      {cloneElement(trigger, {
        ref: button,
        id: `${id}-button`,
        popoverTarget: id,
        'aria-haspopup': 'menu',
        'aria-expanded': stage !== 'shut',
        onKeyDown: openByArrow,
      })}
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-labelledby={`${id}-button`}
        onBeforeToggle={begins}
        onToggle={ends}
        onKeyDown={(event) => steer(event, menu.close)}
        className={classNames(
          'appear fixed inset-auto m-0 max-w-[min(22rem,calc(100vw-1rem))] min-w-56 overflow-y-auto rounded-xl border-0 bg-sheet p-1.5 text-ink shadow-lift ring-1 ring-line ring-inset',
          stage === 'opening' && 'invisible',
        )}
      >
        {stage !== 'shut' && children}
      </div>
    </MenuContext>
  )
}

/** Shuts the menu around the caller. */
export function useMenu() {
  return useContext(MenuContext)
}

const rowClass =
  'flex min-h-11 w-full items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-start text-small outline-none select-none disabled:opacity-50 hover:bg-well focus:bg-well focus-visible:-outline-offset-2'

interface MenuItemProps {
  icon?: LucideIcon
  keys?: string
  disabled?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon: Icon, keys, disabled, onSelect, children }: MenuItemProps) {
  const menu = useMenu()
  const choose = (): void => {
    menu.close()
    onSelect()
  }
  return (
    <button type="button" role="menuitem" tabIndex={-1} disabled={disabled} onClick={choose} className={rowClass}>
      {Icon && <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />}
      <span className="min-w-0 flex-1">{children}</span>
      {keys && <Kbd keys={keys} />}
    </button>
  )
}

export function MenuGroup({ heading, children }: { heading?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={heading ? id : undefined}>
      {heading && (
        <p id={id} className="truncate px-2.5 pt-2 pb-1 text-tiny text-ink-faint">
          {heading}
        </p>
      )}
      {children}
    </div>
  )
}

interface MenuChoiceProps<V extends string> {
  heading?: string
  value: V
  options: readonly { value: V; label: string; detail?: string }[]
  onChange: (value: V) => void
}

/** One of several, with the chosen one ticked. */
export function MenuChoice<V extends string>({ heading, value, options, onChange }: MenuChoiceProps<V>) {
  const menu = useMenu()
  const choose = (chosen: V): void => {
    menu.close()
    if (chosen !== value) onChange(chosen)
  }
  return (
    <MenuGroup heading={heading}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={option.value === value}
          onClick={() => choose(option.value)}
          className={rowClass}
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate">{option.label}</span>
            {option.detail && <span className="block text-tiny text-ink-faint">{option.detail}</span>}
          </span>
          {option.value === value && <Check aria-hidden className="size-4 shrink-0" />}
        </button>
      ))}
    </MenuGroup>
  )
}

export function MenuLine() {
  return <hr className="-mx-1.5 my-1.5 border-line" />
}
