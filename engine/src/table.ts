/**
 * The weights of one linear model. A slot holds 14 bits of the feature's hash and 18 bits of its row; a feature that was
 * never trained finds no row (but once in many thousands), so unknown words say nothing instead of something wrong.
 * A row is one signed byte per head, times one scale per row: one scale per head would cost .07 of F1.
 */
export type Table = {
  readonly heads: readonly string[]
  readonly width: number
  readonly slots: Uint32Array
  readonly mask: number
  readonly weights: Int8Array
  readonly scales: Float32Array
  readonly bias: Float64Array
}

const ROW_BITS = 18
export const ROW_LIMIT = 2 ** ROW_BITS - 1

/** The row of a feature, or −1. */
export function rowOf(table: Table, hash: number): number {
  const { slots, mask } = table
  const tag = hash >>> ROW_BITS
  let at = Math.imul(hash, 0x9e3779b1) >>> 7
  for (;;) {
    at &= mask
    const slot = slots[at] as number
    if (slot === 0) return -1
    if (slot >>> ROW_BITS === tag) return (slot & ROW_LIMIT) - 1
    at++
  }
}

/** For the trainer: puts hashes into slots; returns how many fell onto an earlier one. */
export function fillSlots(slots: Uint32Array, hashes: ArrayLike<number>): number {
  const mask = slots.length - 1
  let lost = 0
  for (let row = 0; row < hashes.length; row++) {
    const hash = hashes[row] as number
    const tag = hash >>> ROW_BITS
    let at = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask
    let taken = false
    while (slots[at] !== 0 && !taken) {
      if ((slots[at] as number) >>> ROW_BITS === tag) taken = true
      else at = (at + 1) & mask
    }
    if (taken) lost++
    else slots[at] = ((tag << ROW_BITS) | (row + 1)) >>> 0
  }
  return lost
}

/** Adds a row, times `by`, to `sum`. */
export function addRow(table: Table, row: number, by: number, sum: Float64Array): void {
  const { weights, width } = table
  const scale = (table.scales[row] as number) * by
  const from = row * width
  for (let head = 0; head < width; head++) sum[head] = (sum[head] as number) + (weights[from + head] as number) * scale
}

export function weightOf(table: Table, row: number, head: number): number {
  return (table.weights[row * table.width + head] as number) * (table.scales[row] as number)
}
