/** `npm run describe`: writes schema.sql, openapi.json and the client anew, from a scratch database. */
import { openTestSource } from '#test/database'
import { writeDescriptions } from '../server/describe.ts'

const source = await openTestSource()
try {
  for (const path of await writeDescriptions(source)) process.stdout.write(`wrote ${path}\n`)
} finally {
  await source.drop()
}
