/** What was done about a difference: kept with name and date, beside the figures it is about. */
import { newId, Refusal, type App } from '#platform'
import type { Who } from '../who.ts'
import type { FairnessNote } from './contract.ts'
import { addFairnessNote, listFairnessNotes, removeFairnessNote } from './store.ts'

const NOTES_SHOWN = 200

export async function noteFairness(app: App, who: Who, input: { about: string; text: string }): Promise<FairnessNote> {
  const note = { id: newId(), about: input.about, text: input.text, byName: who.name, at: app.clock.now() }
  await app.db.inWorkspace(who.workspaceId, (tx) =>
    addFairnessNote(tx, who.workspaceId, { ...note, byId: who.accountId }),
  )
  return { ...note, at: note.at.toISOString() }
}

export async function seeFairnessNotes(app: App, who: Who): Promise<FairnessNote[]> {
  const rows = await app.db.inWorkspace(who.workspaceId, (tx) => listFairnessNotes(tx, NOTES_SHOWN))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export async function dropFairnessNote(app: App, who: Who, id: string): Promise<void> {
  const gone = await app.db.inWorkspace(who.workspaceId, (tx) => removeFairnessNote(tx, id))
  if (!gone) throw new Refusal('fairness_note_not_found', 'This note is already gone.')
}
