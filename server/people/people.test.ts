import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openWorld } from '#test/world'
import { recordOrders } from '#people'

const world = await openWorld(after, { work: false })
const maren = await world.owner()

const person = async (name: string, ...addresses: string[]) =>
  (await maren.post('/persons', { name, identities: addresses.map((value) => ({ kind: 'email', value })) })).body

test('a person is found by the beginning of the name, by address and by number', async () => {
  const made = await maren.post('/persons', {
    name: 'Rosa Marín',
    identities: [
      { kind: 'email', value: 'Rosa@marin.example' },
      { kind: 'phone', value: '+34 600 123 456' },
    ],
  })
  for (const q of ['rosa m', 'ROSA MARIN', 'rosa@marin', '0034600123456', '+34 600123456']) {
    const found = await maren.get(`/persons?q=${encodeURIComponent(q)}`)
    assert.deepEqual(
      found.body.data.map((row: { id: string }) => row.id),
      [made.body.id],
      q,
    )
  }
})

test('an address belongs to one person', async () => {
  await person('Jonas Weil', 'jonas@weil.example')
  const second = await maren.post('/persons', {
    name: 'Jonas W.',
    identities: [{ kind: 'email', value: 'JONAS@weil.example' }],
  })
  assert.equal(second.body.code, 'identity_taken')
})

test('duplicates are merged, seen as one, and unmerged exactly', async () => {
  const stays = await person('Priya Nair', 'priya@nair.example')
  const duplicate = await person('Priya Nair', 'p.nair@work.example')
  assert.ok(
    (await maren.get('/persons/duplicates')).body.data.some((pair: { a: { id: string } }) => pair.a.id === stays.id),
  )
  await world.app.db.inWorkspace(maren.workspaceId, (tx) =>
    recordOrders(tx, maren.workspaceId, [
      {
        personId: stays.id,
        source: 'shop',
        number: '1',
        orderedAt: new Date('2026-01-01'),
        totalMinor: 1000,
        currency: 'EUR',
      },
      {
        personId: duplicate.id,
        source: 'shop',
        number: '2',
        orderedAt: new Date('2026-02-01'),
        totalMinor: 250,
        currency: 'EUR',
      },
    ]),
  )
  const merged = await maren.put(`/persons/${duplicate.id}/merge`, { into: stays.id })
  assert.deepEqual(merged.body.orders.totals, [{ currency: 'EUR', minor: 1250 }])
  assert.equal(merged.body.identities.length, 2)
  assert.equal((await maren.get(`/persons/${duplicate.id}`)).body.id, stays.id)
  const circle = await maren.put(`/persons/${stays.id}/merge`, { into: duplicate.id })
  assert.equal(circle.body.code, 'cannot_merge')
  const apart = await maren.delete(`/persons/${duplicate.id}/merge`)
  assert.equal(apart.body.orders.count, 1)
  assert.equal((await maren.get(`/persons/${stays.id}`)).body.orders.count, 1)
})

test('the list goes page by page without missing or repeating anybody', async () => {
  for (let n = 0; n < 7; n += 1) await person(`Visitor ${n}`, `visitor${n}@example.example`)
  const all = (await maren.get('/persons?limit=200')).body.data.map((row: { id: string }) => row.id)
  const paged: string[] = []
  let cursor = ''
  do {
    const page = await maren.get(`/persons?limit=3${cursor && `&cursor=${cursor}`}`)
    paged.push(...page.body.data.map((row: { id: string }) => row.id))
    cursor = page.body.meta.nextCursor ?? ''
  } while (cursor)
  assert.deepEqual(paged, all)
})

test('an order told twice is one order, brought up to date', async () => {
  const draft = {
    personId: null,
    source: 'shop',
    number: '#1001',
    orderedAt: new Date('2026-03-01'),
    totalMinor: 500,
    currency: 'EUR',
  }
  const put = (drafts: (typeof draft)[]) =>
    world.app.db.inWorkspace(maren.workspaceId, (tx) => recordOrders(tx, maren.workspaceId, drafts))
  assert.deepEqual(await put([draft]), { added: 1, updated: 0 })
  assert.deepEqual(await put([{ ...draft, totalMinor: 400 }]), { added: 0, updated: 1 })
})
