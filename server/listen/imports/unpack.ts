/** Compressed files, unpacked piece by piece and stopped where their size can only be meant to do harm. */
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '#platform'
import { UNPACK_RATIO, UNPACK_RATIO_FROM, UNPACKED_LIMIT } from './limits.ts'

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let taken = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of packed) {
      taken += piece.length
      yield piece
    }
  }
  const input = Readable.from(counted())
  const unzip = createGunzip({ chunkSize: 64 * 1024 })
  input.on('error', (error) => unzip.destroy(error))
  try {
    yield* guarded(input.pipe(unzip), () => taken)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('damaged_file', 'This file is damaged: it cannot be unpacked to its end.')
  } finally {
    input.destroy()
    unzip.destroy()
  }
}

/** Passes pieces on until they outgrow the limits, given how many packed bytes they came from. */
export async function* guarded(pieces: AsyncIterable<Uint8Array>, packed: () => number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    const bursting = size > UNPACK_RATIO_FROM && size > packed() * UNPACK_RATIO
    if (size > UNPACKED_LIMIT || bursting) {
      throw new Refusal(
        'unpacks_too_large',
        'This file unpacks to far more than it seems to hold, so Heed stopped reading it.',
      )
    }
    yield piece
  }
}
