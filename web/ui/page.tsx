import { useEffect, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface PageProps {
  title: string
  /** One quiet sentence under the title. */
  lead?: ReactNode
  actions?: ReactNode
  /** Above the title: the way back. */
  back?: ReactNode
  /** `letter` for reading, `wide` for tables and charts, `full` for panes beside each other. */
  width?: 'letter' | 'wide' | 'full'
  children: ReactNode
}

const widths = { letter: 'max-w-3xl', wide: 'max-w-6xl', full: 'max-w-none' }

/** A page: its title in the window and as the one heading of first rank, its actions, its content. */
export function Page({ title, lead, actions, back, width = 'wide', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Heed`
  }, [title])
  return (
    <div className={classNames('mx-auto w-full px-4 pt-6 pb-16 sm:px-8 sm:pt-10', widths[width])}>
      {back && <div className="mb-2 text-small">{back}</div>}
      <header className="mb-6 flex flex-wrap items-start gap-x-6 gap-y-3 sm:mb-8">
        <div className="min-w-0 flex-1 basis-64">
          <h1 tabIndex={-1} data-page-title className="text-title font-semibold tracking-[-0.01em] text-balance">
            {title}
          </h1>
          {lead && <p className="mt-1 max-w-[68ch] text-body text-ink-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** A part of a page with a heading of second rank. */
export function Section({ title, lead, actions, children }: Omit<PageProps, 'back' | 'width'>) {
  return (
    <section className="mb-12">
      <header className="mb-4 flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-lead font-semibold">{title}</h2>
          {lead && <p className="mt-0.5 max-w-[68ch] text-small text-ink-soft">{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  )
}
