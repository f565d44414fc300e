/**
 * The key backups are sealed with: HEED_BACKUP_PASSPHRASE, or one drawn at the first backup and kept in the data folder.
 * Drawn keys are 30 letters and digits without those that look alike, in groups of five: 148 bits, and fit for paper.
 */
import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#platform'

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 6
const GROUP = 5

const drawKey = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')

const fileIn = (config: Config): string => join(config.dataFolder, 'backup-key')

/** The key of this installation, drawn and kept if there is none yet. */
export function ownBackupKey(config: Config): string {
  if (config.backupPassphrase) return config.backupPassphrase
  const path = fileIn(config)
  if (!existsSync(path)) writeFileSync(path, `${drawKey()}\n`, { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}

/** The key to open a backup with, or nothing if this folder has none: then the person is asked. */
export function knownBackupKey(config: Config): string | null {
  if (config.backupPassphrase) return config.backupPassphrase
  return existsSync(fileIn(config)) ? readFileSync(fileIn(config), 'utf8').trim() : null
}

/** A restored installation goes on with the key its backups were written with. */
export function keepBackupKey(config: Config, key: string): void {
  if (!config.backupPassphrase) writeFileSync(fileIn(config), `${key}\n`, { mode: 0o600 })
}
