/** Files brought in, all the way into the database and out again. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { eventually } from '#test/eventually'
import { openWorld, type Asker } from '#test/world'

const world = await openWorld(after)

type Import = {
  id: string
  status: string
  tally: { rows: number; added: number; known: number; leftOut: number; keptInPart: number }
  failure: string | null
  checked: { added: number; leftOut: number } | null
}

const bytes = { 'content-type': 'application/octet-stream' }

async function bring(asker: Asker, name: string, file: string | Uint8Array): Promise<Import> {
  const up = await asker.ask('POST', `/imports?name=${encodeURIComponent(name)}`, file, bytes)
  assert.equal(up.status, 201, up.text)
  const begun = await asker.post(`/imports/${up.body.id}/run`)
  assert.equal(begun.status, 200, begun.text)
  return finished(asker, up.body.id)
}

const finished = (asker: Asker, id: string): Promise<Import> =>
  eventually(
    async () => (await asker.get(`/imports/${id}`)).body,
    ({ status }) => assert.ok(['done', 'failed', 'ready'].includes(status), status),
    120_000,
  )

const voices = async (asker: Asker, query = '') =>
  (await asker.get(`/voices?limit=200${query}`)).body.data as { id: string }[]

const reviews = [
  'text;stars;date;email',
  'Warm bread;5;2026-03-01;ada@brandt.example',
  '"Late; and cold";1;2026-03-02;',
  'Good.;4;2026-03-02;',
  'Good.;4;2026-03-02;',
].join('\n')

test('a file of reviews comes in whole, is read, and a second time adds nothing', async () => {
  const maren = await world.owner()
  const first = await bring(maren, 'reviews.csv', reviews)
  assert.deepEqual(first.tally, { rows: 4, added: 4, known: 0, leftOut: 0, keptInPart: 0 })
  await world.settled()
  assert.equal((await voices(maren)).length, 4)
  const again = await bring(maren, 'the same, renamed.csv', reviews)
  assert.equal(again.tally.added, 0)
  assert.equal(again.tally.known, 4)
  assert.equal((await voices(maren)).length, 4)
})

test('bad rows stay out with line and reason, and the rest goes in', async () => {
  const maren = await world.owner()
  const file = [
    'text,date',
    'kept,2026-01-01',
    'no such day,2026-02-31',
    '"torn, 2026-01-02',
    'kept too,2026-01-03',
    `${'x'.repeat(100_001)},2026-01-04`,
  ].join('\n')
  const done = await bring(maren, 'mixed.csv', file)
  assert.equal(done.status, 'done')
  assert.equal(done.tally.added, 2)
  assert.equal(done.tally.leftOut, 3)
  const issues = (await maren.get(`/imports/${done.id}/issues`)).body
  assert.deepEqual(
    issues.data.map((issue: { line: number }) => issue.line).sort((a: number, b: number) => a - b),
    [3, 4, 6],
  )
  const csv = await maren.get(`/imports/${done.id}/issues.csv`)
  assert.match(csv.text, /"3","[^"]+","no such day","2026-02-31"/)
})

test('a formula in a row that is given back cannot run', async () => {
  const maren = await world.owner()
  const done = await bring(maren, 'formula.csv', 'text,date\nfine,2026-01-01\n"=HYPERLINK(""http://x"")",not a date\n')
  assert.match((await maren.get(`/imports/${done.id}/issues.csv`)).text, /"'=HYPERLINK/)
})

test('a dry run says what would happen and stores nothing', async () => {
  const maren = await world.owner()
  const up = await maren.ask('POST', '/imports?name=r.csv', reviews, bytes)
  await maren.post(`/imports/${up.body.id}/dry-run`)
  const checked = await finished(maren, up.body.id)
  assert.equal(checked.checked?.added, 4)
  assert.equal((await voices(maren)).length, 0)
})

test('orders of a shop come in by number, with their person', async () => {
  const maren = await world.owner()
  const file = [
    'Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Id',
    '#1001,ada@brandt.example,paid,EUR,12.50,2026-03-01 09:50:26 +0100,2,Rye loaf,4.00,991',
    '#1001,ada@brandt.example,,,,,1,Plum cake,4.50,',
    '#1002,jonas@weil.example,paid,EUR,3.00,2026-03-02 09:50:26 +0100,1,Roll,3.00,992',
  ].join('\n')
  const done = await bring(maren, 'orders.csv', file)
  assert.equal(done.tally.added, 2, JSON.stringify(done))
  const [ada] = (await maren.get('/persons?q=ada@brandt.example')).body.data
  const orders = (await maren.get(`/persons/${ada.id}/orders`)).body.data
  assert.equal(orders.length, 1)
  assert.equal(orders[0].totalMinor, 1250)
  assert.equal(orders[0].items.length, 2)
})

test('contacts come in once, those with only a name too', async () => {
  const maren = await world.owner()
  const file =
    'First Name,Last Name,Email,Record ID,Lifecycle Stage\nAda,Brandt,ada@brandt.example,1,customer\nJonas,Weil,,2,lead\n'
  const first = await bring(maren, 'contacts.csv', file)
  assert.equal(first.tally.added, 2, JSON.stringify(first))
  assert.equal((await bring(maren, 'contacts.csv', file)).tally.added, 0)
  assert.equal((await maren.get('/persons')).body.data.length, 2)
})

test('an import is taken back with everything read out of it, and nothing else goes', async () => {
  const maren = await world.owner()
  await maren.post('/voices', { text: 'said at the counter', source: 'counter' })
  const done = await bring(maren, 'reviews.csv', reviews)
  await world.settled()
  assert.equal((await maren.delete(`/imports/${done.id}`)).status, 204)
  await world.settled()
  assert.equal((await voices(maren)).length, 1)
  assert.equal((await maren.get(`/imports/${done.id}`)).body.status, 'undone')
})

test('a mapping can be changed before the run, and not to a column that is not there', async () => {
  const maren = await world.owner()
  const up = await maren.ask(
    'POST',
    '/imports?name=two.csv',
    'first,second\nThe bread was lovely today,the shop was far too loud\nNothing to complain about here,parking is awful\n',
    bytes,
  )
  const { mapping } = up.body
  const strange = await maren.put(`/imports/${up.body.id}/mapping`, { ...mapping, fields: { text: 'third' } })
  assert.equal(strange.status, 400)
  const changed = await maren.put(`/imports/${up.body.id}/mapping`, {
    ...mapping,
    target: 'voices',
    answers: [],
    attributes: [],
    fields: { text: 'second' },
  })
  assert.equal(changed.status, 200, changed.text)
  await maren.post(`/imports/${up.body.id}/run`)
  await finished(maren, up.body.id)
  await world.settled()
  assert.equal((await maren.get('/voices?q=parking')).body.data.length, 1)
})

for (const [what, file, status, code] of [
  ['an empty file', '', 400, 'empty_file'],
  [
    'a picture named .csv',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
    415,
    'not_a_table',
  ],
  ['a damaged workbook', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)]), 400, 'damaged_file'],
  ['a file that unpacks without end', gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a')), 413, 'unpacks_too_large'],
] as const) {
  test(`${what} is refused in a sentence and leaves nothing behind`, async () => {
    const maren = await world.owner()
    const answer = await maren.ask('POST', '/imports?name=x.csv', file as Uint8Array, bytes)
    if (answer.status === 201) {
      await maren.post(`/imports/${answer.body.id}/run`)
      const done = await finished(maren, answer.body.id)
      assert.equal(done.tally.added, 0)
      return
    }
    assert.equal(answer.status, status, answer.text)
    assert.equal(answer.body.code, code)
    assert.equal((await maren.get('/imports')).body.data.length, 0)
  })
}

test('a table without any text is refused before it runs', async () => {
  const maren = await world.owner()
  const up = await maren.ask('POST', '/imports?name=n.csv', 'a,b\n1,2\n3,4\n', bytes)
  const { body } = await maren.put(`/imports/${up.body.id}/mapping`, {
    ...up.body.mapping,
    target: 'voices',
    fields: {},
    answers: [],
    score: null,
  })
  const begun = await maren.post(`/imports/${body.id}/run`)
  assert.equal(begun.body.code, 'nothing_to_keep')
})

test('a run that begins twice stores once', async () => {
  const maren = await world.owner()
  const up = await maren.ask('POST', '/imports?name=r.csv', reviews, bytes)
  const answers = await Promise.all([1, 2, 3].map(() => maren.post(`/imports/${up.body.id}/run`)))
  assert.equal(answers.filter((answer) => answer.status === 200).length, 1)
  assert.equal((await finished(maren, up.body.id)).tally.added, 4)
})
