import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calledOf } from './person-name.ts'

test('somebody without a name is told from others by address or number', () => {
  const nobody = { name: '', email: null, externalId: null }
  assert.equal(calledOf({ ...nobody, name: 'Ada Brandt', email: 'ada@brandt.example' }), 'Ada Brandt')
  assert.equal(calledOf({ ...nobody, email: 'ada@brandt.example', externalId: 'till:7' }), 'ada@brandt.example')
  assert.equal(calledOf({ ...nobody, externalId: 'import:2896' }), '#2896')
  assert.equal(calledOf({ ...nobody, externalId: '2896' }), '#2896')
  assert.equal(calledOf(nobody), '')
})
