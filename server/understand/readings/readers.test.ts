import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createReaders } from './readers.ts'
import type { Unread } from './reading.ts'

const voice = (voiceId: string, text: string): Unread => ({
  voiceId,
  title: '',
  text,
  question: null,
  language: null,
  scoreKind: null,
  score: null,
  employee: false,
  saidAt: new Date(0),
  receivedAt: new Date(0),
  crisis: false,
  calm: false,
  restricted: false,
})

/** A thread that reads like ours, except that one text takes it down and another never ends. */
const place = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ voices }) => {
      if (voices.some((one) => one.text === 'poison')) process.exit(3)
      if (voices.some((one) => one.text === 'endless')) for (;;);
      parentPort.postMessage({ version: 'test', rows: voices.map(({ voiceId }) => ({ voiceId, failed: null })) })
    })`)}`,
)

test('one voice that takes the reading thread down does not keep the others from being read', async () => {
  const readers = createReaders({ place, batchMs: 1_000, idleMs: 50 })
  const rows = await readers.read(
    ['good', 'poison', 'fine', 'endless', 'well'].map((text, nth) => voice(String(nth), text)),
  )
  assert.deepEqual(
    rows.map((row) => [row.voiceId, row.failed !== null]),
    [
      ['0', false],
      ['1', true],
      ['2', false],
      ['3', true],
      ['4', false],
    ],
  )
})

test('a model that cannot be opened is said so, and no voice is marked as failed for it', async () => {
  const readers = createReaders({ place: new URL('data:text/javascript,throw new Error("no model")') })
  await assert.rejects(readers.read([voice('1', 'good')]), /cannot open the model/)
})

test('the same words read twice, in whatever company, read the same', async () => {
  const readers = createReaders({ idleMs: 50 })
  const [alone] = await readers.read([voice('1', 'Third time I write. The parcel is still not here.')])
  const company = Array.from({ length: 40 }, (_, nth) => voice(`c${nth}`, `Lovely bread number ${nth}!`))
  const among = await readers.read([...company, voice('1', 'Third time I write. The parcel is still not here.')])
  assert.deepEqual(among.at(-1), alone)
})
