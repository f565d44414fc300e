import { cloneElement, useId, useRef, useState, type ReactElement, type Ref } from 'react'
import { Kbd } from './kbd.tsx'
import { placeBeside } from './popover.ts'

interface TriggerProps {
  ref?: Ref<HTMLButtonElement>
  onPointerEnter?: (event: { pointerType: string }) => void
  onPointerLeave?: () => void
  onPointerDown?: () => void
  onFocus?: () => void
  onBlur?: () => void
  'aria-describedby'?: string | undefined
}

interface TooltipProps {
  text: string
  keys?: string | undefined
  /** The text says more than the name of what it hangs on, so readers are told it too. */
  describes?: boolean
  children: ReactElement<TriggerProps>
}

const patience = 450

/** A word on hover and focus. It only repeats or sharpens what is already named: a phone never shows it. */
export function Tooltip({ text, keys, describes, children }: TooltipProps) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const tip = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [shown, setShown] = useState(false)

  const show = (): void => {
    setShown(true)
    if (!tip.current || !trigger.current) return
    tip.current.showPopover()
    placeBeside(tip.current, trigger.current, 'bottom', 'center')
  }
  const hide = (): void => {
    clearTimeout(timer.current)
    setShown(false)
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover()
  }
  const showSoon = (event: { pointerType: string }): void => {
    if (event.pointerType === 'touch') return
    clearTimeout(timer.current)
    timer.current = setTimeout(show, patience)
  }
  const showOnFocus = (): void => {
    if (trigger.current?.matches(':focus-visible')) show()
  }

  return (
    <>
      {cloneElement(children, {
        ref: trigger,
        onPointerEnter: showSoon,
        onPointerLeave: hide,
        onPointerDown: hide,
        onFocus: showOnFocus,
        onBlur: hide,
        'aria-describedby': describes && shown ? id : undefined,
      })}
      <span
        ref={tip}
        id={id}
        popover="manual"
        role={describes ? 'tooltip' : undefined}
        aria-hidden={describes ? undefined : true}
        className="pointer-events-none fixed inset-auto m-0 max-w-72 rounded-md border-0 bg-deed px-2 py-1 text-tiny text-on-deed"
      >
        <span className="flex items-center gap-2">
          {text}
          {keys && <Kbd keys={keys} />}
        </span>
      </span>
    </>
  )
}
