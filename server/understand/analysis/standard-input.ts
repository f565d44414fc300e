/**
 * A file that comes through a pipe. What kind it is is decided by looking at its beginning more than once, so the
 * beginning is kept until reading has passed it; nothing is ever kept whole. Only a workbook, whose directory stands at
 * its end, is written to a temporary file first.
 */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileSource, type FileSource } from '#listen'

export type Incoming = { source: FileSource; close: () => Promise<void> }

const NAME = 'standard input'
/** Kept for another look. Whoever looks takes 64 KB, and unpacking runs ahead of it by about a megabyte. */
const KEPT = 8 * 1024 * 1024

export async function standardInput(input: AsyncIterable<Uint8Array>): Promise<Incoming> {
  const pieces = input[Symbol.asyncIterator]()
  const kept: Uint8Array[] = []
  let [ended, held, dropped] = [false, 0, 0]
  let pulling: Promise<void> | null = null
  // Shared, because a look that was broken off may still be waiting for the piece the next one needs.
  const pull = (): Promise<void> => {
    pulling ??= pieces.next().then((next) => {
      pulling = null
      if (next.done) ended = true
      else {
        kept.push(next.value)
        held += next.value.length
      }
    })
    return pulling
  }
  async function* read(): AsyncGenerator<Uint8Array> {
    if (dropped > 0) throw new Error('the beginning of standard input was already passed')
    for (let at = 0; ;) {
      while (at - dropped >= kept.length && !ended) await pull()
      const piece = kept[at - dropped]
      if (!piece) return
      at += 1
      while (held > KEPT && dropped < at) {
        held -= kept.shift()!.length
        dropped += 1
      }
      yield piece
    }
  }
  while (!ended && held < 4) await pull()
  const [first, second] = Buffer.concat(kept)
  if (first === 0x50 && second === 0x4b) return toFile(read())
  const size = ended && held === 0 ? 0 : Number.POSITIVE_INFINITY
  return { source: { name: NAME, size, read }, close: async () => void (await pieces.return?.()) }
}

async function toFile(pieces: AsyncIterable<Uint8Array>): Promise<Incoming> {
  const folder = await mkdtemp(join(tmpdir(), 'heed-analyze-'))
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'input')
    await pipeline(Readable.from(pieces, { objectMode: false }), createWriteStream(path, { mode: 0o600 }))
    return { source: { ...(await fileSource(path)), name: NAME }, close }
  } catch (error) {
    await close()
    throw error
  }
}
