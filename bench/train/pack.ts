/** From float weights to bytes: the rows that matter most, one signed byte per weight, one scale per row. */
import { fillSlots, ROW_LIMIT } from '../../engine/src/table.ts'
import type { TableParts } from '../../engine/src/model.ts'
import type { Learned } from './learn.ts'
import type { Sheet } from './sheet.ts'

export function packTable(sheet: Sheet, learned: Learned, most: number): { parts: TableParts; lost: number } {
  const width = learned.heads.length
  const { weights } = learned
  const rows = sheet.hashes.length
  const worth = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    let sum = 0
    for (let head = 0; head < width; head++) sum += (weights[row * width + head] as number) ** 2
    worth[row] = sum * Math.sqrt(sheet.counts[row] as number)
  }
  const kept = Array.from(worth.keys())
    .filter((row) => (worth[row] as number) > 1e-6)
    .sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b)
    .slice(0, Math.min(most, ROW_LIMIT - 1))
  const bytes = new Int8Array(kept.length * width)
  const scales = new Float32Array(kept.length)
  kept.forEach((row, at) => {
    let top = 0
    for (let head = 0; head < width; head++) top = Math.max(top, Math.abs(weights[row * width + head] as number))
    const scale = top / 127
    scales[at] = scale
    for (let head = 0; head < width; head++) {
      bytes[at * width + head] = Math.round((weights[row * width + head] as number) / scale)
    }
  })
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(kept.length * 1.4 + 2)))
  const lost = fillSlots(
    slots,
    kept.map((row) => sheet.hashes[row] as number),
  )
  const bias = Array.from(learned.bias, (value) => Math.round(value * 1e5) / 1e5)
  return { parts: { heads: [...learned.heads], bias, slots, weights: bytes, scales }, lost }
}
