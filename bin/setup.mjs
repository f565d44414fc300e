// Runs before `npm start` and `npm test`, on whatever Node the machine has (20 or newer), with built-ins only: installs
// what the lock file names when that changed, and builds the web pages when their sources are newer than the last build.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (text) => process.stderr.write(`heed: ${text}\n`)
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) {
  say(`this is Node ${process.versions.node}; Heed needs 20 or newer.`)
  process.exit(1)
}

function step(text, command, args) {
  const since = Date.now()
  say(`${text} …`)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    say(`${text}: failed. The lines above say why; run the same command again once that is mended.`)
    process.exit(status ?? 1)
  }
  say(`${text}: done in ${seconds(since)}`)
}

const lockDigest = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const lockMark = join(root, 'node_modules', '.heed-lock')
if (!existsSync(lockMark) || readFileSync(lockMark, 'utf8') !== lockDigest) {
  step('installing what Heed is made of', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(lockMark, lockDigest)
}

/** Digest of names, sizes and contents of everything the pages are built from. */
function digestOf(paths) {
  const hash = createHash('sha256')
  const visit = (path) => {
    if (!existsSync(path)) return
    if (!statSync(path).isDirectory()) return void hash.update(path.slice(root.length)).update(readFileSync(path))
    for (const name of readdirSync(path).sort())
      if (!['dist', 'node_modules', 'models'].includes(name)) visit(join(path, name))
  }
  paths.forEach((path) => visit(join(root, path)))
  return hash.digest('hex')
}

function contracts() {
  return readdirSync(join(root, 'server'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join('server', entry.name, 'contract.ts'))
}

const webDigest = digestOf(['web', 'widget', 'engine/src', 'package-lock.json', ...contracts()])
const webMark = join(root, 'web', 'dist', '.heed-build')
if (
  existsSync(join(root, 'web', 'index.html')) &&
  (!existsSync(webMark) || readFileSync(webMark, 'utf8') !== webDigest)
) {
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  step('building the web pages', node, [
    join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--config',
    'web/vite.config.ts',
    '--logLevel',
    'warn',
  ])
  mkdirSync(dirname(webMark), { recursive: true })
  writeFileSync(webMark, webDigest)
}
