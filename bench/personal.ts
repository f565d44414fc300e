/**
 * How many personal details in running text are found, and how much else is taken for one:
 * `node bench/personal.ts [--half tune|held] [--misses] [--card]`. The texts are our own (bench/corpus/personal-*.jsonl,
 * eight languages); the held-out half was written before any rule, and its errors are not for looking at. `--card` writes
 * the figures into docs/models/personal.md.
 *
 * A detail is found when something of its kind overlaps it, and covered when no sign of it stays readable.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findPersonal, PERSONAL_KINDS, type PersonalKind, type PersonalSpan } from '../engine/src/index.ts'

type Labelled = { language: string; text: string; personal: [PersonalKind, number, number][] }

const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'held' },
    misses: { type: 'boolean', default: false },
    card: { type: 'boolean', default: false },
  },
})
const half = values.half === 'tune' ? 'tune' : 'held'
const rows = readFileSync(new URL(`corpus/personal-${half}.jsonl`, import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled)
  .map((row) => ({ ...row, found: findPersonal(row.text) }))

const overlaps = (span: PersonalSpan, start: number, end: number): boolean => span.start < end && span.end > start
const covers = (found: readonly PersonalSpan[], start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (!found.some((span) => span.start <= at && at < span.end)) return false
  return true
}
const share = (part: number, of: number): string => (of === 0 ? '–' : (part / of).toFixed(3))

function line(what: string, kind: PersonalKind | null, language: string | null): string[] {
  const own = rows.filter((row) => language === null || row.language === language)
  const wanted = own.flatMap((row) =>
    row.personal
      .filter(([one]) => kind === null || one === kind)
      .map(([one, start, end]) => ({ row, one, start, end })),
  )
  const said = own.flatMap((row) =>
    row.found.filter((span) => kind === null || span.kind === kind).map((span) => ({ row, span })),
  )
  const hit = wanted.filter(({ row, one, start, end }) =>
    row.found.some((span) => span.kind === one && overlaps(span, start, end)),
  ).length
  const covered = wanted.filter(({ row, start, end }) => covers(row.found, start, end)).length
  const right = said.filter(({ row, span }) =>
    row.personal.some(([one, start, end]) => one === span.kind && overlaps(span, start, end)),
  ).length
  return [
    what,
    share(hit, wanted.length),
    share(covered, wanted.length),
    share(right, said.length),
    `${wanted.length}`,
    `${said.length}`,
  ]
}

const clean = rows.filter((row) => row.personal.length === 0)
const head = ['', 'recall', 'covered', 'precision', 'in the texts', 'found']
const cells = [
  head,
  ...PERSONAL_KINDS.map((kind) => line(kind, kind, null)),
  line('all', null, null),
  ...[...new Set(rows.map((row) => row.language))].map((language) => line(language, null, language)),
]
const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
const write = (row: string[]): string => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
const grid = [
  write(cells[0]!),
  `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
  ...cells.slice(1).map(write),
].join('\n')
const untouched = `${clean.filter((row) => row.found.length === 0).length} of ${clean.length} texts without personal details are left as they are.`
console.log(`${half} half, ${rows.length} texts\n\n${grid}\n\n${untouched}`)

if (values.misses)
  for (const row of rows) {
    for (const [kind, start, end] of row.personal)
      if (!row.found.some((span) => span.kind === kind && overlaps(span, start, end)))
        console.log(`missed ${kind} “${row.text.slice(start, end)}” in: ${row.text}`)
      else if (!covers(row.found, start, end))
        console.log(`partly ${kind} “${row.text.slice(start, end)}” in: ${row.text}`)
    for (const span of row.found)
      if (!row.personal.some(([kind, start, end]) => kind === span.kind && overlaps(span, start, end)))
        console.log(`false  ${span.kind} “${row.text.slice(span.start, span.end)}” in: ${row.text}`)
  }
if (values.card) {
  const place = new URL('../docs/models/personal.md', import.meta.url)
  const text = readFileSync(place, 'utf8')
  writeFileSync(
    place,
    text.replace(
      /(<!-- figures -->)[\s\S]*?(<!-- end -->)/,
      (_, open: string, end: string) => `${open}\n\n${grid}\n\n${untouched}\n\n${end}`,
    ),
  )
}
