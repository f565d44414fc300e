/** The linter's own rules, each seen to fail once on a planted offence, so that a silent misconfiguration is noticed. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const folder = mkdtempSync(join(process.cwd(), 'server', '.lint-'))

const planted: Record<string, Record<string, string>> = {
  'no-explicit-any': { 'a.ts': 'export const a = (x: any) => x\n' },
  'no-console': { 'a.ts': `console.log('hello')\n` },
  'no-cycle': {
    'a.ts': `import { b } from './b.ts'\nexport const a = () => b\n`,
    'b.ts': `import { a } from './a.ts'\nexport const b = () => a\n`,
  },
  'no-default-export': { 'a.ts': 'export default 1\n' },
  'max-lines': { 'a.ts': Array.from({ length: 420 }, (_, n) => `export const a${n} = ${n}`).join('\n') },
  complexity: {
    'a.ts': `export const f = (n: number) => {\n${Array.from({ length: 35 }, (_, n) => `  if (n === ${n}) return ${n}\n`).join('')}  return 0\n}\n`,
  },
  'consistent-type-imports': {
    'a.ts': `import { B } from './b.ts'\nexport const a = (b: B) => b\n`,
    'b.ts': 'export type B = number\n',
  },
  eqeqeq: { 'a.ts': 'export const a = (x: number) => x == 1\n' },
}

test('each lint rule fails on a planted offence', () => {
  try {
    for (const [rule, files] of Object.entries(planted)) {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
      const { stdout } = spawnSync('node_modules/.bin/oxlint', ['--config', '.oxlintrc.json', folder], {
        encoding: 'utf8',
      })
      assert.match(stdout, new RegExp(rule), `${rule} was not reported:\n${stdout}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
