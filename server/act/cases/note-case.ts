import { newId, type App } from '#platform'
import type { Who } from '#trust'
import type { Note } from '../contract.ts'
import { handOf, orNotFound } from './hand.ts'
import { addNote, addSteps, findCase } from './store.ts'

/** A note for the team; the person it is about never sees it. */
export async function noteCase(app: App, who: Who, id: string, input: { text: string }): Promise<Note> {
  const note = { id: newId(), caseId: id, author: handOf(who), text: input.text, at: app.clock.now() }
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    orNotFound(await findCase(tx, id, true))
    await addNote(tx, who.workspaceId, note)
    await addSteps(tx, who.workspaceId, [{ id: newId(), caseId: id, kind: 'noted', by: note.author, at: note.at }])
  })
  return { id: note.id, author: note.author, text: note.text, at: note.at.toISOString() }
}
