/** Plain scores of plain lists. */

export function f1Of(hits: number, said: number, is: number): number {
  return said + is === 0 ? 0 : (2 * hits) / (said + is)
}

export type Pair = { said: string; is: string }

export function macroF1(pairs: readonly Pair[], labels: readonly string[]): number {
  const each = labels.map((label) => f1For(pairs, label))
  return each.reduce((a, b) => a + b, 0) / labels.length
}

export function f1For(pairs: readonly Pair[], label: string): number {
  let hits = 0
  let said = 0
  let is = 0
  for (const pair of pairs) {
    if (pair.said === label) said++
    if (pair.is === label) is++
    if (pair.said === label && pair.is === label) hits++
  }
  return f1Of(hits, said, is)
}

export function multiF1(rows: readonly { said: readonly string[]; is: readonly string[] }[], label: string): number {
  let hits = 0
  let said = 0
  let is = 0
  for (const row of rows) {
    const a = row.said.includes(label)
    const b = row.is.includes(label)
    if (a) said++
    if (b) is++
    if (a && b) hits++
  }
  return f1Of(hits, said, is)
}

/** The largest share of the wanted that can be had while at least `precision` of what is taken is wanted. */
export function recallAt(rows: readonly { score: number; wanted: boolean }[], precision: number): number {
  const sorted = [...rows].sort((a, b) => b.score - a.score)
  const all = rows.filter((row) => row.wanted).length
  let hits = 0
  let best = 0
  sorted.forEach((row, i) => {
    if (row.wanted) hits++
    // Equal scores are taken together or not at all.
    if (sorted[i + 1]?.score !== row.score && hits / (i + 1) >= precision) best = Math.max(best, hits / all)
  })
  return best
}

export function pearson(pairs: readonly { a: number; b: number }[]): number {
  const n = pairs.length
  if (n < 3) return Number.NaN
  const ma = pairs.reduce((sum, one) => sum + one.a, 0) / n
  const mb = pairs.reduce((sum, one) => sum + one.b, 0) / n
  let ab = 0
  let aa = 0
  let bb = 0
  for (const { a, b } of pairs) {
    ab += (a - ma) * (b - mb)
    aa += (a - ma) ** 2
    bb += (b - mb) ** 2
  }
  return ab / Math.sqrt(aa * bb)
}
