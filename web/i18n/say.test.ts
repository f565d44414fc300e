import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue } from './catalogue.ts'
import { directionOf } from './language.ts'
import { translator } from './say.ts'

const words = catalogue('test', {
  waits_one: '{{count}} person waits for {{name}}',
  waits_other: '{{count}} people wait for {{name}}',
  quiet: 'Nobody waits',
})

test('one person waits and three people wait', () => {
  const t = translator(words.texts)
  assert.equal(t('waits', { count: 1, name: 'Tom' }), '1 person waits for Tom')
  assert.equal(t('waits', { count: 3, name: 'Tom' }), '3 people wait for Tom')
})

test('figures inside a sentence are written the way its readers write them', () => {
  assert.equal(translator(words.texts)('waits', { count: 2500, name: 'Ines' }), '2,500 people wait for Ines')
  assert.match(translator(words.texts, 'de')('waits', { count: 2500, name: 'Ines' }), /^2\.500 /)
})

test('Arabic counts in six forms and falls back to the last where one is missing', () => {
  const arabic = { waits_two: 'اثنان ينتظران {{name}}', waits_other: '{{count}} ينتظرون {{name}}' }
  const t = translator(words.texts, 'ar', arabic)
  assert.equal(t('waits', { count: 2, name: 'Tom' }), 'اثنان ينتظران Tom')
  assert.match(t('waits', { count: 5, name: 'Tom' }), /ينتظرون Tom$/)
})

test('a text that is not translated yet is said in English', () => {
  assert.equal(translator(words.texts, 'fr', {})('quiet'), 'Nobody waits')
})

test('a value that looks like a variable is not filled a second time', () => {
  assert.equal(translator(words.texts)('waits', { count: 1, name: '{{count}}' }), '1 person waits for {{count}}')
})

test('Arabic and Hebrew are read from the right', () => {
  assert.equal(directionOf('ar-EG'), 'rtl')
  assert.equal(directionOf('he'), 'rtl')
  assert.equal(directionOf('en-GB'), 'ltr')
})
