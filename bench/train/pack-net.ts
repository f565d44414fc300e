/** From the arrays that `net.py` leaves behind to the packed net: one signed byte per place of a vector, one scale per vector. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { POLARITIES } from '../../engine/src/heads.ts'
import type { NetParts } from '../../engine/src/net.ts'
import { fillSlots } from '../../engine/src/table.ts'

/** How much of the net is added to the linear sums, by group of heads: tuned on held-out rows. */
const SHARES: Record<string, number> = { emotion: 0.35, family: 1, group: 1 }

type Learned = { heads: string[]; filters: number; size: number; bias: number[] }

function floats(folder: string, name: string): Float32Array {
  const bytes = readFileSync(join(folder, `${name}.bin`))
  return new Float32Array(new Uint8Array(bytes).buffer)
}

export function packNet(folder: string): NetParts {
  const { heads, filters, size, bias } = JSON.parse(readFileSync(join(folder, 'net.json'), 'utf8')) as Learned
  const hashes = new Int32Array(new Uint8Array(readFileSync(join(folder, 'hashes.bin'))).buffer)
  const vectors = floats(folder, 'net-vectors')
  const scales = new Float32Array(hashes.length)
  const weights = new Int8Array(hashes.length * size)
  for (let row = 0; row < hashes.length; row++) {
    const vector = vectors.subarray(row * size, (row + 1) * size)
    const scale = vector.reduce((top, value) => Math.max(top, Math.abs(value)), 1e-9) / 127
    scales[row] = scale
    vector.forEach((value, place) => {
      weights[row * size + place] = Math.round(value / scale)
    })
  }
  // The sides of a forum are those of its groups of feelings.
  const taught = [
    ...POLARITIES.map((side) => ({ head: `sentiment:${side}`, from: heads.indexOf(`group:${side}`) })),
    ...heads.map((head, from) => ({ head, from })),
  ]
  const share = taught.map(({ from }) => SHARES[(heads[from] as string).split(':')[0] as string] ?? 0)
  const learned = floats(folder, 'net-weights')
  const out = Float32Array.from({ length: filters * taught.length }, (_, i) => {
    const at = i % taught.length
    const { from } = taught[at] as { from: number }
    return (learned[Math.floor(i / taught.length) * heads.length + from] as number) * (share[at] as number)
  })
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(hashes.length * 1.2)))
  fillSlots(slots, hashes)
  return {
    heads: taught.map(({ head }) => head),
    filters,
    size,
    vectors: { slots, weights, scales },
    pull: floats(folder, 'net-pull'),
    start: floats(folder, 'net-start'),
    weights: out,
    bias: taught.map(({ from }, at) => Math.round((bias[from] as number) * (share[at] as number) * 1e5) / 1e5),
  }
}
