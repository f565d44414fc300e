/** Answer a request: take longer and say why, give the copy, close it. */
import { newId, Refusal, type App, type Tx } from '#platform'
import type { Who } from '../who.ts'
import { RIGHTS_LIMITS, type Proof, type RequestKind, type RequestState } from './contract.ts'
import { monthsLater } from './deadline.ts'
import { openRequest } from './open-request.ts'
import { writeRequestToken, type Purpose } from './request-token.ts'
import { addStep, closeRequest, extendRequest, findRequest, type RequestRow } from './store.ts'

const DAY_MS = 86_400_000
/** One month, and two more (GDPR 12.3). */
const WITH_EXTENSION = 3

const byOf = (who: Who) => ({ id: who.accountId, name: who.name })

export async function openOrRefuse(tx: Tx, id: string): Promise<RequestRow> {
  const row = await findRequest(tx, id, true)
  if (!row) throw new Refusal('request_not_found', 'There is no such request here.')
  if (row.state !== 'open') throw new Refusal('request_closed', 'This request is closed already.')
  return row
}

/** A wish a teammate writes down: proved by their word, or by a link that only the person can open. */
export async function openForPerson(
  app: App,
  who: Who,
  wish: { personId: string; kind: RequestKind; via: 'team' | 'letter'; proof: 'word' | 'link'; note: string },
): Promise<{ id: string; dueAt: string; link: string | null; mailed: boolean }> {
  const provedBy: Proof | null = wish.proof === 'word' ? 'member' : null
  const { personId, kind, via, note } = wish
  const { id, dueAt } = await openRequest(
    app,
    { workspaceId: who.workspaceId, personId, kind, via, note, provedBy },
    byOf(who),
  )
  const made = wish.proof === 'link' ? await sendLink(app, who, id, 'proof') : null
  return { id, dueAt: dueAt.toISOString(), link: made?.link ?? null, mailed: made?.mailed ?? false }
}

export async function giveExportLink(app: App, who: Who, id: string): Promise<{ link: string; mailed: boolean }> {
  return sendLink(app, who, id, 'export')
}

/** To an address that was known before, never to one that came with the request: that would prove nothing. */
async function sendLink(app: App, who: Who, id: string, purpose: Purpose): Promise<{ link: string; mailed: boolean }> {
  const now = app.clock.now()
  const days = purpose === 'proof' ? RIGHTS_LIMITS.proofDays : RIGHTS_LIMITS.linkDays
  const until = new Date(now.getTime() + days * DAY_MS)
  const token = writeRequestToken(app.secret, { workspaceId: who.workspaceId, requestId: id, purpose, until })
  const link = `${app.config.url}/r/${token}`
  const to = await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const row = await openOrRefuse(tx, id)
    if (purpose === 'export' && row.kind !== 'export')
      throw new Refusal('request_not_found', 'This request is not for a copy.')
    if (purpose === 'export' && !row.provedBy)
      throw new Refusal('request_not_proved', 'Wait until the person has confirmed that it is really them.')
    const person = row.personId ? await app.persons.whole(tx, row.personId) : null
    return person?.emails[0] ?? null
  })
  const mailed = await tryMail(app, to, purpose, link, days)
  await app.db.inWorkspace(who.workspaceId, (tx) =>
    addStep(tx, who.workspaceId, {
      id: newId(),
      requestId: id,
      kind: purpose === 'proof' ? 'link_sent' : 'given',
      by: byOf(who),
      at: now,
    }),
  )
  return { link, mailed }
}

const LETTERS: Record<Purpose, { subject: string; text: string }> = {
  proof: {
    subject: 'Did you ask us for this?',
    text: 'Somebody asked us in your name to do something with what we keep about you. Look at it here, and confirm it only if it was you:',
  },
  export: {
    subject: 'Your copy of what we keep about you',
    text: 'You asked for a copy of everything we keep about you. You can download it here:',
  },
}

async function tryMail(app: App, to: string | null, purpose: Purpose, link: string, days: number): Promise<boolean> {
  if (!app.mail.ready || to === null) return false
  const { subject, text } = LETTERS[purpose]
  try {
    await app.mail.send({ to, subject, text: `${text}\n\n${link}\n\nThe link works for ${days} days.\n` })
    return true
  } catch (error) {
    app.log.warn('request.mail_failed', { error })
    return false
  }
}

export async function extendIt(app: App, who: Who, id: string, reason: string): Promise<void> {
  const now = app.clock.now()
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const row = await openOrRefuse(tx, id)
    if (row.extendedAt) throw new Refusal('already_extended', 'This was extended once; the law allows no more.')
    if (row.dueAt < now)
      throw new Refusal('extension_too_late', 'The first month is over. It can only be extended within it.')
    await extendRequest(tx, id, monthsLater(row.openedAt, WITH_EXTENSION), now, reason)
    await addStep(tx, who.workspaceId, {
      id: newId(),
      requestId: id,
      kind: 'extended',
      by: byOf(who),
      at: now,
      note: reason,
    })
  })
}

export async function closeIt(
  app: App,
  who: Who,
  id: string,
  input: { state: Exclude<RequestState, 'open'>; reason: string },
): Promise<void> {
  const at = app.clock.now()
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const row = await openOrRefuse(tx, id)
    if (input.state === 'done' && row.kind === 'erasure')
      throw new Refusal('request_closed', 'An erasure is done by erasing, not by saying so.')
    const kind = input.state === 'done' ? 'answered' : input.state
    await addStep(tx, who.workspaceId, { id: newId(), requestId: id, kind, by: byOf(who), at, note: input.reason })
    await closeRequest(tx, id, { ...input, at, by: who.name })
  })
}
