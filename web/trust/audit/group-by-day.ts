import type { AuditEntryOnWire } from '#trust/contract'

/** Entries under the day they happened on, as the reader's clock counts days; order is kept. */
export function groupByDay(
  entries: readonly AuditEntryOnWire[],
  language: string,
): { day: string; entries: AuditEntryOnWire[] }[] {
  const dayOf = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const groups: { day: string; entries: AuditEntryOnWire[] }[] = []
  for (const entry of entries) {
    const day = dayOf.format(new Date(entry.at))
    const last = groups.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else groups.push({ day, entries: [entry] })
  }
  return groups
}
