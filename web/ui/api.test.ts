import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { z } from 'zod'
import { worthRetrying } from '../shell/query-client.ts'
import { api, pathTo, withQuery } from './api.ts'
import { fieldErrors, Problem } from './problem.ts'

async function serving(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const Loaf = z.object({ name: z.string() })

test('a good answer arrives as what its schema says', async (t) => {
  const at = await serving(t, (_request, response) =>
    response.setHeader('content-type', 'application/json').end('{"name":"rye","crumbs":9}'),
  )
  assert.deepEqual(await api.get(`${at}/loaf`, { schema: Loaf }), { name: 'rye' })
})

test('an answer of another shape is told apart from a refusal', async (t) => {
  const at = await serving(t, (_request, response) =>
    response.setHeader('content-type', 'application/json').end('{"name":7}'),
  )
  await assert.rejects(api.get(`${at}/loaf`, { schema: Loaf }), { name: 'Problem', code: 'unexpected_answer' })
})

test('a refusal keeps its words, its code and what it says of each field', async (t) => {
  const problem = {
    title: 'That did not work',
    status: 422,
    detail: 'Two fields need another look.',
    code: 'invalid',
    errors: [
      { field: 'email', reason: 'This does not look like an e-mail address' },
      { field: 'text', reason: 'Empty', line: 12 },
    ],
  }
  const at = await serving(t, (_request, response) =>
    response.writeHead(422, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem)),
  )
  const error: unknown = await api.post(`${at}/loaves`, { body: { name: 'rye' } }).catch((cause: unknown) => cause)
  assert.ok(error instanceof Problem)
  assert.equal(error.code, 'invalid')
  assert.equal(error.detail, 'Two fields need another look.')
  assert.equal(error.errors[1]?.line, 12)
  assert.equal(fieldErrors(error)['email'], 'This does not look like an e-mail address')
})

test('a page of a proxy in place of an answer is still a refusal', async (t) => {
  const at = await serving(t, (_request, response) =>
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
  )
  await assert.rejects(api.get(`${at}/loaf`), { status: 502, code: 'http_502' })
})

test('a server that is away is said to be unreachable', async () => {
  await assert.rejects(api.get('http://127.0.0.1:9/loaf'), { status: 0, code: 'unreachable' })
})

test('a question that was withdrawn is no problem at all', async (t) => {
  const at = await serving(t, () => undefined)
  const stop = new AbortController()
  const asked = api.get(`${at}/loaf`, { signal: stop.signal })
  stop.abort()
  await assert.rejects(asked, { name: 'AbortError' })
})

test('only what may go away by itself is asked again, and not for ever', () => {
  const away = new Problem({ status: 0, code: 'unreachable', title: '' })
  assert.equal(worthRetrying(0, away), true)
  assert.equal(worthRetrying(2, away), false)
  assert.equal(worthRetrying(0, new Problem({ status: 409, code: 'survey_closed', title: '' })), false)
  assert.equal(worthRetrying(0, new TypeError('a mistake of ours')), false)
})

test('names with slashes and question marks stay one part of a path', () => {
  assert.equal(pathTo('api', 'v1', 'persons', 'a/b?c'), '/api/v1/persons/a%2Fb%3Fc')
})

test('a query leaves out what was not asked for and keeps what the path has', () => {
  assert.equal(
    withQuery('/voices?workspace=1', { q: '', feeling: ['joy', 'fear'], from: undefined, limit: 50 }),
    '/voices?workspace=1&feeling=joy&feeling=fear&limit=50',
  )
})
