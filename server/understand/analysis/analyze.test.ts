import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { modelFile, openReader } from '#engine'
import { Refusal } from '#platform'
import { analyze, type AnalysisInput } from './analyze.ts'
import { createAsk } from './read-rows.ts'
import type { Terminal } from './terminal.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-analyze-test-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const ADA = 'The sourdough was wonderful, thank you so much.'
const JONAS = 'Third time I write. The parcel is still not here and nobody answers me.'
const LEILA = 'Das Brot war leider hart und die Lieferung kam zwei Tage zu spät.'

type Told = { out: string; err: string }
type How = Partial<AnalysisInput> & { input?: Readable; env?: Record<string, string>; watched?: boolean }

async function told(file: string, how: How = {}): Promise<Told> {
  const { input = Readable.from([]), env = {}, watched = false, ...rest } = how
  const [out, err] = [collector(watched), collector(watched)]
  const terminal: Terminal = { input, out, err, env }
  await analyze({ file, column: undefined, limit: Number.POSITIVE_INFINITY, format: 'text', ...rest }, terminal)
  return { out: out.text(), err: err.text() }
}

function collector(isTTY: boolean) {
  const pieces: Buffer[] = []
  const stream = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      pieces.push(Buffer.from(piece))
      done()
    },
  })
  return Object.assign(stream, { isTTY, columns: 80, text: () => Buffer.concat(pieces).toString() })
}

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

type Line = { row: number; kind?: string; language?: string | null; problem?: string; version?: string }
const linesOf = ({ out }: Told): Line[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)

const refused = (code: string, says: RegExp) => (error: unknown) =>
  error instanceof Refusal && error.code === code && says.test(error.message)

const CSV = `name,comment,stars\nAda Brandt,"${ADA}",5\nJonas Weil,"${JONAS}",1\nLeila Haddad,"${LEILA}",2\n`

describe('a line for every row', () => {
  test('holds all that the reader found, under the names other programs rely on', async () => {
    const [line] = linesOf(await told(await fileOf('names.csv', CSV), { format: 'jsonl' }))
    const { language, ...reading } = openReader(new Uint8Array(readFileSync(modelFile))).read(ADA)
    assert.deepEqual(line, { row: 1, ...reading, language: language.code })
    assert.deepEqual(Object.keys(line ?? {}), [
      'row',
      'language',
      'sentiment',
      'emotions',
      'families',
      'intensity',
      'urgency',
      'kind',
      'sentences',
      'aspects',
      'evidence',
      'confidence',
      'version',
    ])
  })

  test('is the same whichever way the rows are stored', async () => {
    const rows = [ADA, JONAS, LEILA]
    const jsonl = rows.map((text) => `${JSON.stringify({ text })}\n`).join('')
    const expected = await told(await fileOf('same.jsonl', jsonl), { format: 'jsonl' })
    assert.deepEqual(
      linesOf(expected).map(({ language }) => language),
      ['en', 'en', 'de'],
    )
    const tsv = `text\tstars\n${rows.map((text) => `${text}\t3\n`).join('')}`
    const files = {
      'same.tsv': tsv,
      'same.csv.gz': gzipSync(CSV),
      'same.json': JSON.stringify({ reviews: rows.map((text) => ({ text })) }),
      'same.xlsx': workbook(['text', ...rows]),
    }
    for (const [name, content] of Object.entries(files))
      assert.equal((await told(await fileOf(name, content), { format: 'jsonl' })).out, expected.out, name)
  })

  test('comes in the order of the file, though several threads read', async () => {
    const words = Array.from({ length: 6_000 }, (_, nth) =>
      nth % 700 === 0 ? `${JONAS} `.repeat(900) : `Loaf ${nth}.`,
    )
    const path = await fileOf('order.jsonl', words.map((text) => `${JSON.stringify({ text, nth: 1 })}\n`).join(''))
    const rows = linesOf(await told(path, { format: 'jsonl', column: 'text' })) as (Line & { sentences: object[] })[]
    assert.deepEqual(
      rows.map(({ row }) => row),
      words.map((_, nth) => nth + 1),
    )
    // The words themselves are not in the answer; how many sentences there are tells long rows from short ones.
    assert.ok(rows.every(({ sentences }, nth) => (nth % 700 === 0 ? sentences.length > 900 : sentences.length <= 2)))
  })

  test('says so where a row cannot be read, and goes on', async () => {
    const huge = 'very '.repeat(400_000)
    const content = `{"text":"${ADA}"}\n{"text":\n{"text":"${huge}"}\n{"other":"no text here"}\n{"text":"${JONAS}"}\n`
    const lines = linesOf(await told(await fileOf('torn.jsonl', content), { format: 'jsonl', column: 'text' }))
    assert.deepEqual(
      lines.map(({ row, problem }) => [row, problem?.slice(0, 7)]),
      [
        [1, undefined],
        [2, 'Line 2:'],
        [3, 'Line 3:'],
        [4, undefined],
        [5, undefined],
      ],
    )
  })

  test('a row that takes the reading thread down is told, and its neighbours are read', async () => {
    const place = new URL(
      `data:text/javascript,${encodeURIComponent(`
        import { parentPort } from 'node:worker_threads'
        parentPort.on('message', ({ rows }) => {
          if (rows.some(({ text, problem }) => text === 'poison' && problem === null)) process.exit(3)
          const line = ({ row, problem }) => JSON.stringify({ row, problem }) + String.fromCharCode(10)
          parentPort.postMessage({ version: 'test', lines: new TextEncoder().encode(rows.map(line).join('')), cells: [], analysis: null })
        })`)}`,
    )
    const path = await fileOf('poison.csv', 'text\ngood\npoison\nfine\n')
    const out = collector(false)
    const terminal = { input: Readable.from([]), out, err: collector(false), env: {} }
    await analyze({ file: path, column: 'text', limit: 9, format: 'jsonl' }, terminal, createAsk(place))
    assert.deepEqual(linesOf({ out: out.text(), err: '' }), [
      { row: 1, problem: null },
      { row: 2, problem: 'The reader broke off at this row.' },
      { row: 3, problem: null },
    ])
  })

  test('stops after as many rows as were asked for', async () => {
    const lines = linesOf(await told(await fileOf('limit.csv', CSV), { format: 'jsonl', limit: 2 }))
    assert.deepEqual(
      lines.map(({ row }) => row),
      [1, 2],
    )
  })

  test('twenty thousand rows need no more memory than the first thousand: no more is read than can be answered', async () => {
    let taken = 0
    const input = Readable.from(
      (function* () {
        for (let nth = 0; nth < 200; nth += 1, taken += 100)
          yield Buffer.from(`${JSON.stringify({ text: `${JONAS} Order ${nth}.`.repeat(4) })}\n`.repeat(100))
      })(),
    )
    const [out, err] = [new PassThrough({ highWaterMark: 1 << 16 }), collector(false)]
    const done = analyze(
      { file: '-', column: 'text', limit: Number.POSITIVE_INFINITY, format: 'jsonl' },
      { input, out, err, env: {} },
    ).then(() => out.end())
    let [lines, most] = [0, 0]
    for await (const piece of out as AsyncIterable<Buffer>) {
      for (const byte of piece) if (byte === 10) lines += 1
      // Rows taken in and not yet answered wait in memory; when that is looked at by its size, unswept garbage counts too.
      most = Math.max(most, taken - lines)
    }
    await done
    assert.equal(lines, 20_000)
    assert.ok(most > 0 && most < 10_000, `${most} of 20000 rows waited in memory`)
  })
})

describe('what comes through a pipe', () => {
  test('is read as it comes, packed or not, and a workbook too', async () => {
    const expected = linesOf(await told(await fileOf('pipe.csv', CSV), { format: 'jsonl' }))
    const many = `${CSV}${`Ines,"${ADA}",5\n`.repeat(3_000)}`
    const inputs: [string, Uint8Array, number][] = [
      ['plain', Buffer.from(CSV), 7],
      ['packed', gzipSync(many), 1_000],
      ['a workbook', workbook(['text', ADA, JONAS, LEILA]), 100],
    ]
    for (const [name, bytes, piece] of inputs) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, nth) =>
        Buffer.from(bytes.subarray(nth * piece, (nth + 1) * piece)),
      )
      const lines = linesOf(await told('-', { format: 'jsonl', input: Readable.from(pieces) }))
      assert.deepEqual(lines.slice(0, 3), expected, name)
    }
  })

  test('may be longer than what is kept for another look', async () => {
    const rows = 3_000
    const line = Buffer.from(`${JSON.stringify({ text: ADA, more: 'x'.repeat(4_000) })}\n`)
    const input = Readable.from(
      (function* () {
        for (let nth = 0; nth < rows / 100; nth += 1) yield Buffer.concat(Array.from({ length: 100 }, () => line))
      })(),
    )
    const { out } = await told('-', { input })
    assert.match(out, /3,000 voices in standard input/)
  })

  test('may have a name', async () => {
    const path = join(folder, 'named')
    execFileSync('mkfifo', [path])
    const [lines] = await Promise.all([told(path, { format: 'jsonl' }).then(linesOf), writeFile(path, CSV)])
    assert.equal(lines.length, 3)
  })

  test('nothing at all is said to be empty', async () => {
    await assert.rejects(told('-'), refused('empty_file', /empty/))
  })
})

describe('a file Heed cannot read', () => {
  test('is refused with a sentence that helps', async () => {
    await assert.rejects(told(join(folder, 'none.csv')), refused('no_such_file', /There is no file/))
    await assert.rejects(told(folder), refused('file_unreadable', /is a folder/))
    await assert.rejects(told(await fileOf('empty.csv', '')), refused('empty_file', /empty/))
    const picture = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(500, 3)])
    await assert.rejects(told(await fileOf('photo.csv', picture)), refused('not_a_table', /PNG/))
  })

  test('without a column of words is refused with the names of its columns', async () => {
    const path = await fileOf('numbers.csv', 'shop,visits\nMitte,12\nNord,9\n')
    await assert.rejects(told(path), refused('no_words_column', /Its columns are “shop”, “visits”/))
    await assert.rejects(told(path, { column: 'text' }), refused('no_words_column', /no column “text”.*“shop”/))
  })
})

describe('the summary', () => {
  const many = (times: number) =>
    `text\n${`"${ADA}"\n`.repeat(times)}${`"${JONAS}"\n`.repeat(times)}"The oven broke \u001B[31mred\u0007 and nobody cared, this is awful."\n`

  test('fits the window, quotes with the line, and lets no voice command the terminal', async () => {
    const { out } = await told(await fileOf('window.csv', many(20)))
    assert.match(out, /41 voices in window\.csv/)
    assert.match(out, /Most worrying[\s\S]*parcel is still not here[\s\S]*line 22 · complaint, reads as/)
    assert.match(out, /Warmest[\s\S]*sourdough was wonderful/)
    assert.ok(out.split('\n').every((line) => line.length <= 80))
    assert.ok(!out.includes('\u001B') && !out.includes('\u0007'))
    assert.equal(out.match(/parcel is still/g)?.length, 1, 'the same words are quoted once')
  })

  test('gives shares with their range, only the range below thirty, only counts below ten', async () => {
    const summary = async (times: number) =>
      (await told(await fileOf('few.csv', `text\n${`"${ADA}"\n"${JONAS}"\n`.repeat(times)}`))).out
    assert.match(await summary(20), /positive .*50%\s+35–65%\s+20\n/)
    const some = await summary(7)
    assert.match(some, /only the range is shown/)
    assert.match(some, /positive .*\s27–73%\s+7\n/)
    const few = await summary(2)
    assert.match(few, /too few to say more/)
    assert.match(few, /positive\s+2 of 4\n/)
    assert.doesNotMatch(few, /%/)
  })

  test('is coloured only for a window, and not where colours are unwanted', async () => {
    const path = await fileOf('colours.csv', many(1))
    assert.ok((await told(path, { watched: true })).out.includes('\u001B[4m'))
    assert.ok(!(await told(path, { watched: true, env: { NO_COLOR: '1' } })).out.includes('\u001B'))
  })

  test('names the lines that may speak of danger, and quotes them first', async () => {
    const alarming = 'I feel so alone that I want to kill myself, nothing helps me any more.'
    const { out } = await told(await fileOf('danger.csv', `${many(3)}"${alarming}"\n`))
    assert.match(out, /1 voice may speak of danger to somebody. Please look there first: line 9\./)
    assert.match(out, /Most worrying\s+“I feel so alone[^“]*line 9 · crisis/)
  })

  test('never shows words that may speak of danger as warm', async () => {
    const { out } = await told(
      await fileOf('kind.csv', `text\n"Thank you all, you were wonderful. I want to die tonight."\n`),
    )
    assert.match(out, /may speak of danger/)
    assert.doesNotMatch(out, /Warmest/)
  })

  test('of names without rows says that there is nothing to judge', async () => {
    assert.match((await told(await fileOf('bare.csv', 'text,stars\n'))).out, /nothing here that can be judged/)
  })

  test('as a page stands alone, and nothing in a voice becomes part of it', async () => {
    const content = `text\n"${JONAS} <script>alert(1)</script>"\n"${ADA}"\n`
    const { out } = await told(await fileOf('<b>.csv', content), { format: 'html' })
    assert.match(out, /^<!doctype html>/)
    assert.match(out.replaceAll(/<\/?u>/g, ''), /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
    assert.match(out, /<blockquote[^>]*>.*<u>/)
    assert.doesNotMatch(out, /<script|<b>|https?:|url\(/)
  })
})

describe('the command', () => {
  const start = (args: string[]) => {
    const data = join(folder, 'no-data')
    const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url))
    return spawn(process.execPath, [cli, 'analyze', ...args], { env: { ...process.env, HEED_DATA: data } })
  }
  const ended = async (args: string[]) => {
    const child = start(args)
    child.stdin.end(CSV)
    const [out, err] = [collector(false), collector(false)]
    child.stdout.pipe(out)
    child.stderr.pipe(err)
    const [code] = (await once(child, 'close')) as [number]
    return { code, out: out.text(), err: err.text() }
  }

  test('needs no workspace and no database, and ends with a code scripts can trust', async () => {
    const read = await ended(['-', '--format', 'jsonl'])
    assert.deepEqual([read.code, read.err, linesOf(read).length], [0, '', 3])
    const wrong = await ended(['-', '--text', 'words'])
    assert.deepEqual([wrong.code, wrong.out], [65, ''])
    assert.match(wrong.err, /There is no column “words” in this file\. Its columns are “name”, “comment”, “stars”\./)
    assert.equal((await ended([join(folder, 'none.csv')])).code, 66)
    assert.equal((await ended(['-', '--format', 'pdf'])).code, 64)
    await assert.rejects(access(join(folder, 'no-data')))
  })

  test('stops quietly when the reader has seen enough', async () => {
    const path = await fileOf('long.csv', `text\n${`"${JONAS}"\n`.repeat(8_000)}`)
    const child = start([path, '--format', 'jsonl'])
    const err = collector(false)
    child.stderr.pipe(err)
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = (await once(child, 'close')) as [number]
    assert.deepEqual([code, err.text()], [0, ''])
  })
})

test('a table for spreadsheets has one line a row and runs nothing', async () => {
  const path = await fileOf('sheet.csv', `text\n"=1+1 is not what I ordered, the bread was stale."\n"${ADA}"\n`)
  const lines = (await told(path, { format: 'csv' })).out.split('\r\n')
  assert.equal(lines[0], 'row,language,sentiment,score,emotion,family,intensity,urgency,kind,confidence,text,problem')
  assert.match(lines[1]!, /^1,en,negative,-0\.\d+,.*"'=1\+1 is not what I ordered, the bread was stale\.",$/)
  assert.match(lines[2]!, /^2,en,positive,/)
  assert.equal(lines.length, 4)
})

function workbook(cells: string[]): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const links = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const rows = cells.map(
    (text, nth) => `<row r="${nth + 1}"><c r="A${nth + 1}" t="inlineStr"><is><t>${text}</t></is></c></row>`,
  )
  const sheets = '<sheets><sheet name="Reviews" sheetId="1" r:id="rId1"/></sheets>'
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns="${main}" xmlns:r="r">${sheets}</workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${links}"><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="x"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    ),
  })
}
