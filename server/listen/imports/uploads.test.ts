/** A brought-in file is judged by what it holds; its name is a label and nothing more. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { Refusal } from '#platform'
import { openWorld } from '#test/world'
import { openRows } from './rows.ts'
import { bytesSource } from './source.ts'

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { batches } = await openRows(bytesSource('voices.csv', bytes))
    let rows = 0
    for await (const batch of batches) rows += batch.length
    return `${rows} rows`
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code
  }
}

const hex = (text: string, more = 300): Uint8Array =>
  Buffer.concat([Buffer.from(text.replaceAll(' ', ''), 'hex'), Buffer.alloc(more, 0)])

test('what is no table is refused by its first bytes, whatever it is called', async () => {
  for (const [what, bytes] of [
    ['png', hex('89504e47 0d0a1a0a')],
    ['jpeg', hex('ffd8ffe0')],
    ['gif', hex('47494638 3961')],
    ['tiff', hex('49492a00')],
    ['bmp', hex('424d3600')],
    ['pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['elf', hex('7f454c46 0201')],
    ['windows program', hex('4d5a9000 0300')],
    ['mac program', hex('cffaedfe 0700')],
    ['java class', hex('cafebabe 0000')],
    ['webassembly', hex('0061736d 0100')],
    ['sqlite', Buffer.from('SQLite format 3\0')],
    ['7z', hex('377abcaf 271c')],
    ['xz', hex('fd377a58 5a00')],
    ['zstd', hex('28b52ffd 0400')],
    ['rich text', Buffer.from('{\\rtf1\\ansi hello}')],
    ['mp3', hex('49443303 0000')],
    ['a zip inside a gzip', gzipSync(zipSync({ 'a.csv': strToU8('text\nhello\n') }))],
    ['a gzip inside a gzip', gzipSync(gzipSync('text\nhello\n'))],
    ['zeros', Buffer.alloc(5000)],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 29))],
  ] as const)
    assert.match(await outcome(bytes), /^(not_a_table|old_workbook)$/, what)
})

test('a table that begins with the letters of something else is a table', async () => {
  for (const head of ['BMI', 'MZ', 'ID3', 'BZh', 'GIF8', 'RIFF', 'Rar!', 'OggS'])
    assert.equal(await outcome(Buffer.from(`${head},text\n1,The rye was warm\n`)), '1 rows', head)
})

const book = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row><c t="inlineStr"><is><t>text</t></is></c></row></sheetData></worksheet>',
        ...parts,
      }).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ) as Zippable,
    { level: 1 },
  )

test('a workbook made to fill the memory is refused before it does', async () => {
  const before = process.memoryUsage().rss
  for (const [what, parts] of [
    ['texts without a letter', { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(4_300_000)}</sst>` }],
    [
      'styles without end',
      { 'xl/styles.xml': `<styleSheet><cellXfs>${'<xf/>'.repeat(200_000)}</cellXfs></styleSheet>` },
    ],
    ['nesting without end', { 'xl/styles.xml': `<a>${'<b>'.repeat(300_000)}` }],
    [
      'links without end',
      {
        'xl/_rels/workbook.xml.rels': `<Relationships>${Array.from({ length: 50_000 }, (_, n) => `<Relationship Id="r${n}" Target="a"/>`).join('')}</Relationships>`,
      },
    ],
    [
      'entities that grow',
      {
        'xl/styles.xml':
          '<!DOCTYPE a [<!ENTITY x "aaaaaaaaaa"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;">]><styleSheet>&y;</styleSheet>',
      },
    ],
  ] as const) {
    const said = await outcome(book(parts))
    assert.match(said, /^(unpacks_too_large|damaged_file)$/, `${what}: ${said}`)
  }
  assert.ok(process.memoryUsage().rss - before < 600 * 1024 ** 2)
})

test('a file that asks for another file gets none', async () => {
  const asking = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>'
  assert.match(await outcome(book({ 'xl/sharedStrings.xml': asking })), /^(damaged_file|\d+ rows)$/)
})

test('the name of a file is never a path: whatever it says, the file lies under its own id', async () => {
  const world = await openWorld(after, { work: false })
  const maren = await world.owner()
  const folder = world.app.config.dataFolder
  for (const name of [
    '../../../../tmp/heed-escaped.csv',
    '/tmp/heed-escaped.csv',
    '..\\..\\heed-escaped.csv',
    'a.csv\r\nset-cookie: heed.session=stolen',
    'C:\\heed-escaped.csv',
    '.',
    '..',
    'con',
    'a'.repeat(300),
    '<img src=x onerror=alert(1)>.csv',
  ]) {
    const sent = await maren.ask('POST', `/imports?name=${encodeURIComponent(name)}`, 'text\nThe rye was warm\n', {
      'content-type': 'application/octet-stream',
    })
    assert.equal(sent.status, 201, sent.text)
    const place = join(folder, 'imports', maren.workspaceId)
    assert.ok(readdirSync(place).includes(sent.body.id))
    assert.equal(statSync(join(place, sent.body.id)).mode & 0o077, 0, 'nobody else on the machine reads it')
    assert.equal(sent.headers.get('set-cookie'), null)
    assert.deepEqual(
      readdirSync(place).filter((file) => !/^[0-9a-f-]{36}$/.test(file)),
      [],
    )
  }
  assert.equal(existsSync('/tmp/heed-escaped.csv'), false)
  assert.equal(existsSync(join(folder, 'heed-escaped.csv')), false)
  assert.ok(readdirSync(folder).every((file) => !file.includes('escaped')))
})

test('a file that was refused leaves nothing on the disk', async () => {
  const world = await openWorld(after, { work: false })
  const maren = await world.owner()
  const sent = await maren.ask('POST', '/imports?name=voices.csv', hex('89504e47 0d0a1a0a'), {
    'content-type': 'text/csv',
  })
  assert.equal(sent.body.code, 'not_a_table')
  const place = join(world.app.config.dataFolder, 'imports', maren.workspaceId)
  assert.deepEqual(existsSync(place) ? readdirSync(place) : [], [])
})
