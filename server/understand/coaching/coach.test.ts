import assert from 'node:assert/strict'
import { PassThrough, Readable } from 'node:stream'
import { test } from 'node:test'
import { Refusal } from '#platform'
import { coach, type CoachFormat } from './coach.ts'

async function coached(input: string, format: CoachFormat = 'jsonl'): Promise<string> {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const said: Buffer[] = []
  out.on('data', (piece: Buffer) => said.push(piece))
  await coach({ file: '-', format }, { input: Readable.from([Buffer.from(input)]), out, err, env: {} })
  return Buffer.concat(said).toString()
}

const row = (heard: string, reply: string): string => `${JSON.stringify({ heard, reply })}\n`

test('each reply gets a line, in order, under the names other programs rely on', async () => {
  const rows = Array.from({ length: 1500 }, (_, at) => row('The bread was stale.', `Reply ${at}: I am so sorry.`))
  const lines = (await coached(rows.join(''))).trim().split('\n')
  assert.equal(lines.length, 1500)
  const first = JSON.parse(lines[0]!) as Record<string, unknown>
  assert.deepEqual(Object.keys(first), [
    'row',
    'emotionalReaction',
    'interpretation',
    'exploration',
    'steps',
    'warnings',
    'suggestions',
    'spans',
    'version',
  ])
  assert.deepEqual(Object.keys(first['steps'] as object), ['acknowledge', 'validate', 'own', 'act', 'followUp'])
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { row: number }).row),
    rows.map((_, at) => at + 1),
  )
})

test('a row that cannot be read says so and stops nothing', async () => {
  const lines = (await coached(`${row('a', 'b')}not json\n${row('c', 'd')}`)).trim().split('\n')
  assert.deepEqual(
    lines.map((line) => 'problem' in (JSON.parse(line) as object)),
    [false, true, false],
  )
})

test('a file without replies is refused with the two columns it needs', async () => {
  const refused = await coached('text\nhello\n').catch((error: unknown) => error)
  assert.ok(refused instanceof Refusal)
  assert.match(refused.message, /“heard”.*“reply”/)
})

test('in the terminal each reply comes with what to try', async () => {
  const text = await coached(row('Third time I write.', 'We apologise for any inconvenience.'), 'text')
  assert.match(text, /Warmth a little/)
  assert.match(text, /set phrase/)
})
