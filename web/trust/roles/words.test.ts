import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissionRows } from '../../../server/trust/roles.ts'
import { rolesWords } from './words.ts'

test('every permission of the table has words on the page that shows it', () => {
  const texts: Record<string, string> = rolesWords.texts
  assert.deepEqual(
    permissionRows()
      .map(({ permission }) => permission)
      .filter((permission) => !texts[permission]),
    [],
  )
})
