// Finds a Chromium for the browser journeys: one the machine has, one Playwright keeps, or Debian's package.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const onPath = () =>
  NAMES.map((name) => spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()).find(
    (path) => path !== '',
  )

const playwrights = () =>
  globSync(join(homedir(), '.cache', 'ms-playwright', 'chromium-*', 'chrome-linux*', 'chrome')).at(-1)

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stdout.write('Installing Chromium for the browser journeys …\n')
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], options)
  return onPath()
}

export const findChromium = () => process.env.HEED_TEST_CHROMIUM ?? onPath() ?? playwrights() ?? fromDebian()
