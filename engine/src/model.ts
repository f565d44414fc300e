/**
 * The model file: eight letters, the length of a JSON head, the head, then the sections it names, each on a multiple of
 * eight bytes. Opening makes views, it copies nothing (unless the bytes arrive unaligned).
 */
import type { NetParts } from './net.ts'
import type { Table } from './table.ts'

export const MAGIC = 'HEEDRDR1'

export type TableHead = {
  heads: string[]
  bias: number[]
  rows: number
  slots: { at: number; size: number }
  weights: { at: number; size: number }
  scales: { at: number; size: number }
}

type Section = { at: number; size: number }

export type NetHead = {
  heads: string[]
  filters: number
  /** Places of a vector. */
  size: number
  bias: number[]
  slots: Section
  vectors: Section
  scales: Section
  pull: Section
  start: Section
  weights: Section
}

export type Calibration = {
  /** Divides the logits of sentiment. */
  temperature: number
  /** Below this chance of being right the label is 'unclear'. */
  unclear: number
  /** Confidence by top chance: ten equal steps, measured on held-out texts. */
  curve: number[]
}

export type ModelHead = {
  version: string
  tables: { english: TableHead; world: TableHead; tongue: TableHead }
  lexis: { at: number; size: number }
  net: NetHead | null
  /** Languages in which feeling is read. */
  languages: string[]
  /** Chance from which a label is asserted, by table and head. */
  thresholds: { english: Record<string, number>; world: Record<string, number>; forum: Record<string, number> }
  calibration: { english: Calibration; world: Calibration }
  sharpness: number
}

export type Model = {
  head: ModelHead
  english: Table
  world: Table
  tongue: Table
  lexis: Uint32Array
  net: NetParts | null
}

/** Not a model file of this engine: the one thing the engine refuses, because no text could ever be read with it. */
export class ModelError extends Error {
  override name = 'ModelError'
}

export function openModel(file: Uint8Array): Model {
  const bytes = file.byteOffset % 8 === 0 ? file : new Uint8Array(file)
  const decoder = new TextDecoder()
  if (bytes.length < 16 || decoder.decode(bytes.subarray(0, 8)) !== MAGIC)
    throw new ModelError('not a Heed reader model')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true)
  const head = JSON.parse(decoder.decode(bytes.subarray(12, 12 + length))) as ModelHead
  const base = bytes.byteOffset + Math.ceil((12 + length) / 8) * 8
  const table = (one: TableHead): Table => {
    const width = one.heads.length
    return {
      heads: one.heads,
      width,
      slots: new Uint32Array(bytes.buffer, base + one.slots.at, one.slots.size / 4),
      mask: one.slots.size / 4 - 1,
      weights: new Int8Array(bytes.buffer, base + one.weights.at, one.weights.size),
      scales: new Float32Array(bytes.buffer, base + one.scales.at, one.scales.size / 4),
      bias: Float64Array.from(one.bias),
    }
  }
  const floats = ({ at, size }: Section): Float32Array => new Float32Array(bytes.buffer, base + at, size / 4)
  const net = (one: NetHead): NetParts => ({
    heads: one.heads,
    filters: one.filters,
    size: one.size,
    bias: one.bias,
    vectors: {
      slots: new Uint32Array(bytes.buffer, base + one.slots.at, one.slots.size / 4),
      weights: new Int8Array(bytes.buffer, base + one.vectors.at, one.vectors.size),
      scales: floats(one.scales),
    },
    pull: floats(one.pull),
    start: floats(one.start),
    weights: floats(one.weights),
  })
  return {
    head,
    english: table(head.tables.english),
    world: table(head.tables.world),
    tongue: table(head.tables.tongue),
    lexis: new Uint32Array(bytes.buffer, base + head.lexis.at, head.lexis.size / 4),
    net: head.net ? net(head.net) : null,
  }
}

export type TableParts = {
  heads: string[]
  bias: number[]
  slots: Uint32Array
  weights: Int8Array
  scales: Float32Array
}

type Packed = Omit<ModelHead, 'tables' | 'lexis' | 'net'> & {
  tables: { english: TableParts; world: TableParts; tongue: TableParts }
  lexis: Uint32Array
  net: NetParts | null
}

/** The trainer's side of `openModel`. */
export function packModel(parts: Packed): Uint8Array {
  const sections: Uint8Array[] = []
  let end = 0
  const place = (view: Uint32Array | Int8Array | Float32Array): { at: number; size: number } => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    const at = end
    const room = Math.ceil(bytes.length / 8) * 8
    const section = new Uint8Array(room)
    section.set(bytes)
    sections.push(section)
    end += room
    return { at, size: bytes.length }
  }
  const tableHead = (one: TableParts): TableHead => ({
    heads: one.heads,
    bias: one.bias,
    rows: one.scales.length,
    slots: place(one.slots),
    weights: place(one.weights),
    scales: place(one.scales),
  })
  const netHead = ({ vectors, pull, start, weights, ...rest }: NetParts): NetHead => ({
    ...rest,
    slots: place(vectors.slots),
    vectors: place(vectors.weights),
    scales: place(vectors.scales),
    pull: place(pull),
    start: place(start),
    weights: place(weights),
  })
  const { english, world, tongue } = parts.tables
  const tables = { english: tableHead(english), world: tableHead(world), tongue: tableHead(tongue) }
  const head: ModelHead = {
    ...parts,
    tables,
    lexis: place(parts.lexis),
    net: parts.net === null ? null : netHead(parts.net),
  }
  const json = new TextEncoder().encode(JSON.stringify(head))
  const base = Math.ceil((12 + json.length) / 8) * 8
  const file = new Uint8Array(base + end)
  file.set(new TextEncoder().encode(MAGIC))
  new DataView(file.buffer).setUint32(8, json.length, true)
  file.set(json, 12)
  let at = base
  for (const section of sections) {
    file.set(section, at)
    at += section.length
  }
  return file
}
