import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Import, ImportMapping } from '#listen/contract'
import { lacking, otherColumns, putColumn, retarget, scaleAnswer, takeColumn, warningsLeft } from './edit-mapping.ts'

const mapping: ImportMapping = {
  shape: 'generic',
  target: 'voices',
  source: 'import',
  fields: { text: 'Review', said_at: 'Day', person_email: 'Mail' },
  answers: [],
  attributes: ['Branch'],
  score: null,
  dateOrder: 'dmy',
  decimal: null,
  timeZone: 'Europe/Berlin',
}
const found = (header: string) => ({ header, confidence: 0.9, why: '' })
const preview: Import['preview'] = {
  headers: ['Review', 'Day', 'Mail', 'Branch', 'Points'],
  sheets: [],
  found: { text: found('Review'), said_at: found('Day'), person_email: found('Mail') },
  confidence: 0.9,
  unmapped: ['Points'],
  warnings: [
    { code: 'no_date', detail: 'No column says when it was said.' },
    { code: 'ambiguous_dates', header: 'Day', detail: 'Dates can be read two ways.' },
  ],
  rows: [
    { line: 2, values: { Review: 'The rye was warm.', Points: '8' } },
    { line: 3, values: { Review: 'Late.', Points: '3' } },
  ],
  encoding: 'utf-8',
}

test('a column taken for one field is let go by every other', () => {
  const kept = takeColumn(mapping, preview, 'title', 'Review')
  assert.deepEqual(kept.fields, { said_at: 'Day', person_email: 'Mail', title: 'Review' })
  const branch = takeColumn(mapping, preview, 'person_name', 'Branch')
  assert.deepEqual(branch.attributes, [])
})

test('a score chosen by hand gets the scale its values show, and loses it with its column', () => {
  const scored = takeColumn(mapping, preview, 'score', 'Points')
  assert.deepEqual(scored.score, { kind: 'star', min: 0, max: 10 })
  assert.equal(takeColumn(scored, preview, 'score', null).score, null)
  assert.equal(takeColumn(scored, preview, 'title', 'Points').score, null)
})

test('the same file taken for people keeps the address, and comes back unchanged', () => {
  const people = retarget(mapping, preview, 'persons')
  assert.deepEqual(people.fields, { email: 'Mail' })
  assert.deepEqual(retarget(people, preview, 'voices').fields, mapping.fields)
})

test('a column no field takes is kept beside, answered or left in the file, never two of them', () => {
  assert.deepEqual(otherColumns(mapping, preview), [
    { header: 'Branch', use: 'keep', scale: null },
    { header: 'Points', use: 'leave', scale: null },
  ])
  const answered = putColumn(mapping, preview, 'Branch', 'answer')
  assert.deepEqual(otherColumns(answered, preview)[0], { header: 'Branch', use: 'answer', scale: null })
  assert.deepEqual(answered.attributes, [])
})

test('a column of figures taken as an answer is a score on the scale its values show', () => {
  const answered = putColumn(mapping, preview, 'Points', 'answer')
  assert.deepEqual(answered.answers[0]!.score, { kind: 'star', min: 0, max: 10 })
  const scale = { kind: 'nps', min: 0, max: 10 } as const
  assert.deepEqual(scaleAnswer(answered, 'Points', scale).answers[0]!.score, scale)
})

test('what has been put right is not warned of again', () => {
  assert.deepEqual(
    warningsLeft(mapping, preview).map(({ code }) => code),
    ['ambiguous_dates'],
  )
  const undated = takeColumn(mapping, preview, 'said_at', null)
  assert.deepEqual(
    warningsLeft(undated, preview).map(({ code }) => code),
    ['no_date'],
  )
})

test('a file without words and scores is told to lack them before anybody presses the button', () => {
  assert.equal(lacking(mapping), null)
  assert.equal(lacking(takeColumn(mapping, preview, 'text', null)), 'words')
  assert.equal(lacking({ ...mapping, target: 'orders', fields: { number: 'Branch' } }), 'date')
})
