/**
 * How well the reader reads: `node bench/evaluate.ts --data DIR [--model FILE] [--card]`.
 * Everything goes through the public reader, on held-out (`val`) rows only. `--card` writes docs/models/reader.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { modelFile, openReader } from '../engine/src/index.ts'
import { measureAll } from './evaluate/measures.ts'
import { card } from './evaluate/card.ts'
import { table } from './evaluate/table.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, model: { type: 'string' }, card: { type: 'boolean', default: false } },
})
if (values.data === undefined) throw new Error('say where the data are: node bench/evaluate.ts --data DIR')
const bytes = readFileSync(values.model ?? modelFile)
const reader = openReader(bytes)
const measures = measureAll(reader, values.data)
console.log(`${reader.version}, ${(bytes.length / 1e6).toFixed(2)} MB\n\n${table(measures.rows)}`)
if (values.card)
  writeFileSync(new URL('../docs/models/reader.md', import.meta.url), card(reader, bytes.length, measures))
