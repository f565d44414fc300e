/**
 * When an answer is due: one month after the request, and two months more where that is told within the first (GDPR 12.3).
 * A month ends on the same day of the next; where that has no such day, on its last (Regulation 1182/71, article 3).
 * Example: asked on 31 January, due on 28 February.
 */
export function monthsLater(from: Date, months: number): Date {
  const due = new Date(from)
  due.setUTCDate(1)
  due.setUTCMonth(due.getUTCMonth() + months)
  const last = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate()
  due.setUTCDate(Math.min(from.getUTCDate(), last))
  return due
}
