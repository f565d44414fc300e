/**
 * What comes along with Heed: every package may be passed on under its licence, is pinned by its checksum, and runs no
 * script of its own at installation unless it is named in package.json.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

type Locked = {
  version?: string
  license?: string
  integrity?: string
  resolved?: string
  link?: boolean
  dev?: boolean
  /** Comes inside another package, under that one's checksum. */
  inBundle?: boolean
  hasInstallScript?: boolean
}

const ROOT = join(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }
const own = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { allowScripts: Record<string, boolean> }
const packages = Object.entries(lock.packages).filter(([path, one]) => path.includes('node_modules/') && !one.link)
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Licences under which a package may be passed on with software under Apache-2.0, also to those who sell it. */
const FREE = new Set([
  'MIT',
  'Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'MPL-2.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'PostgreSQL',
  'OFL-1.1',
  'MIT-0',
])
/** Read by hand, because the package says it in a way of its own. */
const READ: Record<string, string> = {}

/** `MIT OR Apache-2.0`: one that fits is enough; `MIT AND ISC`: all must fit. */
const isFree = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((one) => FREE.has(one.trim())))

function licenceOf(path: string, locked: Locked): string {
  if (locked.license) return locked.license
  const file = join(ROOT, path, 'package.json')
  if (!existsSync(file)) return READ[nameOf(path)] ?? ''
  const said = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string } }
  return (typeof said.license === 'string' ? said.license : said.license?.type) ?? READ[nameOf(path)] ?? ''
}

test('every package that comes along may be passed on', () => {
  assert.ok(packages.length > 100)
  assert.deepEqual(
    packages
      .map(([path, one]) => ({ name: nameOf(path), licence: licenceOf(path, one) }))
      .filter(({ licence }) => !isFree(licence))
      .map(({ name, licence }) => `${name}: ${licence || 'says nothing'}`),
    [],
  )
})

test('a licence that asks for more is noticed', () => {
  assert.equal(isFree('GPL-3.0-only'), false)
  assert.equal(isFree('(MIT OR GPL-3.0-only)'), true)
  assert.equal(isFree('MIT AND AGPL-3.0'), false)
})

test('every package is pinned by its checksum', () => {
  assert.deepEqual(
    packages.filter(([, one]) => !one.inBundle && !one.integrity?.startsWith('sha512-')).map(([path]) => nameOf(path)),
    [],
  )
})

test('only packages that are named run a script when they are installed', () => {
  assert.deepEqual(
    packages
      .filter(([path, one]) => one.hasInstallScript && own.allowScripts[nameOf(path)] === undefined)
      .map(([path]) => nameOf(path)),
    [],
  )
})
