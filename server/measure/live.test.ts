import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { eventually } from '#test/eventually'
import { openWorld } from '#test/world'
import type { Outcomes } from './contract.ts'
import { recount } from './index.ts'

const world = await openWorld(after)

test('what is said, read and corrected marks its day, and only that is counted again', async () => {
  const maren = await world.owner()
  const said = await maren.post('/voices', {
    voices: [
      { text: 'The rye bread was wonderful, thank you so much!', saidAt: '2026-05-04T10:00:00Z', externalId: 'a' },
      { text: 'Terrible service, the order was late again and cold.', saidAt: '2026-05-05T10:00:00Z', externalId: 'b' },
    ],
  })
  const id: string = said.body.data[0].id
  const seen = async (): Promise<Record<string, number>> => {
    await world.settled()
    await recount(world.app, maren.workspaceId)
    // The recount that was asked for in the background may be counting the same days just now.
    const found = await eventually(
      async () => (await maren.get('/outcomes?from=2026-05-01&to=2026-05-31')).body as Outcomes,
      ({ counting }) => assert.equal(counting, 0),
    )
    return { voices: found.voices, ...found.metrics.find((row) => row.metric === 'sentiment')?.figure.counts }
  }
  assert.deepEqual(await seen(), { voices: 2, positive: 1, neutral: 0, mixed: 0, negative: 1, unclear: 0 })
  assert.ok((await maren.put(`/voices/${id}/correction`, { sentiment: 'negative' })).status < 300)
  assert.deepEqual(await seen(), { voices: 2, positive: 0, neutral: 0, mixed: 0, negative: 2, unclear: 0 })
  assert.ok((await maren.delete(`/voices/${id}/correction`)).status < 300)
  assert.equal((await seen()).positive, 1)
})
