/**
 * Writes what others read about Heed from what Heed is: server/schema.sql from the migrated database, docs/api/openapi.json
 * from the routes, client/index.ts from that. Run by `npm run describe`; a test compares them with what is committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { describeApi, describeSchema, type Source } from '#platform'
import { allRoutes } from './app.ts'
import { writeClient } from './client-text.ts'
import { VERSION } from './http.ts'

/** File path → content. The accounts behind the routes are never asked for anything here. */
export async function describeAll(source: Source): Promise<Record<string, string>> {
  const api = describeApi(allRoutes({} as never), VERSION)
  return {
    'server/schema.sql': await describeSchema(source),
    'docs/api/openapi.json': `${JSON.stringify(api, null, 2)}\n`,
    'client/index.ts': writeClient(api),
  }
}

export async function writeDescriptions(source: Source): Promise<string[]> {
  const files = await describeAll(source)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true })
    writeFileSync(path, text)
  }
  return Object.keys(files)
}
