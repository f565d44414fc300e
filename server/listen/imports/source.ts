/**
 * Where the bytes of an import come from. It can be read more than once and from any place, because a workbook keeps
 * its directory at the end and a resumed import starts again at the top.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'

export type FileSource = {
  name: string
  size: number
  /** The bytes from `start` (0) to before `end` (the size), in pieces. */
  read(start?: number, end?: number): AsyncIterable<Uint8Array>
}

// Small enough that one piece is decoded and parsed within a few milliseconds: the server answers others in between.
const PIECE = 64 * 1024

export function bytesSource(name: string, bytes: Uint8Array): FileSource {
  async function* read(start = 0, end = bytes.length): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end; at += PIECE) yield bytes.subarray(at, Math.min(at + PIECE, end))
  }
  return { name, size: bytes.length, read }
}

export async function fileSource(path: string): Promise<FileSource> {
  const { size } = await stat(path)
  const read = (start = 0, end = size): AsyncIterable<Uint8Array> =>
    end <= start
      ? bytesSource('', new Uint8Array()).read()
      : createReadStream(path, { start, end: end - 1, highWaterMark: PIECE })
  return { name: basename(path), size, read }
}

/** A stretch of the source in one piece; for heads, tails and directories, never for whole files. */
export async function readStretch(source: FileSource, start: number, end: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of source.read(Math.max(0, start), Math.min(source.size, end))) pieces.push(piece)
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}
