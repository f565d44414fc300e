/**
 * Lays the English training rows out for the net: `node bench/train/arrays.ts --data DIR --out FOLDER`. The same rows, words,
 * masks, weights and targets as the linear sums learn from, as flat arrays that `train_net.py` reads.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { HEADS, POLARITIES } from '../../engine/src/heads.ts'
import { openLexis, packLexis } from '../../engine/src/lexis.ts'
import { topicNumber } from '../../engine/src/questions.ts'
import { Tokens } from '../../engine/src/tokens.ts'
import { wordMaker, type Form, type Word } from '../../engine/src/words.ts'
import { Counter } from './counter.ts'
import type { Example } from './example.ts'
import { groupsOf, priorsOf } from './learn.ts'
import { countLexis } from './lexis.ts'
import { cutter } from './sheet.ts'
import { examplesOf, shareOf } from './texts.ts'

/** How often a form must be said, and in how many forms a part must stand, to have a vector. */
const LEAST = { form: 3, part: 4 }
/** Words of one text; what follows would be one more stretch of the same. */
const LONGEST = 120

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } })
if (values.data === undefined || values.out === undefined)
  throw new Error('say where the data are and where to: node bench/train/arrays.ts --data DIR --out FOLDER')
const out = values.out

const all = examplesOf(values.data)
const rows = all.filter((one) => one.language === 'en' && one.split === 'train')
const cutText = cutter(wordMaker(openLexis(packLexis(countLexis(all))), 'all', 3))

const heads = HEADS
const groups = groupsOf(heads, shareOf(true), priorsOf(all.filter((one) => one.language === 'en')))

const tokens = new Tokens()
const words: Word[] = []
function* spoken(one: Example): Generator<Form> {
  cutText(one.text, one.language, tokens, words)
  for (let i = 0; i < tokens.count; i++) {
    const word = words[i] as Word
    if (!word.silent || word.stops) yield word.form
  }
}

const formCount = new Counter()
const partCount = new Counter()
const forms: Form[] = []
/** A word put in the place of another has the same form as where it is said itself, but no parts. */
const numberOf = { bare: new Map<number, number>(), whole: new Map<number, number>() }
const said: number[] = []
const bounds = [0]
for (const one of rows) {
  let length = 0
  for (const form of spoken(one)) {
    if (length++ >= LONGEST) break
    formCount.add(form.hash)
    const numbers = form.parts.length === 0 ? numberOf.bare : numberOf.whole
    let number = numbers.get(form.hash)
    if (number === undefined) {
      number = forms.length
      numbers.set(form.hash, number)
      forms.push(form)
      for (const part of form.parts) partCount.add(part)
    }
    said.push(number)
  }
  bounds.push(said.length)
}

const hashes: number[] = []
const vectorOf = new Counter(18)
const keep = (counter: Counter, least: number): void =>
  counter.forEach((hash, count) => {
    if (count < least || vectorOf.get(hash) !== 0) return
    hashes.push(hash)
    vectorOf.add(hash)
    vectorOf.set(hash, hashes.length)
  })
keep(formCount, LEAST.form)
const kept = hashes.length
keep(partCount, LEAST.part)

/** Of each form its own vector (or −1) and those of its parts. */
const vectors: number[] = []
const vectorBounds = [0]
for (const form of forms) {
  vectors.push(vectorOf.get(form.hash) - 1)
  for (const part of form.parts) if (vectorOf.get(part) > 0) vectors.push(vectorOf.get(part) - 1)
  vectorBounds.push(vectors.length)
}

const targets = new Float32Array(rows.length * heads.length)
const weights = new Float32Array(rows.length * groups.length)
const offsets = new Float32Array(rows.length * POLARITIES.length)
const target = new Float64Array(heads.length)
rows.forEach((one, row) => {
  groups.forEach((group, g) => {
    if (!group.target(one, target)) return
    weights[row * groups.length + g] = one.weight * group.weight(one)
    for (let head = group.from; head < group.to; head++)
      targets[row * heads.length + head] = target[head - group.from] as number
  })
  const offset = groups[0]?.offset?.(one)
  if (offset !== undefined) offsets.set(offset, row * POLARITIES.length)
})

mkdirSync(out, { recursive: true })
const save = (name: string, view: NodeJS.ArrayBufferView): void => writeFileSync(join(out, `${name}.bin`), view)
save('hashes', Int32Array.from(hashes))
save('vectors', Int32Array.from(vectors))
save('vector-bounds', Int32Array.from(vectorBounds))
save('said', Int32Array.from(said))
save('bounds', Int32Array.from(bounds))
save('targets', targets)
save('weights', weights)
save('offsets', offsets)
save(
  'questions',
  Uint8Array.from(rows, (one) => topicNumber(one.topic ?? null)),
)
save(
  'forum',
  Uint8Array.from(rows, ({ set }) => Number(set === 'goemotions')),
)
writeFileSync(
  join(out, 'arrays.json'),
  JSON.stringify({ heads, forms: kept, groups: groups.map(({ from, to, race }) => ({ from, to, race })) }),
)
console.log(`${rows.length} texts, ${kept} forms and ${hashes.length - kept} parts with a vector`)
