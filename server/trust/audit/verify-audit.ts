/** Walk the whole log of a workspace and name the first link that does not hold; then compare it with its seals. */
import type { App } from '#platform'
import { breakAt, type AuditEntry, type Link } from './audit-entry.ts'
import type { AuditVerdict } from './contract.ts'
import { readSeals, writeSeals, type Seal } from './seal.ts'
import { findNewest, listFrom } from './store.ts'

const PORTION = 1_000

export async function verifyAudit(
  app: Pick<App, 'db' | 'config'>,
  { workspaceId }: { workspaceId: string },
): Promise<AuditVerdict> {
  const seals = readSeals(app.config.dataFolder, workspaceId)
  const sealed = new Map(seals.map((seal) => [seal.seq, seal]))
  let last: Link | null = null
  let first: AuditEntry | null = null
  let newest: AuditEntry | null = null
  let broken: AuditVerdict['broken'] = null
  for (let more = true; more && !broken;) {
    const after: Link | null = last
    const portion: AuditEntry[] = await app.db.inWorkspace(workspaceId, (tx) => listFrom(tx, after?.seq ?? 0, PORTION))
    for (const entry of portion) {
      const why = breakAt(entry, last) ?? (isRewritten(entry, sealed) ? 'rewritten' : null)
      if (why) {
        broken = { seq: why === 'missing' ? (last?.seq ?? 0) + 1 : entry.seq, why, at: entry.at.toISOString() }
        break
      }
      first ??= entry
      newest = entry
      last = { seq: entry.seq, hash: entry.hash }
    }
    more = portion.length === PORTION
  }
  const lastSeal = seals.at(-1)
  if (!broken && lastSeal && lastSeal.seq > (last?.seq ?? 0))
    broken = { seq: (last?.seq ?? 0) + 1, why: 'cut_off', at: null }
  return {
    entries: last?.seq ?? 0,
    from: first?.at.toISOString() ?? null,
    to: newest?.at.toISOString() ?? null,
    sound: broken === null,
    broken,
    seal: last?.hash ?? null,
    sealsChecked: seals.length,
  }
}

const isRewritten = (entry: AuditEntry, sealed: Map<number, Seal>): boolean => {
  const seal = sealed.get(entry.seq)
  return seal !== undefined && seal.hash !== entry.hash
}

/** Once a day: the newest hash of every workspace that has moved on since its last seal. */
export async function sealAudit(app: Pick<App, 'db' | 'config' | 'clock'>, workspaceIds: string[]): Promise<number> {
  const seals: Seal[] = []
  for (const workspaceId of workspaceIds) {
    const newest = await app.db.inWorkspace(workspaceId, findNewest)
    if (!newest || readSeals(app.config.dataFolder, workspaceId).at(-1)?.seq === newest.seq) continue
    seals.push({ at: app.clock.now().toISOString(), workspaceId, seq: newest.seq, hash: newest.hash })
  }
  writeSeals(app.config.dataFolder, seals)
  return seals.length
}
