/** The audit log in the terminal: does it still hold together, and the whole of it as lines. */
import { isId, Refusal, type App, type Config } from '#platform'
import { actingIn } from '../who.ts'
import { listWorkspaces, type WorkspaceRow } from '../workspaces/store.ts'
import type { AuditVerdict } from './contract.ts'
import { exportAudit } from './see-audit.ts'
import { verifyAudit } from './verify-audit.ts'

type Opened = { app: App; close: () => Promise<void> }
type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

const HELP = `Usage: heed audit verify [--workspace NAME]
       heed audit export [--workspace NAME] [--format csv|jsonl]

verify walks the log of who did what, entry by entry, and names the first that does not hold: changed, exchanged,
missing, or rewritten since it was sealed. It also prints the newest seal; note it down somewhere else, and a later
verify can be compared with it. Ends with 0 when every log holds, with 65 when one does not.

export writes one log, oldest first, with the hashes, so that it can be checked without Heed.`

const WHY: Record<NonNullable<AuditVerdict['broken']>['why'], string> = {
  missing: 'is missing',
  changed: 'was changed after it was written',
  exchanged: 'does not follow the one before it',
  cut_off: 'and all after it are gone, though a seal remembers them',
  rewritten: 'differs from the seal that was taken of it',
}

/** `open` comes from the place that puts the parts together. */
export const auditCommand = (open: (config: Config) => Promise<Opened>) => ({
  name: 'audit',
  summary: 'Check that the log of who did what is whole, or write it out',
  help: HELP,
  options: { workspace: { type: 'string' }, format: { type: 'string', default: 'jsonl' } } as const,
  run: async (config: Config, values: Values, words: string[]): Promise<number | void> => {
    const what = words[0]
    if (what !== 'verify' && what !== 'export')
      throw new Refusal('invalid_input', 'Say what to do: heed audit verify, or heed audit export.')
    const heed = await open(config)
    try {
      const workspaces = await chosen(heed.app, typeof values.workspace === 'string' ? values.workspace : undefined)
      return what === 'verify' ? await verify(heed.app, workspaces) : await write(heed.app, workspaces, values.format)
    } finally {
      await heed.close()
    }
  },
})

async function verify(app: App, workspaces: WorkspaceRow[]): Promise<number> {
  let unsound = 0
  for (const workspace of workspaces) {
    const verdict = await verifyAudit(app, workspace)
    if (!verdict.sound) unsound += 1
    process.stdout.write(`${verdict.sound ? '✔' : '✖'} ${workspace.name}: ${sentence(verdict)}\n`)
  }
  return unsound === 0 ? 0 : 65
}

function sentence({ broken, entries, from, to, seal, sealsChecked }: AuditVerdict): string {
  if (broken) return `entry ${broken.seq} ${WHY[broken.why]}; the ${entries} before it hold.`
  if (entries === 0) return 'nothing was recorded yet.'
  return `${entries} entries hold together, ${from!.slice(0, 10)} to ${to!.slice(0, 10)}, ${sealsChecked} seals compared.\n  seal ${seal}`
}

async function write(app: App, workspaces: WorkspaceRow[], format: Values[string]): Promise<void> {
  if (workspaces.length !== 1)
    throw new Refusal(
      'workspace_not_found',
      `Say which workspace you mean with --workspace:\n${workspaces.map((one) => `  ${one.name} (${one.workspaceId})`).join('\n')}`,
    )
  if (format !== 'csv' && format !== 'jsonl') throw new Refusal('invalid_input', 'The format is csv or jsonl.')
  for await (const lines of exportAudit(app, actingIn(workspaces[0]!.workspaceId), format)) process.stdout.write(lines)
}

async function chosen(app: App, name: string | undefined): Promise<WorkspaceRow[]> {
  const all = await app.db.asSystem(listWorkspaces)
  if (!name) return all
  const fits = all.filter((one) =>
    isId(name) ? one.workspaceId === name : one.name.toLowerCase() === name.toLowerCase(),
  )
  if (fits.length === 0) throw new Refusal('workspace_not_found', `There is no workspace called ${name} here.`)
  return fits
}
