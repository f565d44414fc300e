/**
 * Machines under people's eyes, across all capabilities: what runs by itself is declared, none of it is irreversible, a
 * switch truly stops it, and every verdict can be made again from what is kept.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { releaseApprovals } from '#trust'
import { CAST, openWorld, type Asker } from '#test/world'
import { automations, jobRows, subscriptions } from '../server/app.ts'

const letters: string[] = []
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    let text = ''
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    stream.on('end', () => {
      // Invitations are mailed, too.
      if (text.includes('Did you feel heard')) letters.push(text)
      done()
    })
  },
})
post.listen(0, '127.0.0.1')
await once(post.server, 'listening')
const { port } = post.server.address() as AddressInfo
after(() => new Promise<void>((done) => post.close(() => done())))

const world = await openWorld(after, { env: { SMTP_URL: `smtp://127.0.0.1:${port}` } })

/** Work by the clock or on hearing of something that gives no verdict about anybody: counting, keeping, tidying. */
const HOUSEKEEPING: Record<string, string> = {
  'trust.release-approvals': 'sends on what a person has just approved',
  'trust.make-backup': 'keeps a copy of everything for the day it is needed',
  'trust.seal-audit': 'seals the log of what people did',
  'trust.mail-confirmation': 'asks an address whether it agreed, after somebody typed it in',
  'trust.mail-link': 'sends a link somebody asked for',
  'trust.erase': 'does what a person asked for by right and a member let go',
  'trust.let-go': 'deletes by the rules an owner set after seeing what would go',
  'act.forget-crises': 'deletes emergencies a person closed, after the days an owner arranged',
}
const KEEPS_HOUSE = [/^measure\./, /^sample\./, /^listen\./]

test('everything that runs by itself is in the register, or known to be housekeeping', () => {
  const declared = new Set(automations.flatMap((row) => row.runs))
  const running = [...subscriptions.map((row) => row.name), ...jobRows.map((row) => row.queue)]
  assert.deepEqual(
    running.filter(
      (name) => !declared.has(name) && !(name in HOUSEKEEPING) && !KEEPS_HOUSE.some((one) => one.test(name)),
    ),
    [],
  )
  assert.deepEqual(
    [...declared].filter((name) => !running.includes(name)),
    [],
  )
})

test('nothing a machine does by itself is irreversible, and each says how it is taken back', () => {
  assert.ok(automations.length >= 10)
  assert.equal(new Set(automations.map((row) => row.key)).size, automations.length)
  for (const row of automations) {
    assert.equal(row.irreversible, false, row.key)
    for (const told of [row.name, row.does, row.affects, row.decides, row.off, row.back])
      assert.ok(told.length > 10, row.key)
    assert.ok(row.choices.includes(row.standard), row.key)
    if (row.kind === 'message') assert.ok(row.letter && row.standard !== 'on', `${row.key} would leave by itself`)
  }
})

const ANGRY = 'This is terrible. I waited three hours, nobody came, and I am very angry.'
const say = async (asker: Asker, text: string, more: object = {}): Promise<string> => {
  const answer = await asker.post('/voices', { text, ...more })
  assert.equal(answer.status, 201, answer.text)
  return (answer.body.ids ?? answer.body.data.map((row: { id: string }) => row.id))[0]
}
const turn = async (asker: Asker, key: string, state: string): Promise<void> => {
  const answer = await asker.put(`/automations/${key}/state`, { state, why: 'to see' })
  assert.equal(answer.status, 200, answer.text)
}
const caseOf = async (asker: Asker, voiceId: string) => (await asker.get(`/voices/${voiceId}/case`)).body.data

test('reading off: nothing is read, what was read stays, and on again it catches up', async () => {
  const maren = await world.owner()
  const before = await say(maren, ANGRY)
  await world.settled()
  await turn(maren, 'understand.read', 'off')
  const [meanwhile, low] = [
    await say(maren, `${ANGRY} Again.`),
    await say(maren, 'Hm.', { score: { kind: 'star', value: 1 } }),
  ]
  await world.settled()
  assert.equal((await maren.get(`/voices/${before}`)).body.reading.sentiment, 'negative')
  assert.equal((await maren.get(`/voices/${meanwhile}`)).body.reading, null)
  assert.equal(await caseOf(maren, meanwhile), null)
  assert.ok(await caseOf(maren, low), 'a low score still comes to Today: nothing has to be read for that')
  const why = (await maren.get(`/voices/${meanwhile}/explanation`)).body
  assert.equal(why.verdict.key, 'verdict.off')
  await turn(maren, 'understand.read', 'on')
  await world.settled()
  assert.equal((await maren.get(`/voices/${meanwhile}`)).body.reading.sentiment, 'negative')
  assert.ok(await caseOf(maren, meanwhile))
})

test('reading again off: another version leaves what was read as it is', async () => {
  const { rereadAll } = await import('../server/understand/readings/reread.ts')
  const maren = await world.owner()
  const id = await say(maren, ANGRY)
  await world.settled()
  const age = () =>
    world.app.db.inWorkspace(maren.workspaceId, (tx) =>
      sql`update understand.reading set version = 'reader-0' where workspace_id = platform.workspace()`.execute(tx),
    )
  await age()
  await turn(maren, 'understand.reread', 'off')
  await rereadAll(world.app)
  assert.equal((await maren.get(`/voices/${id}`)).body.reading.version, 'reader-0')
  const why = (await maren.get(`/voices/${id}/explanation`)).body
  assert.deepEqual([why.decidedBy.version, why.holds, why.sum], ['reader-0', null, null])
  await turn(maren, 'understand.reread', 'on')
  await rereadAll(world.app)
  assert.notEqual((await maren.get(`/voices/${id}`)).body.reading.version, 'reader-0')
})

test('opening off: nobody is put on Today but those who may be in danger, and on again it catches up', async () => {
  const maren = await world.owner()
  await turn(maren, 'act.open-cases', 'off')
  const angry = await say(maren, ANGRY)
  const danger = await say(maren, 'I want to kill myself, I cannot go on.')
  await world.settled()
  assert.equal(await caseOf(maren, angry), null)
  assert.ok(await caseOf(maren, danger))
  await turn(maren, 'act.open-cases', 'on')
  await world.settled()
  assert.ok(await caseOf(maren, angry))
})

test('the order off: whoever waits longest stands first', async () => {
  const maren = await world.owner()
  const now = world.app.clock.now().getTime()
  const at = (hours: number) => new Date(now - hours * 3_600_000).toISOString()
  const mild = await say(maren, 'When do you open? Please tell me soon.', {
    saidAt: at(9),
    score: { kind: 'star', value: 2 },
  })
  const strong = await say(maren, ANGRY, { saidAt: at(5), score: { kind: 'star', value: 1 } })
  await world.settled()
  const order = async () => (await maren.get('/today')).body.now.map((row: { voiceId: string }) => row.voiceId)
  assert.deepEqual(await order(), [strong, mild])
  await turn(maren, 'act.order', 'off')
  assert.deepEqual(await order(), [mild, strong])
})

test('duplicates: a pair says why, is kept apart and brought back; off, none are suggested', async () => {
  const maren = await world.owner()
  for (const email of ['ada@brandt.example', 'ada.b@brandt.example'])
    await maren.post('/persons', { name: 'Ada Brandt', identities: [{ kind: 'email', value: email }] })
  const pairs = async () => (await maren.get('/persons/duplicates')).body.data
  const [pair] = await pairs()
  const ids = `a=${pair.a.id}&b=${pair.b.id}`
  const why = (await maren.get(`/persons/duplicates/explanation?${ids}`)).body
  assert.deepEqual([why.verdict.key, why.holds, why.saw.length], ['verdict.alike', true, 2])
  await maren.put('/persons/duplicates/apart', { a: pair.a.id, b: pair.b.id })
  assert.deepEqual(await pairs(), [])
  assert.equal((await maren.get(`/persons/duplicates/explanation?${ids}`)).body.decidedBy.kind, 'person')
  await maren.delete(`/persons/duplicates/apart?${ids}`)
  assert.equal((await pairs()).length, 1)
  await turn(maren, 'people.duplicates', 'off')
  assert.deepEqual(await pairs(), [])
})

test('guessing at columns: each guess says why and comes out the same again; off, every column is left to a person', async () => {
  const maren = await world.owner()
  const file = 'date,comment,stars\n2026-01-02,The bread was stale and nobody cared,1\n2026-01-03,Lovely people,5\n'
  const bringIn = async () => (await maren.post('/imports?name=reviews.csv', new TextEncoder().encode(file))).body
  const guessed = await bringIn()
  assert.equal(guessed.mapping.fields.text, 'comment')
  const why = (await maren.get(`/imports/${guessed.id}/explanation`)).body
  assert.deepEqual([why.holds, why.decidedBy.version], [true, 'columns-1'])
  assert.ok(why.saw.some((one: { quote: string; figure: number }) => one.quote === 'comment' && one.figure > 0.6))
  await turn(maren, 'listen.mapping', 'off')
  const bare = await bringIn()
  assert.deepEqual(
    [bare.mapping.fields, bare.mapping.answers, bare.mapping.attributes, bare.preview.found],
    [{}, [], [], {}],
  )
  assert.equal((await maren.post(`/imports/${bare.id}/run`, {})).status >= 400, true)
})

/** Nobody is written to at night: the day is chosen, whenever the tests run. */
const atNoon = (): void => {
  const noon = new Date()
  noon.setUTCHours(12, 0, 0, 0)
  world.travel(noon)
}

test('a letter a program asks for waits, is shown as it would leave, can be declined, taken back, and let go', async () => {
  atNoon()
  const maren = await world.owner()
  const tom = await world.member(maren, 'teammate')
  const id = await say(maren, ANGRY, { person: { name: 'Ada Brandt', email: 'ada@brandt.example' } })
  await world.settled()
  const found = await caseOf(maren, id)
  await maren.put(`/cases/${found.id}/resolution`, { cause: 'waiting', done: 'called back', note: 'She was glad.' })
  const key = (await maren.post('/keys', { name: 'till', scopes: ['read', 'act'] })).body.key
  const asked = await world.stranger.ask(
    'POST',
    `/cases/${found.id}/heard-question`,
    {},
    { authorization: `Bearer ${key}` },
  )
  assert.deepEqual([asked.status, asked.body.mailed, asked.body.waits], [200, false, true])
  await world.stranger.ask('POST', `/cases/${found.id}/heard-question`, {}, { authorization: `Bearer ${key}` })
  const list = async () => (await tom.get('/approvals')).body.data
  const [waiting, ...more] = await list()
  assert.deepEqual(
    [more.length, waiting.letter.to, waiting.askedBy, waiting.status],
    [0, 'ada@brandt.example', 'till', 'waiting'],
  )
  assert.match(waiting.letter.text, /Did you feel heard/)
  const told = async (asker: Asker) => (await asker.get('/today')).body.banners
  assert.deepEqual(await told(tom), { approvals: 1, helpLines: false }, 'Today tells whoever may let it go')
  const ines = await world.member(maren, 'observer', CAST.ines)
  assert.deepEqual(await told(ines), { approvals: 0, helpLines: false })
  const decision = `/approvals/${waiting.id}/decision`
  const byKey = await world.stranger.ask('PUT', decision, { decision: 'approved' }, { authorization: `Bearer ${key}` })
  assert.equal(byKey.status, 403)
  await tom.put(decision, { decision: 'declined' })
  assert.equal((await list())[0].status, 'declined')
  await tom.delete(decision)
  await tom.put(decision, { decision: 'approved' })
  await releaseApprovals(world.app, maren.workspaceId)
  await world.settled()
  assert.deepEqual([letters.length, (await list())[0].status], [0, 'approved'], 'it can still be taken back')
  await tom.delete(decision)
  assert.equal((await list())[0].status, 'waiting')
  await tom.put(decision, { decision: 'approved' })
  world.travel(new Date(world.app.clock.now().getTime() + 60_000))
  await releaseApprovals(world.app, maren.workspaceId)
  await world.settled()
  assert.equal(letters.length, 1)
  assert.match(letters[0]!, /ada@brandt\.example/)
  assert.deepEqual(await list(), [])
  assert.equal((await told(tom)).approvals, 0)
  assert.equal((await tom.delete(decision)).body.code, 'approval_decided')
  const steps = (await maren.get(`/cases/${found.id}`)).body.steps
  assert.ok(
    steps.some(
      (step: { kind: string; by: { name: string } }) => step.kind === 'asked' && step.by.name === 'Tom Okafor',
    ),
  )
  world.travel(new Date())
})

test('until somebody has looked through the help lines, Today reminds the owner, and nobody else', async () => {
  const maren = await world.owner()
  const yusuf = await world.member(maren, 'manager', CAST.yusuf)
  const reminded = async (asker: Asker) => (await asker.get('/today')).body.banners.helpLines
  assert.deepEqual([await reminded(maren), await reminded(yusuf)], [true, false])
  await maren.put('/emergencies/help-lines', { data: [{ name: 'Emergency number', number: '112' }] })
  assert.equal(await reminded(maren), false)
})

test('a teammate’s press mails at once; with the letter off nothing is mailed, and the link is still there', async () => {
  atNoon()
  const maren = await world.owner()
  const before = letters.length
  const closed = async (email: string) => {
    const id = await say(maren, `${ANGRY} ${email}`, { person: { name: 'Ada Brandt', email } })
    await world.settled()
    const found = await caseOf(maren, id)
    await maren.put(`/cases/${found.id}/resolution`, { cause: 'waiting', done: 'called', note: 'Fine.' })
    return `/cases/${found.id}/heard-question`
  }
  assert.equal((await maren.post(await closed('one@brandt.example'), {})).body.mailed, true)
  assert.equal(letters.length, before + 1)
  await turn(maren, 'act.heard-mail', 'off')
  const { mailed, link } = (await maren.post(await closed('two@brandt.example'), {})).body
  assert.equal(mailed, false)
  assert.match(link, /\/h\//)
  assert.equal(letters.length, before + 1)
})

test('a voice’s explanation adds up to the score that is stored, in any language and also where a person said otherwise', async () => {
  const maren = await world.owner()
  const texts = [
    ANGRY,
    'The bread was wonderful, thank you so much!',
    'The cake was lovely but the delivery was late and cold.',
    'Das Brot war alt und niemand hat sich gekümmert.',
    'Le pain était délicieux, merci.',
    'Where is my order?',
  ]
  const ids: string[] = []
  for (const text of texts) ids.push(await say(maren, text))
  await world.settled()
  await maren.put(`/voices/${ids[1]}/correction`, { family: 'anger', note: 'meant ironically' })
  for (const [at, id] of ids.entries()) {
    const why = (await maren.get(`/voices/${id}/explanation`)).body
    assert.equal(why.holds, true, texts[at])
    const total = why.sum.parts.reduce((sum: number, part: { figure: number }) => sum + part.figure, 0)
    assert.ok(Math.abs(total - why.sum.result) < 1e-9, texts[at])
    assert.equal(why.decidedBy.kind, at === 1 ? 'person' : 'model')
  }
  await world.app.db.inWorkspace(maren.workspaceId, (tx) =>
    sql`update understand.reading set sentiment_score = 0.9 where workspace_id = platform.workspace() and voice_id = ${ids[0]}`.execute(
      tx,
    ),
  )
  assert.equal(
    (await maren.get(`/voices/${ids[0]}/explanation`)).body.holds,
    false,
    'a score that was tampered with shows',
  )
})

test('what led to a verdict stands before what spoke against it', async () => {
  const maren = await world.owner()
  const id = await say(
    maren,
    'It used to be a lovely shop. Now the bread is stale, the staff are rude, nobody answers and I feel cheated.',
  )
  await world.settled()
  const why = (await maren.get(`/voices/${id}/explanation`)).body
  const seen: string[] = why.saw.map((one: { what: { key: string } }) => JSON.stringify(one.what))
  const last = seen.findLastIndex((what) => what.includes('"saw.negative"'))
  const first = seen.findIndex((what) => what.includes('"saw.positive"'))
  assert.ok(first > 0 && last >= 0 && last < first, seen.join('\n'))
})

test('a case’s explanation gives its rule, its strength and its place, and Today stands in that order', async () => {
  const maren = await world.owner()
  const now = world.app.clock.now().getTime()
  const texts = [
    [ANGRY, 1, 3],
    ['When do you open on Sunday? Please answer soon, I need to know today.', null, 30],
    ['I am leaving. I will never order here again.', 2, 8],
    ['Meh.', 1, 100],
    ['The soup was cold and I am disappointed.', 2, 60],
    ['Third time I write. The bread came stale again.', 1, 12],
  ] as const
  for (const [text, stars, hours] of texts)
    await say(maren, text, {
      saidAt: new Date(now - hours * 3_600_000).toISOString(),
      person: { name: 'Ada Brandt', email: `a${hours % 3}@brandt.example` },
      ...(stars ? { score: { kind: 'star', value: stars } } : {}),
    })
  await world.settled()
  const rows = (await maren.get('/today')).body.now
  assert.ok(rows.length >= 4)
  const places: number[] = []
  for (const row of rows) {
    const why = (await maren.get(`/cases/${row.id}/explanation`)).body
    assert.equal(why.holds, true, row.sentence)
    const product = why.sum.parts.reduce((all: number, part: { figure: number }) => all * part.figure, 1)
    assert.ok(
      Math.abs(product - why.sum.result) <= 0.01 * Math.max(1, product) + 0.02,
      `${product} is not ${why.sum.result}`,
    )
    assert.ok(Math.abs(why.sum.result - row.attention) < 0.05)
    places.push(why.sum.result)
  }
  assert.deepEqual(
    places,
    places.toSorted((a, b) => b - a),
  )
  await world.app.db.inWorkspace(maren.workspaceId, (tx) =>
    sql`update act.case set strength = 0.11 where workspace_id = platform.workspace() and id = ${rows[0].id}`.execute(
      tx,
    ),
  )
  assert.equal((await maren.get(`/cases/${rows[0].id}/explanation`)).body.holds, false)
})

test('off Today by hand: it is kept with its reason, stays off when weighed again, is counted, and can be undone', async () => {
  const maren = await world.owner()
  const id = await say(maren, ANGRY)
  const other = await say(maren, `${ANGRY} And cold.`)
  await world.settled()
  assert.equal(
    (await maren.put(`/voices/${id}/override`, { because: 'nobody_waits', note: 'A thank-you in disguise' })).status,
    200,
  )
  assert.equal(await caseOf(maren, id), null)
  await maren.put(`/voices/${id}/correction`, { kind: 'complaint' })
  await world.settled()
  assert.equal(await caseOf(maren, id), null)
  const kept = (await maren.get(`/voices/${id}/override`)).body.data
  assert.deepEqual([kept.because, kept.byName], ['nobody_waits', 'Maren Lind'])
  const counted = (await maren.get('/today/disagreements')).body
  assert.deepEqual([counted.all.verdicts, counted.all.disagreed, counted.all.show], [2, 1, 'counts-only'])
  await maren.delete(`/voices/${id}/override`)
  assert.ok(await caseOf(maren, id))
  const found = await caseOf(maren, other)
  await maren.post(`/cases/${found.id}/notes`, { text: 'Called her.' })
  assert.equal((await maren.put(`/voices/${other}/override`, { because: 'other' })).body.code, 'case_worked_on')
})

test('off Today by several hands in the same moment is off once, and nobody is told of a mistake', async () => {
  const maren = await world.owner()
  const id = await say(maren, ANGRY)
  await world.settled()
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => maren.put(`/voices/${id}/override`, { because: 'nobody_waits' })),
  )
  assert.ok(answers.some(({ status }) => status === 200))
  assert.deepEqual(
    answers.filter(({ status, body }) => status !== 200 && body.code !== 'case_not_found').map(({ text }) => text),
    [],
  )
  assert.equal((await maren.get('/today/disagreements')).body.all.disagreed, 1)
})

test('words that may speak of danger are not taken off Today, by nobody', async () => {
  const maren = await world.owner()
  const id = await say(maren, 'I want to kill myself, I cannot go on.')
  await world.settled()
  assert.equal((await maren.put(`/voices/${id}/override`, { because: 'misread' })).body.code, 'emergency_stays')
  const key = (await maren.post('/keys', { name: 'till', scopes: ['read', 'act'] })).body.key
  const byKey = await world.stranger.ask(
    'PUT',
    `/voices/${id}/override`,
    { because: 'misread', note: 'no' },
    { authorization: `Bearer ${key}` },
  )
  assert.equal(byKey.body.code, 'person_needed')
  assert.ok(await caseOf(maren, id))
})

test('corrections are counted by what the reader had said, by language and month, with an interval or too few to say', async () => {
  const maren = await world.owner()
  const ids: string[] = []
  for (let nth = 0; nth < 12; nth += 1) ids.push(await say(maren, `${ANGRY} ${nth}`))
  await world.settled()
  await maren.put(`/voices/${ids[0]}/correction`, { sentiment: 'neutral' })
  await maren.put(`/voices/${ids[1]}/correction`, { sentiment: 'negative' })
  const found = (await maren.get('/models/reader/disagreements')).body
  const negative = found.by
    .find((one: { dimension: string }) => one.dimension === 'sentiment')
    .rows.find((row: { value: string }) => row.value === 'negative')
  assert.deepEqual([negative.verdicts, negative.disagreed, negative.show], [12, 1, 'interval-first'])
  assert.ok(negative.low < 1 / 12 && negative.high > 1 / 12)
  assert.deepEqual(
    found.by.map((one: { dimension: string }) => one.dimension),
    ['sentiment', 'kind', 'language', 'month'],
  )
})

test('the reader of this installation is checked with pairs of sentences, and the figures are kept with version and date', async () => {
  const maren = await world.owner()
  const asked = await maren.post('/fairness/swaps', {})
  assert.equal(asked.status, 202)
  const until = Date.now() + 60_000
  let last = asked.body
  while (last.status !== 'done' && Date.now() < until) {
    await new Promise((done) => setTimeout(done, 100))
    ;[last] = (await maren.get('/fairness/swaps')).body.data
  }
  assert.equal(last.status, 'done')
  assert.match(last.version, /^reader-/)
  const group = (what: string) => last.groups.find((one: { what: string }) => one.what === what)
  assert.deepEqual(
    [group('gender-names').passes, group('gender-names').largest, group('gender-names').n],
    [true, 0, 336],
  )
  assert.deepEqual([group('disability').passes, group('disability').worst], [true, null])
  assert.ok(group('dialect').n >= 12 && typeof group('dialect').worst?.one === 'string')
  assert.equal(last.done, last.total)
})

test('groups of the workspace: who is put first how often, and nothing is claimed of a handful', async () => {
  const maren = await world.owner()
  const many = async (count: number, team: string, angry: number) => {
    const voices = Array.from({ length: count }, (_, nth) => ({
      text: nth < angry ? `${ANGRY} ${team} ${nth}` : `The bread was wonderful, thank you. ${team} ${nth}`,
      person: { name: `Ada Brandt ${team}`, email: `${team}${nth}@brandt.example`, attributes: { town: team } },
    }))
    assert.equal((await maren.post('/voices', { voices })).status, 201)
  }
  await many(40, 'north', 30)
  await many(40, 'south', 8)
  await many(4, 'east', 2)
  await world.settled()
  const { measures, attributes } = (await maren.get('/fairness/groups?by=attribute:town')).body
  assert.deepEqual(attributes, ['town'])
  const [today] = measures
  assert.deepEqual(
    today.groups.map((row: { value: string; n: number; chosen: number }) => [row.value, row.n, row.chosen]),
    [
      ['north', 40, 30],
      ['south', 40, 8],
    ],
  )
  assert.deepEqual([today.verdict, today.flagged, today.leftOut, today.test], ['differs', true, 1, 'fisher'])
  assert.ok(Math.abs(today.ratio - 8 / 30) < 1e-9 && today.p < 0.001)
  assert.equal((await maren.get('/fairness/groups?by=channel')).body.measures[0].verdict, 'too-few')
})
