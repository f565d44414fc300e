import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

const looks = {
  plain: 'bg-well text-ink-soft',
  outline: 'text-ink-soft ring-1 ring-inset ring-edge/60',
  lamp: 'bg-lamp-wash text-lamp-ink font-semibold',
}

/** A word or two about a thing. `lamp` is kept for what needs a person now. */
export function Badge({
  look = 'plain',
  icon: Icon,
  children,
}: {
  look?: keyof typeof looks
  icon?: LucideIcon
  children: ReactNode
}) {
  return (
    <span
      className={classNames('inline-flex max-w-full items-center gap-1 rounded-md px-2 py-0.5 text-tiny', looks[look])}
    >
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0" />}
      <span className="truncate">{children}</span>
    </span>
  )
}
