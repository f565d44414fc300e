/**
 * How fast the list of voices answers, at three sizes of business side by side in one database:
 *
 *     node bench/voices.ts [--sizes 10000,100000,1000000] [--rounds 30] [--keep] [--explain]
 *
 * Each row is one kind of question a person asks of the list; p50 and p95 of the whole verb (filter, keys, rows, onto the
 * wire) after two warm-up rounds, and the ratio of the largest to the smallest workspace. `--keep` uses the scratch
 * database of a run before; `HEED_BENCH_FOLDER` says where it lies. The goal: p95 at most 100 ms at a million voices and
 * at most three times that of ten thousand.
 */
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { createLog, openDatabase, systemClock, type App } from '#platform'
import { actingIn } from '#trust'
import { VoiceQuery } from '#understand/contract'
import { countFacets } from '../server/understand/voices/store.ts'
import { seeFacets } from '../server/understand/voices/see-facets.ts'
import { seeVoice } from '../server/understand/voices/see-voice.ts'
import { seeVoices } from '../server/understand/voices/see-voices.ts'
import { openScratch, populate, scratchFolder } from './support/population.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '30' },
    keep: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const rounds = Number(values.rounds)

const source = await openScratch(scratchFolder(), values.keep)
const db = openDatabase(source)
const app = { db, clock: systemClock, log: createLog('warn') } as unknown as App

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
type Ask = { name: string; query: Record<string, unknown> }
const asks: Ask[] = [
  { name: 'newest', query: {} },
  { name: 'strongest', query: { sort: 'strongest' } },
  { name: 'strongest of the last 30 days', query: { sort: 'strongest', from: day(30) } },
  { name: 'strongest complaints', query: { sort: 'strongest', kind: 'complaint' } },
  { name: 'a month a year ago', query: { from: day(395), to: day(365) } },
  { name: 'negative', query: { sentiment: 'negative' } },
  { name: 'one source', query: { source: 'google' } },
  { name: 'a rare source', query: { source: 'supplier' } },
  { name: 'a source silent for two years', query: { source: 'old forum' } },
  { name: 'that source, rarely praising', query: { source: 'old forum', kind: 'leaving' } },
  { name: 'a common feeling', query: { feeling: 'joy' } },
  { name: 'a rare feeling', query: { feeling: 'grief' } },
  { name: 'two families', query: { feeling: ['anger', 'fear'] } },
  { name: 'a crisis', query: { kind: 'crisis' } },
  { name: 'a rare language', query: { language: 'is' } },
  { name: 'very intense and urgent', query: { intensityMin: 0.9, urgencyMin: 0.8 } },
  { name: 'one or two stars', query: { scoreKind: 'star', scoreMax: 2 } },
  {
    name: 'five filters at once',
    query: {
      sentiment: 'negative',
      source: 'trustpilot',
      kind: 'complaint',
      language: 'de',
      scoreKind: 'star',
      scoreMax: 2,
    },
  },
  {
    name: 'filters nothing fits',
    query: { sentiment: 'positive', feeling: 'anger', language: 'fr', source: 'chat', urgencyMin: 0.99 },
  },
  { name: 'one person', query: { personId: 'SOMEONE' } },
  { name: 'one person, negative', query: { personId: 'SOMEONE', sentiment: 'negative' } },
  { name: 'word in most voices: the', query: { q: 'the' } },
  { name: 'common word: delivery', query: { q: 'delivery' } },
  { name: 'ordinary word: cinnamon', query: { q: 'cinnamon' } },
  { name: 'rare word: poppyseed', query: { q: 'poppyseed' } },
  { name: 'beginning of a word: poppys', query: { q: 'poppys' } },
  { name: 'no such word', query: { q: 'xylophone' } },
  { name: 'two common words', query: { q: 'bread delivery' } },
  { name: 'a phrase of common words', query: { q: '"bread delivery"' } },
  { name: 'common words never side by side', query: { q: '"delivery the the delivery"' } },
  { name: 'common word, not another', query: { q: 'delivery -bread' } },
  { name: 'common word, negative, German', query: { q: 'delivery', sentiment: 'negative', language: 'de' } },
  { name: 'common word, rare feeling', query: { q: 'bread', feeling: 'grief' } },
  { name: 'rare word, strongest', query: { q: 'cinnamon', sort: 'strongest' } },
]

type Figures = { p50: number; p95: number; rows: number }
const results = new Map<string, Figures[]>()

for (const size of sizes) {
  const workspaceId = await populate(source, size)
  const who = actingIn(workspaceId)
  const someone = await db.inWorkspace(
    workspaceId,
    async (tx) =>
      (
        await sql<{
          id: string
        }>`select person_id as id from listen.voice where workspace_id = ${workspaceId}::uuid and person_id is not null order by said_at desc limit 1`.execute(
          tx,
        )
      ).rows[0]!.id,
  )
  for (const ask of asks) {
    if (values.only && !ask.name.includes(values.only)) continue
    const given = Object.fromEntries(
      Object.entries(ask.query).map(([name, value]) => [name, value === 'SOMEONE' ? someone : value]),
    )
    await measure(ask.name, async () => (await seeVoices(app, who, VoiceQuery.parse(given))).data.length)
  }
  if (values.only) continue
  await measure('twenty pages down', () => pagesDown(workspaceId, 20), 20)
  const { data } = await seeVoices(app, who, VoiceQuery.parse({}))
  await measure('one voice whole', async () => Number((await seeVoice(app, who, data[0]!.id)).text.length > 0))
  await measure('what to filter by, counted anew', () =>
    db.inWorkspace(workspaceId, async (tx) => (await countFacets(tx, workspaceId)).length),
  )
  await measure('what to filter by, after a start', async () => (await seeFacets({ ...app }, who)).sources.length)
  await measure('what to filter by', async () => (await seeFacets(app, who)).sources.length)
}
print()
await db.close()
await source.close()

async function pagesDown(workspaceId: string, pages: number): Promise<number> {
  let cursor: string | undefined
  for (let page = 0; page < pages; page += 1)
    cursor = (await seeVoices(app, actingIn(workspaceId), VoiceQuery.parse({ cursor }))).meta.nextCursor ?? undefined
  return pages
}

async function measure(name: string, ask: () => Promise<number>, per: number = 1): Promise<void> {
  const times: number[] = []
  let rows = 0
  for (let round = -2; round < rounds; round += 1) {
    const since = performance.now()
    rows = await ask()
    if (round >= 0) times.push((performance.now() - since) / per)
  }
  if (values.explain) console.error(`${name}: ${Math.max(...times).toFixed(1)}`)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!
  results.set(name, [...(results.get(name) ?? []), { p50: at(0.5), p95: at(0.95), rows }])
}

function print(): void {
  const head = sizes.map((size) => `${size.toLocaleString('en').padStart(9)}  p50   p95`).join('  ')
  console.log(`${'ms'.padEnd(32)}${head}   p95 ratio  rows`)
  for (const [name, figures] of results) {
    const cells = figures
      .map(({ p50, p95 }) => `${p50.toFixed(1).padStart(15)}${p95.toFixed(1).padStart(6)}`)
      .join('  ')
    const [first, last] = [figures[0]!, figures.at(-1)!]
    const mark = last.p95 > 100 ? ' > 100 ms' : last.p95 > 3 * first.p95 && last.p95 > 10 ? ' > 3×' : ''
    console.log(
      `${name.padEnd(32)}${cells}   ${(last.p95 / first.p95).toFixed(1).padStart(6)}${String(last.rows).padStart(10)}${mark}`,
    )
  }
}
