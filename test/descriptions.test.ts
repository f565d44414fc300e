/** What is written about Heed agrees with what Heed is. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { openWorld } from '#test/world'
import { createClient, HeedProblem } from '../client/index.ts'
import { describeAll } from '../server/describe.ts'

const world = await openWorld(after)

test('schema.sql, openapi.json and the client are what npm run describe writes', async (t) => {
  for (const [path, text] of Object.entries(await describeAll(world.app.db.source))) {
    // Another PostgreSQL version prints the same schema in slightly other words; the embedded one is the reference.
    if (path.endsWith('.sql') && world.app.db.source.kind === 'external') continue
    await t.test(path, () =>
      assert.equal(readFileSync(path, 'utf8') === text, true, `${path} is out of date: npm run describe`),
    )
  }
})

test('the typed client speaks to the server with a key', async () => {
  const maren = await world.owner()
  const { body } = await maren.post('/keys', { name: 'till' })
  const client = createClient({
    url: 'http://heed.example',
    key: body.key,
    fetch: (input, init) => world.fetch(new Request(input as URL, init)),
  })
  const heard = await client.postVoices({
    body: { text: 'The rye loaf was still warm.', source: 'till', externalId: '7' },
  })
  assert.equal(heard.data[0]!.status, 'heard')
  await assert.rejects(
    client.postVoices({ body: { text: '' } }),
    (error) => error instanceof HeedProblem && error.problem.code === 'invalid_input',
  )
})
