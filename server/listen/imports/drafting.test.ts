import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Draft, OrderDraft, PersonDraft, RowIssue, VoiceDraft } from './draft.ts'
import { drafter } from './drafting.ts'
import { recognise } from './recognise.ts'
import type { Row } from './row.ts'
import { openRows } from './rows.ts'
import { bytesSource } from './source.ts'

async function drafts<T extends Draft>(content: string | Uint8Array): Promise<{ drafts: T[]; issues: RowIssue[] }> {
  const file = await openRows(bytesSource('file', typeof content === 'string' ? Buffer.from(content) : content))
  const rows: Row[] = []
  for await (const batch of file.batches) rows.push(...batch)
  const making = drafter(recognise(file.headers, rows).proposal)
  const batches = [making.take(rows), making.end()]
  return { drafts: batches.flatMap((batch) => batch.drafts) as T[], issues: batches.flatMap(({ issues }) => issues) }
}

const told = (issues: RowIssue[]) => issues.map(({ line, field, kept }) => ({ line, field, kept }))

describe('a review', () => {
  test('becomes a voice with all that came with it', async () => {
    const { drafts: voices, issues } = await drafts<VoiceDraft>(
      'reviewId,reviewer.displayName,starRating,comment,createTime,shop\nr1,Ada Brandt,FOUR,"Lovely, as always",2025-03-01T10:00:00.5Z,Old Town\n',
    )
    const { fingerprint, ...voice } = voices[0]!
    assert.deepEqual(voice, {
      target: 'voices',
      line: 2,
      text: 'Lovely, as always',
      title: null,
      question: null,
      saidAt: '2025-03-01T10:00:00.500Z',
      source: 'google',
      channel: 'review',
      score: { kind: 'star', value: 4 },
      language: null,
      url: null,
      externalId: 'r1',
      orderNumber: null,
      person: { name: 'Ada Brandt' },
      attributes: { shop: 'Old Town' },
    })
    assert.match(fingerprint, /^[0-9a-f]{32}$/)
    assert.deepEqual(issues, [])
  })
  test('without words is still a voice if it has stars', async () => {
    const { drafts: voices } = await drafts<VoiceDraft>(
      'reviewId,starRating,comment,createTime\nr1,ONE,,2025-03-01T10:00:00Z\nr2,TWO,Late again,2025-03-02T10:00:00Z\n',
    )
    assert.deepEqual(
      voices.map(({ text, score }) => [text, score?.value]),
      [
        ['', 1],
        ['Late again', 2],
      ],
    )
  })
  test('keeps its words when its score is none, and says so', async () => {
    const usual = Array.from({ length: 120 }, (_, i) => `Nice bread and staff,${(i % 5) + 1},2025-03-01`)
    const odd = [
      'Good as ever here,Like',
      'Warm at noon,7',
      'From elsewhere,7/10',
      'Nothing to add,n/a',
      'Almost perfect,4.5',
    ]
    const { drafts: voices, issues } = await drafts<VoiceDraft>(
      `text,rating,date\n${[...usual, ...odd.map((row) => `${row},2025-03-02`)].join('\n')}\n`,
    )
    assert.deepEqual(
      voices.slice(120).map(({ score }) => score?.value ?? null),
      [null, null, null, null, 4.5],
    )
    assert.deepEqual(
      told(issues),
      [122, 123, 124].map((line) => ({ line, field: 'score', kept: true })),
    )
    assert.deepEqual(
      issues.map(({ reason }) => reason),
      ['“Like” is not a score.', '“7” lies outside 1–5.', '“7/10” is on another scale than 1–5.'],
    )
  })
  test('stays out, with its row, when its date is none', async () => {
    const { drafts: voices, issues } = await drafts<VoiceDraft>(
      'comment,date\nGood bread as ever,2025-03-01\nBad bread this time,31.02.2025\nLater that day it was good,soon\n',
    )
    assert.equal(voices.length, 1)
    assert.deepEqual(told(issues), [
      { line: 3, field: 'said_at', kept: false },
      { line: 4, field: 'said_at', kept: false },
    ])
    assert.ok('values' in issues[0]!.row && issues[0]!.row.values.comment === 'Bad bread this time')
  })
  test('may have its date in any of several shapes within one file', async () => {
    const { drafts: voices } = await drafts<VoiceDraft>(
      'comment,date\nGood bread as ever,25/03/2025\nBad bread this time,2025-03-26T08:00:00Z\nThe third time now,"March 27, 2025"\nAnd a fourth time,03/28/2025\n',
    )
    assert.deepEqual(
      voices.map(({ saidAt }) => saidAt?.slice(0, 10)),
      ['2025-03-25', '2025-03-26', '2025-03-27', '2025-03-28'],
    )
  })
})

describe('what comes with a voice', () => {
  test('keeps stars of ten on five, and the fewest are one', async () => {
    const rows = [8, 0, 10, 7].map((rating) => `Thank you all very much,${rating},2025-03-01`)
    const { drafts: voices } = await drafts<VoiceDraft>(`comment,Rating,date\n${rows.join('\n')}\n`)
    assert.deepEqual(
      voices.map(({ score }) => score),
      [4, 1, 5, 3.5].map((value) => ({ kind: 'star', value })),
    )
  })
  test('names the way it came by the word Heed has for it', async () => {
    const ways = ['E-Mail', 'Telefon', 'WhatsApp', 'Carrier pigeon']
    const rows = ways.map((way) => `Thank you all very much,2025-03-01,${way}`)
    const { drafts: voices } = await drafts<VoiceDraft>(`comment,date,channel\n${rows.join('\n')}\n`)
    assert.deepEqual(
      voices.map(({ channel }) => channel),
      ['email', 'phone', 'chat', null],
    )
  })
  test('has attributes a database can keep, however odd the file', async () => {
    const wide = Array.from({ length: 80 }, (_, i) => [`${'x'.repeat(90)}${i}`, 'y']) as [string, string][]
    const row = {
      comment: 'Thank you all \ud83e very much',
      date: '2025-03-01',
      broken: `${'🥐'.repeat(400)}`,
      ...Object.fromEntries(wide),
    }
    const { drafts: voices, issues } = await drafts<VoiceDraft>(`${JSON.stringify(row)}\n`)
    const { attributes, text } = voices[0]!
    assert.ok(Object.keys(attributes).length <= 60)
    assert.ok(Object.entries(attributes).every(([key, value]) => key.length <= 80 && value.isWellFormed()))
    assert.deepEqual([text.isWellFormed(), issues.length], [true, 1])
  })
})

describe('a survey answer', () => {
  test('gives each answer in words its own voice, and counts the score once', async () => {
    const { drafts: voices } = await drafts<VoiceDraft>(
      'Response ID,Timestamp,Finished,Survey ID,1. How likely are you to recommend us?,2. What could we do better?,3. What do you love?\n' +
        'a1,2025-03-01 10:00,true,s1,9,Open a little earlier please,The rye bread above all\n' +
        'a2,2025-03-02 10:00,true,s1,6,,\na3,2025-03-03 10:00,true,s1,10,More seats would be nice,The smell in the morning\n',
    )
    assert.deepEqual(
      voices.map(({ text, question, score }) => [text, question, score?.value ?? null]),
      [
        ['Open a little earlier please', 'What could we do better?', 9],
        ['The rye bread above all', 'What do you love?', null],
        ['', 'How likely are you to recommend us?', 6],
        ['More seats would be nice', 'What could we do better?', 10],
        ['The smell in the morning', 'What do you love?', null],
      ],
    )
    assert.equal(new Set(voices.map(({ fingerprint }) => fingerprint)).size, 5)
  })
})

describe('an order', () => {
  const file =
    'Name,Email,Financial Status,Currency,Total,Refunded Amount,Lineitem quantity,Lineitem name,Lineitem price,Created at,Billing Name,Cancelled at\n' +
    '#1001,Ada@Brandt.example,paid,EUR,19.50,0.00,1,Rye loaf,6.50,2025-10-07 09:50:26 +0200,Ada Brandt,\n' +
    '#1001,ada@brandt.example,,,,,2,Cinnamon bun,6.50,,,\n' +
    '#1002,jonas@weil.example,refunded,EUR,8.00,8.00,1,Sourdough,8.00,2025-10-08 09:00:00 +0200,Jonas Weil,2025-10-08 12:00:00 +0200\n' +
    '#1003,leila@haddad.example,paid,EUR,5.00,,1,Coffee,5.00,no date,,\n' +
    '#1003,leila@haddad.example,,,,,1,Cake,5.00,,,\n'
  test('gathers its rows into one', async () => {
    const { drafts: orders, issues } = await drafts<OrderDraft>(file)
    assert.deepEqual(
      orders.map(({ number, total, items, status, refunded }) => ({
        number,
        total,
        items: items.length,
        status,
        refunded,
      })),
      [
        { number: '#1001', total: 19.5, items: 2, status: 'paid', refunded: 0 },
        { number: '#1002', total: 8, items: 1, status: 'cancelled', refunded: 8 },
      ],
    )
    assert.deepEqual(orders[0]?.items[1], { name: 'Cinnamon bun', quantity: 2, price: 6.5 })
    assert.deepEqual(
      [orders[0]?.orderedAt, orders[0]?.currency, orders[0]?.person],
      ['2025-10-07T07:50:26.000Z', 'EUR', { name: 'Ada Brandt', email: 'ada@brandt.example' }],
    )
    assert.deepEqual(told(issues), [
      { line: 5, field: 'ordered_at', kept: false },
      { line: 6, field: 'number', kept: false },
    ])
  })
})

describe('a contact', () => {
  test('becomes a person, and one who cannot be named stays out', async () => {
    const { drafts: persons, issues } = await drafts<PersonDraft>(
      'Record ID,First Name,Last Name,Email,Phone Number,Lifecycle Stage,Create Date\n1,Leila,Haddad,LEILA@haddad.example,+49 30 1234567,Customer,2025-03-01\n2,Henrik,,not an address,,Lead,2025-03-01\n,,,,,Lead,2025-03-01\n',
    )
    assert.deepEqual(
      persons.map(({ name, email, externalId }) => [name, email, externalId]),
      [
        ['Leila Haddad', 'leila@haddad.example', 'hubspot:1'],
        ['Henrik', null, 'hubspot:2'],
      ],
    )
    assert.deepEqual(persons[0]?.attributes, { 'Lifecycle Stage': 'Customer' })
    assert.deepEqual(told(issues), [
      { line: 3, field: 'email', kept: true },
      { line: 4, field: null, kept: false },
    ])
  })
})

describe('importing the same file again', () => {
  const prints = async (content: string | Uint8Array) =>
    (await drafts(content)).drafts.map(({ fingerprint }) => fingerprint)
  const file =
    'comment,date,email\nGreat bread as ever,2025-03-01,ada@brandt.example\nGreat bread as ever,2025-03-01,ada@brandt.example\nLate once again today,2025-03-02,jonas@weil.example\n'
  test('finds every row again, though two rows of the file are equal', async () => {
    const [first, second] = [await prints(file), await prints(file)]
    assert.deepEqual(first, second)
    assert.equal(new Set(first).size, 3)
  })
  test('finds them in another encoding, order or company too', async () => {
    const [header, ...rows] = file.trimEnd().split('\n')
    const shuffled = [header, 'Something new was said,2025-03-03,rosa@marin.example', ...rows.toReversed()].join('\n')
    const again = new Set(await prints(Buffer.from(`\uFEFF${shuffled}`, 'utf16le')))
    for (const print of await prints(file)) assert.ok(again.has(print))
    assert.equal(again.size, 4)
  })
  test('knows a row with an id by it, even after its words were edited', async () => {
    const review = (comment: string): string =>
      `reviewId,starRating,comment,createTime\nr1,ONE,${comment},2025-03-01T10:00:00Z\n`
    assert.deepEqual(await prints(review('Late')), await prints(review('Late. Edit: they called me')))
  })
})

test('what the reader could not read stays in the report with its line and words', async () => {
  const { drafts: voices, issues } = await drafts<VoiceDraft>(
    'comment,date\nGood bread as ever,2025-03-01\n"Torn,2025-03-02\nFine bread as well,2025-03-03\n,\n ,2025-03-04\n',
  )
  assert.equal(voices.length, 2)
  assert.deepEqual(told(issues), [
    { line: 3, field: null, kept: false },
    { line: 6, field: 'text', kept: false },
  ])
  assert.ok('raw' in issues[0]!.row && issues[0]!.row.raw === '"Torn,2025-03-02')
})
