import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialsOf } from './initials.ts'

test('initials are the first letters of the first and the last name', () => {
  assert.equal(initialsOf('Maren Lind'), 'ML')
  assert.equal(initialsOf('Rosa Elena Marín'), 'RM')
  assert.equal(initialsOf('  ines  '), 'I')
})

test('somebody known only by an address has one letter', () => {
  assert.equal(initialsOf('ada@brandt.example'), 'A')
})

test('a name that begins with a picture keeps the whole picture', () => {
  assert.equal(initialsOf('🥐 Corner'), '🥐C')
})

test('nobody at all has no letters', () => {
  assert.equal(initialsOf('   '), '')
})
