/**
 * How well the reply coach reads: `node bench/coach.ts [--data DIR] [--errors]`.
 * On pairs written and labelled for Heed (`bench/corpus/replies-en.jsonl`), and with `--data` on EPITOME (Sharma et al. 2020),
 * of which nothing is in the rules. Accuracy and macro-F1 of the three levels; F1 of each step and each warning.
 */
import { parseArgs } from 'node:util'
import { readReply } from '../engine/src/index.ts'
import { MECHANISMS, type Mechanism } from '../engine/src/coach/levels.ts'
import { STEPS } from '../engine/src/coach/steps.ts'
import { WARNINGS } from '../engine/src/coach/warnings.ts'
import { f1Of, macroF1, type Pair } from './evaluate/scores.ts'
import { corpusRows, rowsOf, type Row } from './train/rows.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, split: { type: 'string', default: 'val' } } })
const own = corpusRows(new URL('corpus/', import.meta.url), 'replies-')
const LEVELS = ['0', '1', '2']
const FILES: Record<Mechanism, string> = {
  emotionalReaction: 'emotional-reactions',
  interpretation: 'interpretations',
  exploration: 'explorations',
}

function score(what: string, pairs: readonly Pair[]): { accuracy: number; f1: number } {
  const accuracy = pairs.filter((pair) => pair.said === pair.is).length / pairs.length
  const f1 = macroF1(pairs, LEVELS)
  console.log(`${what.padEnd(54)} accuracy ${accuracy.toFixed(3)}  macro-F1 ${f1.toFixed(3)}  n ${pairs.length}`)
  return { accuracy, f1 }
}

const text = (row: Row, name: string): string => String(row[name] ?? '')
function overall(what: string, scores: readonly { accuracy: number; f1: number }[]): void {
  const mean = (of: 'accuracy' | 'f1'): string =>
    (scores.reduce((sum, one) => sum + one[of], 0) / scores.length).toFixed(3)
  console.log(`${what.padEnd(54)} accuracy ${mean('accuracy')}  macro-F1 ${mean('f1')}\n`)
}

const reads = own.map((row) => ({ row, reading: readReply(text(row, 'heard'), text(row, 'reply')) }))
const within = (domain: string): typeof reads => reads.filter(({ row }) => row['domain'] === domain)
// The rules were mended on every other pair of a domain; these are the others.
const unread = (domain: string): typeof reads => within(domain).filter((_, at) => at % 2 === 1)
for (const domain of ['peer', 'service'])
  for (const [what, inside] of [
    [domain, within(domain)],
    [`${domain}, unread half`, unread(domain)],
  ] as const)
    overall(
      `own pairs, ${what}, mean`,
      MECHANISMS.map((name) =>
        score(
          `own pairs, ${what}: ${name}`,
          inside.map(({ row, reading }) => ({ said: String(reading[name]), is: String(row[name]) })),
        ),
      ),
    )
const service = unread('service')
const presence = (what: string, said: (at: number) => boolean, is: (at: number) => boolean): void => {
  const all = service.map((_, at) => at)
  const hits = all.filter((at) => said(at) && is(at)).length
  const f1 = f1Of(hits, all.filter(said).length, all.filter(is).length)
  console.log(
    `${what.padEnd(34)} F1 ${f1.toFixed(2)}  said ${all.filter(said).length}, labelled ${all.filter(is).length}`,
  )
}
for (const step of STEPS)
  presence(
    `step ${step}`,
    (at) => service[at]!.reading.steps[step] !== null,
    (at) => (service[at]!.row['steps'] as string[]).includes(step),
  )
for (const kind of WARNINGS)
  presence(
    `warning ${kind}`,
    (at) => service[at]!.reading.warnings.some((one) => one.kind === kind),
    (at) => (service[at]!.row['warnings'] as string[]).includes(kind),
  )
const { data } = values
if (data !== undefined) {
  console.log('')
  overall(
    `EPITOME (${values.split}), mean`,
    MECHANISMS.map((name) => {
      const rows = rowsOf(data, 'epitome', FILES[name]).filter((row) => row.split === values.split)
      return score(
        `EPITOME (${values.split}): ${name}`,
        rows.map((row) => ({
          said: String(readReply(text(row, 'seeker_post'), text(row, 'response_post'))[name]),
          is: String(row['level']),
        })),
      )
    }),
  )
}
