import { useState } from 'react'
import { steadyOrder } from './steady-order.ts'

/** Rows in an order that holds still (see steady-order.ts), how many wait to come in, and the way to let them. */
export function useSteadyOrder<Row extends { id: string }>(
  rows: readonly Row[],
  reading: string | undefined,
): { shown: Row[]; held: number; letIn: () => void } {
  const [order, setOrder] = useState<readonly string[]>([])
  const now = rows.map((row) => row.id)
  const { shown, held } = steadyOrder(order, now, reading)
  if (shown.join() !== order.join()) setOrder(shown)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { shown: shown.flatMap((id) => byId.get(id) ?? []), held, letIn: () => setOrder(now) }
}
