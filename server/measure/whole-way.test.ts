import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openCases } from '#act'
import { openWorld, type Asker } from '#test/world'
import type { MetricName, Outcomes } from './contract.ts'
import { recount } from './index.ts'
import { sql } from 'kysely'

const world = await openWorld(after, { work: false })

async function outcomes(who: Asker, query = 'span=90d'): Promise<Outcomes> {
  await recount(world.app, who.workspaceId, { anew: true })
  const answer = await who.get(`/outcomes?${query}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body as Outcomes
}

const figureIn = (found: Outcomes, name: MetricName) => found.metrics.find((row) => row.metric === name)?.figure

const survey = {
  name: 'After a delivery',
  definition: {
    languages: ['en'],
    questions: [
      { id: 'recommend', kind: 'nps', text: { en: 'Would you recommend us?' } },
      { id: 'happy', kind: 'csat', text: { en: 'How was it?' } },
      { id: 'again', kind: 'nps', text: { en: 'And our delivery?' } },
      { id: 'better', kind: 'text', text: { en: 'What could we do better?' } },
    ],
  },
}

test('each answered question counts once, a skipped one nowhere, and the voice of a response not again', async () => {
  const maren = await world.owner()
  const made = await maren.post('/surveys', survey)
  assert.equal(made.status, 201, made.text)
  await maren.put(`/surveys/${made.body.id}/status`, { status: 'open' })
  const responses = [
    { recommend: 10, happy: 5, again: 3, better: 'Warmer bread' },
    { recommend: 9, happy: 4 },
    { happy: 2, better: 'The driver was late' },
    { recommend: 2 },
    { better: 'Nothing' },
  ].map((answers, index) => ({ key: `response-${index}`, answers, finished: true }))
  const kept = await maren.post(`/surveys/${made.body.id}/responses`, { responses })
  assert.equal(kept.status, 201, kept.text)
  await maren.post('/voices', { text: '', score: { kind: 'nps', value: 8 }, source: 'api' })
  const found = await outcomes(maren, 'by=question')
  assert.equal(found.voices, 6)
  const nps = figureIn(found, 'nps')!
  assert.equal(nps.n, 5)
  assert.deepEqual(nps.counts, { promoters: 2, passives: 1, detractors: 2 })
  assert.equal(figureIn(found, 'csat')!.n, 3)
  const rows = found.breakdown!.rows
  assert.equal(rows.find((row) => row.value === 'Would you recommend us?')?.figures.nps?.n, 3)
  assert.equal(rows.find((row) => row.value === 'And our delivery?')?.figures.nps?.n, 1)
  const bySurvey = (await outcomes(maren, 'by=survey')).breakdown!.rows
  assert.deepEqual(
    bySurvey.map((row) => [row.label, row.voices, row.figures.nps?.n]),
    [['After a delivery', 5, 4]],
  )
  assert.match(found.notes[0]!, /registered trademarks/)
})

test('who was asked and did not answer is in no share, but both numbers are told; times come from the cases', async () => {
  const maren = await world.owner()
  const answers = ['yes', 'yes', 'no', null]
  for (const [index, answer] of answers.entries()) {
    const said = await maren.post('/voices', {
      text: 'The loaf was stale again.',
      externalId: `voice-${index}`,
      saidAt: new Date(world.app.clock.now().getTime() - (index + 1) * 3_600_000).toISOString(),
    })
    const voiceId: string = said.body.data[0].id
    await world.app.db.inWorkspace(maren.workspaceId, (tx) =>
      sql`insert into understand.reading (workspace_id, voice_id, said_at, source, sentiment, emotion, family, kind, intensity, urgency, confidence, version, read_at)
        select workspace_id, id, said_at, source, 'negative', 'disappointment', 'sadness', 'complaint', 0.6, 0.3, 0.9, 'test', now() from listen.voice where workspace_id = platform.workspace() and id = ${voiceId}`.execute(
        tx,
      ),
    )
    await openCases(world.app, maren.workspaceId, [voiceId])
    const path = `/cases/${(await maren.get(`/voices/${voiceId}/case`)).body.data.id}`
    assert.equal(
      (await maren.put(`${path}/resolution`, { cause: 'Stale bread', done: 'Sent a fresh loaf' })).status,
      200,
    )
    const asked = await maren.post(`${path}/heard-question`)
    assert.ok(asked.body.link, asked.text)
    if (answer) {
      const pressed = await world.stranger.ask(
        'POST',
        `=${new URL(asked.body.link).pathname}`,
        new URLSearchParams({ answer }).toString(),
        { 'content-type': 'application/x-www-form-urlencoded' },
      )
      assert.ok(pressed.status < 400, pressed.text)
    }
  }
  const found = await outcomes(maren)
  assert.deepEqual(figureIn(found, 'heard')!.counts, { yes: 2, no: 1, asked: 4 })
  assert.equal(figureIn(found, 'heard')!.n, 3)
  assert.equal(figureIn(found, 'heard')!.show, 'counts-only')
  assert.equal(found.done!.opened, 4)
  assert.equal(found.done!.resolved, 4)
  assert.equal(found.done!.reopened, 1)
  assert.ok(Math.abs(found.done!.medianHours! - 2.5) < 0.1, String(found.done!.medianHours))
  assert.equal(found.done!.lowHours, null)
  assert.deepEqual(found.done!.withinDay.counts, { count: 4 })
  assert.deepEqual(found.done!.causes, [{ cause: 'Stale bread', count: 4 }])
})

test('what still waits counts against the day once a day has gone by, not before', async () => {
  const maren = await world.owner()
  for (const [index, hours] of [30, 5].entries()) {
    const said = await maren.post('/voices', {
      text: 'The loaf was stale again.',
      externalId: `waits-${index}`,
      saidAt: new Date(world.app.clock.now().getTime() - hours * 3_600_000).toISOString(),
    })
    assert.equal((await maren.post(`/voices/${said.body.data[0].id}/case`)).status < 300, true)
  }
  const { done } = await outcomes(maren)
  assert.equal(done!.open, 2)
  assert.equal(done!.withinDay.n, 1)
  assert.equal(done!.withinDay.value, 0)
  assert.equal(done!.medianHours, null)
})
