/**
 * Trains the reader: `node bench/train/train.ts --data DIR --net FOLDER [--out FILE]`.
 * One core, seeded; the same rows and the same net give the same file to the byte. DIR is laid out as docs/models/reader.md says.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { groupOf, HEADS, WORLD_HEADS } from '../../engine/src/heads.ts'
import { FORUM, forumShare } from '../../engine/src/sums.ts'
import { openLexis, packLexis } from '../../engine/src/lexis.ts'
import { openModel, packModel, type Calibration, type Model, type TableParts } from '../../engine/src/model.ts'
import type { NetParts } from '../../engine/src/net.ts'
import type { Table } from '../../engine/src/table.ts'
import { wordMaker, type Lexis } from '../../engine/src/words.ts'
import type { Example } from './example.ts'
import { groupsOf, learn, priorsOf } from './learn.ts'
import { countLexis } from './lexis.ts'
import { scorer } from './logits.ts'
import { packNet } from './pack-net.ts'
import { packTable } from './pack.ts'
import { sheetOf } from './sheet.ts'
import { examplesOf, shareOf } from './texts.ts'
import { learnTongue, tongueExamples } from './tongue.ts'
import { balance, bestThreshold, calibrate, thresholds, type Scored } from './tune.ts'

const ENGLISH_ROWS = 111_000
const WORLD_ROWS = 50_000
const TONGUE_ROWS = 32_000
/** Confidence under which no side is taken. */
const UNCLEAR = 0.38

const SEED = 20261122

const began = performance.now()
function say(words: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${words}`)
}

/** Customers among whom hardly anyone is in danger: what passes here is a false alarm. */
const CALM_SETS = new Set([
  'own',
  'nhs_fft',
  'product_reviews',
  'vader',
  'fine_foods',
  'banking77',
  'multidogo',
  'prdect_id',
])

type Side = { parts: TableParts; heads: readonly string[]; examples: Example[]; masks: boolean; shortest: number }

function trainSide(name: string, side: Omit<Side, 'parts'>, lexis: Lexis, rows: number, epochs: number): Side {
  const make = wordMaker(lexis, side.masks ? 'all' : 'names', side.shortest)
  const sheet = sheetOf(side.examples, make, { word: 2, part: 3, chain: 2 })
  say(`${name}: ${side.examples.length} texts, ${sheet.hashes.length} features`)
  const learned = learn(sheet, side.heads, groupsOf(side.heads, shareOf(side.masks), priorsOf(side.examples)), {
    epochs,
    rate: 0.3,
    drop: 0.2,
    decay: 0,
    least: 3,
    seed: SEED,
  })
  const { parts, lost } = packTable(sheet, learned, rows)
  say(`${name}: learnt; kept ${parts.scales.length} rows, ${lost} lost to a shared slot`)
  return { ...side, parts }
}

function heldOut(
  side: Side,
  score: (one: Example) => Float64Array,
  labels: (one: Example) => readonly string[] | undefined,
): Scored[] {
  return side.examples
    .filter((one) => one.split === 'val')
    .map((one) => ({ logits: score(one), sentiment: one.sentiment, labels: labels(one), weight: 1, set: one.set }))
}

const CUSTOMER_SETS = new Set([
  'own',
  'nhs_fft',
  'product_reviews',
  'vader',
  'fine_foods',
  'womens_clothing',
  'womens_clothing_more',
  'pros_cons',
  'goemotions',
  'taskmaster4',
])

const forumChance = (logits: Float64Array): number => 1 / (1 + Math.exp(-(logits[HEADS.indexOf('forum')] as number)))
const soundsLikeForum = (logits: Float64Array): boolean => forumChance(logits) >= FORUM

type Tuned = { thresholds: Record<string, number>; calibration: Calibration }

/**
 * Moves the sides of a forum, which are those of its groups of feelings, to their best balance. A side of customers counts
 * for as much less as that of a forum counts for more, so the scores move by the share of the forum.
 */
function balanceForum(side: Side, score: (one: Example) => Float64Array, net: NetParts): void {
  const rows = heldOut(
    { ...side, examples: side.examples.filter((one) => one.set === 'goemotions') },
    score,
    () => undefined,
  ).filter((row) => soundsLikeForum(row.logits))
  const shift = balance(rows, (row) => forumShare(forumChance(row.logits)))
  say(`balance of the forum ${shift.join(' ')}`)
  shift.forEach((by, head) => {
    net.bias[head] = Math.round(((net.bias[head] as number) + by) * 1e5) / 1e5
  })
}

/** Also moves the bias of the three sides of `side.parts` to their best balance. */
function tune(side: Side, score: (one: Example) => Float64Array): Tuned {
  const english = side.masks
  const customers: Side = {
    ...side,
    examples: side.examples.filter((one) => !english || (CUSTOMER_SETS.has(one.set) && one.topic === undefined)),
  }
  const sentiments = evenly(heldOut(customers, score, () => undefined))
  const share = (row: Scored): number =>
    english && soundsLikeForum(row.logits) ? 1 - forumShare(forumChance(row.logits)) : 1
  const shift = balance(sentiments, share)
  say(`balance ${shift.join(' ')}`)
  shift.forEach((by, head) => {
    side.parts.bias[head] = Math.round(((side.parts.bias[head] as number) + by) * 1e5) / 1e5
    for (const row of sentiments) row.logits[head] = (row.logits[head] as number) + by * share(row)
  })
  return {
    thresholds: {
      mixed: mixedThreshold(side, score),
      crisis: crisisThreshold(side, score),
    },
    calibration: calibrate(sentiments, UNCLEAR),
  }
}

/** Of emotions, families and groups, among the held-out texts that `heard` lets pass. */
function feelingThresholds(
  side: Side,
  score: (one: Example) => Float64Array,
  heard: (logits: Float64Array) => boolean = () => true,
): Record<string, number> {
  const english = side.masks
  const rows = (labels: (one: Example) => readonly string[] | undefined): Scored[] =>
    heldOut(side, score, labels).filter((row) => heard(row.logits))
  const emotions = rows((one) => (one.set === 'goemotions' ? one.emotions : undefined))
  const families = rows((one) => (!english || one.set === 'goemotions' ? one.families : undefined))
  const groups = rows((one) => (one.set === 'goemotions' ? one.emotions?.map(groupOf) : undefined))
  return {
    ...thresholds(emotions, side.heads, 'emotion'),
    ...thresholds(families, side.heads, 'family'),
    ...thresholds(groups, side.heads, 'group'),
  }
}

/** Every set weighs the same, whatever its size. */
function evenly(rows: readonly Scored[]): Scored[] {
  const sizes = new Map<string, number>()
  for (const row of rows) sizes.set(row.set, (sizes.get(row.set) ?? 0) + 1)
  return rows.map((row) => ({ ...row, weight: 500 / (sizes.get(row.set) as number) }))
}

/** Both sides were labelled as really said in our own voices and in the texts labelled for Heed; nobody else tells them apart. */
function mixedThreshold(side: Side, score: (one: Example) => Float64Array): number {
  const head = side.heads.indexOf('mixed')
  const rows = side.examples
    .filter((one) => one.split === 'val' && one.mixed !== undefined)
    .map((one) => ({ chance: 1 / (1 + Math.exp(-(score(one)[head] as number))), is: one.mixed === true }))
  const found = bestThreshold(rows)
  say(`mixed: F1 ${found.f1.toFixed(3)} at ${found.threshold.toFixed(3)}, ${rows.length} texts`)
  return Math.round(found.threshold * 1e4) / 1e4
}

/** The chance that one calm text in this many passes: every such alarm costs a person a look, a missed one may cost more. */
const FALSE_ALARM = 1 / 250
const ALARM_BOUNDS = [0.08, 0.5] as const

function crisisThreshold(side: Side, score: (one: Example) => Float64Array): number {
  const head = side.heads.indexOf('crisis')
  const calm = side.examples
    .filter((one) => one.split === 'val' && one.crisis !== true && CALM_SETS.has(one.set))
    .map((one) => 1 / (1 + Math.exp(-(score(one)[head] as number))))
    .sort((a, b) => b - a)
  const at = calm[Math.floor(calm.length * FALSE_ALARM)] ?? ALARM_BOUNDS[1]
  return Math.round(Math.min(ALARM_BOUNDS[1], Math.max(ALARM_BOUNDS[0], at)) * 1e4) / 1e4
}

function tongueTable(all: readonly Example[]): TableParts {
  const { sheet, learned } = learnTongue(tongueExamples(all), SEED)
  return packTable(sheet, learned, TONGUE_ROWS).parts
}

/** The tables of a file, to try another net beside them. */
function tablesOf({ english, world, tongue }: Model): Record<'english' | 'world' | 'tongue', TableParts> {
  const parts = ({ heads, bias, slots, weights, scales }: Table): TableParts => ({
    heads: [...heads],
    bias: [...bias],
    slots,
    weights,
    scales,
  })
  return { english: parts(english), world: parts(world), tongue: parts(tongue) }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      net: { type: 'string' },
      linear: { type: 'string' },
      keep: { type: 'string' },
      out: { type: 'string' },
    },
  })
  if (values.data === undefined)
    throw new Error('say where the data are: node bench/train/train.ts --data DIR --net FOLDER')
  const all = examplesOf(values.data)
  say(`${all.length} texts`)
  const words = packLexis(countLexis(all))
  const lexis = openLexis(words)
  const englishSide = { heads: HEADS, examples: all.filter((one) => one.language === 'en'), masks: true, shortest: 3 }
  const foreign = all.filter((one) => one.language !== 'en')
  const worldSide = { heads: WORLD_HEADS, examples: foreign, masks: false, shortest: 2 }
  const known = values.linear === undefined ? null : tablesOf(openModel(readFileSync(values.linear)))
  const english = known
    ? { ...englishSide, parts: known.english }
    : trainSide('english', englishSide, lexis, ENGLISH_ROWS, 5)
  const world = known ? { ...worldSide, parts: known.world } : trainSide('world', worldSide, lexis, WORLD_ROWS, 7)
  const tables = {
    english: english.parts,
    world: world.parts,
    tongue: known ? known.tongue : tongueTable(all),
  }
  say('languages learnt')

  const languages = [
    'en',
    ...new Set(foreign.filter((one) => one.sentiment !== undefined).map((one) => one.language)),
  ].sort()
  const none: Calibration = { temperature: 1, unclear: 0, curve: [0, 1] }
  const untuned = {
    version: '',
    tables,
    lexis: words,
    languages,
    thresholds: { english: {}, world: {}, forum: {} },
    calibration: { english: none, world: none },
    sharpness: 1,
    net: values.net === undefined ? null : packNet(values.net),
  }
  const open = openModel(packModel(untuned))
  if (values.keep !== undefined) writeFileSync(values.keep, packModel(untuned))
  const linear = scorer(open.english, wordMaker(lexis, 'all', 3))
  const both = scorer(open.english, wordMaker(lexis, 'all', 3), open.net)
  const worldly = scorer(open.world, wordMaker(lexis, 'names', 2))
  if (untuned.net !== null) balanceForum(english, both, untuned.net)
  const moved = openModel(packModel(untuned))
  const tunedEnglish = tune(english, scorer(moved.english, wordMaker(lexis, 'all', 3), moved.net))
  const tunedWorld = tune(world, worldly)
  const tuned = {
    ...untuned,
    thresholds: {
      english: { ...tunedEnglish.thresholds, ...feelingThresholds(english, linear) },
      world: { ...tunedWorld.thresholds, ...feelingThresholds(world, worldly) },
      forum: open.net === null ? {} : feelingThresholds(english, both, soundsLikeForum),
    },
    calibration: { english: tunedEnglish.calibration, world: tunedWorld.calibration },
  }
  const mark = createHash('sha256').update(packModel(tuned)).digest('hex').slice(0, 8)
  const file = packModel({ ...tuned, version: `reader-1-${mark}` })
  const out = values.out ?? new URL('../../engine/models/reader.bin', import.meta.url)
  writeFileSync(out, file)
  say(
    `reader-1-${mark}: ${(file.length / 1e6).toFixed(2)} MB; temperature ${tunedEnglish.calibration.temperature} / ${tunedWorld.calibration.temperature}; curve ${tunedEnglish.calibration.curve.join(' ')}`,
  )
}

main()
