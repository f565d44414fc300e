import { Info, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface BannerProps {
  look?: 'said' | 'lamp'
  icon?: LucideIcon
  children: ReactNode
  action?: ReactNode
}

/** One line across the page about the page itself: a sample workspace, a paused import. */
export function Banner({ look = 'said', icon: Icon = Info, children, action }: BannerProps) {
  return (
    <div
      className={classNames(
        'flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-small sm:px-8',
        look === 'lamp' ? 'bg-lamp-wash text-ink' : 'bg-band/60 text-ink',
      )}
    >
      <Icon
        aria-hidden
        className={classNames('size-4 shrink-0', look === 'lamp' ? 'text-lamp-ink' : 'text-ink-soft')}
      />
      <p className="min-w-0 flex-1 basis-48">{children}</p>
      {action}
    </div>
  )
}
