import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { recognise } from './recognise.ts'
import { openRows } from './rows.ts'
import type { Row } from './row.ts'
import { bytesSource } from './source.ts'

async function seen(content: string) {
  const file = await openRows(bytesSource('file', Buffer.from(content)))
  const rows: Row[] = []
  for await (const batch of file.batches) rows.push(...batch)
  const found = recognise(file.headers, rows)
  const fields = Object.fromEntries(Object.entries(found.mapping).map(([field, { header }]) => [field, header]))
  return { ...found, fields }
}

const codes = ({ warnings }: { warnings: { code: string }[] }): string[] => warnings.map(({ code }) => code)

describe('a known export is recognised', () => {
  test('Google reviews, as nested JSON or dotted CSV', async () => {
    const review = {
      reviewId: 'r1',
      reviewer: { displayName: 'Ada Brandt', isAnonymous: false },
      starRating: 'FIVE',
      comment: 'Lovely',
      createTime: '2025-03-01T10:00:00.123456789Z',
    }
    const json = await seen(JSON.stringify({ reviews: [review] }))
    const csv = await seen(
      'reviewId,reviewer.displayName,starRating,comment,createTime\nr1,Ada Brandt,FIVE,Lovely,2025-03-01T10:00:00Z\n',
    )
    for (const found of [json, csv]) {
      assert.deepEqual([found.shape, found.target, found.proposal.source], ['google-reviews', 'voices', 'google'])
      assert.deepEqual(found.fields, {
        text: 'comment',
        said_at: 'createTime',
        score: 'starRating',
        external_id: 'reviewId',
        person_name: 'reviewer.displayName',
      })
      assert.deepEqual(found.proposal.score, { kind: 'star', min: 1, max: 5 })
      assert.ok(found.confidence > 0.9)
    }
  })
  test('Trustpilot, in either casing', async () => {
    for (const header of [
      'Review Id,Review Created (UTC),Review Consumer User Id,Review Username,Review Title,Review Content,Review Stars,Location Name,Domain Url',
      'Review ID,Review Created (UTC),Review Consumer User ID,Review Username,Review Title,Review Content,Review Stars,Location Name,Domain URL',
    ]) {
      const found = await seen(
        `${header}\n1,2025-03-01 10:00:00,u1,Jonas Weil,Late,It came late,2,Old Town,lindenrye.example\n`,
      )
      assert.equal(found.shape, 'trustpilot')
      assert.equal(found.fields.text, 'Review Content')
      assert.equal(found.fields.person_name, 'Review Username')
      assert.deepEqual(
        found.attributes.map((name) => name.toLowerCase()),
        ['location name', 'domain url'],
      )
    }
  })
  test('Zendesk tickets, whose subject is all the words there are', async () => {
    const found = await seen(
      'Summation column,Id,Requester,Requester id,Requester email,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Satisfaction Score\n1,77,Priya Nair,9,priya@nair.example,x,y,Shop,My order never came,late,Open,High,Mail,Problem,2025-03-01 10:00,Offered\n',
    )
    assert.equal(found.shape, 'zendesk-tickets')
    assert.deepEqual(
      [found.fields.text, found.fields.title, found.fields.person_email, found.fields.channel],
      ['Subject', undefined, 'Requester email', 'Via'],
    )
    assert.ok(found.attributes.includes('Priority') && !found.attributes.includes('Assignee'))
  })
  test('Shopify orders, without addresses and payment', async () => {
    const found = await seen(
      'Name,Email,Financial Status,Paid at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price,Created at,Billing Name,Billing Street,Payment Method,Tags\n#1001,ada@brandt.example,paid,,EUR,12.50,1,Rye loaf,6.50,2025-10-07 09:50:26 +0200,Ada Brandt,Main St 1,Card,weekly\n',
    )
    assert.deepEqual([found.shape, found.target], ['shopify-orders', 'orders'])
    assert.equal(found.fields.number, 'Name')
    assert.deepEqual(found.attributes, ['Tags'])
    assert.ok(found.unmapped.includes('Billing Street'))
  })
  test('HubSpot contacts', async () => {
    const found = await seen(
      'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Lifecycle Stage,Associated Company\n1,Leila,Haddad,leila@haddad.example,+49 30 1234567,Tom,New,2025-03-01 10:00,Customer,Haddad Design\n',
    )
    assert.deepEqual([found.shape, found.target], ['hubspot-contacts', 'persons'])
    assert.deepEqual(
      [found.fields.first_name, found.fields.company, found.fields.created_at],
      ['First Name', 'Associated Company', 'Create Date'],
    )
    assert.deepEqual(found.attributes, ['Lead Status', 'Lifecycle Stage'])
  })
  test('Formbricks responses, question by question', async () => {
    const rows = [
      '1,a1,2025-03-01 10:00,true,s1,f1,u1,web,9,The bread is always warm and fresh,Delivery,pro',
      '2,a2,2025-03-02 10:00,true,s1,f2,u2,web,6,I wish you opened earlier on Sundays,Shop,free',
      '3,a3,2025-03-03 10:00,true,s1,f3,u3,web,10,Nothing at all keep going like this,Shop,pro',
    ]
    const found = await seen(
      `No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Source,1. How likely are you to recommend us?,2. What could we do better?,3. Where did you buy?,person.plan\n${rows.join('\n')}\n`,
    )
    assert.equal(found.shape, 'formbricks-responses')
    assert.deepEqual(found.answers, [
      {
        header: '1. How likely are you to recommend us?',
        question: 'How likely are you to recommend us?',
        score: { kind: 'nps', min: 0, max: 10 },
      },
      { header: '2. What could we do better?', question: 'What could we do better?', score: null },
    ])
    assert.deepEqual(found.attributes, ['Source', '3. Where did you buy?', 'person.plan'])
  })
  test('reviews from both app shops', async () => {
    const play = await seen(
      'Package Name,App Version Code,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Star Rating,Review Title,Review Text,Review Link\nexample.linden,12,de,oriole,2025-03-01T10:00:00Z,1740823200000,4,,Schöne App,https://play.example/r\n',
    )
    assert.deepEqual(
      [play.shape, play.fields.said_at, play.fields.language],
      ['google-play-reviews', 'Review Submit Millis Since Epoch', 'Reviewer Language'],
    )
    const attributes = {
      rating: 2,
      title: 'Crashes',
      body: 'It crashes at checkout',
      reviewerNickname: 'henrik',
      createdDate: '2025-03-01T10:00:00-07:00',
      territory: 'USA',
    }
    const store = await seen(JSON.stringify({ data: [{ type: 'customerReviews', id: 'x', attributes }] }))
    assert.deepEqual(
      [store.shape, store.fields.text, store.attributes],
      ['app-store-reviews', 'attributes.body', ['attributes.territory']],
    )
  })
})

describe('an unknown file is understood by its words', () => {
  test('in a restaurant’s own list', async () => {
    const lines = Array.from({ length: 30 }, (_, i) =>
      JSON.stringify({
        split: 'train',
        text: `The soup was warm and the waiter kind, visit ${i}.`,
        rating: (i % 5) + 1,
        time: `2019-05-${(i % 28) + 1}T15:54`,
        restaurant: 'Linden & Rye',
        customer_no: 1379 + i,
        pictures: '0',
      }),
    )
    const found = await seen(lines.join('\n'))
    assert.deepEqual(found.fields, { text: 'text', score: 'rating', said_at: 'time', person_id: 'customer_no' })
    assert.deepEqual(found.attributes, ['split', 'restaurant', 'pictures'])
    assert.deepEqual([found.proposal.score, codes(found)], [{ kind: 'star', min: 1, max: 5 }, []])
    assert.ok(found.confidence > 0.8)
    assert.match(found.mapping.text!.why, /“text”/)
  })
  for (const [language, header, fields] of [
    [
      'German',
      'Datum;Kundenname;E-Mail-Adresse;Bewertung;Kommentar',
      ['Kommentar', 'Bewertung', 'Datum', 'E-Mail-Adresse', 'Kundenname'],
    ],
    ['French', 'Date;Nom client;Courriel;Note;Commentaire', ['Commentaire', 'Note', 'Date', 'Courriel', 'Nom client']],
    [
      'Spanish',
      'Fecha;Nombre;Correo electrónico;Puntuación;Opinión',
      ['Opinión', 'Puntuación', 'Fecha', 'Correo electrónico', 'Nombre'],
    ],
    [
      'Dutch',
      'Datum;Klantnaam;E-mailadres;Cijfer;Opmerking',
      ['Opmerking', 'Cijfer', 'Datum', 'E-mailadres', 'Klantnaam'],
    ],
  ] as const) {
    test(`in ${language}`, async () => {
      const found = await seen(
        `${header}\n25.03.2025;Rosa Marín;rosa@marin.example;4;Todo muy rico y a tiempo\n26.03.2025;Ada Brandt;ada@brandt.example;5;Immer frisch und freundlich hier\n`,
      )
      const { text, score, said_at: date, person_email: email, person_name: name } = found.fields
      assert.deepEqual([text, score, date, email, name], [...fields])
      assert.equal(found.target, 'voices')
    })
  }
  test('and by its values where the headers say nothing', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) =>
        `${i},2025-03-${10 + i},${(i % 5) + 1},The rye loaf was still warm when it came to us ${i},p${i}@brandt.example`,
    )
    const found = await seen(`A,B,C,D,E\n${rows.join('\n')}\n`)
    assert.deepEqual(found.fields, { text: 'D', said_at: 'B', person_email: 'E', score: 'C' })
    assert.ok(found.confidence < 0.8)
    assert.match(found.mapping.text!.why, /sentences/)
  })
  test('as contacts, even when they carry notes', async () => {
    const found = await seen(
      'Name,E-mail,Phone,Company,Notes\nAda Brandt,ada@brandt.example,+49 30 123456,,Prefers a call in the morning please\nJonas Weil,jonas@weil.example,+49 30 654321,Weil & Co,Buys rye every single Friday\n',
    )
    assert.deepEqual([found.target, found.fields.email, found.fields.phone], ['persons', 'E-mail', 'Phone'])
    assert.ok(found.attributes.includes('Notes'))
  })
  test('as orders, with decimal commas', async () => {
    const found = await seen(
      'Bestellnummer;Datum;E-Mail;Gesamtbetrag;Währung\n1001;25.03.2025;ada@brandt.example;1.012,50;EUR\n1002;26.03.2025;jonas@weil.example;7,20;EUR\n',
    )
    assert.deepEqual(
      [found.target, found.fields.number, found.fields.total, found.proposal.decimal],
      ['orders', 'Bestellnummer', 'Gesamtbetrag', ','],
    )
  })
  test('with two questions that each keep their own words', async () => {
    const found = await seen(
      'Date,What did you like?,What can we do better?\n2025-03-01,The warm bread and the smiles,Please open earlier on Sunday\n',
    )
    assert.deepEqual(
      found.answers.map(({ question }) => question),
      ['What did you like?', 'What can we do better?'],
    )
    assert.equal(found.fields.text, undefined)
  })
})

describe('scores keep their own scale', () => {
  const scale = async (header: string, values: number[]) =>
    (await seen(`comment,${header}\n${values.map((value) => `Thank you all very much,${value}`).join('\n')}\n`))
      .proposal.score
  test('recommendation runs from 0 to 10, and never over a scale of five', async () => {
    const many = Array.from({ length: 24 }, (_, i) => i % 11)
    assert.deepEqual(await scale('NPS', many), { kind: 'nps', min: 0, max: 10 })
    assert.deepEqual(
      (
        await scale(
          'Would you recommend us? score',
          many.map((value) => (value % 5) + 1),
        )
      )?.kind,
      'star',
    )
  })
  test('satisfaction, effort and stars', async () => {
    assert.deepEqual(await scale('CSAT', [1, 5, 4]), { kind: 'csat', min: 1, max: 5 })
    assert.deepEqual(await scale('CES score', [7, 5, 4]), { kind: 'ces', min: 1, max: 7 })
    assert.deepEqual(await scale('Rating', [8, 5, 4]), { kind: 'star', min: 0, max: 10 })
  })
  test('satisfaction on seven or effort on five is kept as it is, and not counted', async () => {
    const rows = Array.from({ length: 24 }, (_, i) => `Thank you all very much,${(i % 5) + 1},2025-03-01`).join('\n')
    const effort = await seen(`comment,CES,date\n${rows}\n`)
    assert.deepEqual([effort.proposal.score, effort.fields.score, effort.attributes], [null, undefined, ['CES']])
    assert.deepEqual(codes(effort), ['other_scale'])
    const satisfied = await seen(
      'comment,Satisfaction,date\nThank you all very much,7,2025-03-01\nThank you once more then,5,2025-03-01\n',
    )
    assert.deepEqual([satisfied.proposal.score, codes(satisfied)], [null, ['other_scale']])
  })
  test('stars of ten are said to become stars of five', async () => {
    assert.deepEqual(codes(await seen('comment,Rating,date\nThank you all very much,8,2025-03-01\n')), ['other_scale'])
  })
})

describe('the preview warns', () => {
  test('when nothing holds words, or nothing a date', async () => {
    assert.deepEqual(codes(await seen('rating,shop\n5,Old Town\n4,Old Town\n3,Old Town\n')), ['no_text', 'no_date'])
  })
  test('when days and months cannot be told apart, or are mixed', async () => {
    assert.deepEqual(codes(await seen('comment,date\nGood bread as ever,03/04/2025\n')), ['ambiguous_dates'])
    assert.deepEqual(
      codes(await seen('comment,date\nGood bread as ever,25/04/2025\nBad bread as never,04/25/2025\n')),
      ['mixed_dates'],
    )
  })
  test('when columns had one name, and when there are no rows', async () => {
    assert.deepEqual(codes(await seen('Comment,Comment,date\n')), ['no_rows', 'renamed_columns'])
  })
  test('and never fails on what it cannot make out', async () => {
    const found = await seen('a,b\n1,2\n')
    assert.equal(found.target, 'voices')
    assert.equal(found.confidence, 0)
    assert.ok(codes(found).includes('no_text'))
  })
})
