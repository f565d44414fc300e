import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { blocksOf } from './card-blocks.ts'

test('headings, paragraphs, lists and tables of a card are told apart', () => {
  const card =
    '# Title\n\n*made*\n\n## What\nTwo lines,\none paragraph.\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n- one\n  more\n- two\n'
  assert.deepEqual(blocksOf(card), [
    { kind: 'paragraph', text: 'made' },
    { kind: 'heading', text: 'What' },
    { kind: 'paragraph', text: 'Two lines, one paragraph.' },
    {
      kind: 'table',
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    { kind: 'list', items: ['one more', 'two'] },
  ])
})

test('the card that ships is read whole, without marks left over', () => {
  const blocks = blocksOf(readFileSync('docs/models/reader.md', 'utf8'))
  assert.ok(blocks.some((block) => block.kind === 'table' && block.rows.length > 10))
  assert.ok(blocks.every((block) => block.kind !== 'paragraph' || !/^[#|]/.test(block.text)))
})
