import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { Refusal } from '#platform'
import type { OpenOptions } from './rows.ts'
import { openRows } from './rows.ts'
import type { BadRow, GoodRow } from './row.ts'
import { isBad } from './row.ts'
import { bytesSource } from './source.ts'

async function read(content: string | Uint8Array, options: OpenOptions = {}, name = 'voices.csv') {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const file = await openRows(bytesSource(name, bytes), options)
  const good: GoodRow[] = []
  const bad: BadRow[] = []
  for await (const batch of file.batches)
    for (const row of batch) (isBad(row) ? bad : good).push(row as GoodRow & BadRow)
  const plain = good.map(({ values }) => ({ ...values }))
  return { ...file, good, bad, plain, lines: good.map(({ line }) => line), encoding: file.encoding() }
}

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

describe('a file in any encoding', () => {
  const text = 'Comment,Name\n"Das Brot war köstlich – danke",Ines\n"¿Dónde está mi pan?",Rosa Marín\n'
  const variants: [string, Uint8Array, string][] = [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 little endian with its mark', iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 little endian without', iconv.encode(text, 'utf-16le'), 'utf-16le'],
    ['UTF-16 big endian with its mark', iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 big endian without', iconv.encode(text, 'utf-16be'), 'utf-16be'],
    ['Windows-1252', iconv.encode(text, 'windows-1252'), 'windows-1252'],
  ]
  for (const [name, bytes, encoding] of variants) {
    test(`says the same in ${name}`, async () => {
      const file = await read(bytes)
      assert.deepEqual(file.plain, [
        { Comment: 'Das Brot war köstlich – danke', Name: 'Ines' },
        { Comment: '¿Dónde está mi pan?', Name: 'Rosa Marín' },
      ])
      assert.equal(file.encoding, encoding)
    })
  }
  test('is Windows-1252 even when the first é comes after pages of plain letters', async () => {
    const lines = 'Lovely bread,5\n'.repeat(20_000)
    const file = await read(iconv.encode(`text,score\n${lines}Très bien,5\n`, 'windows-1252'))
    assert.equal(file.plain.at(-1)?.text, 'Très bien')
    assert.equal(file.encoding, 'windows-1252')
  })
  test('keeps characters whole across the pieces it is read in', async () => {
    const line = 'Crème brûlée 🥐 déjà vu,5\n'
    const file = await read(`text,score\n${line.repeat(8_000)}`)
    assert.equal(file.good.length, 8_000)
    assert.deepEqual([...new Set(file.plain.map(({ text }) => text))], ['Crème brûlée 🥐 déjà vu'])
  })
  test('keeps its good rows when a few characters are broken, and says where', async () => {
    const bytes = Buffer.concat([
      Buffer.from('text\nköstliches Brötchen für Übernächte\n'),
      Buffer.from([0x61, 0xff, 0x62]),
      Buffer.from('\n'),
    ])
    const file = await read(bytes)
    assert.equal(file.encoding, 'utf-8')
    assert.deepEqual(
      file.good.map(({ notes }) => notes?.length ?? 0),
      [0, 1],
    )
  })
})

describe('a delimited file', () => {
  for (const [name, delimiter] of [
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ] as const) {
    test(`is read with ${name}s between its cells`, async () => {
      const rows = [
        ['text', 'score'],
        ['"Fine, thanks; really"', '5'],
        ['So so', '3'],
      ]
      const file = await read(rows.map((row) => row.join(delimiter)).join('\r\n'))
      assert.deepEqual(file.plain, [
        { text: 'Fine, thanks; really', score: '5' },
        { text: 'So so', score: '3' },
      ])
      assert.equal(file.delimiter, delimiter)
    })
  }
  test('keeps decimal commas together where semicolons divide', async () => {
    assert.equal((await read('name;total\nAda;1,50\nJonas;2,75\n')).delimiter, ';')
  })
  test('may announce its delimiter as spreadsheets do', async () => {
    const file = await read('sep=;\ntext;score\nGood, really;5\n')
    assert.deepEqual([file.plain[0], file.lines[0]], [{ text: 'Good, really', score: '5' }, 3])
  })
  test('knows the physical line of every row, across cells of several lines and blank lines', async () => {
    const file = await read('text,score\n"one\ntwo\nthree",1\n\n,\nfour,2\n"five\r\n",3')
    assert.deepEqual(file.lines, [2, 7, 8])
    assert.equal(file.plain[2]?.text, 'five\r\n')
  })
  test('may end its lines as old Macs did', async () => {
    assert.deepEqual((await read('text,score\rGood,5\rBad,1\r')).plain, [
      { text: 'Good', score: '5' },
      { text: 'Bad', score: '1' },
    ])
  })
  test('makes equal headers distinct and names those that are empty', async () => {
    const file = await read('Comment,Comment,,Comment (2)\na,b,c,d\n')
    assert.deepEqual(file.headers, ['Comment', 'Comment (2)', 'Column 3', 'Comment (2) (2)'])
  })
  test('may have columns named like parts of the language', async () => {
    const file = await read('__proto__,constructor,toString\na,b,c\n')
    assert.equal(file.good[0]?.values['__proto__'], 'a')
    assert.equal(file.good[0]?.values['hasOwnProperty'], undefined)
  })
  test('leaves quotation marks inside plain cells alone', async () => {
    assert.equal((await read('text,score\nA 12" pizza,5\n')).plain[0]?.text, 'A 12" pizza')
  })
})

describe('a row that cannot be kept', () => {
  test('costs only itself when a quotation mark never closes', async () => {
    const file = await read('text,score\n"Great cake,5\nNice,4\n"Lovely, warm",5\nBye,1\n')
    assert.deepEqual(
      file.plain.map(({ text }) => text),
      ['Nice', 'Lovely, warm', 'Bye'],
    )
    assert.deepEqual(
      file.bad.map(({ line, problem, raw }) => ({ line, problem, raw })),
      [{ line: 2, problem: 'unclosed_quote', raw: '"Great cake,5' }],
    )
  })
  test('costs only itself when the mark is the last of the file', async () => {
    const file = await read(`text,score\nGood,5\n"Never closed,1\n${'Fine,4\n'.repeat(50_000)}`)
    assert.equal(file.good.length, 50_001)
    assert.deepEqual(
      file.bad.map(({ line }) => line),
      [3],
    )
  })
  test('is told from its neighbours when marks stand inside quoted text', async () => {
    const file = await read('text,score\n"He said "wow" today",5\nNice,4\n')
    assert.deepEqual([file.bad[0]?.line, file.lines], [2, [3]])
  })
  test('has too many or too few cells', async () => {
    const file = await read(`text,score,name\n${'a,1,b\n'.repeat(9)}a,1,b,c\nx\na,1,b,,\n`)
    assert.deepEqual(
      file.bad.map(({ line, problem }) => [line, problem]),
      [
        [11, 'too_many_cells'],
        [12, 'too_few_cells'],
      ],
    )
    assert.match(file.bad[1]!.reason, /1 cell where the header has 3/)
    assert.equal(file.good.length, 10)
  })
  test('is fine with few cells where the writer leaves empty ends out', async () => {
    const file = await read('text,score,name\nGood,5\nBad,1\nSo so,3,Ada\n')
    assert.deepEqual(file.plain[0], { text: 'Good', score: '5', name: '' })
    assert.equal(file.bad.length, 0)
  })
  test('holds a cell of five megabytes, and the next row is read', async () => {
    const file = await read(`text,score\n"${'bread, '.repeat(750_000)}",1\nGood,5\n${'x'.repeat(200_000)},2\nBye,3\n`)
    assert.deepEqual(
      file.plain.map(({ text }) => text),
      ['Good', 'Bye'],
    )
    assert.deepEqual(
      file.bad.map(({ line, problem }) => [line, problem]),
      [
        [2, 'row_too_long'],
        [4, 'cell_too_long'],
      ],
    )
    assert.match(file.bad[1]!.reason, /200,000 characters here; the limit is 100,000/)
    assert.ok(file.bad.every(({ raw }) => raw.length < 5_000))
  })
  test('has no end for megabytes, quoted or not, and reading goes on', async () => {
    const flood = 'y'.repeat(9_000_000)
    const file = await read(`text,score\n${flood},1\nGood,5\n"${flood}\nBye,3\n`)
    assert.deepEqual(
      file.plain.map(({ text }) => text),
      ['Good', 'Bye'],
    )
    assert.deepEqual(
      file.bad.map(({ line }) => line),
      [2, 4],
    )
  })
  test('loses its null characters and says so', async () => {
    const file = await read('text,score\nGo\0od bread is a joy,5\nFine,4\n')
    assert.equal(file.plain[0]?.text, 'Good bread is a joy')
    assert.deepEqual(
      file.good.map(({ notes }) => notes?.length ?? 0),
      [1, 0],
    )
  })
})

describe('JSON', () => {
  test('comes one object a line, with objects inside', async () => {
    const file = await read(
      '{"text":"Good","rating":5,"who":{"name":"Ada","ok":true},"tags":["a","b"]}\n\n{"text":"Bad","rating":null,"extra":1}\n',
    )
    assert.deepEqual(file.headers, ['text', 'rating', 'who.name', 'who.ok', 'tags', 'extra'])
    assert.deepEqual(file.plain[0], { text: 'Good', rating: '5', 'who.name': 'Ada', 'who.ok': 'true', tags: 'a, b' })
    assert.deepEqual(file.lines, [1, 3])
  })
  test('reports a line that is broken, cut off or no object, and reads the rest', async () => {
    const file = await read('{"text":"one"}\n{"text": "two"\n[1,2]\n"three"\n{"text":"four"}', {}, 'voices.jsonl')
    assert.deepEqual(
      file.bad.map(({ line, problem }) => [line, problem]),
      [
        [2, 'invalid_json'],
        [3, 'not_an_object'],
        [4, 'not_an_object'],
      ],
    )
    assert.deepEqual(
      file.plain.map(({ text }) => text),
      ['one', 'four'],
    )
  })
  test('may begin with a broken line', async () => {
    const file = await read('{"text": oops}\n{"text":"one"}\n{"text":"two"}\n')
    assert.deepEqual([file.bad.length, file.good.length], [1, 2])
    assert.deepEqual((await read('oops\n{"text":"one"}\n{"text":"two"}\n{"text":"three"}\n')).good.length, 3)
  })
  test('may be one document with a list in it, however it is laid out', async () => {
    const reviews = [{ comment: 'Nice ] } "here', reviewer: { displayName: 'Ada' } }, { comment: 'Late' }]
    for (const document of [reviews, { reviews, total: 2 }]) {
      for (const space of [0, 2]) {
        const file = await read(JSON.stringify(document, null, space))
        assert.deepEqual(
          file.plain.map(({ comment }) => comment),
          ['Nice ] } "here', 'Late'],
        )
        assert.equal(file.plain[0]?.['reviewer.displayName'], 'Ada')
      }
    }
  })
  test('loses null characters and gives up a value that is too long', async () => {
    const file = await read(`{"text":"a\\u0000b"}\n{"text":"${'x'.repeat(100_001)}"}\n{"text":"c"}\n`)
    assert.deepEqual(
      file.plain.map(({ text }) => text),
      ['ab', 'c'],
    )
    assert.deepEqual([file.good[0]?.notes?.length, file.bad[0]?.problem], [1, 'cell_too_long'])
  })
})

describe('a compressed file', () => {
  test('is read like the file inside', async () => {
    assert.deepEqual((await read(gzipSync('text,score\nGood,5\n'))).plain, [{ text: 'Good', score: '5' }])
    assert.deepEqual((await read(gzipSync('{"text":"Good"}\n'), {}, 'x.jsonl.gz')).plain, [{ text: 'Good' }])
  })
  test('is refused when it is cut off', async () => {
    const whole = gzipSync(Buffer.from(Array.from({ length: 50_000 }, (_, i) => `row ${i * 7919}`).join('\n')))
    await assert.rejects(read(whole.subarray(0, whole.length - 2_000)), refused('damaged_file'))
  })
  test('is refused when it only swells', async () => {
    await assert.rejects(
      read(gzipSync(Buffer.from(`${'a'.repeat(60_000)}\n`.repeat(800)))),
      refused('unpacks_too_large'),
    )
  })
})

describe('a file that is no table', () => {
  test('is refused when it is empty, or has nothing but blanks', async () => {
    await assert.rejects(read(''), refused('empty_file'))
    await assert.rejects(read('\n\n  \n'), refused('empty_file'))
    await assert.rejects(read(gzipSync('')), refused('empty_file'))
  })
  test('is refused by what it is, whatever it is called', async () => {
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(500)])
    await assert.rejects(read(png), (error: Error) => refused('not_a_table')(error) && /PNG/.test(error.message))
    await assert.rejects(read(Buffer.from('%PDF-1.7 …')), refused('not_a_table'))
    await assert.rejects(
      read(Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 37) % 256))),
      refused('not_a_table'),
    )
    await assert.rejects(read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])), refused('old_workbook'))
  })
  test('is refused when it has thousands of columns', async () => {
    await assert.rejects(
      read(`${Array.from({ length: 1_001 }, (_, i) => `c${i}`).join(',')}\n`),
      refused('too_many_columns'),
    )
  })
  test('with a header alone has columns and no rows', async () => {
    const file = await read('text,score')
    assert.deepEqual([file.headers, file.good.length], [['text', 'score'], 0])
  })
})

describe('any table', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/[\0\uFFFD\uFEFF]/g, ''))
  const awkward = fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', ' a ', '"a', 'a"', '\t', '', '=1+1', '\r')
  const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(fc.oneof(cell, awkward), { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 12,
    }),
  )
  const quoteAll = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const quoteIfNeeded = (text: string): string => (/["\n\r,;\t]/.test(text) ? quoteAll(text) : text)

  test('that we write is read back the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom<',' | ';' | '\t'>(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(quoteAll, quoteIfNeeded),
        fc.boolean(),
        async (rows, delimiter, lineBreak, quote, endBreak) => {
          const headers = rows[0]!.map((_, i) => `h${i}`)
          const text =
            [headers, ...rows].map((row) => row.map(quote).join(delimiter)).join(lineBreak) +
            (endBreak ? lineBreak : '')
          const file = await read(text, { delimiter })
          const expected = rows.filter((row) => row.some((value) => value.trim() !== ''))
          assert.deepEqual(file.bad, [])
          assert.deepEqual(
            file.plain.map((values) => headers.map((header) => values[header])),
            expected,
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  test('however broken, gives rows or reasons for every line and never fails otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(cell, awkward), { maxLength: 60 }), async (parts) => {
        const file = await read(`a,b\n${parts.join('')}\nlast,row\n`)
        const lines = [...file.good, ...file.bad].map(({ line }) => line)
        assert.equal(new Set(lines).size, lines.length)
      }),
      { numRuns: 300 },
    )
  })
})

test('a file of many megabytes is read without holding up others for long', async () => {
  const file = await openRows(
    bytesSource('big.csv', Buffer.from(`text,score\n${'Lovely bread and thanks,5\n'.repeat(400_000)}`)),
  )
  let turns = 0
  let stop = false
  const tick = (): void => {
    turns++
    if (!stop) setImmediate(tick)
  }
  tick()
  let rows = 0
  for await (const batch of file.batches) rows += batch.length
  stop = true
  assert.equal(rows, 400_000)
  // One turn for others at least every 64 KB; no clock is looked at.
  assert.ok(turns > 100, `${turns} turns`)
})
