import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { piecesOf, type EvidenceSpan } from './quote-pieces.ts'

test('a quote without evidence is one plain piece', () => {
  assert.deepEqual(piecesOf('The bread was cold.', []), [{ text: 'The bread was cold.', speaks: null, weight: 0 }])
})

test('the words that speak of a feeling are set apart from the others', () => {
  const text = 'I am worried about the order.'
  const pieces = piecesOf(text, [{ start: 5, end: 12, for: 'emotion:nervousness', weight: 2 }])
  assert.deepEqual(
    pieces.map(({ text, speaks }) => [text, speaks]),
    [
      ['I am ', null],
      ['worried', 'fear'],
      [' about the order.', null],
    ],
  )
})

test('a named feeling wins over a plain leaning on the same words', () => {
  const spans: EvidenceSpan[] = [
    { start: 0, end: 10, for: 'negative', weight: 9 },
    { start: 0, end: 4, for: 'emotion:disappointment', weight: 1 },
  ]
  assert.equal(piecesOf('Cold again, sorry', spans)[0]?.speaks, 'sadness')
})

test('words that speak against a verdict are not shown as if they spoke for it', () => {
  const pieces = piecesOf('not bad', [{ start: 0, end: 7, for: 'negative', weight: -1 }])
  assert.equal(pieces.length, 1)
  assert.equal(pieces[0]?.speaks, null)
})

test('whatever the evidence, no letter of what a person said is lost, doubled or moved', () => {
  const span = fc.record({
    start: fc.integer({ min: -3, max: 40 }),
    end: fc.integer({ min: -3, max: 40 }),
    for: fc.constantFrom<EvidenceSpan['for'][]>('negative', 'emotion:joy', 'urgency', 'kind:complaint'),
    weight: fc.double({ min: -2, max: 5, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.array(span, { maxLength: 8 }), (text, spans) => {
      assert.equal(
        piecesOf(text, spans)
          .map((piece) => piece.text)
          .join(''),
        text,
      )
    }),
  )
})
