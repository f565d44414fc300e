/**
 * Ask the person whether they felt heard: by mail where that works, by a link and a text to copy in any case. A teammate's
 * press sends it at once. What a program asks for is mailed only after a teammate has looked at it, unless an owner chose
 * otherwise. Whether the person may be written to at all is asked at the one door, each time.
 */
import { newId, Refusal, type App, type Event, type Tx } from '#platform'
import { findPerson } from '#people'
import { actingIn, askApproval, findApproval, isSoft, mayContact, stateOf, type Letter, type Who } from '#trust'
import { HEARD_MAIL } from '../automations.ts'
import { handOf, orNotFound } from '../cases/hand.ts'
import { ASKING, mayAsk } from '../cases/may-ask.ts'
import { addSteps, findCase, markAsked, type CaseRecord } from '../cases/store.ts'
import type { HeardQuestion } from '../contract.ts'
import { heardLetter, writeHeardLetter } from './heard-letter.ts'

const WHY_NOT = {
  not_after_crisis:
    'After a message that may speak of danger, Heed asks no questions. Stay in touch with the person yourself.',
  case_not_resolved: 'Resolve this first; then it makes sense to ask.',
} as const

export async function askHeard(app: App, who: Who, caseId: string): Promise<HeardQuestion> {
  const personId = await app.db.inWorkspace(who.workspaceId, async (tx) => personToAsk(tx, await askable(tx, caseId)))
  const notMailed = personId ? await askAtTheDoor(app, who, personId) : null
  const { letter, mails, waits } = await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = await askable(tx, caseId)
    const state = await stateOf(tx, HEARD_MAIL)
    const written = await writeHeardLetter(app, tx, who.workspaceId, found)
    const mayMail = app.mail.ready && written.to !== null && state !== 'off' && notMailed === null
    const mustWait = mayMail && state === 'ask' && who.accountId === null
    if (mustWait)
      await askApproval(app, tx, who.workspaceId, {
        automation: HEARD_MAIL,
        subject: caseId,
        personId: found.personId,
        by: who.name,
      })
    else await keepAsked(app, tx, who.workspaceId, caseId)
    return { letter: written, mails: mayMail && !mustWait, waits: mustWait }
  })
  const mailed = mails && (await tryMail(app, letter))
  if (!waits) await noteAsked(app, who, caseId, mailed)
  return { link: letter.link, text: letter.text, to: letter.to, mailed, waits, notMailed }
}

/** A teammate let go what a program had asked for; the door is asked again, for much may have changed meanwhile. */
export async function sendApproved(
  app: App,
  workspaceId: string,
  events: Event<{ automation: string; subject: string; approvalId: string }>[],
): Promise<void> {
  for (const { data } of events.filter((event) => event.data.automation === HEARD_MAIL.key)) {
    const found = await app.db.inWorkspace(workspaceId, (tx) => findCase(tx, data.subject))
    if (!found || mayAsk(found)) continue
    const personId = await app.db.inWorkspace(workspaceId, (tx) => personToAsk(tx, found))
    if (personId && !(await mayMailNow(app, workspaceId, personId))) continue
    const sent = await app.db.inWorkspace(workspaceId, async (tx) => {
      const approval = await findApproval(tx, data.approvalId)
      const letter = await heardLetter(app, tx, workspaceId, data.subject)
      if (!approval || !letter || (await stateOf(tx, HEARD_MAIL)) === 'off') return null
      await keepAsked(app, tx, workspaceId, data.subject)
      return { letter, by: { ...actingIn(workspaceId, approval.decidedByName ?? ''), accountId: approval.decidedBy } }
    })
    if (sent) await noteAsked(app, sent.by, data.subject, await tryMail(app, sent.letter))
  }
}

async function askable(tx: Tx, caseId: string): Promise<CaseRecord> {
  const found = orNotFound(await findCase(tx, caseId, true))
  const no = mayAsk(found)
  if (no) throw new Refusal(no, WHY_NOT[no])
  return found
}

const personToAsk = async (tx: Tx, { personId }: CaseRecord): Promise<string | null> =>
  personId && (await findPerson(tx, personId)) ? personId : null

/**
 * What the person said stands: then nobody asks, by mail or otherwise. Where only the hour or the address stands in the way,
 * the text may still be copied by whoever answers them anyway; the sentence says why no mail went out.
 */
async function askAtTheDoor(app: App, who: Who, personId: string): Promise<string | null> {
  const verdict = await mayContact(app, who, { personId, purpose: ASKING, channel: 'email', asker: 'act.heard' })
  if (verdict.answer) return null
  if (!isSoft(verdict.reason)) throw new Refusal('may_not_contact', verdict.words)
  return verdict.words
}

const mayMailNow = async (app: App, workspaceId: string, personId: string): Promise<boolean> =>
  (await mayContact(app, actingIn(workspaceId), { personId, purpose: ASKING, channel: 'email', asker: 'act.heard' }))
    .answer

async function keepAsked(app: App, tx: Tx, workspaceId: string, caseId: string): Promise<void> {
  await markAsked(tx, caseId, app.clock.now())
  await app.events.emit(tx, workspaceId, 'case.asked', { caseId })
}

async function noteAsked(app: App, who: Who, caseId: string, mailed: boolean): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, (tx) =>
    addSteps(tx, who.workspaceId, [
      { id: newId(), caseId, kind: 'asked', by: handOf(who), at: app.clock.now(), detail: { mailed } },
    ]),
  )
}

type Addressed = Omit<Letter, 'to'> & { to: string | null; headers: Record<string, string> }

async function tryMail(app: App, { to, subject, text, headers }: Addressed): Promise<boolean> {
  if (to === null || !app.mail.ready) return false
  try {
    await app.mail.send({ to, subject, text, headers })
    return true
  } catch (error) {
    app.log.warn('heard.mail_failed', { error })
    return false
  }
}
