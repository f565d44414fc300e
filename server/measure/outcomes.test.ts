import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId, type Tx } from '#platform'
import { openWorld, type Asker } from '#test/world'
import { seeBreakdowns } from './choose-breakdowns.ts'
import type { Figure, Metric, MetricName, Outcomes } from './contract.ts'
import { markDaysOfPersons } from './counting/store.ts'
import { recount } from './index.ts'

const world = await openWorld(after, { work: false })
world.travel('2026-06-15T12:00:00Z')

const near = (actual: number | null | undefined, expected: number) =>
  assert.ok(
    actual !== null && actual !== undefined && Math.abs(actual - expected) <= 1e-4 * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  )

/** What is said reaches Outcomes the way it does in life: over the API, then counted. */
async function say(who: Asker, voices: object[]): Promise<string[]> {
  const answer = await who.post('/voices', { voices })
  assert.ok(answer.status < 300, answer.text)
  return answer.body.data.map((voice: { id: string }) => voice.id)
}

const scores = (kind: string, values: number[], more: object = {}) =>
  values.map((value, index) => ({
    score: { kind, value },
    saidAt: `2026-06-0${1 + (index % 9)}T10:00:00Z`,
    externalId: newId(),
    ...more,
  }))

const times = (count: number, value: number): number[] => Array<number>(count).fill(value)

async function outcomes(who: Asker, query = 'span=90d'): Promise<Outcomes> {
  await recount(world.app, who.workspaceId)
  const answer = await who.get(`/outcomes?${query}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body as Outcomes
}

const metricIn = (found: Outcomes, name: MetricName): Metric => found.metrics.find((row) => row.metric === name)!

async function figureAfter(name: MetricName, kind: string, values: number[]): Promise<Figure> {
  const maren = await world.owner()
  await say(maren, scores(kind, values))
  return metricIn(await outcomes(maren), name).figure
}

/** A reading as understand would store it. */
async function read(
  tx: Tx,
  voiceId: string,
  reading: { sentiment: string; family?: string; kind?: string; language?: string; aspects?: object[] },
): Promise<void> {
  await sql`insert into understand.reading (workspace_id, voice_id, said_at, source, sentiment, family, kind, language, aspects, version, read_at)
    select workspace_id, id, said_at, source, ${reading.sentiment}, ${reading.family ?? 'neutral'}, ${reading.kind ?? 'other'}, ${reading.language ?? 'en'}, ${JSON.stringify(reading.aspects ?? [])}, 'test', now()
    from listen.voice where workspace_id = platform.workspace() and id = ${voiceId}
    on conflict (workspace_id, voice_id) do update set sentiment = excluded.sentiment, family = excluded.family, kind = excluded.kind, aspects = excluded.aspects`.execute(
    tx,
  )
}

const NPS_VECTORS: [number, number, number, number, number, number][] = [
  [60, 25, 15, 45, 29.3431, 58.0355],
  [9, 3, 3, 40, -3.592, 70.2587],
  [12, 6, 2, 50, 15.0205, 71.936],
  [36, 7, 7, 58, 34.9291, 74.5048],
  [5, 0, 0, 100, 17.4915, 100],
  [0, 0, 5, -100, -100, -17.4915],
]

test('recommendations come out with the score and interval the textbook says', async () => {
  for (const [promoters, passives, detractors, score, low, high] of NPS_VECTORS) {
    const figure = await figureAfter('nps', 'nps', [
      ...times(promoters, 10),
      ...times(passives, 7),
      ...times(detractors, 0),
    ])
    near(figure.value, score)
    near(figure.low, low)
    near(figure.high, high)
    assert.equal(figure.n, promoters + passives + detractors)
    assert.deepEqual(figure.counts, { promoters, passives, detractors })
  }
})

test('twelve answers as they were given make NPS 25, and few enough to show the interval first', async () => {
  const figure = await figureAfter('nps', 'nps', [10, 9, 9, 8, 7, 10, 6, 3, 9, 10, 8, 0])
  near(figure.value, 25)
  near(figure.low, -21.1126)
  near(figure.high, 61.1126)
  assert.equal(figure.show, 'interval-first')
})

test('satisfaction is the share of fours and fives, with Wilson’s interval', async () => {
  const figure = await figureAfter('csat', 'csat', [5, 4, 4, 3, 5, 2, 5, 4, 1, 5])
  near(figure.value, 70)
  near(figure.mean, 3.8)
  near(figure.low, 39.6778)
  near(figure.high, 89.2209)
  const all = await figureAfter('csat', 'csat', times(20, 5))
  near(all.low, 83.8875)
  assert.equal(all.high, 100)
})

test('ease is the share of five to seven, and eight answers are too few to plot', async () => {
  const figure = await figureAfter('ces', 'ces', [7, 6, 5, 4, 7, 2, 6, 5])
  near(figure.value, 75)
  near(figure.mean, 5.25)
  assert.equal(figure.show, 'counts-only')
})

test('half stars count as halves', async () => {
  const figure = await figureAfter('stars', 'star', [4.5, 3.5, 4, 5, 1, 2, 4.5, 4.5, 3, 5])
  near(figure.value, 3.7)
  assert.equal(figure.n, 10)
})

test('a workspace nobody has answered yet has no score, not a zero', async () => {
  const maren = await world.owner()
  const found = await outcomes(maren)
  assert.deepEqual(found.metrics, [])
  assert.equal(found.voices, 0)
  assert.equal(found.done, null)
  assert.equal(found.before, null)
})

test('a change between two periods is judged with its interval, and small numbers are not judged', async () => {
  const maren = await world.owner()
  const ago = (count: number, value: number, month: string) =>
    times(count, value).map((one) => ({
      score: { kind: 'nps', value: one },
      saidAt: `2026-${month}-15T10:00:00Z`,
      externalId: newId(),
    }))
  await say(maren, [
    ...ago(20, 10, '04'),
    ...ago(15, 7, '04'),
    ...ago(15, 0, '04'),
    ...ago(30, 10, '05'),
    ...ago(12, 8, '05'),
    ...ago(8, 3, '05'),
  ])
  const found = await outcomes(maren, 'from=2026-05-02&to=2026-05-31')
  const { change } = metricIn(found, 'nps')
  near(change?.difference, 34)
  assert.ok(change!.low > 0)
  assert.equal(change!.verdict, 'better')
  const few = await outcomes(maren, 'from=2026-05-15&to=2026-05-15')
  assert.equal(metricIn(few, 'nps').change, null)
  assert.deepEqual(few.notes.length, 1)
})

test('a day begins when the shop’s own clock says so', async () => {
  const maren = await world.owner()
  assert.equal((await maren.patch('/workspace', { timezone: 'Europe/Berlin' })).status, 200)
  // 29 March 2026: clocks go forward; 22:30 UTC is already the 30th in Berlin, 22:30 UTC the day before still the 28th.
  await say(maren, [
    { text: 'late', saidAt: '2026-03-28T22:30:00Z', score: { kind: 'star', value: 1 } },
    { text: 'first of the 29th', saidAt: '2026-03-28T23:00:00Z', score: { kind: 'star', value: 2 } },
    { text: 'last of the 29th', saidAt: '2026-03-29T21:59:59Z', score: { kind: 'star', value: 3 } },
    { text: 'the 30th', saidAt: '2026-03-29T22:00:00Z', score: { kind: 'star', value: 4 } },
  ])
  const found = await outcomes(maren, 'from=2026-03-29&to=2026-03-29')
  assert.equal(found.voices, 2)
  assert.deepEqual(metricIn(found, 'stars').figure.counts, { 1: 0, 2: 1, 3: 1, 4: 0, 5: 0 })
  await maren.patch('/workspace', { timezone: 'UTC' })
  assert.equal((await outcomes(maren, 'from=2026-03-29&to=2026-03-29')).voices, 2)
  assert.deepEqual(metricIn(await outcomes(maren, 'from=2026-03-29&to=2026-03-29'), 'stars').figure.counts, {
    1: 0,
    2: 0,
    3: 1,
    4: 1,
    5: 0,
  })
})

test('the same voices heard twice count once', async () => {
  const maren = await world.owner()
  const voices = scores('star', [5, 4, 3, 5, 5], { source: 'google', channel: 'review' })
  await say(maren, voices)
  const first = await outcomes(maren)
  await say(maren, voices)
  const second = await outcomes(maren)
  assert.deepEqual(second.metrics, first.metrics)
  assert.equal(second.voices, 5)
})

test('counting again, and again from nothing, changes no number', async () => {
  const maren = await world.owner()
  await say(maren, [...scores('nps', [10, 3, 8, 9, 0]), ...scores('star', [5, 1, 4], { source: 'google' })])
  const first = await outcomes(maren, 'by=source')
  await recount(world.app, maren.workspaceId, { anew: true })
  const again = await outcomes(maren, 'by=source')
  assert.deepEqual({ ...again, asOf: '' }, { ...first, asOf: '' })
})

test('a merge gives the duplicate’s voices the person’s attributes, and taking it back undoes that', async () => {
  const maren = await world.owner()
  const person = (email: string, plan: string | undefined, name: string) => ({
    person: { email, name, ...(plan ? { attributes: { plan } } : {}) },
  })
  await say(maren, [
    ...scores('star', times(12, 5), person('ada@home.example', 'family loaf', 'Ada Brandt')),
    ...scores('star', times(12, 2), person('jonas@home.example', 'small loaf', 'Jonas Weil')),
    ...scores('star', times(3, 1), person('a.brandt@work.example', undefined, 'Ada Brandt')),
    ...scores('star', [4], person('priya@home.example', 'family loaf', 'Priya Nair')),
    ...scores('star', [4], person('rosa@home.example', 'small loaf', 'Rosa Marín')),
  ])
  await maren.put('/outcomes/breakdowns', { attributes: ['plan'] })
  const rows = async () =>
    Object.fromEntries(
      (await outcomes(maren, 'by=attribute:plan')).breakdown!.rows.map((row) => [row.value, row.voices]),
    )
  assert.deepEqual(await rows(), { 'family loaf': 13, 'small loaf': 13 })
  const people = (await maren.get('/persons?limit=10')).body.data as { id: string }[]
  const idOf = async (email: string) => {
    for (const { id } of people) if ((await maren.get(`/persons/${id}`)).text.includes(email)) return id
    throw new Error(`nobody has ${email}`)
  }
  const [stays, duplicate] = [await idOf('ada@home.example'), await idOf('a.brandt@work.example')]
  assert.equal((await maren.put(`/persons/${duplicate}/merge`, { into: stays })).status, 200)
  await world.app.db.inWorkspace(maren.workspaceId, (tx) => markDaysOfPersons(tx, [duplicate], 'UTC'))
  assert.deepEqual(await rows(), { 'family loaf': 16, 'small loaf': 13 })
  assert.equal((await maren.delete(`/persons/${duplicate}/merge`)).status, 200)
  await world.app.db.inWorkspace(maren.workspaceId, (tx) => markDaysOfPersons(tx, [duplicate], 'UTC'))
  assert.deepEqual(await rows(), { 'family loaf': 13, 'small loaf': 13 })
})

test('what employees say is in no outcome', async () => {
  const maren = await world.owner()
  await say(maren, [
    ...scores('nps', times(4, 10)),
    ...scores('nps', times(6, 0), { person: { email: 'tom@lindenrye.example', name: 'Tom Okafor', kind: 'employee' } }),
  ])
  const figure = metricIn(await outcomes(maren), 'nps').figure
  assert.equal(figure.n, 4)
})

test('a figure of one part is that part’s alone, and parts add up to the whole', async () => {
  const maren = await world.owner()
  await say(maren, [
    ...scores('star', times(8, 5), { source: 'google' }),
    ...scores('star', times(4, 2), { source: 'trustpilot' }),
  ])
  const found = await outcomes(maren, 'by=source')
  assert.deepEqual(
    found.breakdown!.rows.map((row) => [row.value, row.figures.stars!.n, row.figures.stars!.value]),
    [
      ['google', 8, 5],
      ['trustpilot', 4, 2],
    ],
  )
  near(metricIn(found, 'stars').figure.value, 4)
  const only = await outcomes(maren, 'only=source=trustpilot')
  assert.equal(metricIn(only, 'stars').figure.n, 4)
  assert.equal(only.only?.label, 'trustpilot')
})

test('feelings are counted from readings; a voice without words is in no share of feelings', async () => {
  const maren = await world.owner()
  const ids = await say(maren, [
    { text: 'Lovely rye', saidAt: '2026-06-01T10:00:00Z' },
    { text: 'The bread was cold', saidAt: '2026-06-02T10:00:00Z' },
    { text: 'Qwrt', saidAt: '2026-06-02T10:00:00Z' },
    ...scores('star', [5]),
  ])
  await world.app.db.inWorkspace(maren.workspaceId, async (tx) => {
    await read(tx, ids[0]!, {
      sentiment: 'positive',
      family: 'joy',
      kind: 'praise',
      aspects: [{ text: 'Rye', sentiment: { label: 'positive', score: 0.9 } }],
    })
    await read(tx, ids[1]!, { sentiment: 'negative', family: 'sadness', kind: 'complaint' })
    await read(tx, ids[2]!, { sentiment: 'unclear' })
    await sql`insert into understand.reading (workspace_id, voice_id, said_at, source, sentiment, held_back, version, read_at)
      select workspace_id, id, said_at, source, 'unclear', 'no_words', 'test', now() from listen.voice where workspace_id = platform.workspace() and id = ${ids[3]!}`.execute(
      tx,
    )
  })
  await recount(world.app, maren.workspaceId, { anew: true })
  const found = await outcomes(maren)
  const figure = metricIn(found, 'sentiment').figure
  assert.deepEqual(figure.counts, { positive: 1, neutral: 0, mixed: 0, negative: 1, unclear: 1 })
  assert.equal(found.voices, 4)
  assert.equal(found.unread, 1)
  assert.equal(found.shares.find((share) => share.value === 'praise')?.n, 3)
})

test('a breakdown by attribute shows no attribute that tells people apart one by one', async () => {
  const maren = await world.owner()
  const voices = Array.from({ length: 30 }, (_, index) => ({
    score: { kind: 'star', value: 4 },
    externalId: newId(),
    person: {
      email: `guest${index}@home.example`,
      attributes: { customerNumber: String(index), plan: index % 2 ? 'small loaf' : 'none' },
    },
  }))
  await say(maren, voices)
  await outcomes(maren)
  assert.deepEqual((await seeBreakdowns(world.app, maren.who)).attributes, ['plan'])
  const refused = await maren.put('/outcomes/breakdowns', { attributes: ['plan', 'customerNumber'] })
  assert.equal(refused.status, 400)
  assert.equal(refused.body.errors[0].field, 'attributes.1')
})

test('bad questions are refused with the field and the reason', async () => {
  const maren = await world.owner()
  for (const [query, field] of [
    ['from=2026-05-01', 'to'],
    ['from=2026-05-02&to=2026-05-01', 'to'],
    ['by=shoe', 'by'],
    ['only=google', 'only'],
    ['span=7y', 'span'],
  ] as const) {
    const answer = await maren.get(`/outcomes?${query}`)
    assert.equal(answer.status, 400, query)
    assert.equal(answer.body.errors[0].field, field)
  }
})

test('a time zone nobody has is refused, so that days can always be counted', async () => {
  const maren = await world.owner()
  for (const timezone of ['Mars/Olympus', '+02:00', ''])
    assert.equal((await maren.patch('/workspace', { timezone })).status, 400, timezone)
  assert.equal((await maren.patch('/workspace', { timezone: 'Asia/Kolkata' })).status, 200)
})
