/**
 * Double opt-in: ask the address itself, by mail, with a link that confirms once. No more than one such mail a day for the
 * same thing on its own account, because anybody may type anybody's address into a survey.
 */
import { newId, Refusal, type App, type Tx } from '#platform'
import { downstreamOf, type Reach } from '../downstream.ts'
import type { Who } from '../who.ts'
import { findWorkspace } from '../workspaces/store.ts'
import { CONSENT_LIMITS } from './contract.ts'
import { addressesOf, hashAddress, restrictionsOf } from './may-contact.ts'
import { fill, languageFor, wordsIn } from './preference-words.ts'
import type { PurposeRow } from './purpose.ts'
import { knowPurposes, purposeNotFound, wordingIn } from './see-purposes.ts'
import { writeLink } from './signed-link.ts'
import { stateOf } from './standing.ts'
import {
  addConfirmation,
  countBounced,
  findConfirmation,
  listConfirmations,
  listStandings,
  listWordings,
  markConfirmation,
} from './store.ts'

export const MAIL_CONFIRMATION = 'trust.mail-confirmation'
const DAY_MS = 86_400_000

/** In the caller's transaction. Returns whether a mail will go out. */
export async function askConfirmation(
  app: App,
  tx: Tx,
  workspaceId: string,
  reach: Reach,
  purpose: PurposeRow,
): Promise<boolean> {
  const now = app.clock.now()
  const email = reach.emails[0]
  if (!app.mail.ready || !email) return false
  const { frozen, objected } = await restrictionsOf(tx, reach.ids)
  if (frozen || objected) return false
  if ((await countBounced(tx, 'email', [hashAddress(app.secret, 'email', email)])) > 0) return false
  const before = (await listConfirmations(tx, reach.ids)).find((row) => row.purpose === purpose.key)
  if (before && now.getTime() - before.askedAt.getTime() < DAY_MS) return false
  const id = newId()
  await addConfirmation(tx, workspaceId, {
    id,
    personId: reach.id,
    purpose: purpose.key,
    channel: 'email',
    language: languageFor(reach.language),
    askedAt: now,
    expiresAt: new Date(now.getTime() + CONSENT_LIMITS.confirmationDays * DAY_MS),
    mailedAt: null,
    usedAt: null,
  })
  await app.jobs.enqueue(tx, MAIL_CONFIRMATION, { workspaceId, confirmationId: id }, { key: id })
  return true
}

/** The button of a teammate: once more, because the first mail was not seen. */
export async function askAgain(app: App, who: Who, personId: string, key: string): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const purpose = (await knowPurposes(app, tx, who.workspaceId)).find((row) => row.key === key)
    if (!purpose) throw purposeNotFound()
    const reach = await downstreamOf(app).findReach(tx, personId)
    if (!reach) throw new Refusal('person_unknown', 'This person is not here, or not any more.')
    const last = (await listStandings(tx, reach.ids)).find((row) => row.purpose === key && row.channel === 'email')
    if (stateOf(purpose, 'email', last) !== 'unconfirmed')
      throw new Refusal('nothing_to_confirm', 'There is nothing to confirm here.')
    if (!(await askConfirmation(app, tx, who.workspaceId, reach, purpose)))
      throw new Refusal(
        'confirmation_not_mailed',
        app.mail.ready
          ? 'No mail goes out: there is no address that works, they asked to be left alone, or one went out less than a day ago.'
          : 'No mail server is set up (SMTP_URL), so Heed cannot send the question.',
      )
  })
}

/** The job. Run twice it mails once, but for the moment between the mail and its mark. */
export async function mailConfirmation(app: App, workspaceId: string, confirmationId: string): Promise<void> {
  const letter = await app.db.inWorkspace(workspaceId, async (tx) => {
    const row = await findConfirmation(tx, confirmationId)
    if (!row || row.mailedAt || row.usedAt || row.expiresAt < app.clock.now()) return null
    const reach = await downstreamOf(app).findReach(tx, row.personId)
    const to = reach && addressesOf(reach, 'email')?.[0]
    const wording = wordingIn(await listWordings(tx), row.purpose, row.language)
    const business = (await findWorkspace(tx))?.name ?? ''
    if (!to || !wording) return null
    const words = wordsIn(row.language)
    const link = confirmationLink(app, workspaceId, row.id)
    const values = {
      name: reach.name ? ` ${reach.name}` : '',
      business,
      purpose: wording.title,
      wording: wording.text,
      link,
      days: String(CONSENT_LIMITS.confirmationDays),
    }
    return { to, subject: fill(words.confirmSubject, values), text: fill(words.confirmLetter, values) }
  })
  if (!letter) return
  await app.mail.send(letter)
  await app.db.inWorkspace(workspaceId, (tx) => markConfirmation(tx, confirmationId, { mailedAt: app.clock.now() }))
}

export const confirmationLink = (app: App, workspaceId: string, id: string): string =>
  `${app.config.url}/c/${writeLink(app.secret, 'confirmation', { workspaceId, id, version: 0, word: '' })}`
