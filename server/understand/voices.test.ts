import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { actingIn } from '#trust'
import { CAST, openWorld, type Asker } from '#test/world'
import { seeFacets } from './voices/see-facets.ts'
import { putFacets } from './voices/store.ts'

const world = await openWorld(after)
const maren = await world.owner()

const said = (day: string, text: string, more: object = {}) => ({ text, saidAt: `${day}T10:00:00Z`, ...more })
const ada = { name: 'Ada Brandt', email: 'ada@brandt.example' }
const jonas = { name: 'Jonas Weil', email: 'jonas@weil.example' }

const posted = await maren.post('/voices', {
  voices: [
    said('2026-01-05', 'I am so disappointed and angry, the wedding cake was ruined.', {
      source: 'google',
      score: { kind: 'star', value: 1 },
      person: ada,
    }),
    said('2026-02-05', 'Thank you so much, the rye bread is wonderful and I love it!', {
      source: 'google',
      score: { kind: 'star', value: 5 },
      person: jonas,
    }),
    said('2026-03-05', 'Der Käse war leider alt und die Bedienung unfreundlich.', { source: 'e-mail' }),
    said('2026-04-05', 'Crème brûlée was fine. The terrace was cold.', {
      source: 'counter',
      score: { kind: 'nps', value: 6 },
    }),
    said('2026-04-30', 'Late delivery, cold soup.', { source: 'e-mail', person: jonas, title: 'Again' }),
    said('2026-05-05', '=HYPERLINK("http://else.example","click")', { source: 'counter' }),
  ],
})
assert.equal(posted.status, 201, posted.text)
await world.settled()
const ids: string[] = posted.body.data.map((row: { id: string }) => row.id)

/** Which of the six come back, by their place above. */
const list = async (query: string, who: Asker = maren): Promise<number[]> => {
  const answer = await who.get(`/voices?${query}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body.data.map((row: { id: string }) => ids.indexOf(row.id))
}

test('everything said is listed, newest first, and a page ends where the next begins', async () => {
  assert.deepEqual(await list(''), [5, 4, 3, 2, 1, 0])
  for (const sort of ['newest', 'strongest']) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const { body } = await maren.get(`/voices?limit=2&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...body.data.map((row: { id: string }) => row.id))
      cursor = body.meta.nextCursor
    } while (cursor)
    assert.deepEqual(seen.toSorted(), ids.toSorted())
  }
})

test('the strongest stand first', async () => {
  const { body } = await maren.get('/voices?sort=strongest')
  const intensities = body.data.map((row: { reading: { intensity: number } }) => row.reading.intensity)
  assert.deepEqual(
    intensities,
    intensities.toSorted((a: number, b: number) => b - a),
  )
})

test('filters narrow what is shown, and together they narrow further', async () => {
  assert.deepEqual(await list('source=google'), [1, 0])
  assert.deepEqual(await list('source=google&source=counter'), [5, 3, 1, 0])
  assert.deepEqual(await list('scoreKind=star&scoreMax=2'), [0])
  assert.deepEqual(await list('scoreKind=nps'), [3])
  assert.deepEqual(await list('language=de'), [2])
  assert.deepEqual(await list('feeling=joy&source=google'), [1])
  assert.deepEqual(await list('sentiment=positive&source=e-mail'), [])
  assert.ok((await list('sentiment=negative')).includes(0))
})

test('a day is a day of the workspace, from its first moment to its last', async () => {
  await maren.patch('/workspace', { timezone: 'Pacific/Auckland' })
  const late = await maren.post('/voices', { text: 'Said at night.', saidAt: '2026-06-01T12:30:00Z' })
  await world.settled()
  const on = async (day: string) =>
    (await maren.get(`/voices?from=${day}&to=${day}`)).body.data.map((row: { id: string }) => row.id)
  assert.deepEqual(await on('2026-06-02'), [late.body.data[0].id])
  assert.deepEqual(await on('2026-06-01'), [])
  await maren.patch('/workspace', { timezone: 'UTC' })
  assert.deepEqual(await on('2026-06-01'), [late.body.data[0].id])
})

test('a person is found with everything their merged records said', async () => {
  const { body } = await maren.get(`/voices/${ids[0]}`)
  const other = (await maren.get(`/voices/${ids[1]}`)).body.person.id
  await maren.put(`/persons/${other}/merge`, { into: body.person.id })
  assert.deepEqual(await list(`personId=${body.person.id}`), [4, 1, 0])
  assert.deepEqual(await list(`personId=${other}`), [4, 1, 0])
  assert.deepEqual(await list(`personId=${body.person.id}&source=google`), [1, 0])
  assert.equal((await maren.get(`/voices/${ids[1]}`)).body.person.name, 'Ada Brandt')
  await maren.delete(`/persons/${other}/merge`)
  assert.deepEqual(await list(`personId=${body.person.id}`), [0])
})

test('words are found without their accents, from their beginnings, in any order', async () => {
  assert.deepEqual(await list('q=creme%20brulee'), [3])
  assert.deepEqual(await list('q=kase'), [2])
  assert.deepEqual(await list('q=deliv%20late'), [4])
  assert.deepEqual(await list('q=again'), [4])
  assert.deepEqual(await list('q=COLD'), [4, 3])
})

test('quotes ask for a phrase, a minus leaves out', async () => {
  assert.deepEqual(await list(`q=${encodeURIComponent('"cold soup"')}`), [4])
  assert.deepEqual(await list(`q=${encodeURIComponent('"soup cold"')}`), [])
  assert.deepEqual(await list('q=cold%20-soup'), [3])
  assert.equal((await list('q=-cold')).filter((place) => place === 3 || place === 4).length, 0)
})

test('nothing anybody types into the search breaks it', async () => {
  for (const typed of [
    "'",
    '"',
    "don't",
    '((',
    '& | !',
    ':*',
    '\\',
    '-',
    '--',
    '""',
    '<->',
    "a' & 'b",
    '%',
    'é'.repeat(90),
    '🥖',
    'x\u0000',
  ])
    assert.equal((await maren.get(`/voices?q=${encodeURIComponent(typed)}`)).status, 200, typed)
})

test('what was searched for is marked where it stands in the words', async () => {
  const { body } = await maren.get('/voices?q=brulee')
  const [row] = body.data
  assert.deepEqual(
    row.found.map((span: { start: number; end: number }) => row.excerpt.slice(span.start, span.end)),
    ['brûlée'],
  )
})

test('a long letter is shown from where it matters', async () => {
  const long = `${'We came in on a quiet day and sat by the window. '.repeat(40)}The quiche was burnt. ${'Later we walked home. '.repeat(40)}`
  const answer = await maren.post('/voices', { text: long })
  await world.settled()
  const row = (await maren.get('/voices?q=quiche')).body.data[0]
  assert.equal(row.id, answer.body.data[0].id)
  assert.ok(row.cut)
  assert.match(row.excerpt, /quiche/)
  assert.ok(row.excerpt.length < 500)
  for (const span of row.evidence) assert.ok(span.start >= 0 && span.end <= row.excerpt.length)
})

test('sources and languages are offered with their counts', async () => {
  const { body } = await maren.get('/voices/facets')
  const google = body.sources.find((row: { value: string }) => row.value === 'google')
  assert.equal(google.count, 2)
  assert.ok(body.languages.some((row: { value: string }) => row.value === 'de'))
  assert.deepEqual(body.scores, ['nps', 'star'])
})

test('after a start a big workspace has at once what there is to filter by, and it is counted anew behind that', async () => {
  const [{ app }, { workspaceId }] = [world.heed, maren]
  const counted = {
    counts: [{ source: 'long ago', language: null, scoreKind: null, count: 30_000 }],
    countedAt: new Date(0),
  }
  await app.db.inWorkspace(workspaceId, (tx) => putFacets(tx, workspaceId, counted))
  // Another process: nothing in memory yet.
  const started = { ...app }
  const first = await seeFacets(started, actingIn(workspaceId))
  assert.deepEqual(first.sources, [{ value: 'long ago', count: 30_000 }])
  for (let tries = 0; tries < 100 && (await seeFacets(started, actingIn(workspaceId))).total === 30_000; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  const later = await seeFacets({ ...app }, actingIn(workspaceId))
  assert.ok(later.sources.some((row) => row.value === 'google'))
})

test('nobody sees the voices of another workspace, by list, by words or by id', async () => {
  const other = await world.owner('Another bakery')
  assert.deepEqual(await list('', other), [])
  assert.deepEqual(await list('q=wedding', other), [])
  assert.equal((await other.get(`/voices/${ids[0]}`)).status, 404)
  assert.equal((await other.put(`/voices/${ids[0]}/correction`, { kind: 'praise' })).status, 404)
})

test('an export gives back every voice, and a spreadsheet runs none of them', async () => {
  const csv = await maren.get('/voices/export?format=csv')
  assert.match(csv.headers.get('content-disposition') ?? '', /voices-.*\.csv/)
  assert.match(csv.text, /wedding cake was ruined/)
  assert.match(csv.text, /"'=HYPERLINK\(""http/)
  const lines = (await maren.get('/voices/export?format=jsonl&source=google')).text.trim().split('\n')
  const objects = lines.map((line) => JSON.parse(line) as { text: string; person: { email: string } })
  assert.deepEqual(
    objects.map((one) => one.person.email),
    ['jonas@weil.example', 'ada@brandt.example'],
  )
})

test('only those who may export can', async () => {
  const tom = await world.member(maren, 'teammate')
  assert.equal((await tom.get('/voices/export')).status, 403)
  assert.equal((await tom.get('/voices')).status, 200)
})

test('a view is saved for everybody, under a name of its own, until somebody removes it', async () => {
  const made = await maren.post('/views', { name: 'Cold things', filter: { q: 'cold', source: ['e-mail'] } })
  assert.equal(made.status, 201, made.text)
  assert.equal((await maren.post('/views', { name: 'COLD things', filter: {} })).body.code, 'view_name_taken')
  const changed = await maren.put(`/views/${made.body.id}`, { name: 'Cold soup', filter: { q: 'cold soup' } })
  assert.deepEqual(changed.body.filter, { q: 'cold soup' })
  assert.deepEqual(
    (await maren.get('/views')).body.data.map((row: { name: string }) => row.name),
    ['Cold soup'],
  )
  assert.equal((await maren.delete(`/views/${made.body.id}`)).status, 204)
  assert.equal((await maren.delete(`/views/${made.body.id}`)).status, 404)
})

test('somebody known only by a number is called by it, in every list', async () => {
  const tom = await world.owner('The second shop')
  const person = { externalId: 'till:2896' }
  await tom.post('/voices', {
    text: 'The soup was cold again, I am really angry.',
    score: { kind: 'star', value: 1 },
    person,
  })
  await world.settled()
  assert.equal((await tom.get('/voices')).body.data[0].person.name, '#2896')
  assert.equal((await tom.get('/today')).body.now[0].person.name, '#2896')
  assert.equal((await tom.get('/persons')).body.data[0].externalId, 'till:2896')
})

test('words are looked up in their index, before any condition on who may see what', async () => {
  const client = new pg.Client(world.app.db.source.owner)
  await client.connect()
  try {
    await client.query('begin')
    await client.query('set local role heed_search')
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select id from listen.voice where workspace_id = $1 and words @@ 'soup'::tsquery`,
      [maren.workspaceId],
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    // Were there one, the database would have to ask it of every voice first, and could not use the index for the words.
    assert.match(plan, /words @@/, plan)
    assert.doesNotMatch(plan, /crisis/, plan)
  } finally {
    await client.end()
  }
})

test('what is for few eyes is found by its words by those alone who may see it', async () => {
  const owner = await world.owner('The third shop')
  const observer = await world.member(owner, 'observer', CAST.yusuf)
  await owner.post('/voices', { text: 'The marmalade jar burst and now I want to kill myself.' })
  await world.settled()
  const found = async (who: Asker) => (await who.get('/voices?q=marmalade')).body.data.length
  assert.deepEqual([await found(owner), await found(observer)], [1, 0])
})
