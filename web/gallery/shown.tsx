import type { ReactNode } from 'react'

export function Shown({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-12 max-w-3xl">
      <h2 className="mb-4 border-b border-line pb-1 text-tiny text-ink-faint">{title}</h2>
      {children}
    </section>
  )
}
