/**
 * The house rules that a compiler cannot see: imports point upstream, capabilities are entered by their door, SQL stays
 * in the store and writes only its own schema, names come from the glossary. Each rule is first seen to fail.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { importOffences, nameOffences, sqlOffences, type Source } from './architecture-rules.ts'

const sources: Source[] = globSync('{server,engine/src,web,widget}/**/*.{ts,tsx}')
  .filter((path) => !/node_modules|\/dist\/|\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const glossary = readFileSync('docs/glossary.md', 'utf8')

test('imports point upstream and enter by the door', () => {
  assert.deepEqual(sources.flatMap(importOffences), [])
})

test('each capability writes only its own schema, in its store', () => {
  assert.deepEqual(sources.flatMap(sqlOffences), [])
})

test('every file is a part, a noun or a verb of the glossary, and nouns do no I/O', () => {
  assert.deepEqual(
    sources.flatMap((source) => nameOffences(source, glossary)),
    [],
  )
})

const planted: { rule: string; caught: string[] }[] = [
  {
    rule: 'an import downstream',
    caught: importOffences({ path: 'server/listen/hear.ts', text: `import { read } from '#understand'` }),
  },
  {
    rule: 'a side door',
    caught: importOffences({ path: 'server/act/case.ts', text: `import { addVoices } from '../listen/store.ts'` }),
  },
  {
    rule: 'a dynamic import downstream',
    caught: importOffences({ path: 'server/trust/who.ts', text: `const x = await import('#listen')` }),
  },
  {
    rule: 'an engine that reaches out',
    caught: importOffences({ path: 'engine/src/read.ts', text: `import { readFileSync } from 'node:fs'` }),
  },
  {
    rule: 'a browser that reaches in',
    caught: importOffences({ path: 'web/today/page.tsx', text: `import { hear } from '#listen'` }),
  },
  {
    rule: 'a relative path from the browser into the engine',
    caught: importOffences({ path: 'web/ui/quote.tsx', text: `import { x } from '../../engine/src/index.ts'` }),
  },
  {
    rule: 'a contract with I/O',
    caught: importOffences({ path: 'server/listen/contract.ts', text: `import { createHash } from 'node:crypto'` }),
  },
  {
    rule: 'SQL outside a store',
    caught: sqlOffences({ path: 'server/listen/hear.ts', text: 'sql`select 1 from listen.voice`' }),
  },
  {
    rule: 'a foreign write',
    caught: sqlOffences({ path: 'server/listen/store.ts', text: 'sql`insert into people.person (id) values (1)`' }),
  },
  {
    rule: 'a read downstream',
    caught: sqlOffences({ path: 'server/listen/store.ts', text: 'sql`select 1 from understand.reading`' }),
  },
  { rule: 'a name nobody agreed on', caught: nameOffences({ path: 'server/listen/utils.ts', text: '' }, glossary) },
  {
    rule: 'a noun that loads the store',
    caught: nameOffences(
      { path: 'server/people/person.ts', text: `import { findPerson } from './store.ts'` },
      glossary,
    ),
  },
]

for (const { rule, caught } of planted) {
  test(`the rules catch ${rule}`, () => assert.equal(caught.length > 0, true))
}
