/** The terminal's table of commands: each capability brings its rows, this file only lists them. */
import type { ParseArgsOptionsConfig } from 'node:util'
import { importCommand } from '#listen'
import { personCommand } from '#people'
import type { Config } from '#platform'
import { accountCommand, auditCommand } from '#trust'
import { analyzeCommand, coachCommand, exportCommand } from '#understand'
import { openHeed } from './app.ts'
import { backupCommand, doctorCommand, migrateCommand, restoreCommand, workCommand } from './operations.ts'
import { serve } from './serve.ts'

export type Command = {
  name: string
  summary: string
  help: string
  options?: ParseArgsOptionsConfig
  /** Returns the exit code; nothing means 0. Refusals are explained by the mouth. */
  run: (
    config: Config,
    values: Record<string, string | boolean | (string | boolean)[] | undefined>,
    words: string[],
  ) => Promise<number | void>
}

export const commands: Command[] = [
  {
    name: 'serve',
    summary: 'Open Heed: web page, API and background work',
    help: `Usage: heed serve

Opens Heed on one port: the web page, the API and the background work.

  PORT=7330        which port
  HEED_DATA=data   where everything is kept
  DATABASE_URL     a PostgreSQL (15 or newer) of your own instead of the built-in one
  HEED_WORK=off    serve pages only, and leave the background work to heed work

Stop it with Ctrl-C: answers under way are finished first.`,
    run: (config) => serve(config),
  },
  {
    name: 'work',
    summary: 'Do background work only, beside a heed serve elsewhere',
    help: `Usage: heed work

Reads voices, delivers events and runs scheduled jobs, without serving pages. Use it with DATABASE_URL to add
workers on other machines, and HEED_WORK=off on the machine that serves.`,
    run: (config) => workCommand(config),
  },
  {
    name: 'migrate',
    summary: 'Bring the database to this version',
    help: `Usage: heed migrate

Applies what is missing, in order, each step wholly or not at all. heed serve does this by itself at every start.`,
    run: (config) => migrateCommand(config),
  },
  {
    name: 'doctor',
    summary: 'Show the settings and check database, disk, mail and clock',
    help: `Usage: heed doctor

Prints every setting (secrets only as "set") and checks what Heed needs. Ends with 0 if all is well, with 1 if
something needs attention.`,
    run: (config) => doctorCommand(config),
  },
  {
    name: 'backup',
    summary: 'Write everything into one sealed file, while Heed goes on working; and check it',
    help: `Usage: heed backup [FILE]
       heed backup verify [FILE] [--key-file FILE]
       heed backup key

Writes one consistent instant of everything into FILE (heed-DATE.backup if left out). An existing file is never
overwritten. The file is sealed (AES-256-GCM): only its key opens it.

  verify   restores a backup (the newest nightly one if left out) into a database of its own, compares every row, drops
           it again. Ends with 0 when the backup is good.
  key      prints the key. Keep it away from this machine: without it no backup can be opened.

  HEED_BACKUP=daily            a backup every night, checked once a week; off: none
  HEED_BACKUP_FOLDER=FOLDER    where they lie (DATA/backups); another disk is best
  HEED_BACKUP_PASSPHRASE=…     a key of your own instead of the one drawn for you

Of the nightly ones stay the last of seven days, five weeks and twelve months.`,
    options: { 'key-file': { type: 'string' } },
    run: (config, values, words) => backupCommand(config, words, textOf(values['key-file'])),
  },
  {
    name: 'restore',
    summary: 'Bring a backup back, into an empty data folder',
    help: `Usage: HEED_DATA=NEW-FOLDER heed restore FILE [--key-file FILE] [--erasures LIST]

Reads a backup into a data folder (or DATABASE_URL) that holds nothing yet: all of it, or nothing at all. A backup
of an older version is brought up to date on the way. The key comes from --key-file, from HEED_BACKUP_PASSPHRASE, from the
data folder, or is asked for.

Whoever was erased after the backup was made is erased again: from the file erased.list in the data folder, or from
the one you name with --erasures (it lay in the data folder of the old machine).`,
    options: { 'key-file': { type: 'string' }, erasures: { type: 'string' } },
    run: (config, values, words) => restoreCommand(config, words, textOf(values['key-file']), textOf(values.erasures)),
  },
  accountCommand(openHeed),
  auditCommand(openHeed),
  personCommand(openHeed),
  importCommand(openHeed),
  analyzeCommand,
  coachCommand,
  exportCommand(openHeed),
]

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
