/** The reader's model card, as it was written when the model was measured. */
import { readFile } from 'node:fs/promises'

const CARD = new URL('../../../docs/models/reader.md', import.meta.url)

export async function seeModel(): Promise<{ name: string; card: string }> {
  return { name: 'reader', card: await readFile(CARD, 'utf8') }
}
