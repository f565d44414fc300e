import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface Tab<V extends string> {
  value: V
  label: string
  count?: number
}

interface TabsProps<V extends string> {
  label: string
  value: V
  tabs: readonly Tab<V>[]
  onChange: (value: V) => void
  /** What the chosen tab shows. */
  children: ReactNode
}

function stepOf(event: KeyboardEvent): number | 'first' | 'last' | null {
  const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
  if (event.key === 'ArrowRight') return rightToLeft ? -1 : 1
  if (event.key === 'ArrowLeft') return rightToLeft ? 1 : -1
  if (event.key === 'Home') return 'first'
  return event.key === 'End' ? 'last' : null
}

export function Tabs<V extends string>({ label, value, tabs, onChange, children }: TabsProps<V>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const step = stepOf(event)
    if (step === null) return
    event.preventDefault()
    const at = tabs.findIndex((tab) => tab.value === value)
    const to = step === 'first' ? 0 : step === 'last' ? tabs.length - 1 : (at + step + tabs.length) % tabs.length
    const chosen = tabs[to]
    if (!chosen) return
    onChange(chosen.value)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus()
  }
  return (
    <div>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="mb-6 flex gap-6 overflow-x-auto border-b border-line [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-controls={`${id}-panel`}
            aria-selected={tab.value === value}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className={classNames(
              '-mb-px flex min-h-11 shrink-0 items-center gap-2 border-b-2 text-body transition-colors duration-(--quick) focus-visible:-outline-offset-2',
              tab.value === value
                ? 'border-deed font-semibold'
                : 'border-transparent text-ink-soft hover:border-line hover:text-ink',
            )}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="figures text-tiny font-normal text-ink-faint">{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        tabIndex={0}
        className="focus-visible:outline-offset-8"
      >
        {children}
      </div>
    </div>
  )
}
