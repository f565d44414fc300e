import { newId, type Tx } from '#platform'
import { putOrders } from './store.ts'

export type OrderDraft = {
  personId: string | null
  source: string
  number: string
  orderedAt: Date
  totalMinor: number
  refundedMinor?: number
  currency: string
  status?: string
  items?: { name: string; quantity: number }[]
}

/** Stores or updates orders in the caller's transaction. An order is the same if source and number are. */
export async function recordOrders(
  tx: Tx,
  workspaceId: string,
  drafts: OrderDraft[],
  importId: string | null = null,
): Promise<{ added: number; updated: number }> {
  const latest = [...new Map(drafts.map((draft) => [`${draft.source} ${draft.number}`, draft])).values()]
  const added = await putOrders(
    tx,
    workspaceId,
    latest.map((draft) => ({ refundedMinor: 0, status: '', items: [], ...draft, id: newId(), importId })),
  )
  return { added, updated: latest.length - added }
}
