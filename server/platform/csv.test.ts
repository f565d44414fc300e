import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvCell, csvLine, plainCell } from './csv.ts'

test('what begins like a formula is written as plain text', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '＝'])
    assert.match(csvCell(`${sign}HYPERLINK("http://else.example")`).replace(/^"/, ''), /^'/)
  assert.equal(csvCell('- a little dry'), "'- a little dry")
  assert.equal(csvCell('1-2 days'), '1-2 days')
})

test('our own numbers stay numbers', () => {
  assert.equal(csvLine([-0.4, 3, true, null]), '-0.4,3,true,\r\n')
})

test('whatever was said comes back letter for letter', () => {
  const letter = fc.constantFrom("'", '=', '+', '-', '@', '"', ',', '\n', '\r', '\t', ' ', 'a', 'ß', '🥖')
  const words = fc.oneof(fc.string({ unit: letter, maxLength: 12 }), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (cells) => {
      const [row] = parse(`${csvLine(cells)}end\r\n`, { relax_column_count: true }) as string[][]
      assert.deepEqual(row?.map(plainCell), cells)
    }),
  )
})
