/** Where brought-in files lie until they are stored: in the data folder, one folder a workspace, under the import's id. */
import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal, type App } from '#platform'
import { FILE_LIMIT } from './contract.ts'

export const importPath = (app: App, workspaceId: string, importId: string): string =>
  join(app.config.dataFolder, 'imports', workspaceId, importId)

/** Takes the body of a request to disk as it comes; a file that breaks off leaves nothing. */
export async function keepUpload(
  app: App,
  workspaceId: string,
  importId: string,
  body: ReadableStream<Uint8Array> | null,
): Promise<{ path: string; size: number }> {
  const path = importPath(app, workspaceId, importId)
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const out = createWriteStream(path, { mode: 0o600 })
  let size = 0
  // A disk may fail between two pieces, when nobody waits for an answer from it.
  let broken: Error | null = null
  out.on('error', (error) => {
    broken = error
  })
  try {
    for await (const chunk of body ?? []) {
      if (broken) throw broken
      size += chunk.byteLength
      if (size > FILE_LIMIT)
        throw new Refusal(
          'file_too_large',
          'This file is larger than 2 GB. Split it, or use heed import on the machine itself.',
        )
      if (!out.write(chunk))
        await new Promise<void>((resolve, reject) => out.once('drain', resolve).once('error', reject))
    }
    await new Promise<void>((resolve, reject) => out.end(resolve).once('error', reject))
    if (broken) throw broken
  } catch (error) {
    out.destroy()
    await rm(path, { force: true })
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new Refusal('disk_full', 'The disk is full, so the file could not be kept. Free some space and try again.')
    throw error
  }
  return { path, size }
}

export const dropUpload = (app: App, workspaceId: string, importId: string): Promise<void> =>
  rm(importPath(app, workspaceId, importId), { force: true })

export async function uploadThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
