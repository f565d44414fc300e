/**
 * Opens an import of any kind Heed reads: CSV and TSV, JSON Lines and JSON documents, each also as .gz, and XLSX. What it is
 * is decided by its content; a wrong file name misleads nobody. Rows come in small batches, and between batches everything
 * else the server has to do gets its turn. Memory does not grow with the file.
 */
import { setImmediate } from 'node:timers/promises'
import { Refusal } from '#platform'
import type { Delimiter } from './delimited-rows.ts'
import { openDelimited } from './delimited-rows.ts'
import type { Encoding } from './encoding.ts'
import { binaryKind, decode } from './encoding.ts'
import { jsonLayout, openJson } from './json-rows.ts'
import type { Row } from './row.ts'
import { openSheet } from './sheet-rows.ts'
import type { FileSource } from './source.ts'
import { gunzip, isGzip } from './unpack.ts'

export type OpenOptions = { sheet?: string; delimiter?: Delimiter }

export type OpenedFile = {
  kind: 'delimited' | 'json' | 'workbook'
  headers: string[]
  delimiter?: Delimiter
  sheet?: string
  sheets?: string[]
  /** How the text was stored; final once all rows were read. */
  encoding: () => Encoding
  /** Bytes of the source taken so far, out of `size`; for a progress bar. */
  taken: () => number
  size: number
  batches: AsyncIterable<Row[]>
}

const HEAD = 64 * 1024

/** Throws a `Refusal` (codes in `limits.ts`) where the file as a whole cannot be read. To read again, open again. */
export async function openRows(source: FileSource, options: OpenOptions = {}): Promise<OpenedFile> {
  if (source.size === 0) throw new Refusal('empty_file', 'This file is empty.')
  let taken = 0
  const counted: FileSource = {
    ...source,
    async *read(start, end) {
      for await (const piece of source.read(start, end)) {
        taken += piece.length
        yield piece
      }
    },
  }
  const common = { size: source.size, taken: () => Math.min(taken, source.size) }
  const head = await firstBytes(source.read())
  if (isZip(head)) {
    const { batches, ...sheet } = await openSheet(counted, options.sheet)
    return { kind: 'workbook', ...common, ...sheet, encoding: () => 'utf-8', batches: inTurns(batches) }
  }
  const packed = isGzip(head)
  const bytes = (): AsyncIterable<Uint8Array> => (packed ? gunzip(counted.read()) : counted.read())
  const start = packed ? await firstBytes(gunzip(source.read())) : head
  refuseBinary(start)
  const { pieces, encoding } = decode(bytes(), start)
  const layout = jsonLayout((await firstText(decode(once(start), start).pieces)).replace(/^\uFEFF/, ''))
  const file = layout ? await openJson(pieces, layout) : await openDelimited(pieces, options.delimiter)
  const { batches, headers } = file
  const delimiter = 'delimiter' in file ? { delimiter: file.delimiter } : {}
  return { kind: layout ? 'json' : 'delimited', ...common, headers, ...delimiter, encoding, batches: inTurns(batches) }
}

/** The same, one row at a time. */
export async function* eachRow(batches: AsyncIterable<Row[]>): AsyncGenerator<Row> {
  for await (const batch of batches) yield* batch
}

async function* inTurns(batches: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  for await (const batch of batches) {
    if (batch.length) yield batch
    await setImmediate()
  }
}

function refuseBinary(head: Uint8Array): void {
  if (head.length === 0) throw new Refusal('empty_file', 'This file is empty.')
  if (startsWithOle(head)) {
    throw new Refusal(
      'old_workbook',
      'This is a workbook of the old kind (.xls) or one with a password. Save it as .xlsx or CSV, without one.',
    )
  }
  const kind = binaryKind(head)
  if (kind)
    throw new Refusal(
      'not_a_table',
      `This file is ${kind}, whatever its name says. Heed reads CSV, TSV, JSON Lines and XLSX.`,
    )
}

async function firstBytes(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    kept.push(piece)
    size += piece.length
    if (size >= HEAD) break
  }
  return Buffer.concat(kept).subarray(0, HEAD)
}

async function firstText(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)

const startsWithOle = (head: Uint8Array): boolean =>
  head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0
