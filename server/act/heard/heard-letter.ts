/** The letter that asks whether somebody felt heard: made when it is needed, kept nowhere. */
import type { App, Tx } from '#platform'
import { findPerson, wholePerson } from '#people'
import { findWorkspace, preferenceLines, unsubscribeHeaders, type Letter } from '#trust'
import { orNotFound } from '../cases/hand.ts'
import { ASKING, mayAsk } from '../cases/may-ask.ts'
import { findCase, type CaseRecord } from '../cases/store.ts'
import { findReadVoice } from '../cases/store-seen.ts'
import { DAYS_OPEN, writeToken } from './heard-token.ts'
import { dayIn, fill, wordsIn } from './heard-words.ts'

const DAY_MS = 86_400_000

export type HeardLetter = Omit<Letter, 'to'> & { to: string | null; link: string; headers: Record<string, string> }

export async function writeHeardLetter(app: App, tx: Tx, workspaceId: string, found: CaseRecord): Promise<HeardLetter> {
  const until = new Date(app.clock.now().getTime() + DAYS_OPEN * DAY_MS)
  const link = `${app.config.url}/h/${writeToken(app.secret, { workspaceId, caseId: found.id, until })}`
  const voice = orNotFound(await findReadVoice(tx, found.voiceId))
  const workspace = (await findWorkspace(tx))!
  const person = found.personId && (await findPerson(tx, found.personId)) ? await wholePerson(tx, found.personId) : null
  const { language, words } = wordsIn(person?.language ?? voice.language)
  const values = {
    name: person?.name ? ` ${person.name}` : '',
    date: dayIn(language, voice.saidAt, workspace.timezone),
    business: workspace.name,
    link,
  }
  return {
    link,
    to: person?.identities.find((identity) => identity.kind === 'email')?.value ?? null,
    subject: words.subject,
    text: fill(words.letter, values) + (person ? await preferenceLines(app, tx, workspaceId, person.id, language) : ''),
    headers: person ? unsubscribeHeaders(app, { workspaceId, personId: person.id, purpose: ASKING }) : {},
  }
}

/** What would leave if it were let go now; null where there is nobody to ask, or no reason any more. */
export async function heardLetter(
  app: App,
  tx: Tx,
  workspaceId: string,
  caseId: string,
): Promise<(Letter & { headers: Record<string, string> }) | null> {
  const found = await findCase(tx, caseId)
  if (!found || mayAsk(found)) return null
  const { to, subject, text, headers } = await writeHeardLetter(app, tx, workspaceId, found)
  return to === null ? null : { to, subject, text, headers }
}
