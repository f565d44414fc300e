/** What whoever has the machine does for one person in a terminal: a copy, and erasing them. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { unzipSync } from 'fflate'
import { clearFolder, firstRun, heed, scratchFolder, serveHeed } from '#test/process'

const folder = scratchFolder()
const files = scratchFolder()
const open = await serveHeed(folder)
after(async () => {
  await open.stop()
  await clearFolder(folder)
  await clearFolder(files)
})
const maren = await firstRun(open.url)
const bodyOf = async (answer: Response) => {
  assert.ok(answer.ok, `${answer.status}`)
  return (await answer.json()) as any
}
const said = async (text: string, person: object): Promise<void> =>
  void (await bodyOf(await maren.post('/voices', { text, person })))
const register = async () => (await bodyOf(await maren.get('/requests'))).data as Record<string, any>[]
const lastDeed = async () => (await bodyOf(await maren.get('/audit'))).data[0] as Record<string, any>

await said('The rye bread was wonderful', {
  name: 'Ada Brandt',
  email: 'ada@brandt.example',
  phone: '+49 151 1234 5678',
})
await said('Nobody came to the door', { name: 'Tomas Weil', email: 'tomas@weil.example' })
const copy = join(files, 'ada.zip')

test('a copy is written by an address in any spelling, and stands in the register and in the log', async () => {
  const { code, out, err } = await heed(folder, ['person', 'export', ' ADA@brandt.example', '--out', copy])
  assert.equal(code, 0, err)
  assert.match(out, /rows about Ada Brandt written to/)
  assert.equal(statSync(copy).mode & 0o077, 0, 'nobody else on the machine reads it')
  const data = JSON.parse(new TextDecoder().decode(unzipSync(readFileSync(copy))['data.json']))
  assert.equal(data.tables['listen.voice'].rows[0].text, 'The rye bread was wonderful')
  assert.ok(!JSON.stringify(data).includes('tomas'))
  const [request] = await register()
  assert.deepEqual([request!.kind, request!.state, request!.personName], ['export', 'done', 'Ada Brandt'])
  assert.deepEqual(
    request!.steps.map((step: { kind: string; by: string }) => [step.kind, step.by]),
    [
      ['opened', 'the command line'],
      ['answered', 'the command line'],
    ],
  )
  const deed = await lastDeed()
  assert.deepEqual([deed.actor, deed.deed, deed.about.id], ['command', 'person.exported', request!.personId])
})

test('what is mistyped, unknown or in the way is said, changes nothing, and has an exit code of its own', async () => {
  const before = (await register()).length
  for (const [args, expected, says] of [
    [['person'], 64, /Say what to do/],
    [['person', 'erase'], 64, /Say who/],
    [['person', 'export', 'ada@brandt.example'], 64, /--out FILE\.zip/],
    [['person', 'erase', 'Ada', 'Brandt'], 64, /One person at a time/],
    [['person', 'erase', 'nobody@brandt.example', '--yes'], 66, /Nobody here is known by/],
    [['person', 'export', 'ada@brandt.example', '--out', copy], 65, /is there already/],
    [['person', 'erase', 'ada@brandt.example'], 65, /add --yes/],
    [['person', 'erase', 'ada@brandt.example', '--yes', '--workspace', 'Elsewhere'], 66, /Say which workspace/],
  ] as const) {
    const { code, err } = await heed(folder, [...args])
    assert.equal(code, expected, `${args.join(' ')}: ${err}`)
    assert.match(err, says)
  }
  assert.equal((await register()).length, before)
  const { out } = await heed(folder, ['person', '--help'])
  for (const word of ['export', 'erase', '--yes', '--out', 'Ends with 0']) assert.ok(out.includes(word), word)
})

test('what the person has not confirmed yet waits for them, unless somebody says how they know', async () => {
  const personId = (await register())[0]!.personId as string
  await bodyOf(await maren.post('/requests', { personId, kind: 'erasure', proof: 'link' }))
  const waits = await heed(folder, ['person', 'erase', personId, '--yes'])
  assert.equal(waits.code, 65)
  assert.match(waits.err, /has not confirmed yet/)
  assert.equal((await maren.get(`/persons/${personId}`)).status, 200)
})

test('erasing by a number takes everything away, closes the request and stands in the log', async () => {
  const { code, out, err } = await heed(folder, [
    'person',
    'erase',
    '0049 151 12345678',
    '--yes',
    '--note',
    'She called, I know her voice',
  ])
  assert.equal(code, 0, err)
  assert.match(out, /Erased/)
  const { data } = await bodyOf(await maren.get('/voices'))
  assert.deepEqual(
    data.map((row: { person: { name: string } | null }) => row.person?.name),
    ['Tomas Weil'],
  )
  const erasure = (await register()).find((one) => one.kind === 'erasure')!
  assert.equal(erasure.state, 'done')
  assert.equal(erasure.personId, null)
  assert.ok(erasure.counts['listen.voice'] >= 1)
  assert.deepEqual([(await lastDeed()).actor, (await lastDeed()).deed], ['command', 'person.erased'])
  const again = await heed(folder, ['person', 'export', 'ada@brandt.example', '--out', join(files, 'again.zip')])
  assert.equal(again.code, 66)
  assert.equal(existsSync(join(files, 'again.zip')), false)
})

test('a name cannot command the terminal of whoever asks about it', async () => {
  const named = (name: string) => `${name}\u001b[2J\u001b[1;1H\rErased: 1 rows are gone.`
  await said('Where is my loaf', { name: named('Mal'), email: 'mal@weil.example' })
  await said('And where is mine', { name: named('Lory'), phone: '+49 151 7777 7777' })
  const written = await heed(folder, ['person', 'export', 'mal@weil.example', '--out', join(files, 'mal.zip')])
  assert.equal(written.code, 0, written.err)
  const refused = await heed(folder, ['person', 'erase', '+49 151 7777 7777'])
  assert.notEqual(refused.code, 0)
  assert.ok(
    (await register()).some(({ personName }) => personName.includes('\u001b')),
    'such a name is kept as it came',
  )
  for (const text of [written.out, written.err, refused.out, refused.err])
    assert.ok(!text.includes('\u001b') && !text.includes('\r'), JSON.stringify(text))
})
