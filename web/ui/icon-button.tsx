import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children'> {
  icon: LucideIcon
  label: string
  keys?: string
  pressed?: boolean
}

/** A button that is only a picture: its label is its name, and its tooltip. */
export function IconButton({ icon: Icon, label, keys, pressed, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        aria-pressed={pressed}
        className={classNames(
          'thumb inline-grid size-9 shrink-0 place-items-center rounded-lg text-ink-soft transition-colors duration-(--quick) hover:bg-well hover:text-ink disabled:opacity-50',
          pressed && 'bg-well text-ink',
        )}
      >
        <Icon aria-hidden className="size-[1.125rem]" />
      </button>
    </Tooltip>
  )
}
