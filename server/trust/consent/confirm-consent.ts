/** The page behind the mail of a double opt-in. Looking at it confirms nothing: scanners look at every link. */
import { newId, type App, type Tx } from '#platform'
import { downstreamOf } from '../downstream.ts'
import { findWorkspace } from '../workspaces/store.ts'
import { overPage, plainPage, type PlainFrame } from './plain-page.ts'
import { confirmBody, doneBody } from './preference-page.ts'
import { fill, languageFrom, wordsIn } from './preference-words.ts'
import { preferenceLinkIn } from './send-link.ts'
import { knowPurposes, wordingIn } from './see-purposes.ts'
import { readLink } from './signed-link.ts'
import { stateOf } from './standing.ts'
import {
  addConsents,
  findConfirmation,
  findRules,
  listStandings,
  listWordings,
  markConfirmation,
  type ConfirmationRow,
} from './store.ts'

const secretsOf = (app: App): string[] => [app.secret, ...app.config.earlierSecrets]

export async function showConfirmation(app: App, request: Request, token: string): Promise<Response> {
  const found = await openConfirmation(app, token)
  if (!found) return overPage(languageFrom(request.headers.get('accept-language')), 404)
  const { frame, row, title, wording } = found
  if (row.usedAt) return plainPage(frame, doneBody(frame, 'confirmedTitle', { purpose: title }))
  if (row.expiresAt < app.clock.now()) return overPage(frame.language, 410)
  return plainPage(frame, confirmBody(frame, new URL(request.url).pathname, wording))
}

export async function confirmConsent(app: App, request: Request, token: string, address: string): Promise<Response> {
  const found = await openConfirmation(app, token)
  if (!found) return overPage(languageFrom(request.headers.get('accept-language')), 404)
  const { frame, title, workspaceId } = found
  const done = await app.db.inWorkspace(workspaceId, async (tx) => {
    const row = await findConfirmation(tx, found.row.id, true)
    if (!row) return null
    // Pressed twice is confirmed once; the way to the preferences opens only to the first.
    if (row.usedAt) return { link: undefined }
    if (row.expiresAt < app.clock.now()) return null
    if (!(await write(app, tx, workspaceId, row, found.wording, address))) return null
    return { link: await preferenceLinkIn(app, tx, workspaceId, row.personId) }
  })
  if (!done) return overPage(frame.language, 410)
  return plainPage(frame, doneBody(frame, 'confirmedTitle', { purpose: title }, done.link))
}

/** False when the yes was taken back meanwhile: an old mail does not bring it back. */
async function write(
  app: App,
  tx: Tx,
  workspaceId: string,
  row: ConfirmationRow,
  wording: string,
  address: string,
): Promise<boolean> {
  const now = app.clock.now()
  const reach = await downstreamOf(app).findReach(tx, row.personId)
  const purpose = (await knowPurposes(app, tx, workspaceId)).find((one) => one.key === row.purpose)
  if (!reach || !purpose) return false
  const last = (await listStandings(tx, reach.ids)).find(
    (one) => one.purpose === row.purpose && one.channel === row.channel,
  )
  if (stateOf(purpose, row.channel, last) === 'withdrawn') return false
  await markConfirmation(tx, row.id, { usedAt: now })
  const shown = wordingIn(await listWordings(tx), row.purpose, row.language)
  await addConsents(tx, workspaceId, [
    {
      id: newId(),
      personId: reach.id,
      purpose: row.purpose,
      channel: row.channel,
      act: 'confirmed',
      way: 'mail',
      shown: wording,
      language: shown?.language ?? null,
      version: shown?.version ?? null,
      proved: true,
      at: now,
      byId: null,
      byName: '',
      address: (await findRules(tx))?.keepAddress ? address : null,
      source: `confirmation ${row.id}`,
      note: '',
    },
  ])
  await app.events.emit(tx, workspaceId, 'consent.changed', {
    personId: reach.id,
    purpose: row.purpose,
    channel: row.channel,
    act: 'confirmed',
  })
  return true
}

async function openConfirmation(
  app: App,
  token: string,
): Promise<{ workspaceId: string; row: ConfirmationRow; frame: PlainFrame; title: string; wording: string } | null> {
  const link = readLink(secretsOf(app), 'confirmation', token)
  if (!link) return null
  return app.db.inWorkspace(link.workspaceId, async (tx) => {
    const row = await findConfirmation(tx, link.id)
    const workspace = row && (await findWorkspace(tx))
    const wording = row && wordingIn(await listWordings(tx), row.purpose, row.language)
    if (!row || !workspace || !wording || !(await downstreamOf(app).findReach(tx, row.personId))) return null
    const words = wordsIn(row.language)
    const frame: PlainFrame = {
      language: row.language,
      business: workspace.name,
      title: fill(words.confirmTitle, { purpose: wording.title, business: workspace.name }),
    }
    return { workspaceId: link.workspaceId, row, frame, title: wording.title, wording: wording.text }
  })
}
