/**
 * Give a person the address of their own preference page: for the foot of a mail, for a teammate to hand over, or by mail to
 * whoever asks with their address. Who asks learns nothing from the answer: known or not, the same is written down, the same
 * is said, and the mail is looked after later by a job.
 */
import { newId, Refusal, type App, type Tx } from '#platform'
import { downstreamOf } from '../downstream.ts'
import type { Who } from '../who.ts'
import { findWorkspace } from '../workspaces/store.ts'
import type { WordingLanguage } from './contract.ts'
import { hashAddress } from './may-contact.ts'
import { fill, languageFor, wordsIn } from './preference-words.ts'
import { writeLink } from './signed-link.ts'
import {
  addLinkRequest,
  countLinkRequests,
  emptyLinkRequest,
  findLinkRequest,
  findLinkVersion,
  raiseLinkVersion,
  removeLinkRequests,
} from './store.ts'

export const MAIL_LINK = 'trust.mail-link'
const HOUR_MS = 3_600_000
/** Mails with the link to one address in an hour: enough for a lost one, too few to be a nuisance. */
const MOST_AN_HOUR = 3
const KEPT_DAYS = 7

export const preferenceLink = (app: App, workspaceId: string, personId: string): Promise<string> =>
  app.db.inWorkspace(workspaceId, (tx) => preferenceLinkIn(app, tx, workspaceId, personId))

export async function preferenceLinkIn(app: App, tx: Tx, workspaceId: string, personId: string): Promise<string> {
  const version = await findLinkVersion(tx, personId)
  return `${app.config.url}/p/${writeLink(app.secret, 'preferences', { workspaceId, id: personId, version, word: '' })}`
}

/** The last lines of a letter: where the person decides what they get. In the language of the letter. */
export async function preferenceLines(
  app: App,
  tx: Tx,
  workspaceId: string,
  personId: string,
  language: string,
): Promise<string> {
  const link = await preferenceLinkIn(app, tx, workspaceId, personId)
  return `\n--\n${fill(wordsIn(languageFor(language)).footer, { link })}\n`
}

export async function givePreferenceLink(app: App, who: Who, personId: string): Promise<{ link: string }> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const reach = await reachOrRefuse(app, tx, personId)
    return { link: await preferenceLinkIn(app, tx, who.workspaceId, reach.id) }
  })
}

/** All links given out so far end, as when a mail went to the wrong hands. */
export async function endPreferenceLinks(app: App, who: Who, personId: string): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const reach = await reachOrRefuse(app, tx, personId)
    await raiseLinkVersion(tx, who.workspaceId, reach.ids)
  })
}

async function reachOrRefuse(app: App, tx: Tx, personId: string) {
  const reach = await downstreamOf(app).findReach(tx, personId)
  if (!reach) throw new Refusal('person_unknown', 'This person is not here, or not any more.')
  return reach
}

/** The same work whether anybody has this address or not. */
export async function askForLink(
  app: App,
  workspaceId: string,
  input: { email: string; language: WordingLanguage },
): Promise<void> {
  await app.db.inWorkspace(workspaceId, async (tx) => {
    const id = newId()
    await addLinkRequest(tx, workspaceId, {
      id,
      email: input.email,
      hash: hashAddress(app.secret, 'email', input.email),
      language: input.language,
      at: app.clock.now(),
    })
    await app.jobs.enqueue(tx, MAIL_LINK, { workspaceId, linkRequestId: id }, { key: id })
  })
}

/** The job behind it. */
export async function mailLink(app: App, workspaceId: string, id: string): Promise<void> {
  const now = app.clock.now()
  const letter = await app.db.inWorkspace(workspaceId, async (tx) => {
    const asked = await findLinkRequest(tx, id)
    if (!asked?.email || !app.mail.ready) return null
    if ((await countLinkRequests(tx, asked.hash, new Date(now.getTime() - HOUR_MS))) > MOST_AN_HOUR) return null
    const personId = await downstreamOf(app).findPersonByEmail(tx, workspaceId, asked.email)
    const reach = personId ? await downstreamOf(app).findReach(tx, personId) : null
    if (!reach) return null
    const words = wordsIn(languageFor(reach.language ?? asked.language))
    const values = {
      name: reach.name ? ` ${reach.name}` : '',
      business: (await findWorkspace(tx))?.name ?? '',
      link: await preferenceLinkIn(app, tx, workspaceId, reach.id),
    }
    return { to: asked.email, subject: fill(words.linkSubject, values), text: fill(words.linkLetter, values) }
  })
  if (letter) await app.mail.send(letter)
  await app.db.inWorkspace(workspaceId, async (tx) => {
    await emptyLinkRequest(tx, id)
    await removeLinkRequests(tx, new Date(now.getTime() - KEPT_DAYS * 24 * HOUR_MS))
  })
}
