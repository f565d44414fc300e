/** What careless people and programs send: each gets a clear answer, the good rows stay, and nothing is kept in half. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { clearFolder, heed, scratchFolder } from '#test/process'
import { eventually } from '#test/eventually'
import { openWorld, type Asker } from '#test/world'

const world = await openWorld(after)
const bytes = { 'content-type': 'application/octet-stream' }

const send = (who: Asker, name: string, file: string | Uint8Array) =>
  who.ask('POST', `/imports?name=${encodeURIComponent(name)}`, file, bytes)

async function bring(who: Asker, name: string, file: string | Uint8Array) {
  const sent = await send(who, name, file)
  assert.equal(sent.status, 201, sent.text)
  assert.equal((await who.post(`/imports/${sent.body.id}/run`)).status, 200)
  const ended = await eventually(
    async () => (await who.get(`/imports/${sent.body.id}`)).body,
    ({ status }) => assert.ok(status === 'done' || status === 'failed', status),
    120_000,
  )
  assert.equal(ended.status, 'done', ended.failure)
  return ended
}

const heard = async (who: Asker): Promise<{ excerpt: string; score: { value: number } | null }[]> => {
  await world.settled()
  return (await who.get('/voices?limit=100')).body.data
}
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

test('a file in an old encoding keeps its umlauts', async () => {
  const maren = await world.owner()
  const done = await bring(maren, 'old.csv', latin1('Text;Datum\nDas Brötchen war schön kroß, danke;01.03.2026\n'))
  assert.equal(done.tally.added, 1, JSON.stringify(done))
  assert.equal((await heard(maren))[0]?.excerpt, 'Das Brötchen war schön kroß, danke')
})

for (const [what, name, file, added, leftOut] of [
  [
    'a mark that never closes',
    'marks.csv',
    'text,date\nfine,2026-01-01\n"torn,2026-01-02\nfine too,2026-01-03\n',
    2,
    1,
  ],
  ['two columns of one name', 'twice.csv', 'text,note,note\nThe rye was warm,a,b\n', 1, 0],
  ['dates in several shapes', 'dates.csv', 'text,date\nA,2026-03-01\nB,2 March 2026\nC,2026-03-03T10:00:00Z\n', 3, 0],
  ['null bytes', 'nulls.csv', 'text,date\nThe soup\u0000 was cold,2026-01-01\n', 1, 0],
  [
    'a broken line among JSON lines',
    'lines.jsonl',
    '{"text":"The bread was good"}\n{"text":"torn\n{"text":"The soup was cold"}\n',
    2,
    1,
  ],
  ['a cell of five megabytes', 'huge.csv', `text,date\n${'a '.repeat(2_500_000)},2026-01-01\nfine,2026-01-02\n`, 1, 1],
  ['formulas for words', 'formula.csv', 'text,date\n"=1+1 loaves, please",2026-01-01\n', 1, 0],
] as const) {
  test(`${what}: every good row comes in, every other is named with its line`, async () => {
    const maren = await world.owner()
    const { id, tally } = await bring(maren, name, file)
    assert.deepEqual([tally.added, tally.leftOut], [added, leftOut])
    assert.equal((await heard(maren)).length, added)
    const { data } = (await maren.get(`/imports/${id}/issues`)).body
    assert.equal(data.filter((issue: { kept: boolean; line: number }) => !issue.kept && issue.line > 1).length, leftOut)
  })
}

test('numbers written as text are scores all the same', async () => {
  const maren = await world.owner()
  await bring(maren, 'n.csv', 'review,rating\n"The rye was warm","5"\n"It was burnt"," 1 "\n')
  assert.deepEqual((await heard(maren)).map((voice) => voice.score?.value).toSorted(), [1, 5])
})

test('a workbook that swells a thousandfold is refused in a sentence and leaves nothing behind', async () => {
  const maren = await world.owner()
  const bomb = zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024).fill(32),
  })
  const answer = await send(maren, 'bomb.xlsx', bomb)
  assert.equal(answer.status, 413, answer.text)
  assert.equal(answer.body.code, 'unpacks_too_large')
  assert.equal((await maren.get('/imports')).body.data.length, 0)
})

test('a body that is too large is refused, and nothing of it is kept', async () => {
  const maren = await world.owner()
  const long = JSON.stringify({ text: 'a'.repeat(40_000_000) })
  const answer = await maren.ask('POST', '/voices', long, { 'content-type': 'application/json' })
  assert.deepEqual([answer.status, answer.body.code], [413, 'body_too_large'])
  assert.equal((await heard(maren)).length, 0)
})

for (const format of ['csv', 'jsonl']) {
  test(`what was written out as ${format} and comes back adds nothing, and fills another workspace once`, async () => {
    const maren = await world.owner()
    const person = { name: 'Ada Brandt', email: 'ada@brandt.example' }
    const saidAt = '2026-03-01T10:00:00Z'
    await maren.post('/voices', {
      voices: [
        { text: 'Warm bread.', saidAt, person, score: { kind: 'star', value: 5 } },
        { text: '=cold', saidAt },
        { text: '=cold', saidAt },
      ],
    })
    await world.settled()
    const file = (await maren.get(`/voices/export?format=${format}`)).text
    assert.equal((await bring(maren, `voices.${format}`, file)).tally.added, 0)
    assert.equal((await heard(maren)).length, 3)
    const tom = await world.owner('The second shop')
    assert.equal((await bring(tom, `voices.${format}`, file)).tally.added, 3)
    assert.equal((await bring(tom, `voices.${format}`, file)).tally.added, 0)
  })
}

test('heed import says in a sentence and by its exit code why a file is none', async () => {
  const folder = scratchFolder()
  const place = (name: string): string => join(folder, name)
  try {
    writeFileSync(place('empty.csv'), '')
    writeFileSync(place('picture.csv'), Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'))
    for (const [name, code, words] of [
      ['nowhere.csv', 66, /There is no file/],
      ['empty.csv', 65, /This file is empty/],
      ['picture.csv', 65, /Heed reads CSV/],
    ] as const) {
      const ended = await heed(place('data'), ['import', place(name), '--yes'])
      assert.equal(ended.code, code, name)
      assert.match(ended.err, words)
    }
  } finally {
    await clearFolder(place('data'))
    await clearFolder(folder)
  }
})

test('a null byte in a name, an id or a search is taken out and breaks nothing', async () => {
  const maren = await world.owner()
  const answers = await Promise.all([
    maren.get('/persons?q=%00a'),
    maren.get('/voices?q=%00a&source=%00'),
    maren.post('/persons', { name: 'A\u0000da', identities: [{ kind: 'email', value: 'ada\u0000@brandt.example' }] }),
    maren.post('/voices', {
      text: 'x',
      source: 'a\u0000b',
      externalId: 'e\u0000',
      attributes: { 'a\u0000': 'b\u0000' },
    }),
    maren.patch('/workspace', { name: 'Linden\u0000 & Rye' }),
    maren.ask('POST', '/imports?name=a%00.csv', 'text\nhello there\n', { 'content-type': 'application/octet-stream' }),
  ])
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [200, 200, 201, 201, 200, 201],
  )
  assert.equal(answers[2]!.body.name, 'Ada')
  // Four letters after two backslashes are words somebody wrote, not a null byte.
  const written = await maren.post('/persons', { name: 'C:\\u0000' })
  assert.equal(written.body.name, 'C:\\u0000')
})

test('half a character, as programs leave it that cut by length, becomes a sign for it and breaks nothing', async () => {
  const maren = await world.owner()
  const half = '\ud83d'
  const said = await maren.post('/voices', {
    text: `The rye was cold ${half}`,
    attributes: { [`shop${half}`]: `Harbour ${half}`, 'a\\ud83d': 'C:\\ud83d', whole: '🥖' },
  })
  assert.equal(said.status, 201, said.text)
  const { body } = await maren.get(`/voices/${said.body.data[0].id}`)
  assert.equal(body.text, 'The rye was cold \ufffd')
  assert.deepEqual(body.attributes, { 'shop\ufffd': 'Harbour \ufffd', 'a\\ud83d': 'C:\\ud83d', whole: '🥖' })
})

test('a long row of emoji is cut nowhere in a way that loses the file, the answer or the letter', async () => {
  const maren = await world.owner()
  for (const lead of ['', 'x']) {
    const bread = lead + '🥖'.repeat(3_000)
    const file = await bring(maren, 'emoji.csv', `text,shop\n"${bread}",Harbour\n"${bread}\n`)
    assert.equal(file.status, 'done')
    const angry = lead + '🤬'.repeat(40)
    const said = await maren.post('/voices', {
      text: `${angry}${'terrible!awful!'.repeat(6)} This is terrible, I waited three hours and nobody came.`,
      score: { kind: 'star', value: 1 },
    })
    await world.settled()
    assert.equal((await maren.get(`/voices/${said.body.data[0].id}/case`)).body.data?.status, 'open')
  }
  const survey = (await maren.post('/surveys', { name: 'At the counter', template: 'nps' })).body
  const { definition } = (await maren.get(`/surveys/${survey.id}`)).body
  await maren.patch(`/surveys/${survey.id}`, { definition: { ...definition, hidden: ['table'] } })
  await maren.put(`/surveys/${survey.id}/status`, { status: 'open' })
  for (const lead of ['', 'x']) {
    const hidden = encodeURIComponent(lead + '🥖'.repeat(2_000))
    const shown = await world.stranger.get(`=/s/${survey.id}?table=${hidden}`)
    assert.equal(shown.status, 200)
    const question = definition.questions[0].id as string
    const sent = await world.stranger.post(
      `=/s/${survey.id}?table=${hidden}`,
      `move=next&${question}=7&q=${question}`,
      {
        'content-type': 'application/x-www-form-urlencoded',
      },
    )
    assert.ok(sent.status < 500, sent.text)
  }
})

test('an address that is none, and a number no database holds, are refused by name', async () => {
  const maren = await world.owner()
  const survey = (await maren.post('/surveys', { name: 'At the counter', template: 'nps' })).body
  const { definition } = (await maren.get(`/surveys/${survey.id}`)).body
  const odd = await maren.patch(`/surveys/${survey.id}`, {
    definition: { ...definition, embedOrigins: ['9999-12-31T23:59:59.999Z'] },
  })
  assert.deepEqual([odd.status, odd.body.code], [400, 'invalid_input'])
  const huge = await maren.patch(`/surveys/${survey.id}`, { name: 'Later', revision: 2 ** 40 })
  assert.deepEqual([huge.status, huge.body.errors[0].field], [400, 'revision'])
})

test('a workspace speaks a language there can be, so that its surveys can be made', async () => {
  const maren = await world.owner()
  const odd = await maren.patch('/workspace', { language: 'Guten Tag' })
  assert.deepEqual([odd.status, odd.body.errors[0].field], [400, 'language'])
  assert.equal((await maren.patch('/workspace', { language: 'pt-BR' })).status, 200)
  assert.equal((await maren.post('/surveys', { name: 'At the counter' })).status, 201)
})

test('a place in a list that Heed did not give out, or gave out for another list, is refused and breaks nothing', async () => {
  const maren = await world.owner()
  for (const name of ['Ada Brandt', 'Ada Demir']) await maren.post('/persons', { name })
  for (const text of ['The rye was warm', 'The soup was cold', 'We waited long']) await maren.post('/voices', { text })
  await world.settled()
  const found = (await maren.get('/persons?q=ada&limit=1')).body.meta.nextCursor as string
  assert.equal((await maren.get(`/persons?q=ada&limit=1&cursor=${found}`)).status, 200)
  assert.equal((await maren.get(`/persons?cursor=${found}`)).body.code, 'invalid_cursor')
  for (const sort of ['newest', 'strongest']) {
    const next = (await maren.get(`/voices?limit=1&sort=${sort}`)).body.meta.nextCursor as string
    assert.equal((await maren.get(`/voices?limit=1&sort=${sort}&cursor=${next}`)).body.data.length, 1)
  }
  const id = '01890000-0000-7000-8000-000000000000'
  const lists = ['voices', 'persons', 'surveys', 'imports', 'requests', 'consent/answers', 'audit']
  for (const list of lists)
    for (const first of [
      '',
      'now',
      'infinity',
      '2026-02-30T10:00:00Z',
      '2026-13-01 00:00:00+00',
      '999999-01-01T00:00:00Z',
      '2026-01-01T25:00:00Z',
      'x\u0000',
      1e308,
      -1,
      null,
      {},
    ])
      for (const rest of [[], [id], [id, 0.5], [id, 1e308], ['x'], [null, null]]) {
        const forged = Buffer.from(JSON.stringify([first, ...rest])).toString('base64url')
        const { status, text } = await maren.get(`/${list}?cursor=${forged}`)
        assert.ok(status === 400 || status === 200, `${list} ${JSON.stringify([first, ...rest])}: ${text}`)
      }
})

test('a score or strength beyond what the column can hold finds what it should, and breaks nothing', async () => {
  const maren = await world.owner()
  await maren.post('/voices', { text: 'The rye was warm', score: { kind: 'star', value: 4 } })
  await world.settled()
  for (const [query, found] of [
    ['scoreMax=-1e308', 0],
    ['scoreMin=-1e308', 1],
    ['scoreMin=1e-320', 1],
    ['scoreMin=4', 1],
    ['scoreMax=1e308', 1],
    ['urgencyMin=1e-320', 0],
  ] as const) {
    const { status, body } = await maren.get(`/voices?scoreKind=star&${query}`)
    assert.deepEqual([status, query.startsWith('urgency') ? 0 : body.data.length], [200, found], query)
  }
})
