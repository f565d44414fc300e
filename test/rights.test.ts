/** What a person may ask for, from end to end: a copy, to be left alone, and more time for the answer. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { newId } from '#platform'
import { letGo, openRequest } from '#trust'
import { recount } from '#measure'
import { openWorld } from '#test/world'
import { holdings } from '../server/app.ts'

const letters: string[] = []
const postOffice = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    let text = ''
    stream.on('data', (piece: Buffer) => (text += piece.toString('utf8')))
    stream.on('end', () => {
      letters.push(text.replaceAll('=\r\n', '').replaceAll('=3D', '='))
      done()
    })
  },
})
await new Promise<void>((resolve) => postOffice.listen(0, '127.0.0.1', resolve))
after(() => new Promise<void>((resolve) => postOffice.close(() => resolve())))
const { port } = postOffice.server.address() as { port: number }
const world = await openWorld(after, { env: { SMTP_URL: `smtp://127.0.0.1:${port}` } })
const maren = await world.owner()
const angry = 'This is terrible, I waited three hours and nobody came. I am furious.'

async function said(text: string, email: string, name: string): Promise<{ voiceId: string; personId: string }> {
  const heard = await maren.post('/voices', { text, person: { name, email }, score: { kind: 'star', value: 1 } })
  await world.settled()
  const voiceId = heard.body.data[0].id as string
  return { voiceId, personId: (await maren.get(`/voices/${voiceId}`)).body.person.id }
}
const filesOf = async (path: string, method = 'GET') => {
  const response = await world.fetch(
    new Request(`http://heed.example${path}`, {
      method,
      headers: {
        cookie: maren.cookie,
        'heed-workspace': maren.workspaceId,
        host: 'heed.example',
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST' ? { body: '' } : {}),
    }),
  )
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'application/zip')
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const text = (name: string) => new TextDecoder().decode(files[name])
  return { page: text('index.html'), data: JSON.parse(text('data.json')), names: Object.keys(files) }
}

test('a copy holds everything, for machines and for reading, and nothing of anybody else', async () => {
  const ada = await said(`${angry} <script>alert(1)</script>`, 'ada@copy.example', 'Ada Brandt')
  await said('The rye bread was wonderful', 'tomas@copy.example', 'Tomas Weil')
  await maren.put(`/voices/${ada.voiceId}/correction`, { sentiment: 'mixed', note: 'she smiled' })
  const { page, data, names } = await filesOf(`/api/v1/persons/${ada.personId}/export`)
  assert.deepEqual(names, ['index.html', 'data.json'])
  assert.equal(data.tables['listen.voice'].rows[0].text, `${angry} <script>alert(1)</script>`)
  assert.deepEqual(
    data.tables['people.identity'].rows.map((row: { value: string }) => row.value),
    ['ada@copy.example'],
  )
  assert.equal(data.tables['understand.correction'].rows[0].note, 'she smiled')
  assert.ok(data.tables['understand.reading'].rows[0].evidence.length > 0)
  const whole = JSON.stringify(data) + page
  for (const word of ['tomas@copy.example', 'rye bread', 'token_hash', 'fingerprint', 'Maren'])
    assert.ok(!whole.includes(word), word)
  assert.ok(!page.includes('<script'))
  assert.match(page, /I waited three hours/)
  assert.match(page, /dir="auto"/)
})

test('every table about persons has words for its columns, so that a copy can be read', () => {
  const wordless = holdings.filter(({ person, through, words }) => (person || through) && !words)
  assert.deepEqual(
    wordless.map(({ table }) => table),
    [],
  )
})

test('the person downloads their copy by a link that runs out', async () => {
  const { personId } = await said('Lovely rolls', 'link@copy.example', 'Ada Brandt')
  const opened = await maren.post('/requests', { personId, kind: 'export', proof: 'link' })
  assert.equal(opened.status, 201, opened.text)
  assert.equal(opened.body.mailed, true)
  const early = await maren.post(`/requests/${opened.body.id}/export-link`)
  assert.equal(early.body.code, 'request_not_proved')
  const path = new URL(opened.body.link).pathname
  const mail = letters.at(-1)!
  assert.ok(mail.includes('To: link@copy.example') && mail.includes(path))
  const looked = await world.stranger.get(`=${path}`)
  assert.match(looked.text, /Was it you\?/)
  assert.equal((await maren.get(`/requests?person=${personId}`)).body.data[0].provedBy, null, 'looking proves nothing')
  const pressed = await world.stranger.ask('POST', `=${path}`, '', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  assert.match(pressed.text, /Thank you/)
  assert.equal((await maren.get(`/requests?person=${personId}`)).body.data[0].provedBy, 'signed_link')
  const given = await maren.post(`/requests/${opened.body.id}/export-link`)
  const download = new URL(given.body.link).pathname
  const { data } = await filesOf(download, 'POST')
  assert.equal(data.tables['listen.voice'].rows[0].text, 'Lovely rolls')
  const tampered = `${download.slice(0, -3)}AAA`
  assert.equal((await world.stranger.get(`=${tampered}`)).status, 410)
  world.travel(new Date(Date.now() + 8 * 86_400_000))
  assert.equal((await world.stranger.get(`=${download}`)).status, 410)
  world.travel(new Date())
})

test('a frozen person is read, counted and put on Today by no machine; a person may still answer and export', async () => {
  const { personId, voiceId } = await said(angry, 'frozen@alone.example', 'Ada Brandt')
  const onToday = async () =>
    (await maren.get('/today')).body.now.some((row: { voiceId: string }) => row.voiceId === voiceId)
  const counted = async () => {
    await recount(world.app, maren.workspaceId, { anew: true })
    const { body } = await maren.get('/outcomes')
    return JSON.stringify(body).length > 0 ? await voicesCounted() : 0
  }
  const voicesCounted = () =>
    world.app.db.inWorkspace(maren.workspaceId, async (tx) => {
      const { rows } = await sql<{
        n: number
      }>`select coalesce(sum(voices), 0) as n from measure.day_count where workspace_id = platform.workspace() and dimension = ''`.execute(
        tx,
      )
      return rows[0]!.n
    })
  assert.equal(await onToday(), true)
  const before = await counted()
  assert.equal(
    (await maren.put(`/persons/${personId}/restrictions/frozen`, { reason: 'asked on the phone' })).status,
    204,
  )
  await world.settled()
  const reading = (await maren.get(`/voices/${voiceId}`)).body.reading
  assert.equal(reading.heldBack, 'restricted')
  assert.equal(reading.sentiment, 'unclear')
  assert.deepEqual(reading.evidence, [])
  assert.equal(await onToday(), false)
  assert.equal(await counted(), before - 1)
  const later = await said(angry, 'frozen@alone.example', 'Ada Brandt')
  assert.equal((await maren.get(`/voices/${later.voiceId}`)).body.reading.heldBack, 'restricted')
  assert.equal((await maren.post(`/voices/${later.voiceId}/case`)).status < 300, true, 'a person may still take it up')
  await filesOf(`/api/v1/persons/${personId}/export`)
  const rights = await maren.get(`/persons/${personId}/rights`)
  assert.deepEqual(
    rights.body.restrictions.map((row: { kind: string; reason: string }) => [row.kind, row.reason]),
    [['frozen', 'asked on the phone']],
  )
  await maren.delete(`/persons/${personId}/restrictions/frozen`)
  await world.settled()
  assert.equal((await maren.get(`/voices/${voiceId}`)).body.reading.sentiment, 'negative')
  assert.equal(await counted(), before + 1)
})

test('the register tells what is overdue, takes one extension, and wants a reason for a refusal', async () => {
  const { personId } = await said('Nice', 'late@copy.example', 'Ada Brandt')
  const { id } = await openRequest(world.app, {
    workspaceId: maren.workspaceId,
    personId,
    kind: 'correction',
    via: 'letter',
    provedBy: 'member',
    note: 'She came to the shop',
  })
  const counts = async () => (await maren.get('/requests/counts')).body
  const before = await counts()
  world.travel(new Date(Date.now() + 26 * 86_400_000))
  assert.equal((await counts()).soon, before.soon + before.open)
  assert.equal((await maren.put(`/requests/${id}/extension`, { reason: '' })).status, 400)
  assert.equal((await maren.put(`/requests/${id}/extension`, { reason: 'The archive is being moved' })).status, 204)
  assert.equal((await maren.put(`/requests/${id}/extension`, { reason: 'Again' })).body.code, 'already_extended')
  world.travel(new Date(Date.now() + 100 * 86_400_000))
  const [row] = (await maren.get(`/requests?person=${personId}`)).body.data
  assert.equal(row.overdue, true)
  assert.equal((await maren.put(`/requests/${id}/closure`, { state: 'refused' })).status, 400)
  assert.equal((await maren.put(`/requests/${id}/closure`, { state: 'refused', reason: 'It was right' })).status, 204)
  assert.equal((await maren.put(`/requests/${id}/closure`, { state: 'done' })).body.code, 'request_closed')
  world.travel(new Date())
})

test('a teammate writes wishes down, and only those who may answer give, freeze or erase', async () => {
  const tom = await world.member(maren, 'teammate')
  const { personId } = await said('Nice', 'roles@copy.example', 'Ada Brandt')
  const asked = { personId, kind: 'erasure', proof: 'word', note: 'I know her' }
  assert.equal((await tom.post('/requests', asked)).status, 201)
  for (const refused of [
    await tom.get(`/persons/${personId}/export`),
    await tom.put(`/persons/${personId}/restrictions/frozen`, {}),
    await tom.post(`/persons/${personId}/erasure`, { confirmed: 'Ada Brandt' }),
  ])
    assert.equal(refused.status, 403)
  const wrong = await maren.post(`/persons/${personId}/erasure`, { confirmed: 'Ada' })
  assert.equal(wrong.body.code, 'not_confirmed')
  assert.equal((await maren.post(`/persons/${personId}/erasure`, { confirmed: 'ada brandt' })).status, 202)
  for (let tries = 0; tries < 300 && (await maren.get(`/persons/${personId}`)).status !== 404; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  assert.equal((await maren.get(`/persons/${personId}`)).status, 404)
  let closed
  for (let tries = 0; tries < 300 && closed?.state !== 'done'; tries += 1) {
    closed = (await maren.get('/requests?state=closed')).body.data.find(
      (row: { kind: string }) => row.kind === 'erasure',
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.equal(closed.personId, null)
  assert.equal(closed.note, '')
  assert.ok(closed.counts['listen.voice'] >= 1)
})

test('what is older than an owner decided goes at night, seen before; what is counted, frozen or young stays', async () => {
  const linden = await world.owner('Letting go')
  const old = new Date(Date.now() - 1200 * 86_400_000).toISOString()
  const say = async (text: string, saidAt: string | undefined, email: string) =>
    (await linden.post('/voices', { text, saidAt, person: { name: 'Ada Brandt', email } })).body.data[0].id as string
  const gone = await say('An old and bitter word', old, 'old@keep.example')
  const frozen = await say('An old word of somebody frozen', old, 'ice@keep.example')
  const young = await say('A fresh word', undefined, 'old@keep.example')
  await world.settled()
  const person = (await linden.get(`/voices/${frozen}`)).body.person.id
  await linden.put(`/persons/${person}/restrictions/frozen`, {})
  await world.settled()
  await recount(world.app, linden.workspaceId, { anew: true })
  const counted = async () => {
    await recount(world.app, linden.workspaceId, { anew: true })
    return world.app.db.inWorkspace(linden.workspaceId, async (tx) => {
      const { rows } = await sql<{
        n: number
      }>`select coalesce(sum(voices), 0) as n from measure.day_count where workspace_id = platform.workspace() and dimension = ''`.execute(
        tx,
      )
      return rows[0]!.n
    })
  }
  const before = await counted()
  await letGo(world.app, linden.workspaceId)
  assert.equal((await linden.get(`/voices/${gone}`)).status, 200, 'without a rule nothing goes')
  const preview = (await linden.get('/retention/voices/preview?months=36')).body
  assert.deepEqual([preview.gone, preview.held, preview.examples.length], [1, 1, 1])
  assert.match(preview.examples[0].says, /bitter/)
  assert.equal((await linden.put('/retention/voices', { months: 36 })).status, 204)
  assert.equal((await linden.put('/retention/nonsense', { months: 36 })).status, 404)
  await letGo(world.app, linden.workspaceId)
  for (const [id, status] of [
    [gone, 404],
    [frozen, 200],
    [young, 200],
  ] as const)
    assert.equal((await linden.get(`/voices/${id}`)).status, status)
  assert.equal(await counted(), before)
  const { runs } = (await linden.get('/retention')).body
  assert.deepEqual([runs.length, runs[0].kind, runs[0].gone], [1, 'voices', 1])
})

test('people nobody has heard of since are erased whole; one letter keeps them', async () => {
  const linden = await world.owner('Letting people go')
  const long = new Date(Date.now() - 1200 * 86_400_000)
  const make = async (name: string) => (await linden.post('/persons', { name })).body.id as string
  const [idle, heard] = [await make('Idle Brandt'), await make('Heard Brandt')]
  await world.app.db.inWorkspace(linden.workspaceId, async (tx) => {
    await sql`update people.person set created_at = ${long} where workspace_id = platform.workspace()`.execute(tx)
    await sql`insert into listen.voice (workspace_id, id, person_id, source, channel, fingerprint, text, said_at)
      values (${linden.workspaceId}, ${newId()}, ${heard}, 'shop', 'other', '\x01', 'hello', now())`.execute(tx)
  })
  await linden.put('/retention/persons', { months: 36 })
  await letGo(world.app, linden.workspaceId)
  assert.equal((await linden.get(`/persons/${idle}`)).status, 404)
  assert.equal((await linden.get(`/persons/${heard}`)).status, 200)
})
