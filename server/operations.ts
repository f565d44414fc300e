/** Commands that keep an installation in order: migrate, work, doctor, backup, restore. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import {
  examine,
  migrate,
  openSource,
  prepareFolder,
  readSecret,
  Refusal,
  SETTINGS,
  type Config,
  type Source,
} from '#platform'
import {
  checkBackup,
  isSealed,
  keepBackupKey,
  knownBackupKey,
  listBackups,
  ownBackupKey,
  readBackup,
  replayErasures,
  writeBackup,
  type BackupHead,
  type BackupReport,
} from '#trust'
import { openHeed } from './app.ts'
import { askedToStop } from './serve.ts'

async function withSource<T>(config: Config, work: (source: Source, secret: string) => Promise<T>): Promise<T> {
  prepareFolder(config.dataFolder)
  const secret = readSecret(config)
  const source = await openSource(config, secret)
  try {
    return await work(source, secret)
  } finally {
    await source.close()
  }
}

export async function migrateCommand(config: Config): Promise<void> {
  const { applied, total } = await withSource(config, (source) => migrate(source))
  process.stdout.write(
    applied.length === 0
      ? `The database is up to date (${total} migrations).\n`
      : `${applied.map((name) => `applied ${name}`).join('\n')}\nThe database is up to date (${total} migrations).\n`,
  )
}

/** Background work alone, for a second machine or core beside `heed serve` with HEED_WORK=off. */
export async function workCommand(config: Config): Promise<void> {
  const heed = await openHeed(config)
  try {
    await heed.startWork()
    process.stdout.write('Heed is working in the background.\n')
    await askedToStop()
  } finally {
    await heed.close()
  }
}

const MARKS = { good: '✔', note: '·', bad: '✖' } as const

export async function doctorCommand(config: Config): Promise<number> {
  process.stdout.write('Settings\n')
  for (const { name, meaning, secret } of SETTINGS) {
    const value = process.env[name]
    const shown = !value ? 'not set' : secret ? 'set (kept to itself)' : value
    process.stdout.write(`  ${name.padEnd(18)}${shown.padEnd(28)}${meaning}\n`)
  }
  process.stdout.write(`\nData folder  ${config.dataFolder}\nAddress      ${config.url}\n\nChecks\n`)
  const findings = await withSource(config, (source) => examine(config, source))
  for (const { what, verdict, says } of findings)
    process.stdout.write(`  ${MARKS[verdict]} ${what.padEnd(12)}${says}\n`)
  const bad = findings.filter((finding) => finding.verdict === 'bad').length
  process.stdout.write(
    bad === 0 ? '\nAll is well.\n' : `\n${bad} ${bad === 1 ? 'thing needs' : 'things need'} attention.\n`,
  )
  return bad === 0 ? 0 : 1
}

export async function backupCommand(config: Config, words: string[], keyFile: string | undefined): Promise<void> {
  if (words[0] === 'key') return showKey(config)
  if (words[0] === 'verify') return verifyBackup(config, words[1], keyFile)
  const path = resolve(words[0] ?? `heed-${new Date().toISOString().slice(0, 10)}.backup`)
  if (existsSync(path))
    throw new Refusal('invalid_input', `${path} is there already. Name another file, or move that one away.`)
  const report = await withSource(config, async (source, secret) => {
    await migrate(source)
    return writeBackup(source, path, { secret, at: new Date(), key: ownBackupKey(config) })
  })
  process.stdout.write(
    `${summary(report)} written to ${path}\nIt is sealed. Only its key opens it: print it with heed backup key, and keep it elsewhere.\n`,
  )
}

function showKey(config: Config): void {
  if (config.backupPassphrase) {
    process.stdout.write('The key is the one in HEED_BACKUP_PASSPHRASE.\n')
    return
  }
  prepareFolder(config.dataFolder)
  process.stdout.write(
    `${ownBackupKey(config)}\n\nWrite it down and keep it away from this machine: without it no backup can be opened, by nobody.\n`,
  )
}

async function verifyBackup(config: Config, word: string | undefined, keyFile: string | undefined): Promise<void> {
  const newest = listBackups(config)[0]
  const path = word ? resolve(word) : newest && join(config.backup.folder, newest.name)
  if (!path)
    throw new Refusal(
      'invalid_input',
      `There is no backup in ${config.backup.folder}. Name one: heed backup verify FILE`,
    )
  const key = await keyFor(config, path, keyFile)
  const { head, report } = await withSource(config, (source) => checkBackup(source, path, key))
  process.stdout.write(
    `${path}\nof ${moment(head)} was restored into a database of its own and compared: ${summary(report)}, all as written. It is good.\n`,
  )
}

export async function restoreCommand(
  config: Config,
  words: string[],
  keyFile: string | undefined,
  erasures: string | undefined,
): Promise<void> {
  const path = words[0] && resolve(words[0])
  if (!path) throw new Refusal('invalid_input', 'Say which file: heed restore FILE')
  if (!existsSync(path)) throw new Refusal('invalid_input', `There is no file ${path}.`)
  prepareFolder(config.dataFolder)
  const key = await keyFor(config, path, keyFile)
  const { head, report } = await withSource(config, (source) => readBackup(source, path, key))
  // Links that were sent out are signed with this key; without it they would die with the old folder.
  if (!config.secret) writeFileSync(join(config.dataFolder, 'secret'), `${head.secret}\n`, { mode: 0o600 })
  if (key) keepBackupKey(config, key)
  process.stdout.write(`${summary(report)} restored from the backup of ${moment(head)}.\n`)
  await replay(config, erasures)
}

/** Nobody who was erased comes back out of a backup that was made before. */
async function replay(config: Config, list: string | undefined): Promise<void> {
  const heed = await openHeed(config)
  try {
    const { found, erased } = await replayErasures(heed.app, list ? [resolve(list)] : [])
    process.stdout.write(
      found
        ? `${erased} ${erased === 1 ? 'person' : 'persons'} on the erasure list ${erased === 1 ? 'was' : 'were'} erased again.\n`
        : 'No erasure list lies in this data folder. If anybody was erased since this backup was made, put the file erased.list of the old data folder here: the next start erases them again.\n',
    )
  } finally {
    await heed.close()
  }
}

/** From the file named, the settings, this folder or whoever sits there; nothing for a backup that is not sealed. */
async function keyFor(config: Config, path: string, keyFile: string | undefined): Promise<string | null> {
  if (keyFile) return readFileSync(keyFile, 'utf8').trim()
  const known = knownBackupKey(config)
  if (known || !process.stdin.isTTY || !(await isSealed(path))) return known
  const ask = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await ask.question('Key of the backup: ')).trim()
  } finally {
    ask.close()
  }
}

const moment = (head: BackupHead): string => head.at.slice(0, 16).replace('T', ' ')

const summary = (report: BackupReport): string =>
  `${report.rows.toLocaleString('en')} rows of ${Object.keys(report.tables).length} tables`
