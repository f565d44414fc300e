/** The log speaks in sentences: no deed may reach the page as a bare address. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deedOf, isRecorded } from '#trust'
import { allRoutes } from '../server/app.ts'
import { deedWords } from '../web/trust/audit/deeds.ts'

const deeds = allRoutes({} as never)
  .filter(isRecorded)
  .map(deedOf)

test('every recorded deed has its words on the page of the log', () => {
  assert.deepEqual(
    deeds.filter((deed) => !Object.hasOwn(deedWords.texts, deed)),
    [],
  )
})

test('the page has no words for a request that does not exist', () => {
  const requests = Object.keys(deedWords.texts).filter((deed) => deed.includes(' /'))
  assert.deepEqual(
    requests.filter((deed) => !deeds.includes(deed)),
    [],
  )
})
