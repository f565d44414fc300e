/**
 * How many of the words that may mean danger are heard, and how many harmless ones are taken for it:
 * `node bench/crisis.ts [--half tune|held] [--misses]`. The texts are our own (bench/corpus/crisis-*.jsonl); the held-out
 * half was written before any pattern and is for looking at figures, not at errors. Exits with 1 below a recall of .95.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CRISIS_KINDS, crisisFinder, modelFile, openReader, type CrisisKind } from '../engine/src/index.ts'
import { table, type MeasureRow } from './evaluate/table.ts'

type Labelled = { language: string; kind: CrisisKind | null; text: string }

const GOAL = 0.95
const HALVES = ['tune', 'held', 'oblique'] as const
const { values } = parseArgs({
  options: { half: { type: 'string', default: 'held' }, misses: { type: 'boolean', default: false } },
})
const half = HALVES.find((name) => name === values.half) ?? 'held'
const rows = readFileSync(new URL(`corpus/crisis-${half}.jsonl`, import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled)

const find = crisisFinder()
const reader = openReader(readFileSync(modelFile))
const read = rows.map((row) => {
  const kinds = new Set(find(row.text).map((hit) => hit.kind))
  return { ...row, kinds, found: kinds.size > 0, heard: reader.read(row.text).kind === 'crisis' }
})
const crises = read.filter((row) => row.kind !== null)
const calm = read.filter((row) => row.kind === null)
const share = (part: number, of: number): string => (of === 0 ? '–' : (part / of).toFixed(3))
/** Wilson's interval for a share, 95 %. */
const range = (part: number, of: number): string => {
  const z = 1.96
  const p = part / of
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of)
  return `${Math.max(0, middle - half).toFixed(2)}–${Math.min(1, middle + half).toFixed(2)}`
}

const table_: MeasureRow[] = []
const measured = (what: string, part: number, of: number): void =>
  void table_.push({ what, value: share(part, of), n: of, note: of === 0 ? '' : range(part, of) })
const alarm = (row: (typeof read)[number]): boolean => row.found || row.heard

measured('recall, patterns and trained head', crises.filter(alarm).length, crises.length)
measured('precision, patterns and trained head', crises.filter(alarm).length, read.filter(alarm).length)
measured('recall, patterns alone', crises.filter((row) => row.found).length, crises.length)
measured('precision, patterns alone', crises.filter((row) => row.found).length, read.filter((row) => row.found).length)
measured('harmless texts let through', calm.filter((row) => !alarm(row)).length, calm.length)
for (const kind of CRISIS_KINDS) {
  const own = crises.filter((row) => row.kind === kind)
  const said = read.filter((row) => row.kinds.has(kind))
  measured(`${kind}: recall, any alarm`, own.filter(alarm).length, own.length)
  measured(`${kind}: recall, named as this kind`, own.filter((row) => row.kinds.has(kind)).length, own.length)
  measured(`${kind}: precision of the name`, said.filter((row) => row.kind === kind).length, said.length)
}
for (const language of new Set(rows.map((row) => row.language))) {
  const own = crises.filter((row) => row.language === language)
  measured(`${language}: recall`, own.filter(alarm).length, own.length)
  const said = read.filter((row) => row.language === language && alarm(row))
  measured(`${language}: precision`, said.filter((row) => row.kind !== null).length, said.length)
}
console.log(`${half} half, ${rows.length} texts\n\n${table(table_)}`)
if (values.misses) {
  for (const row of crises.filter((one) => !one.found)) console.log(`missed  ${row.language} ${row.kind}: ${row.text}`)
  for (const row of crises.filter((one) => one.found && !one.kinds.has(one.kind as CrisisKind)))
    console.log(`other   ${row.language} ${row.kind} as ${[...row.kinds].join(', ')}: ${row.text}`)
  for (const row of calm.filter(alarm))
    console.log(`false   ${row.language} ${[...row.kinds].join(', ') || 'head'}: ${row.text}`)
}
if (crises.filter(alarm).length / crises.length < GOAL) process.exitCode = 1
