/** What a person or program is told when the machine itself is in trouble. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHttp, createLog, createMetrics, NO_LIMITS, platformRefusals, systemClock, type App } from '#platform'

const answerTo = async (error: Error) => {
  const app = {
    config: { url: 'http://heed.example', proxies: 0 },
    log: createLog('silent'),
    metrics: createMetrics(),
    limits: NO_LIMITS,
    clock: systemClock,
  } as unknown as App
  const http = createHttp({
    app,
    routes: [
      { method: 'get', path: '/bread', permit: 'public', summary: '', tag: '', run: () => Promise.reject(error) },
    ],
    refusals: platformRefusals,
    identify: async () => null,
    permit: () => undefined,
    countedAs: () => ({}),
    record: async () => undefined,
    otherwise: async () => null,
  })
  const response = await http.fetch(new Request('http://heed.example/api/v1/bread'))
  return { status: response.status, body: (await response.json()) as { code: string; detail: string } }
}

test('a full disk is said as such, with a way on', async () => {
  const { status, body } = await answerTo(
    Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' }),
  )
  assert.equal(status, 503)
  assert.equal(body.code, 'disk_full')
})

test('a database that is stopping is “not just now”', async () => {
  const { status } = await answerTo(
    Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
  )
  assert.equal(status, 503)
})

test('a mistake of ours is answered without its inside', async () => {
  const { status, body } = await answerTo(new Error('secret inside'))
  assert.equal(status, 500)
  assert.doesNotMatch(JSON.stringify(body), /secret|inside|at /)
})
