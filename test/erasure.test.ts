/**
 * Somebody who asked to be forgotten leaves no words behind. A marker is written into every column that can hold words, of
 * every table that exists, on the rows of one person; they are erased; and the marker is looked for everywhere. The tables
 * and columns come from the database and the declarations, so that a new one cannot be forgotten.
 */
import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import pg from 'pg'
import { newId, readConfig } from '#platform'
import { recount } from '#measure'
import {
  eraseNow,
  erasePerson,
  finishErasure,
  nextStep,
  openRequest,
  readBackup,
  replayErasures,
  stepsOf,
  whoseRows,
  writeBackup,
} from '#trust'
import { recordOrders } from '#people'
import { openTestSource } from '#test/database'
import { columnsOf, findMarker as findIn, type Column } from '#test/marker'
import { openWorld } from '#test/world'
import { holdings, wire } from '../server/app.ts'

const MARKER = 'zqmarkervx'
const SECRET = 'a secret for tests only, 32 letters or more'
const WORDS = /^(text|character varying.*|character.*|jsonb|json|text\[\]|name)$/

// Events are heard, jobs are not done: what an erasure does is called step by step, and nobody else goes on with it.
after(() => world.app.events.stop())
const world = await openWorld(after, { work: false })
await world.app.events.start(world.app)
const maren = await world.owner()
const owner = new pg.Client({ ...world.app.db.source.owner, application_name: 'heed:test' })
owner.on('error', () => undefined)
before(() => owner.connect())
after(() => owner.end())

const columns = () => columnsOf(owner)
const plain = (table: string) => table.replaceAll('"', '')
const holdingOf = (table: string) => holdings.find((holding) => holding.table === plain(table))

const findMarker = (client: pg.Client, folder: string) => findIn(client, folder, MARKER)

/** Everything a business may come to keep about one person, by the ways it really comes in. */
async function live(name: string, address: string, whole = true): Promise<{ personId: string; otherId: string }> {
  const heard = await maren.post(
    '/voices',
    {
      text: `This is terrible, I waited three hours and nobody came. I am furious. ${name}`,
      title: 'Never again',
      person: { name, email: address },
      score: { kind: 'star', value: 1 },
      source: 'google',
    },
    { 'idempotency-key': `key of ${address}` },
  )
  const voiceId = heard.body.data[0].id as string
  if (whole) await world.settled()
  const personId = (await maren.get(`/persons?q=${encodeURIComponent(address)}`)).body.data[0].id as string
  const other = await maren.post('/persons', {
    name: `${name} again`,
    identities: [{ kind: 'email', value: `2${address}` }],
  })
  await maren.put(`/persons/${other.body.id}/merge`, { into: personId })
  await world.app.db.inWorkspace(maren.workspaceId, (tx) =>
    recordOrders(tx, maren.workspaceId, [
      {
        personId,
        source: 'shop',
        number: address,
        orderedAt: new Date('2026-03-04T10:20:00Z'),
        totalMinor: 4200,
        currency: 'EUR',
        items: [{ name: 'Birthday cake', quantity: 1 }],
      },
    ]),
  )
  if (whole) await handle(voiceId, name)
  await agree(personId, name, address)
  await maren.post('/views', { name: `All of ${address}`, filter: { q: address } })
  if (whole) await world.settled()
  return { personId, otherId: other.body.id as string }
}

/** What a consent says cannot be written over later, so it says it from the beginning. */
async function agree(personId: string, name: string, address: string): Promise<void> {
  const given = await maren.post(`/persons/${personId}/consent`, {
    purpose: 'news',
    channel: 'email',
    act: 'given',
    shown: `I, ${address}, want to hear of new bread`,
    note: `${name}, ${address}, at the counter`,
  })
  assert.equal(given.status, 201, given.text)
  await maren.post(`/persons/${personId}/contact`, { purpose: 'answers', channel: 'email' })
  await maren.post(`/persons/${personId}/bounces`, { channel: 'email', address, why: `550 for ${address}` })
  await maren.delete(`/persons/${personId}/preference-link`)
  // Both come with a mail server, which this world has none of.
  await owner.query(
    `insert into trust.confirmation (workspace_id, id, person_id, purpose, channel, language, asked_at, expires_at) values ($1, $2, $3, 'news', 'email', 'en', now(), now())`,
    [maren.workspaceId, newId(), personId],
  )
  await owner.query(
    `insert into trust.link_request (workspace_id, id, email, hash, language, at) values ($1, $2, $3, 'x', 'en', now())`,
    [maren.workspaceId, newId(), address],
  )
}

/** What people decided about the machines' work on them. */
async function overseen({ personId, otherId }: { personId: string; otherId: string }): Promise<void> {
  const { workspaceId } = maren
  await owner.query(
    `insert into trust.approval (workspace_id, id, automation, subject, person_id, asked_by, asked_at) values ($1, $2, 'act.heard-mail', $2, $3, 'till', now())`,
    [workspaceId, newId(), personId],
  )
  await owner.query(
    `insert into act.override (workspace_id, voice_id, rule, weight, because, by_name, at, opened_at)
     select $1, id, 'strong', 1, 'misread', 'Maren Lind', now(), now() from listen.voice where workspace_id = $1 and person_id = $2 limit 1`,
    [workspaceId, personId],
  )
  await owner.query(
    `insert into people.apart (workspace_id, one_id, other_id, by_name, at) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'Maren Lind', now())`,
    [workspaceId, personId, otherId],
  )
}

async function handle(voiceId: string, name: string): Promise<void> {
  await maren.put(`/voices/${voiceId}/correction`, { sentiment: 'mixed', note: `${name} was joking` })
  const cases = await maren.get('/today')
  const ofThis = [...cases.body.now].find((row: { voiceId: string }) => row.voiceId === voiceId)
  assert.ok(ofThis, 'there is a case to erase')
  await maren.post(`/cases/${ofThis.id}/notes`, { text: `Call ${name} on Monday` })
}

/** An import that waits, with a file, and rows that could not be kept. */
async function bringFile(address: string, packed: boolean): Promise<string> {
  const body = `name,email,text\nAda,${address},Lovely bread and a long wait\n`
  const made = await maren.ask(
    'POST',
    `/imports?name=${packed ? 'a.csv.gz' : 'a.csv'}`,
    packed ? new Uint8Array(gzipSync(body)) : body,
    {
      'content-type': 'application/octet-stream',
    },
  )
  assert.equal(made.status, 201, made.text)
  return made.body.id as string
}

/** Rows of a table: the person's, or those that name them where nobody's rows are told apart. As places (ctid). */
async function placesOf(table: string, personIds: string[], address: string): Promise<string[]> {
  const theirs = whoseRows(holdings, plain(table), personIds, 'ctid')
  if (theirs)
    return world.app.db.inWorkspace(maren.workspaceId, async (tx) =>
      (await sql<{ place: string }>`select ctid::text as place from (${theirs}) as theirs`.execute(tx)).rows.map(
        (row) => row.place,
      ),
    )
  if (!holdingOf(table)?.forget) return []
  const named = `workspace_id = $1 and (t::text ilike $2 or t::text ilike any($3))`
  const voices = await owner.query<{ id: string }>('select id from listen.voice where person_id = any($1)', [personIds])
  const { rows } = await owner.query<{ place: string }>(`select ctid::text as place from ${table} t where ${named}`, [
    maren.workspaceId,
    `%${address}%`,
    voices.rows.map(({ id }) => `%${id}%`),
  ])
  return rows.map((row) => row.place)
}

/**
 * Writes the marker beside what stands in every column of a row that takes it. What a check, a key or a length refuses
 * cannot hold words; everything else can, and must be empty of it later.
 */
async function plant(
  table: string,
  place: string,
  all: Column[],
  mark: string,
): Promise<{ planted: string[]; closed: string[] }> {
  const stays = holdingOf(table)?.stays ?? {}
  const planted: string[] = []
  const closed: string[] = []
  let at = place
  for (const one of all.filter((column) => column.table === table && !column.generated && WORDS.test(column.type))) {
    if (Object.hasOwn(stays, one.column)) continue
    const name = pg.escapeIdentifier(one.column)
    const added = `jsonb_build_object('planted', '${mark}', 'list', jsonb_build_array(jsonb_build_object('deep', '${mark}')))`
    const value =
      one.type === 'text[]'
        ? `array['${mark} ' || gen_random_uuid()]`
        : one.type.startsWith('json')
          ? `(case when jsonb_typeof(${name}::jsonb) = 'object' then ${name}::jsonb else '{}'::jsonb end || ${added})::${one.type}`
          : `'${mark} ' || gen_random_uuid()`
    try {
      const { rows } = await owner.query(
        `update ${table} set ${name} = ${value} where ctid = $1 returning ctid::text as place`,
        [at],
      )
      assert.equal(rows.length, 1, `${table}.${one.column}`)
      at = rows[0].place
      planted.push(`${plain(table)}.${one.column}`)
    } catch (error) {
      assert.match(String((error as { code?: string }).code), /^2[23]/, `${table}.${one.column}: ${String(error)}`)
      closed.push(`${plain(table)}.${one.column}`)
    }
  }
  return { planted, closed }
}

/** Persons first: what imports and views are searched for is known by their names and addresses. */
async function plantEverywhere(personId: string, address: string): Promise<{ planted: string[]; closed: string[] }> {
  const ids = (await world.app.db.inWorkspace(maren.workspaceId, (tx) => world.app.persons.whole(tx, personId)))!.ids
  const all = await columns()
  const places: [string, string[]][] = []
  for (const { table } of holdings) {
    const quoted = all.find((one) => plain(one.table) === table)!.table
    const found = await placesOf(quoted, ids, address)
    const told = whoseRows(holdings, table, ids, 'ctid') !== null || holdingOf(table)?.forget !== undefined
    assert.ok(!told || found.length > 0, `nothing of theirs in ${table} to erase: the test must put something there`)
    places.push([quoted, found])
  }
  const done = { planted: new Set<string>(), closed: new Set<string>() }
  // How they are recognised holds the marker already, and is what the rest is found by.
  for (const [table, found] of places.filter(([table]) => table !== 'people.identity'))
    for (const place of found) {
      // Their own rows hold the marker alone; rows of nobody's in particular are found by what identifies them.
      const own = whoseRows(holdings, plain(table), ids, 'ctid') !== null
      const { planted, closed } = await plant(table, place, all, own ? MARKER : address)
      planted.forEach((one) => done.planted.add(one))
      closed.forEach((one) => done.closed.add(one))
    }
  return { planted: [...done.planted].sort(), closed: [...done.closed].sort() }
}

test('every table says whose its rows are, or that they can be nobody’s', async () => {
  const silent = holdings.filter(({ person, through, forget, nobody }) => !person && !through && !forget && !nobody)
  assert.deepEqual(
    silent.map(({ table }) => table),
    [],
  )
})

test('columns that stay are there', async () => {
  const all = new Set((await columns()).map((one) => `${plain(one.table)}.${one.column}`))
  const wrong = holdings.flatMap(({ table, stays, strip, words, unexported }) =>
    [...Object.keys(stays ?? {}), ...Object.keys(strip?.set ?? {}), ...Object.keys(words ?? {}), ...(unexported ?? [])]
      .map((column) => `${table}.${column}`)
      .filter((name) => !all.has(name)),
  )
  assert.deepEqual(wrong, [])
})

/** What others keep must not be touched. */
const ordersOf = async () =>
  (
    await owner.query(
      `select total_minor, currency, ordered_at::date::text as day from people.orders order by total_minor`,
    )
  ).rows
const digestOf = async (personId: string) => {
  const picture: Record<string, unknown> = {}
  const quoted = new Map((await columns()).map((one) => [plain(one.table), one.table]))
  for (const { table } of holdings) {
    const theirs = whoseRows(holdings, table, [personId], 'ctid')
    if (!theirs) continue
    picture[table] = await world.app.db.inWorkspace(maren.workspaceId, async (tx) => {
      const { rows } = await sql<{ digest: string }>`
        select md5(string_agg(t::text, '' order by t::text)) as digest from ${sql.raw(quoted.get(table)!)} t where ctid = any(array(${theirs}))`.execute(
        tx,
      )
      return rows[0]?.digest ?? null
    })
  }
  return picture
}
const totals = async () => {
  await recounted()
  const { rows } = await owner.query(
    `select dimension, day::text, value, voices, sentiment_negative, sentiment_mixed, star_1, star_sum from measure.day_count
      where workspace_id = $1 and dimension = '' order by 1, 2, 3`,
    [maren.workspaceId],
  )
  return rows
}
async function recounted(): Promise<void> {
  await recount(world.app, maren.workspaceId, { anew: true })
}

test(
  'a person who asked to be forgotten leaves no words behind, also not out of an older backup',
  { timeout: 300_000 },
  async () => {
    const address = `ada.${MARKER}@marker.example`
    const ada = await live('Ada Brandt', address)
    const tomas = await live('Tomas Weil', 'tomas.weil@control.example')
    await bringFile(address, false)
    const packed = await bringFile(address, true)
    await answerSurvey(ada.personId)
    await openRequest(world.app, {
      workspaceId: maren.workspaceId,
      personId: ada.personId,
      kind: 'erasure',
      via: 'letter',
      provedBy: 'member',
      note: 'Ada Brandt wrote to us',
      contactEmail: address,
    })
    await openRequest(world.app, {
      workspaceId: maren.workspaceId,
      personId: ada.personId,
      kind: 'export',
      via: 'preferences',
      provedBy: 'signed_link',
      note: 'Ada Brandt',
    })
    await owner.query(
      `insert into listen.import_issue (workspace_id, import_id, nth, line, field, reason, kept, row) values ($1, $2, 1, 7, 'said_at', 'is no date', false, $3)`,
      [maren.workspaceId, packed, JSON.stringify({ name: 'Ada', email: address })],
    )
    await world.settled()
    const countsBefore = await totals()
    // Frozen only now: who is frozen is not counted, and what was counted before is what must stay.
    await owner.query(
      `insert into trust.restriction (workspace_id, person_id, kind, by_name, since) values ($1, $2, 'objected', 'Maren Lind', now())`,
      [maren.workspaceId, ada.personId],
    )
    await overseen(ada)
    const folder = world.app.config.dataFolder
    const { planted, closed } = await plantEverywhere(ada.personId, address)
    assert.ok(planted.length > 60, planted.join('\n'))
    for (const column of [
      'listen.voice.text',
      'listen.answer.text',
      'listen.import_issue.row',
      'listen.receipt.answer',
      'people.person.name',
      'act.note.text',
      'act.case.reason',
      'understand.reading.evidence',
      'understand.view.filter',
      'trust.request.contact_email',
    ])
      assert.ok(planted.includes(column), `${column} holds no marker`)
    // What a check or a key refuses is a code; nothing that is called like words may be among it.
    assert.deepEqual(
      closed.filter(
        (column) =>
          /text|note|name|value|shown|detail|reason|preview|label/.test(column) &&
          // A consent cannot be written over; it names them from the beginning (`agree`).
          !column.startsWith('trust.consent.'),
      ),
      [],
    )
    await owner.query(
      `insert into platform.event (workspace_id, id, type, data) values ($1, $2, 'person.changed', $3)`,
      [maren.workspaceId, newId(), JSON.stringify({ personId: ada.otherId, planted: MARKER })],
    )
    await world.app.db.inWorkspace(maren.workspaceId, (tx) =>
      world.app.jobs.enqueue(
        tx,
        'measure.recount',
        { workspaceId: newId(), about: { personId: ada.personId }, planted: MARKER },
        { afterSeconds: 3600 },
      ),
    )
    const places = await findMarker(owner, folder)
    for (const place of ['listen.voice', 'jobs.', 'platform.event', 'imports'])
      assert.ok(
        places.some((one) => one.includes(place)),
        `${place} is not among\n${places.join('\n')}`,
      )
    const backup = join(folder, '..', `heed-${newId()}.backup`)
    await writeBackup(world.app.db.source, backup, { secret: SECRET, at: world.app.clock.now(), key: SECRET })
    after(() => rmSync(backup, { force: true }))
    const control = await digestOf(tomas.personId)
    const ordersBefore = await ordersOf()

    await eraseNow(world.app, maren.who, ada.personId, { keepOrders: true })

    // Their days are counted anew a moment later; here at once.
    assert.deepEqual(await totals(), countsBefore, 'what was counted stays counted')
    assert.deepEqual(await findMarker(owner, folder), [])
    assert.deepEqual(await digestOf(tomas.personId), control, 'somebody else’s rows changed')
    assert.deepEqual(await ordersOf(), ordersBefore, 'totals and days stay for the books')
    assert.equal((await maren.get(`/persons/${ada.personId}`)).status, 404)
    const again = await maren.post('/persons', { name: 'Ada Brandt', identities: [{ kind: 'email', value: address }] })
    assert.equal(again.status, 201, 'the same person may come again')
    await replayErasures(world.app)
    assert.equal((await maren.get(`/persons/${again.body.id}`)).status, 200, 'and is not erased for having been erased')
    await eraseNow(world.app, maren.who, again.body.id, { keepOrders: true })

    await restoredElsewhere(backup, folder, ada.personId, tomas.personId)
  },
)

async function restoredElsewhere(backup: string, folder: string, adaId: string, tomasId: string): Promise<void> {
  const source = await openTestSource()
  const client = new pg.Client({ ...source.owner, application_name: 'heed:test' })
  client.on('error', () => undefined)
  await client.connect()
  const empty = mkdtempSync(join(tmpdir(), 'heed-restored-'))
  const config = readConfig({ HEED_DATA: empty, LOG_LEVEL: 'silent' })
  const restored = wire(config, SECRET, source, world.app.clock)
  try {
    await readBackup(source, backup, SECRET)
    assert.ok((await findMarker(client, empty)).length > 5, 'the backup knows them')
    copyFileSync(join(folder, 'erased.list'), join(empty, 'erased.list'))
    assert.deepEqual(await replayErasures(restored.app), { found: true, erased: 1 })
    assert.deepEqual(await findMarker(client, empty), [])
    const left = await restored.app.db.inWorkspace(maren.workspaceId, async (tx) => [
      await restored.app.persons.whole(tx, adaId),
      (await restored.app.persons.whole(tx, tomasId))?.name,
    ])
    assert.deepEqual(left, [null, 'Tomas Weil'])
  } finally {
    await restored.close()
    await client.end()
    await source.drop()
    rmSync(empty, { recursive: true, force: true })
  }
}

test('an erasure that dies after any of its steps is finished by whoever comes next', async () => {
  const steps = stepsOf(world.app)
  assert.ok(steps.length > 4)
  for (let died = 0; died <= steps.length; died += 1) {
    const address = `step${died}.ada.brandt@marker.example`
    const { personId } = await live(`Ada Brandt ${MARKER}`, address, false)
    const begun = await erasePerson(world.app, maren.who, personId, {
      keepOrders: false,
      confirmed: `ada brandt ${MARKER}`,
    })
    for (let nth = 0; nth < died; nth += 1) await nextStep(world.app, maren.workspaceId, begun.erasureId)
    // Begun again by somebody who does not know: the same erasure goes on, and its end is the end.
    await finishErasure(world.app, maren.workspaceId, begun.erasureId)
    assert.deepEqual(
      await finishErasure(world.app, maren.workspaceId, begun.erasureId),
      {},
      'once more changes nothing',
    )
    assert.deepEqual(await findMarker(owner, world.app.config.dataFolder), [], `died after ${died} steps`)
  }
})

test('a step that fails half-way leaves nothing half done', async () => {
  const { personId } = await live(`Ada Brandt ${MARKER}`, 'torn.ada.brandt@marker.example', false)
  const torn = {
    ...world.app,
    holdings: world.app.holdings.map((holding) =>
      holding.table === 'people.identity'
        ? { ...holding, strip: { when: () => true, set: { kind: '1 / 0' } } }
        : holding,
    ),
  }
  await assert.rejects(eraseNow(torn, maren.who, personId, { keepOrders: false }), /division by zero|22012|kind/)
  const { rows } = await owner.query('select 1 from listen.voice where person_id = $1', [personId])
  assert.equal(rows.length, 1, 'the voice, whose turn had come, is still there')
  await eraseNow(world.app, maren.who, personId, { keepOrders: false })
  assert.deepEqual(await findMarker(owner, world.app.config.dataFolder), [])
})

test('erasing takes the name, typed', async () => {
  const { personId } = await live('Ines Marker', 'ines@marker.example', false)
  await assert.rejects(erasePerson(world.app, maren.who, personId, { keepOrders: false, confirmed: 'Ines' }), {
    code: 'not_confirmed',
  })
  assert.equal((await maren.get(`/persons/${personId}`)).status, 200)
})

async function answerSurvey(personId: string): Promise<void> {
  const survey = await maren.post('/surveys', { name: 'After a visit', template: 'nps' })
  assert.equal(survey.status, 201, survey.text)
  const [link, response] = [newId(), newId()]
  const one = [maren.workspaceId, link, survey.body.id, personId]
  await owner.query(
    `insert into listen.survey_link (workspace_id, id, survey_id, token_hash, person_id, label) values ($1, $2, $3, gen_random_uuid()::text, $4, 'Ada')`,
    one,
  )
  await owner.query(
    `insert into listen.response (workspace_id, id, survey_id, token_hash, started_at, touched_at, language, person_id, link_id) values ($1, $5, $3, gen_random_uuid()::text, now(), now(), 'en', $4, $2)`,
    [...one, response],
  )
  await owner.query(
    `insert into listen.answer (workspace_id, response_id, question_id, survey_id, kind, text, answered_at) values ($1, $2, 'why', $3, 'text', 'because', now())`,
    [maren.workspaceId, response, survey.body.id],
  )
}
