/**
 * Orders from rows. Shop exports write one row per item and fill in the order itself only on the first; rows that follow
 * with the same number, or none, add their item to it. So an order is finished when the next one begins.
 */
import { readCurrency } from './amount.ts'
import type { Cells } from './cell.ts'
import { attributesOf, cellsOf, personOf } from './cell.ts'
import type { Complain, OrderDraft, OrderItem, RowDrafter } from './draft.ts'
import type { Occurrences } from './occurrence.ts'
import type { Mapping } from './mapping.ts'
import type { GoodRow } from './row.ts'

// No order has so many lines; a file without numbers must not pile up as one.
const ITEM_LIMIT = 1_000

export function orderDrafter(mapping: Mapping, prints: Occurrences): RowDrafter {
  const read = cellsOf(mapping)
  let open: OrderDraft | null = null
  /** Items under an order that was refused would otherwise join the one before it. */
  let refused: string | null = null
  return {
    row(row, issue) {
      const cells = read(row.values)
      const number = cells.short('number')
      const item = itemOf(cells, issue)
      if (open && item && (number === null || number === open.number) && open.items.length < ITEM_LIMIT) {
        open.items.push(item)
        return []
      }
      const finished = open ? [open] : []
      open = null
      if (number !== null && number === refused) {
        issue('number', `Order ${number} was left out above, and this item with it.`, false)
        return finished
      }
      open = orderOf(mapping, cells, row, number, item, prints, issue)
      refused = open ? null : number
      return finished
    },
    end() {
      const finished = open ? [open] : []
      open = null
      return finished
    },
  }
}

function orderOf(
  mapping: Mapping,
  cells: Cells,
  row: GoodRow,
  number: string | null,
  item: OrderItem | null,
  prints: Occurrences,
  issue: Complain,
): OrderDraft | null {
  if (number === null) {
    issue('number', 'This row has no order number.', false)
    return null
  }
  const [orderedAt, cancelledAt] = [cells.time('ordered_at'), cells.time('cancelled_at')]
  if (orderedAt.reason) {
    issue('ordered_at', orderedAt.reason, false)
    return null
  }
  const [total, refunded] = [cells.amount('total'), cells.amount('refunded')]
  if (total.reason) issue('total', total.reason, true)
  if (refunded.reason) issue('refunded', refunded.reason, true)
  const money = `${cells.short('currency') ?? ''} ${cells.short('total') ?? ''}`
  return {
    target: 'orders',
    line: row.line,
    fingerprint: prints.known(mapping.source, `order:${number}`),
    number,
    externalId: cells.short('external_id'),
    person: personOf(cells, mapping.source),
    orderedAt: orderedAt.value,
    total: total.value,
    currency: readCurrency(cells.short('currency') ?? '') ?? readCurrency(money),
    items: item ? [item] : [],
    status: cancelledAt.value ? 'cancelled' : (cells.short('status') ?? cells.short('fulfilment')),
    refunded: refunded.value,
    attributes: attributesOf(mapping, row),
  }
}

function itemOf(cells: Cells, issue: Complain): OrderItem | null {
  const name = cells.short('item_name')
  if (name === null) return null
  const [quantity, price] = [cells.amount('item_quantity'), cells.amount('item_price')]
  if (quantity.reason) issue('item_quantity', quantity.reason, true)
  if (price.reason) issue('item_price', price.reason, true)
  return { name, quantity: quantity.value, price: price.value }
}
