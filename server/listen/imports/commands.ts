/** `heed import FILE`: the same import as on the page, in a terminal. */
import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { isId, newId, Refusal, type App, type Config } from '#platform'
import { actingIn, foundWorkspace, listWorkspaces, type Who } from '#trust'
import { register, lookInto } from './bring-in.ts'
import type { ImportMapping, Preview, Tally } from './contract.ts'
import { TARGETS, type Target } from './mapping.ts'
import { dryRun, storeFile } from './run-import.ts'
import { issueLine, issueLines } from './see-issues.ts'
import { fileSource, type FileSource } from './source.ts'
import { COMMAND_LINE, findBroken, findImport } from './store.ts'

type Opened = { app: App; startWork: () => Promise<void>; close: () => Promise<void> }
type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

const HELP = `Usage: heed import FILE [--yes] [--dry-run] [--workspace NAME] [--source NAME] [--sheet NAME]

Brings voices, persons or orders in from a CSV, TSV, JSON Lines or XLSX file, also gzipped. Known exports (Google
reviews, Trustpilot, Zendesk, Shopify, HubSpot, Formbricks, app stores) are recognised by their columns; so is any
table with a column of text. The same file a second time adds nothing.

  heed import reviews.csv              shows what was recognised, asks, and brings it in
  heed import reviews.csv --yes        takes the recognised columns without asking
  heed import reviews.csv --dry-run    reads everything, stores nothing

  --workspace  name or id; not needed where there is only one. Without any, a first one is made.
  --source     where the voices come from, as people call it (google, shop …)
  --sheet      which sheet of a workbook; the first if left out

Rows that cannot be kept are written to FILE.left-out.csv with their line and the reason; the rest goes in. Killed
half-way, the same command goes on where it was. Ends with 0 when everything that could be kept was stored.`

export const importCommand = (open: (config: Config) => Promise<Opened>) => ({
  name: 'import',
  summary: 'Bring in voices, persons or orders from a file',
  help: HELP,
  options: {
    yes: { type: 'boolean', short: 'y', default: false },
    'dry-run': { type: 'boolean', default: false },
    workspace: { type: 'string' },
    source: { type: 'string' },
    sheet: { type: 'string' },
  } as const,
  run: async (config: Config, values: Values, words: string[]): Promise<number> => {
    const path = words[0]
    if (!path) throw new Refusal('invalid_input', 'Say which file: heed import FILE')
    if (!existsSync(path)) throw new Refusal('import_not_found', `There is no file ${path}.`)
    const source = await fileSource(resolve(path))
    const choice = { sheet: text(values.sheet), source: text(values.source) }
    const seen = await lookInto(source, { ...choice, timeZone: 'UTC' })
    tellRecognised(source.name, seen.preview, seen.mapping)
    if (values['dry-run']) return dry(source, seen, path)
    if (!values.yes && !(await agreed())) return 0
    const heed = await open(config)
    try {
      return await bring(heed, source, path, choice, text(values.workspace))
    } finally {
      await heed.close()
    }
  },
})

const text = (value: Values[string]): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
const say = (line: string) => process.stdout.write(`${line}\n`)
const count = (n: number) => n.toLocaleString('en-GB')

const CALLED: Record<Target, string> = { voices: 'voices', persons: 'persons', orders: 'orders' }

function tellRecognised(name: string, preview: Preview, mapping: ImportMapping): void {
  const target = TARGETS.find((one) => one === mapping.target) ?? 'voices'
  say(
    `${name}: reads as ${CALLED[target]}${mapping.shape === 'generic' ? '' : ` (${mapping.shape.replaceAll('-', ' ')})`}, ${Math.round(preview.confidence * 100)} % sure`,
  )
  for (const [field, { header, why }] of Object.entries(preview.found))
    say(`  ${field.padEnd(16)} ${header.padEnd(28)} ${why}`)
  for (const answer of mapping.answers) say(`  ${'answer'.padEnd(16)} ${answer.header}`)
  if (mapping.attributes.length > 0) say(`  kept beside      ${mapping.attributes.join(', ')}`)
  if (preview.unmapped.length > 0) say(`  left aside       ${preview.unmapped.join(', ')}`)
  for (const warning of preview.warnings) say(`  note: ${warning.detail}`)
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Refusal(
      'invalid_input',
      'Nobody is here to answer; add --yes to take the recognised columns, or --dry-run to only look.',
    )
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Bring it in like this? [Y/n] ')
  terminal.close()
  return !/^n/i.test(answer.trim())
}

async function dry(
  source: FileSource,
  seen: { preview: Preview; mapping: ImportMapping; sheet: string | null },
  path: string,
): Promise<number> {
  const bar = progressBar('checking')
  const { tally, issues } = await dryRun(source, seen.mapping, seen.sheet, (rows, share) =>
    bar(share, `${count(rows)} rows`),
  )
  bar(null, '')
  say(
    `${count(tally.added)} of ${count(tally.rows)} rows would come in${tally.known > 0 ? `, ${count(tally.known)} repeat another row` : ''}. Nothing was stored.`,
  )
  const left = issues.filter((issue) => !issue.kept)
  if (left.length > 0) {
    const file = `${path}.left-out.csv`
    writeFileSync(
      file,
      `\uFEFFLine,Reason,${seen.preview.headers.join(',')}\r\n${left.map((issue) => issueLine(seen.preview.headers, { ...issue, row: 'values' in issue.row ? issue.row.values : { raw: issue.row.raw } })).join('')}`,
    )
    say(`${count(tally.leftOut)} would be left out; the first reasons stand in ${file}`)
  }
  return 0
}

async function bring(
  heed: Opened,
  source: FileSource,
  path: string,
  choice: { sheet: string | undefined; source: string | undefined },
  workspace: string | undefined,
): Promise<number> {
  const { app } = heed
  const who = { ...(await workspaceFor(app, workspace)), name: COMMAND_LINE }
  const broken = await app.db.inWorkspace(who.workspaceId, (tx) => findBroken(tx, source.name, source.size))
  const id =
    broken?.id ??
    (
      await register(app, who, {
        id: newId(),
        name: source.name,
        sheet: choice.sheet,
        size: source.size,
        source,
        as: choice.source,
      })
    ).id
  if (broken) say(`Going on behind line ${count(broken.reachedLine)}.`)
  // Reading begins while storing goes on: with two cores both finish at about the same time.
  await heed.startWork()
  const row = await app.db.inWorkspace(who.workspaceId, (tx) => findImport(tx, id))
  const bar = progressBar('storing')
  await storeFile(app, who, row!, source, (tally, share) => bar(share, `${count(tally.rows)} rows`))
  bar(null, '')
  const done = (await app.db.inWorkspace(who.workspaceId, (tx) => findImport(tx, id)))!
  say(summary(done))
  await writeLeftOut(app, who, id, path, done)
  const reading = progressBar('reading')
  const settled = app.events.settled().then(() => true)
  for (let turn = 0; !(await Promise.race([settled, pause(300)])); turn += 1)
    reading((turn % 20) / 20, 'what people feel')
  reading(null, '')
  say('Everything is read and can be found.')
  return 0
}

const pause = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms))

function summary({
  mapping,
  added,
  known,
  leftOut,
  keptInPart,
}: {
  mapping: ImportMapping
  added: number
  known: number
  leftOut: number
  keptInPart: number
} & Partial<Tally>): string {
  const parts = [`${count(added)} ${mapping.target} came in`]
  if (known > 0) parts.push(`${count(known)} were here already`)
  if (keptInPart > 0) parts.push(`${count(keptInPart)} are kept without one of their fields`)
  if (leftOut > 0) parts.push(`${count(leftOut)} were left out`)
  return `${parts.join(', ')}.`
}

async function writeLeftOut(
  app: App,
  who: Who,
  id: string,
  path: string,
  { leftOut }: { leftOut: number },
): Promise<void> {
  if (leftOut === 0) return
  const file = `${path}.left-out.csv`
  let body = '\uFEFF'
  for await (const line of issueLines(app, who, id)) body += line
  writeFileSync(file, body)
  say(`Rows left out, with line and reason: ${file}`)
}

/** The workspace named, or the only one there is, or a first one made now. */
async function workspaceFor(app: App, name: string | undefined): Promise<Who> {
  const all = (await app.db.asSystem(listWorkspaces)).filter((one) => name !== undefined || !one.isSample)
  const fits = name
    ? all.filter((one) => (isId(name) ? one.workspaceId === name : one.name.toLowerCase() === name.toLowerCase()))
    : all
  if (fits.length === 1) return actingIn(fits[0]!.workspaceId)
  if (name)
    throw new Refusal(
      'workspace_not_found',
      `There is no workspace called ${name}. There is: ${all.map((one) => one.name).join(', ') || 'none yet'}.`,
    )
  if (fits.length > 1)
    throw new Refusal(
      'invalid_input',
      `There are several workspaces; name one with --workspace: ${fits.map((one) => one.name).join(', ')}.`,
    )
  const made = await foundWorkspace(app, null, { name: 'My workspace' })
  say('Made a first workspace. Open Heed (npm start) to give it a name and an owner.')
  return actingIn(made.id)
}

/** One line that redraws itself on a terminal, and stays silent elsewhere. */
function progressBar(doing: string): (share: number | null, said: string) => void {
  const width = 30
  return (share, said) => {
    if (!process.stderr.isTTY) return
    if (share === null) return void process.stderr.write('\r\u001B[K')
    const full = Math.round(Math.min(1, share) * width)
    process.stderr.write(
      `\r${doing} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.round(share * 100)} % ${said}\u001B[K`,
    )
  }
}
