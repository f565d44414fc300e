import { Info } from 'lucide-react'
import type { ReactNode } from 'react'

/** A sentence one comes to a page with. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="mb-8 flex items-start gap-3 rounded-xl bg-band/60 px-4 py-3 text-small">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft" />
      <span className="min-w-0">{children}</span>
    </p>
  )
}
