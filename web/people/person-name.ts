/** What to call somebody: a name, else an address, else the number another system knows them by. Nothing if none. */
export function calledOf(row: { name: string; email?: string | null; externalId?: string | null }): string {
  return row.name || row.email || (row.externalId ? `#${row.externalId.replace(/^[^:]*:/, '')}` : '')
}
