/**
 * How fast the reader reads, on one core: `node bench/engine-speed.ts [--texts N]`.
 * The texts are the project's own corpus, shuffled into new combinations so that whole texts never repeat; the ratio is
 * against the least work any reader must do in the same run: cutting the text at spaces and putting words in lower case.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { modelFile, openReader } from '../engine/src/index.ts'
import { seeded } from './train/chance.ts'

const { values } = parseArgs({ options: { texts: { type: 'string', default: '200000' }, model: { type: 'string' } } })
const count = Number(values.texts)

const folder = new URL('./corpus/', import.meta.url)
const voices = readdirSync(folder)
  .filter((name) => name.startsWith('voices-'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { text: string; language: string })
const english = voices.filter((voice) => voice.language === 'en').map((voice) => voice.text)

function combined(from: readonly string[], each: number, long: number): string[] {
  const next = seeded(7)
  const pick = (): string => from[Math.floor(next() * from.length)] as string
  return Array.from({ length: each }, (_, i) => {
    let text = `${pick()} ${i}`
    while (text.length < long) text += ` ${pick()}`
    return text
  })
}

/** Processor time of this process, not the clock: other work on the machine must not count. */
function seconds(work: () => void): number {
  const from = process.cpuUsage()
  work()
  const used = process.cpuUsage(from)
  return (used.user + used.system) / 1e6
}

const loading = seconds(() => openReader(readFileSync(values.model ?? modelFile)))
const reader = openReader(readFileSync(values.model ?? modelFile))
const rows: string[][] = [['texts', 'n', 'letters each', 'seconds', 'texts/s', 'ms each', 'share of the floor']]

function race(name: string, texts: readonly string[]): void {
  for (const text of texts.slice(0, 3000)) reader.read(text)
  let sink = 0
  const floor = seconds(() => {
    for (const text of texts) for (const word of text.split(' ')) sink += word.toLowerCase().length
  })
  const time = seconds(() => {
    for (const text of texts) sink += reader.read(text).evidence.length
  })
  if (sink === 0) throw new Error('nothing was read')
  const letters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  rows.push([
    name,
    String(texts.length),
    letters.toFixed(0),
    time.toFixed(2),
    Math.round(texts.length / time).toLocaleString('en-GB'),
    ((time / texts.length) * 1000).toFixed(4),
    (floor / time).toFixed(3),
  ])
}

race('short, English', combined(english, count, 0))
race('400 letters, English', combined(english, Math.ceil(count / 5), 400))
race(
  'short, twelve languages',
  combined(
    voices.map((voice) => voice.text),
    Math.ceil(count / 2),
    0,
  ),
)
console.log(
  `${reader.version} opened in ${(loading * 1000).toFixed(0)} ms; resident ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB\n`,
)
for (const row of rows) console.log(row.map((cell, i) => cell.padEnd(i === 0 ? 26 : 14)).join(''))
