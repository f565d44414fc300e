/** A list of people that says who agreed to what: what it may write down, what it may not, and whom it must leave alone. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { eventually } from '#test/eventually'
import { openWorld } from '#test/world'
import { letGo } from '#trust'
import { sql } from 'kysely'

const world = await openWorld(after)
const maren = await world.owner()

type Column = {
  header: string
  purpose: string
  channel: string
  date: string | null
  confirmed: boolean
  shown: string
}
const NEWS: Column = {
  header: 'Newsletter',
  purpose: 'news',
  channel: 'email',
  date: 'Since',
  confirmed: true,
  shown: 'I would like the bread letter.',
}

/** Brings a list in, as the page does, and waits for its end. */
async function bring(name: string, csv: string, consents: Column[], asker = maren) {
  const sent = await asker.ask('POST', `/imports?name=${name}`, new TextEncoder().encode(csv), {
    'content-type': 'application/octet-stream',
  })
  assert.equal(sent.status, 201, sent.text)
  const { id, mapping } = sent.body
  const mapped = await asker.put(`/imports/${id}/mapping`, { ...mapping, consents })
  assert.equal(mapped.status, 200, mapped.text)
  await asker.post(`/imports/${id}/run`)
  await eventually(async () => (await asker.get(`/imports/${id}`)).body.status, 'done')
  const issues = (await asker.get(`/imports/${id}/issues`)).body.data as {
    line: number
    reason: string
    kept: boolean
  }[]
  return { id, first: mapped.body.first, issues }
}
const personOf = async (email: string) => (await maren.get(`/persons?q=${email}`)).body.data[0].id as string
const consentOf = async (email: string) => (await maren.get(`/persons/${await personOf(email)}/consent`)).body
const newsOf = async (email: string) =>
  (await consentOf(email)).purposes
    .find((one: { key: string }) => one.key === 'news')
    .channels.find((one: { channel: string }) => one.channel === 'email')
const mayWrite = async (email: string, purpose: string) =>
  (await maren.post(`/persons/${await personOf(email)}/contact`, { purpose, channel: 'email' })).body.reason

test('a column of yes and no becomes consent with its day, its words and the file it came from; nothing is guessed', async () => {
  const list = `Name,Email,Newsletter,Since
Ada Brandt,ada@list.example,Ja,2025-03-01
Tomas Weil,tomas@list.example,unsubscribed,2025-04-02
Leila Haddad,leila@list.example,maybe,2025-05-03
Yusuf Demir,yusuf@list.example,yes,not a day
Ines Duarte,ines@list.example,,
Otto Kern,otto@list.example,no,not a day
Low Ahn,low@list.example,yes,2125-01-01
`
  const { first, issues } = await bring('members.csv', list, [NEWS])
  assert.deepEqual(first.persons[0].consents, [
    { purpose: 'news', channel: 'email', agrees: true, at: '2025-03-01T12:00:00.000Z' },
  ])
  const ada = await consentOf('ada@list.example')
  const [entry, ...more] = ada.history
  assert.equal(more.length, 0)
  assert.deepEqual(
    [entry.act, entry.way, entry.shown, entry.at, entry.by, entry.note],
    ['confirmed', 'import', NEWS.shown, '2025-03-01T12:00:00.000Z', 'Maren Lind', 'import of members.csv'],
  )
  assert.equal((await newsOf('ada@list.example')).state, 'agreed')
  assert.equal((await newsOf('tomas@list.example')).state, 'withdrawn')
  assert.equal((await newsOf('otto@list.example')).state, 'withdrawn', 'a no counts, whatever its day')
  for (const nobody of ['leila', 'yusuf', 'ines', 'low'])
    assert.equal((await newsOf(`${nobody}@list.example`)).state, 'none', nobody)
  assert.deepEqual(
    issues.map(({ line, kept }) => [line, kept]),
    [
      [4, true],
      [5, true],
      [7, true],
      [8, true],
    ],
  )
  assert.match(issues[0]!.reason, /“maybe” is neither yes nor no/)

  await bring('members-again.csv', list, [NEWS])
  assert.equal((await consentOf('ada@list.example')).history.length, 1, 'the same list once more adds nothing')
})

test('a yes that nobody confirmed waits for the address, and nobody is mailed', async () => {
  await bring('plain.csv', 'Name,Email,Newsletter\nMara Lux,mara@list.example,yes\n', [
    { ...NEWS, date: null, confirmed: false },
  ])
  assert.equal((await newsOf('mara@list.example')).state, 'unconfirmed')
  assert.equal((await newsOf('mara@list.example')).mailedAt, null)
})

test('an old list does not undo a no that somebody said here; a yes of a later day does', async () => {
  await bring('first.csv', 'Name,Email,Newsletter,Since\nNia Roth,nia@list.example,yes,2025-01-01\n', [NEWS])
  await maren.post(`/persons/${await personOf('nia@list.example')}/consent`, {
    purpose: 'news',
    channel: 'email',
    act: 'withdrawn',
    at: '2025-06-01T10:00:00Z',
  })
  const old = await bring('old.csv', 'Name,Email,Newsletter,Since\nNia Roth,nia@list.example,yes,2025-02-01\n', [NEWS])
  assert.match(old.issues[0]!.reason, /said no here on 2025-06-01; the yes of the list is older/)
  const undated = await bring('undated.csv', 'Name,Email,Newsletter\nNia Roth,nia@list.example,yes\n', [
    { ...NEWS, date: null },
  ])
  assert.match(undated.issues[0]!.reason, /a list without a date does not change that/)
  assert.equal((await newsOf('nia@list.example')).state, 'withdrawn')
  await bring('new.csv', 'Name,Email,Newsletter,Since\nNia Roth,nia@list.example,yes,2025-07-01\n', [NEWS])
  assert.equal((await newsOf('nia@list.example')).state, 'agreed')
  const before = (await consentOf('nia@list.example')).history.length
  await bring('first-again.csv', 'Name,Email,Newsletter,Since\nNia Roth,nia@list.example,no,2025-01-01\n', [NEWS])
  assert.equal((await newsOf('nia@list.example')).state, 'agreed')
  assert.equal((await consentOf('nia@list.example')).history.length, before, 'what was long overtaken adds nothing')
})

test('what is nobody’s purpose cannot be mapped, nor a column that is not there', async () => {
  const sent = await maren.ask(
    'POST',
    '/imports?name=x.csv',
    new TextEncoder().encode('Name,Email,News\nA,a@x.example,yes\n'),
    {
      'content-type': 'application/octet-stream',
    },
  )
  const put = (consents: Column[]) => maren.put(`/imports/${sent.body.id}/mapping`, { ...sent.body.mapping, consents })
  const fine = { ...NEWS, header: 'News', date: null }
  assert.equal((await put([{ ...fine, purpose: 'astrology' }])).status, 400)
  assert.equal((await put([{ ...fine, channel: 'chat' }])).status, 400)
  assert.equal((await put([{ ...fine, date: 'Nowhere' }])).status, 400)
  assert.equal((await put([fine])).status, 200)
})

test('whoever was erased is not written to again when an old list brings them back, until they say yes themselves', async () => {
  const list = 'Name,Email,Newsletter,Since\nZoe Falk,zoe@gone.example,yes,2025-01-01\n'
  await bring('gone.csv', list, [NEWS])
  assert.notEqual(await mayWrite('zoe@gone.example', 'surveys'), 'erased_before')
  const erased = await maren.post(`/persons/${await personOf('zoe@gone.example')}/erasure`, { confirmed: 'Zoe Falk' })
  assert.equal(erased.status, 202, erased.text)
  await eventually(async () => (await maren.get('/persons?q=zoe@gone.example')).body.data.length, 0)
  const { rows } = await world.app.db.inWholeWorkspace(maren.workspaceId, (tx) =>
    sql<{ all: string }>`select string_agg(e::text, ' ') as all from trust.erased e`.execute(tx),
  )
  assert.doesNotMatch(rows[0]!.all, /zoe|gone/i, 'nothing but keyed hashes is kept')

  const again = await bring('gone-again.csv', list, [NEWS])
  assert.match(again.issues[0]!.reason, /asked to be erased on \d{4}-\d\d-\d\d; a list does not bring their yes back/)
  assert.equal((await newsOf('zoe@gone.example')).state, 'none')
  assert.equal(await mayWrite('zoe@gone.example', 'news'), 'erased_before')
  assert.equal(await mayWrite('zoe@gone.example', 'surveys'), 'erased_before')
  assert.notEqual(await mayWrite('zoe@gone.example', 'answers'), 'erased_before')
  assert.ok((await consentOf('zoe@gone.example')).erasedBefore, 'their page says so')

  await maren.post(`/persons/${await personOf('zoe@gone.example')}/consent`, {
    purpose: 'surveys',
    channel: 'email',
    act: 'given',
    shown: 'Yes, ask me again',
  })
  assert.notEqual(await mayWrite('zoe@gone.example', 'surveys'), 'erased_before')
  assert.equal(await mayWrite('zoe@gone.example', 'news'), 'erased_before')
})

test('whoever went by a rule of how long things are kept wished nothing, and may come again', async () => {
  const other = await world.owner('Another bakery')
  const kim = { name: 'Kim Voss', identities: [{ kind: 'email', value: 'kim@idle.example' }] }
  await other.post('/persons', kim)
  await other.put('/retention/persons', { months: 1 })
  world.travel(new Date(Date.now() + 90 * 86_400_000))
  await letGo(world.app, other.workspaceId)
  assert.equal((await other.get('/persons?q=kim@idle.example')).body.data.length, 0)
  const { body: back } = await other.post('/persons', kim)
  const asked = await other.post(`/persons/${back.id}/contact`, { purpose: 'surveys', channel: 'email' })
  assert.notEqual(asked.body.reason, 'erased_before')
  world.travel(new Date())
})
