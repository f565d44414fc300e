/** Reads the public sets (`data/README.md` names each with its licence) and the project's own corpus. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export type Row = { text: string; split: 'train' | 'val' } & Record<string, unknown>

export function rowsOf(data: string, set: string, file = set): Row[] {
  const packed = join(data, set, `${file}.jsonl.gz`)
  if (!existsSync(packed)) throw new Error(`${packed} is missing; docs/models/reader.md says where each set can be had`)
  return parse(gunzipSync(readFileSync(packed)).toString('utf8'))
}

export function corpusRows(folder: URL, begins = ''): Row[] {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(begins) && name.endsWith('.jsonl'))
    .sort()
  return files.flatMap((name) => parse(readFileSync(new URL(name, folder), 'utf8')))
}

function parse(lines: string): Row[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}
