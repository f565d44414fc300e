/**
 * Reads one entry of a ZIP file at a time, by the directory at its end. (Streaming readers that look for entry marks from
 * the front guess wrong on entries of unknown length, which is what most spreadsheet programs write.) Inflating is left to
 * zlib, off the main thread, and stops at the limits against files made to explode.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16, 4.4.
 */
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { Refusal } from '#platform'
import { ENTRY_LIMIT } from './limits.ts'
import type { FileSource } from './source.ts'
import { readStretch } from './source.ts'
import { guarded } from './unpack.ts'

export type ZipEntry = {
  name: string
  method: number
  packed: number
  unpacked: number
  offset: number
  locked: boolean
}

const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
// The end record is 22 bytes and may carry a comment of up to 65,535.
const END_REACH = 22 + 65_535

/** The directory, by entry name. Refuses files that are cut off, split or hold an absurd number of entries. */
export async function readDirectory(source: FileSource): Promise<Map<string, ZipEntry>> {
  const tail = Buffer.from(await readStretch(source, source.size - END_REACH, source.size))
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END_MARK) end--
  if (end < 0) throw damaged('Its end is missing; the download may have stopped early.')
  const count = tail.readUInt16LE(end + 10)
  const size = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count > ENTRY_LIMIT || count === 0xffff) {
    throw new Refusal('unpacks_too_large', `This file holds more than ${ENTRY_LIMIT} parts; no ordinary workbook does.`)
  }
  if (start + size > source.size || size > 64 * 1024 * 1024) throw damaged('Its directory does not fit.')
  const directory = Buffer.from(await readStretch(source, start, start + size))
  const entries = new Map<string, ZipEntry>()
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY_MARK;) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    entries.set(name.toLowerCase(), {
      name,
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      locked: (directory.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

/** The bytes of one entry, inflated piece by piece. */
export async function* readEntry(source: FileSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.locked)
    throw new Refusal(
      'locked_workbook',
      'This workbook is protected with a password. Save it without one and try again.',
    )
  const local = Buffer.from(await readStretch(source, entry.offset, entry.offset + 30))
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) throw damaged(`Its part ${entry.name} is missing.`)
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  if (start + entry.packed > source.size) throw damaged(`Its part ${entry.name} is cut off.`)
  const packed = source.read(start, start + entry.packed)
  if (entry.method === 0) yield* packed
  else if (entry.method === 8) yield* inflated(packed, entry)
  else throw damaged(`Its part ${entry.name} is packed in a way Heed does not know.`)
}

async function* inflated(packed: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const input = Readable.from(packed)
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  input.on('error', (error) => inflate.destroy(error))
  try {
    yield* guarded(input.pipe(inflate), () => entry.packed)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw damaged(`Its part ${entry.name} cannot be unpacked.`)
  } finally {
    input.destroy()
    inflate.destroy()
  }
}

export function damaged(why: string): Refusal {
  return new Refusal('damaged_file', `This file is damaged. ${why}`)
}
