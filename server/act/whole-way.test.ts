import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { openWorld } from '#test/world'

const letters: string[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      letters.push(Buffer.concat(parts).toString('utf8'))
      done()
    })
  },
})
const port = await new Promise<number>((resolve) => {
  const server = smtp.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
})
after(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
const world = await openWorld(after, { env: { SMTP_URL: `smtp://127.0.0.1:${port}` } })

test('what was said is read in the background and stands on Today, danger first; praise does not', async () => {
  const maren = await world.owner()
  const said = [
    {
      text: 'Terrible. Third time the bread was stale and nobody answers my mails. I am very disappointed.',
      score: { kind: 'star', value: 1 },
    },
    { text: 'Wonderful bread, friendly people, thank you.', score: { kind: 'star', value: 5 } },
    { text: 'After your nut free cake my daughter could not breathe, we called an ambulance.' },
  ]
  const { body } = await maren.post('/voices', { voices: said })
  await world.settled()
  const { now } = (await maren.get('/today')).body
  assert.deepEqual(
    now.map((row: { voiceId: string }) => row.voiceId),
    [body.data[2].id, body.data[0].id],
  )
  assert.match(now[0].sentence, /^May speak of danger/)
  assert.equal(now[0].crisis, true)
})

test('a correction that nobody needs to answer takes an untouched case off Today, and taking it back returns it', async () => {
  const maren = await world.owner()
  const { body } = await maren.post('/voices', {
    text: 'Terrible. The bread was stale and I am very disappointed.',
    score: { kind: 'star', value: 1 },
  })
  await world.settled()
  const count = async () => (await maren.get('/today/counts')).body.now
  assert.equal(await count(), 1)
  const path = `/voices/${body.data[0].id}/correction`
  const corrected = await maren.put(path, { sentiment: 'positive', kind: 'praise', family: 'joy' })
  assert.equal(corrected.status, 200, corrected.text)
  await world.settled()
  assert.equal(await count(), 0)
  await maren.delete(path)
  await world.settled()
  assert.equal(await count(), 1)
})

test('where mail is set up the question goes out by mail, in the language the person wrote in', async () => {
  // At noon: at night nobody is sent a question.
  world.travel(new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 43_200_000))
  const maren = await world.owner()
  const { body } = await maren.post('/voices', {
    text: 'Das Brot war schon wieder alt, und niemand hat auf meine Nachricht geantwortet. Ich bin sehr enttäuscht.',
    language: 'de',
    person: { name: 'Jonas Weil', email: 'jonas@weil.example' },
    score: { kind: 'star', value: 1 },
  })
  await world.settled()
  const { id } = (await maren.post(`/voices/${body.data[0].id}/case`)).body.data
  await maren.put(`/cases/${id}/resolution`, { cause: 'Stale bread', done: 'Sent a fresh loaf', note: 'He was glad.' })
  const asked = await maren.post(`/cases/${id}/heard-question`)
  assert.deepEqual([asked.body.mailed, asked.body.to], [true, 'jonas@weil.example'])
  const letter = letters.at(-1)!.replaceAll('=\r\n', '')
  assert.match(letter, /^To: jonas@weil\.example/m)
  assert.match(letter, /Guten Tag Jonas Weil/)
  assert.match(letter, /^List-Unsubscribe:\s+<http:\/\/heed\.example\/u\//m)
  assert.match(letter, /Worüber wir Ihnen schreiben dürfen|Wor=C3=BCber wir Ihnen schreiben d=C3=BCrfen/)
  assert.ok(letter.replaceAll('=3D', '=').includes(asked.body.link))
})
