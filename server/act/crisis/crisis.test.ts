import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { forgetCrises, tellReaders } from '#act'
import { CAST, openWorld, type Asker } from '#test/world'

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

const maren = await world.owner()
let tom: Asker
let ines: Asker
const DANGER = 'Xylophonette. I do not want to live any more, I have the pills here.'
const MARK = 'Xylophonette'
let voiceId = ''
let caseId = ''
let surveyId = ''

before(async () => {
  tom = await world.member(maren, 'teammate')
  ines = await world.member(maren, 'observer', CAST.ines)
  const { body } = await maren.post('/voices', {
    voices: [
      { text: DANGER, person: { name: 'Ada Brandt', email: 'ada@brandt.example' } },
      {
        text: 'The loaf was stale again, I am disappointed.',
        person: { name: 'Ada Brandt', email: 'ada@brandt.example' },
      },
    ],
  })
  voiceId = body.data[0].id
  const made = await maren.post('/surveys', { template: 'after-purchase' })
  surveyId = made.body?.id ?? ''
  await world.settled()
  caseId = (await maren.get(`/voices/${voiceId}/case`)).body.data.id
})

test('an emergency stands before all else for the owner, without any figure about it', async () => {
  const { now } = (await maren.get('/today')).body
  assert.equal(now[0].voiceId, voiceId)
  assert.deepEqual([now[0].crisis, now[0].intensity, now[0].sentiment, now[0].family], [true, 0, null, null])
  const seen = (await maren.get(`/cases/${caseId}`)).body
  assert.equal(seen.voice.reading, null)
  assert.deepEqual(seen.emergency.kinds, ['self_harm'])
  assert.ok(seen.emergency.lines.length > 0)
  const voice = (await maren.get(`/voices/${voiceId}`)).body
  assert.deepEqual([voice.crisis, voice.reading], [true, null])
})

test('whoever is not one of the few finds neither its words nor its ids at any address', async () => {
  const person = (await maren.get(`/voices/${voiceId}`)).body.person.id
  const ids = [voiceId, caseId, person, ...(surveyId ? [surveyId] : [])]
  const key = (await maren.post('/keys', { name: 'till', scopes: ['read'] })).body
  const program: Asker = {
    ...maren,
    get: (path) => world.stranger.ask('GET', path, undefined, { authorization: `Bearer ${key.key}` }),
  }
  assert.equal((await program.get('/voices')).status, 200)
  for (const asker of [tom, ines, program]) {
    let answered = 0
    for (const row of world.heed.routes.filter(
      (one) => one.method === 'get' && one.permit !== 'public' && !one.path.startsWith('='),
    )) {
      const places = row.path.includes('{') ? ids.map((id) => row.path.replaceAll(/\{\w+\}/g, id)) : [row.path]
      const queries = /voices$|export|search/.test(row.path) ? ['', `?q=${MARK}`] : ['']
      for (const place of places.flatMap((path) => queries.map((query) => path + query))) {
        const answer = await asker.get(place)
        assert.ok(answer.status < 500, `${place}: ${answer.text.slice(0, 200)}`)
        assert.ok(!answer.text.includes(MARK), `${place} shows words of an emergency`)
        for (const id of [voiceId, caseId])
          assert.ok(place.includes(id) || !answer.text.includes(id), `${place} names ${id}`)
        if (place.includes(voiceId) || place.includes(caseId))
          assert.ok(
            answer.status >= 400 || !answer.body?.data?.length,
            `${place} answered ${answer.status}: ${answer.text.slice(0, 100)}`,
          )
        answered += answer.status === 200 ? 1 : 0
      }
    }
    assert.ok(answered > 10)
  }
  assert.ok((await maren.get(`/voices?q=${MARK}`)).text.includes(MARK), 'the owner finds it')
  assert.ok(!(await maren.get('/voices/export')).text.includes(MARK), 'no file holds it, whoever asks')
})

test('it is in no count: not on Today, not in Outcomes', async () => {
  const [mine, toms] = [(await maren.get('/today/counts')).body.now, (await tom.get('/today/counts')).body.now]
  assert.equal(mine - toms, 1)
})

test('a member named by the owner sees it, and no longer when the name is taken back', async () => {
  assert.equal((await tom.put(`/emergencies/readers/${tom.accountId}`)).status, 403)
  assert.equal((await maren.put(`/emergencies/readers/${tom.accountId}`)).status, 204)
  assert.equal((await tom.get(`/cases/${caseId}`)).status, 200)
  const looks = (await maren.get('/audit?limit=200')).body.data.filter(
    (entry: { deed: string; actorName: string }) => entry.deed === 'crisis.seen' && entry.actorName === CAST.tom.name,
  )
  assert.equal(looks.length, 1, 'the look is in the log, once')
  await maren.delete(`/emergencies/readers/${tom.accountId}`)
  assert.equal((await tom.get(`/cases/${caseId}`)).status, 404)
})

test('when nobody has laid a hand on it the few get a letter, once, without a word of it', async () => {
  letters.length = 0
  await tellReaders(world.app, maren.workspaceId, caseId)
  await tellReaders(world.app, maren.workspaceId, caseId)
  assert.equal(letters.length, 1)
  assert.match(letters[0]!, /nobody has looked after it yet/)
  assert.ok(letters[0]!.replaceAll(/=\r?\n/g, '').includes(caseId))
  for (const word of [MARK, 'Brandt', 'pills']) assert.ok(!letters[0]!.includes(word))
})

test('it is not closed without a note, and goes so many days after it was', async () => {
  const end = { cause: 'Despair', done: 'Called her, stayed on the line until her sister came' }
  assert.equal((await maren.put(`/cases/${caseId}/resolution`, end)).body.code, 'note_needed')
  assert.equal(
    (await maren.put(`/cases/${caseId}/resolution`, { ...end, note: 'I call again on Monday.' })).status,
    200,
  )
  assert.equal((await maren.post(`/cases/${caseId}/heard-question`)).body.code, 'not_after_crisis')
  world.travel(new Date(Date.now() + 29 * 86_400_000))
  assert.equal(await forgetCrises(world.app, maren.workspaceId), 0)
  world.travel(new Date(Date.now() + 31 * 86_400_000))
  assert.equal(await forgetCrises(world.app, maren.workspaceId), 1)
  assert.equal((await maren.get(`/voices/${voiceId}`)).status, 404)
  world.travel(new Date())
})

test('anybody who reads a voice may raise it; then they no longer see it, and one of the few may give it back', async () => {
  const { body } = await maren.post('/voices', {
    text: 'Please cancel everything in my name, nobody will need it after Sunday.',
  })
  const id = body.data[0].id
  await world.settled()
  assert.equal((await tom.get(`/voices/${id}`)).status, 200)
  assert.equal((await tom.put(`/voices/${id}/emergency`)).status, 204)
  await world.settled()
  assert.equal((await tom.get(`/voices/${id}`)).status, 404)
  assert.equal((await maren.get('/today')).body.now[0].voiceId, id)
  assert.equal((await tom.delete(`/voices/${id}/emergency`)).status, 404)
  assert.equal((await maren.delete(`/voices/${id}/emergency`)).status, 204)
  await world.settled()
  const back = (await tom.get(`/voices/${id}`)).body
  assert.equal(back.crisis, false)
  assert.notEqual(back.reading, null)
})

test('an observer reads words without contact details, a teammate reads them whole, and a file can leave them out', async () => {
  const { body } = await maren.post('/voices', {
    text: 'Ring me on 07700 900461 or write to ada@brandt.example, the bread was stale.',
  })
  const id = body.data[0].id
  await world.settled()
  const words = (await ines.get(`/voices/${id}`)).body
  assert.equal(words.text, 'Ring me on [phone] or write to [e-mail], the bread was stale.')
  assert.equal(words.withheld, true)
  assert.ok(!(await ines.get('/voices')).text.includes('900461'))
  assert.ok((await tom.get(`/voices/${id}`)).text.includes('900461'))
  assert.ok((await maren.get('/voices/export')).text.includes('900461'))
  const without = (await maren.get('/voices/export?personal=without')).text
  assert.ok(without.includes('the bread was stale'))
  for (const detail of ['900461', 'brandt.example', 'Ada Brandt']) assert.ok(!without.includes(detail), detail)
})
