/**
 * Seals: the newest hash of each workspace's log, written once a day into a file beside the database. Whoever could
 * rewrite the whole log, or cut off its end, would have to find and rewrite this file too; and an owner may note a seal
 * down anywhere else and compare.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Seal = z.object({ at: z.string(), workspaceId: z.string(), seq: z.number(), hash: z.string() })
export type Seal = z.infer<typeof Seal>

const fileIn = (dataFolder: string): string => join(dataFolder, 'audit-seals.jsonl')

/** The seals of one workspace, oldest first. A line that was torn by a crash is passed over. */
export function readSeals(dataFolder: string, workspaceId: string): Seal[] {
  const path = fileIn(dataFolder)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.includes(workspaceId))
    .flatMap((line) => {
      try {
        return [Seal.parse(JSON.parse(line))]
      } catch {
        return []
      }
    })
}

export function writeSeals(dataFolder: string, seals: Seal[]): void {
  if (seals.length === 0) return
  // A new line first: the one before may have been torn, and must not swallow this one.
  appendFileSync(fileIn(dataFolder), seals.map((seal) => `\n${JSON.stringify(seal)}\n`).join(''), { mode: 0o600 })
}
