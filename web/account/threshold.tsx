import { useEffect, type ReactNode } from 'react'
import { Mark } from '../shell/mark.tsx'

/** Pages before one is in: the mark, one column, nothing else to look at. */
export function Threshold({
  title,
  lead,
  children,
  aside,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
  aside?: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · Heed`
  }, [title])
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-5xl content-start gap-x-20 gap-y-12 px-5 py-10 sm:content-center sm:px-10 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <section>
        <p className="mb-8 flex items-center gap-2.5 font-semibold">
          <Mark /> Heed
        </p>
        <h1 tabIndex={-1} data-page-title className="text-title font-semibold tracking-[-0.01em] text-balance">
          {title}
        </h1>
        {lead && <p className="mt-2 text-body text-ink-soft">{lead}</p>}
        <div className="mt-8">{children}</div>
      </section>
      {aside && <aside className="lg:self-center">{aside}</aside>}
    </main>
  )
}
