import type { Identity, Order, Person, PersonRow } from './contract.ts'
import type { OrderRow, PersonListRow, PersonRecord } from './store.ts'

export const personRowOnWire = ({ nameFolded: _, ...row }: PersonListRow): PersonRow => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
})

export const orderOnWire = ({ personId: _, ...row }: OrderRow): Order => ({
  ...row,
  orderedAt: row.orderedAt.toISOString(),
})

type OrderSum = { currency: string; count: number; minor: number; firstAt: Date; lastAt: Date }

export function personOnWire(
  record: PersonRecord,
  identities: Identity[],
  duplicates: string[],
  sums: OrderSum[],
): Person {
  const first = sums.map((row) => row.firstAt.getTime())
  const last = sums.map((row) => row.lastAt.getTime())
  return {
    ...record,
    createdAt: record.createdAt.toISOString(),
    identities: identities.map(({ kind, value }) => ({ kind, value })),
    duplicates,
    orders: {
      count: sums.reduce((all, row) => all + row.count, 0),
      firstAt: first.length > 0 ? new Date(Math.min(...first)).toISOString() : null,
      lastAt: last.length > 0 ? new Date(Math.max(...last)).toISOString() : null,
      totals: addByCurrency(sums),
    },
  }
}

/** Amounts of different currencies are never added together. */
function addByCurrency(sums: OrderSum[]): { currency: string; minor: number }[] {
  const totals = new Map<string, number>()
  for (const { currency, minor } of sums) totals.set(currency, (totals.get(currency) ?? 0) + minor)
  return [...totals].map(([currency, minor]) => ({ currency, minor }))
}
