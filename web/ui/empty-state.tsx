import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  /** What will stand here and how it gets here, in a sentence or two. */
  children: ReactNode
  /** One example of what will be here, drawn faintly and marked as an example. */
  example?: ReactNode
  exampleLabel?: string
  actions?: ReactNode
}

/** Nothing here yet: says what will be, shows one example, offers the first step. */
export function EmptyState({ title, children, example, exampleLabel, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center gap-6 py-10 text-center sm:py-16">
      {example && (
        <figure className="w-full">
          <div className="rounded-2xl border border-dashed border-edge/60 p-5 text-start sm:p-7">{example}</div>
          {exampleLabel && <figcaption className="mt-2 text-tiny text-ink-faint">{exampleLabel}</figcaption>}
        </figure>
      )}
      <div>
        <h2 className="text-lead font-semibold text-balance">{title}</h2>
        <div className="mt-1.5 text-body text-pretty text-ink-soft">{children}</div>
      </div>
      {actions && <div className="flex flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  )
}
