/** The first rows as they would come in by a mapping: the very drafts an import would store, for the preview. Pure. */
import type { FirstRows, ImportMapping, Preview } from './contract.ts'
import type { Draft, PersonRef } from './draft.ts'
import { drafter } from './drafting.ts'

export function firstRows(mapping: ImportMapping, rows: Preview['rows']): FirstRows {
  const drafting = drafter(mapping as Parameters<typeof drafter>[0])
  const { drafts, issues } = drafting.take(rows)
  const shown: FirstRows = {
    voices: [],
    persons: [],
    orders: [],
    issues: issues.map(({ line, field, reason, kept }) => ({ line, field, reason, kept })),
  }
  for (const draft of [...drafts, ...drafting.end().drafts]) show(shown, draft)
  return shown
}

function show(shown: FirstRows, draft: Draft): void {
  const { line } = draft
  if (draft.target === 'voices') {
    const { text, title, question, saidAt, score } = draft
    shown.voices.push({ line, text, title, question, saidAt, score, person: nameOf(draft.person) })
  } else if (draft.target === 'persons') {
    const { name, email, phone, company } = draft
    const consents = draft.consents.map(({ purpose, channel, act, at }) => ({
      purpose,
      channel,
      at,
      agrees: act !== 'withdrawn',
    }))
    shown.persons.push({ line, name, email, phone, company, consents })
  } else {
    const { number, orderedAt, total, currency, items } = draft
    const things = items.map(({ name, quantity }) => ({ name, quantity }))
    shown.orders.push({ line, number, orderedAt, total, currency, items: things, person: nameOf(draft.person) })
  }
}

// A number in another system tells who is who, but is nothing to call anybody.
const nameOf = (person: PersonRef | null): string | null => person?.name ?? person?.email ?? person?.phone ?? null
