import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Zippable } from 'fflate'
import { strToU8, zipSync } from 'fflate'
import { Refusal } from '#platform'
import type { BadRow, GoodRow } from './row.ts'
import { isBad } from './row.ts'
import { openRows } from './rows.ts'
import { bytesSource } from './source.ts'
import { isDateFormat } from './workbook.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/package/2006/relationships'

type Parts = {
  sheets?: Record<string, string>
  shared?: string[]
  styles?: string
  properties?: string
  more?: Zippable
}

/** A workbook as spreadsheet programs write it: the sheets come before the texts they point to. */
function workbook({ sheets = {}, shared = [], styles = '', properties = '', more = {} }: Parts): Uint8Array {
  const names = Object.keys(sheets)
  const list = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')
  const links = names
    .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml" Type="x"/>`)
    .join('')
  const files: Zippable = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="r">${properties}<sheets>${list}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships xmlns="${LINKS}">${links}</Relationships>`),
  }
  for (const [i, name] of names.entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData>${sheets[name]}</sheetData></worksheet>`,
    )
  }
  if (styles) files['xl/styles.xml'] = strToU8(`<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`)
  if (shared.length)
    files['xl/sharedStrings.xml'] = strToU8(
      `<sst xmlns="${MAIN}">${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    )
  return zipSync({ ...files, ...more })
}

const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
const row = (line: number, ...cells: string[]): string => `<row r="${line}">${cells.join('')}</row>`

async function read(bytes: Uint8Array, sheet?: string) {
  const file = await openRows(bytesSource('export.xlsx', bytes), sheet === undefined ? {} : { sheet })
  const good: GoodRow[] = []
  const bad: BadRow[] = []
  for await (const batch of file.batches)
    for (const one of batch) (isBad(one) ? bad : good).push(one as GoodRow & BadRow)
  return { ...file, bad, plain: good.map(({ values }) => ({ ...values })), lines: good.map(({ line }) => line) }
}

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

describe('a workbook', () => {
  test('gives texts, numbers, dates, truths and the last value of formulas', async () => {
    const file = await read(
      workbook({
        sheets: {
          Reviews:
            row(
              1,
              '<c r="A1" t="s"><v>0</v></c>',
              '<c r="B1" t="s"><v>1</v></c>',
              inline('C1', 'When'),
              inline('D1', 'Sum'),
              inline('E1', 'Ok'),
              inline('F1', 'At'),
            ) +
            row(
              2,
              '<c r="A2" t="s"><v>2</v></c>',
              '<c r="B2"><v>4.2000000000000002</v></c>',
              '<c r="C2" s="1"><v>45736</v></c>',
              '<c r="D2"><f>B2*2</f><v>8.4</v></c>',
              '<c r="E2" t="b"><v>1</v></c>',
              '<c r="F2" s="2"><v>45736.5</v></c>',
            ) +
            row(
              5,
              '<c r="A5" t="str"><f>A2&amp;"!"</f><v>Good &amp; warm</v></c>',
              '<c r="D5" t="e"><v>#DIV/0!</v></c>',
            ),
        },
        shared: [
          '<t>Comment</t>',
          '<t>Rating</t>',
          '<r><t>Gute</t></r><r><t xml:space="preserve"> Brezel_x000D_</t></r><rPh><t>noise</t></rPh>',
        ],
        styles:
          '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>',
      }),
    )
    assert.deepEqual(file.plain, [
      {
        Comment: 'Gute Brezel\r',
        Rating: '4.2',
        When: '2025-03-20',
        Sum: '8.4',
        Ok: 'true',
        At: '2025-03-20T12:00:00',
      },
      { Comment: 'Good & warm', Rating: '', When: '', Sum: '', Ok: '', At: '' },
    ])
    assert.deepEqual(file.lines, [2, 5])
  })
  test('opens its first sheet with words, or the one asked for', async () => {
    const bytes = workbook({
      sheets: {
        Cover: '',
        First: row(1, inline('A1', 'text')) + row(2, inline('A2', 'one')),
        Second: row(3, inline('B3', 'note')) + row(4, inline('B4', 'two')),
      },
    })
    const first = await read(bytes)
    assert.deepEqual(
      [first.sheet, first.sheets, first.plain],
      ['First', ['Cover', 'First', 'Second'], [{ text: 'one' }]],
    )
    assert.deepEqual((await read(bytes, 'Second')).plain, [{ 'Column 1': '', note: 'two' }])
    await assert.rejects(read(bytes, 'Third'), refused('no_such_sheet'))
  })
  test('counts its days from 1904 where it says so', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    const sheets = { S: row(1, inline('A1', 'When')) + row(2, '<c r="A2" s="0"><v>44274</v></c>') }
    assert.deepEqual((await read(workbook({ sheets, styles, properties: '<workbookPr date1904="1"/>' }))).plain, [
      { When: '2025-03-20' },
    ])
  })
  test('reports rows that reach beyond its named columns, or hold too much', async () => {
    const long = 'x'.repeat(100_001)
    const file = await read(
      workbook({
        sheets: {
          S:
            row(1, inline('A1', 'text')) +
            row(2, inline('A2', 'a'), inline('C2', 'stray')) +
            row(3, inline('A3', long)) +
            row(4, inline('A4', 'fine')),
        },
      }),
    )
    assert.deepEqual(
      file.bad.map(({ line, problem }) => [line, problem]),
      [
        [2, 'too_many_cells'],
        [3, 'cell_too_long'],
      ],
    )
    assert.deepEqual(file.plain, [{ text: 'fine' }])
  })
  test('is not brought down by a cell in the last column there is', async () => {
    const file = await read(
      workbook({ sheets: { S: row(1, inline('A1', 'text')) + row(2, inline('A2', 'a'), inline('XFD2', 'far')) } }),
    )
    assert.equal(file.plain.length + file.bad.length, 1)
  })
  test('of a hundred thousand rows is streamed', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) =>
      row(i + 2, inline(`A${i + 2}`, `Bread ${i}`), `<c r="B${i + 2}"><v>${(i % 5) + 1}</v></c>`),
    )
    const file = await read(
      workbook({ sheets: { S: row(1, inline('A1', 'text'), inline('B1', 'stars')) + rows.join('') } }),
    )
    assert.equal(file.plain.length, 100_000)
    assert.deepEqual(file.plain.at(-1), { text: 'Bread 99999', stars: '5' })
  })
})

describe('a file made to harm', () => {
  test('that swells a thousandfold is refused before it fills the memory', async () => {
    const bomb = workbook({
      sheets: { S: row(1, inline('A1', 'text')) + `<row r="2">${' '.repeat(60_000_000)}</row>` },
    })
    assert.ok(bomb.length < 100_000)
    await assert.rejects(read(bomb), refused('unpacks_too_large'))
  })
  test('with thousands of parts is refused', async () => {
    const more = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`junk/${i}`, new Uint8Array()]))
    await assert.rejects(read(workbook({ sheets: { S: '' }, more })), refused('unpacks_too_large'))
  })
  test('with entities that name each other stays as small as it is', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet xmlns="${MAIN}"><sheetData>${row(1, inline('A1', 'text'))}${row(2, inline('A2', '&b;'))}</sheetData></worksheet>`
    const bytes = workbook({ sheets: { S: '' }, more: { 'xl/worksheets/sheet1.xml': strToU8(laughs) } })
    await assert.rejects(read(bytes), refused('damaged_file'))
  })
})

describe('a file that is no workbook', () => {
  test('is refused as the archive it is', async () => {
    await assert.rejects(read(zipSync({ 'notes.txt': strToU8('hello') })), refused('not_a_table'))
  })
  test('is refused where it was cut off or bent', async () => {
    const whole = workbook({ sheets: { S: row(1, inline('A1', 'text')) + row(2, inline('A2', 'a')) } })
    await assert.rejects(read(whole.subarray(0, whole.length - 30)), refused('damaged_file'))
    const bent = Uint8Array.from(whole)
    bent.fill(0xff, 60, 120)
    await assert.rejects(read(bent), refused('damaged_file'))
  })
  test('is refused when it is empty', async () => {
    await assert.rejects(read(workbook({ sheets: { S: '' } })), refused('empty_file'))
  })
})

test('number formats tell dates from numbers', () => {
  for (const code of ['yyyy-mm-dd', 'd.m.yy', '[$-407]d. mmmm yyyy', 'h:mm AM/PM', '[h]:mm', 'mmm-yy'])
    assert.ok(isDateFormat(code), code)
  for (const code of ['0.00', '#,##0 "days"', '0.00E+00', 'General', '[Red]0', '# ?/?', '@', '"d"0', '[$€-407]#,##0'])
    assert.ok(!isDateFormat(code), code)
})
