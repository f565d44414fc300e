/** Opens the file a command was given, or what comes through a pipe, and says in a sentence why it cannot be. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileSource, type OpenedFile } from '#listen'
import { Refusal } from '#platform'
import { standardInput, type Incoming } from './standard-input.ts'
import type { Terminal } from './terminal.ts'

export async function openFile(path: string, terminal: Pick<Terminal, 'input'>): Promise<Incoming> {
  if (path === '-') return standardInput(terminal.input)
  try {
    const about = await stat(path)
    // A pipe with a name, such as `<(zcat …)` in a shell, has no size and is read once, as standard input is.
    if (about.isFIFO() || about.isCharacterDevice()) return await standardInput(createReadStream(path))
    return { source: await fileSource(path), close: async () => undefined }
  } catch (error) {
    throw asRefusal(error, path)
  }
}

export function asRefusal(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Refusal('no_such_file', `There is no file ${path}.`)
  if (code === 'EISDIR') return new Refusal('file_unreadable', `${path} is a folder. Name a file in it.`)
  if (code === 'EACCES' || code === 'EPERM')
    return new Refusal('file_unreadable', `${path} may not be read from this account.`)
  return error
}

/** How far a file is read: the share of it where its size is known. */
export const positionOf = (file: OpenedFile, rows: number) => ({
  rows,
  share: Number.isFinite(file.size) ? file.taken() / file.size : null,
})
