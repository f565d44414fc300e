/** What is said over the wire about backups. */
import { z } from 'zod'

export const backupRefusals = {
  wrong_backup_key: 'forbidden',
  backup_differs: 'conflict',
  scratch_not_allowed: 'forbidden',
} as const

export const BackupState = z
  .object({
    daily: z.boolean(),
    folder: z.string(),
    running: z.boolean(),
    /** What went wrong the last time, if it did. */
    backups: z.array(
      z.object({
        name: z.string(),
        at: z.string(),
        bytes: z.number(),
        rows: z.number().nullable(),
        check: z.object({ at: z.string(), sound: z.boolean(), why: z.string().nullable() }).nullable(),
      }),
    ),
    ownKey: z.boolean().describe('whether the key was drawn by Heed and lies in the data folder'),
  })
  .meta({ id: 'BackupState' })
export type BackupState = z.infer<typeof BackupState>
