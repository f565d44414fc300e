/**
 * Write down that somebody agreed, confirmed or took back: a new row, never a changed one. A yes to what takes a second
 * yes from the address itself sends that question, once a day at the most.
 */
import { newId, Refusal, type App, type Tx } from '#platform'
import { downstreamOf, type Reach } from '../downstream.ts'
import type { Who } from '../who.ts'
import { askConfirmation } from './ask-confirmation.ts'
import type { ConsentAct, ConsentWay, ContactChannel, NewConsent } from './contract.ts'
import type { PurposeRow } from './purpose.ts'
import { knowPurposes, purposeNotFound } from './see-purposes.ts'
import { needsConfirmation } from './standing.ts'
import { addConsents, endConfirmations, findRules, findWording, hasConsentFrom } from './store.ts'

export type ConsentDraft = {
  personId: string
  purpose: string
  channel: ContactChannel
  act: ConsentAct
  way: ConsentWay
  shown?: string
  language?: string | null
  version?: number | null
  proved?: boolean
  at?: Date
  by?: { id: string | null; name: string }
  address?: string | null
  /** What it came with: the same source never counts twice. */
  source?: string | null
  note?: string
}

/** In the caller's transaction. False: it was written down before. */
export async function recordConsent(app: App, tx: Tx, workspaceId: string, draft: ConsentDraft): Promise<boolean> {
  const purpose = await purposeOf(app, tx, workspaceId, draft)
  const reach = await downstreamOf(app).findReach(tx, draft.personId)
  if (!reach) throw new Refusal('person_unknown', 'This person is not here, or not any more.')
  if (draft.source && (await hasConsentFrom(tx, draft.source, draft.purpose, draft.channel))) return false
  await addConsents(tx, workspaceId, [
    {
      id: newId(),
      personId: reach.id,
      purpose: draft.purpose,
      channel: draft.channel,
      act: draft.act,
      way: draft.way,
      shown: draft.shown ?? '',
      language: draft.language ?? null,
      version: draft.version ?? null,
      proved: draft.proved ?? false,
      at: draft.at ?? app.clock.now(),
      byId: draft.by?.id ?? null,
      byName: draft.by?.name ?? '',
      address: draft.address && (await findRules(tx))?.keepAddress ? draft.address : null,
      source: draft.source ?? null,
      note: draft.note ?? '',
    },
  ])
  await app.events.emit(tx, workspaceId, 'consent.changed', {
    personId: reach.id,
    purpose: draft.purpose,
    channel: draft.channel,
    act: draft.act,
  })
  if (draft.act === 'withdrawn') await endConfirmations(tx, reach.ids, draft.purpose, draft.channel, app.clock.now())
  else if (asksBack(draft, purpose)) await askConfirmation(app, tx, workspaceId, reach, purpose)
  return true
}

/** What was imported is vouched for by whoever imported it, and mails nobody. */
const asksBack = (draft: ConsentDraft, purpose: PurposeRow): boolean =>
  draft.act === 'given' && !draft.proved && draft.way !== 'import' && needsConfirmation(purpose, draft.channel)

async function purposeOf(app: App, tx: Tx, workspaceId: string, draft: ConsentDraft): Promise<PurposeRow> {
  const purpose = (await knowPurposes(app, tx, workspaceId)).find((row) => row.key === draft.purpose)
  if (!purpose) throw purposeNotFound()
  if (draft.act !== 'withdrawn' && !purpose.channels.includes(draft.channel))
    throw new Refusal('channel_not_used', 'This is not sent in that way here.', [
      { field: 'channel', reason: 'is not used for this' },
    ])
  return purpose
}

/** By a member or a program: on the phone, at the counter, out of another system. */
export async function noteConsent(app: App, who: Who, personId: string, input: NewConsent): Promise<void> {
  const now = app.clock.now()
  const at = input.at ? new Date(input.at) : now
  if (at > now)
    throw new Refusal('invalid_input', 'Nobody has agreed to anything in the future.', [
      { field: 'at', reason: 'lies in the future' },
    ])
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const words = await wordsRead(app, tx, who.workspaceId, input)
    await recordConsent(app, tx, who.workspaceId, {
      ...words,
      personId,
      purpose: input.purpose,
      channel: input.channel,
      act: input.act,
      way: who.accountId === null && input.way === 'team' ? 'api' : input.way,
      at,
      by: { id: who.accountId ?? who.keyId, name: who.name },
      note: input.note,
    })
  })
}

async function wordsRead(app: App, tx: Tx, workspaceId: string, input: NewConsent) {
  if (input.act === 'withdrawn') return {}
  if (!input.language || !input.version) {
    if (input.shown) return { shown: input.shown, language: input.language ?? null }
    throw new Refusal('invalid_input', 'Say which words were read out or shown.', [
      { field: 'version', reason: 'is needed, or the words themselves' },
    ])
  }
  await knowPurposes(app, tx, workspaceId)
  const wording = await findWording(tx, input.purpose, input.language, input.version)
  if (!wording) throw new Refusal('wording_not_found', 'There is no such wording.')
  return { shown: wording.text, language: wording.language, version: wording.version }
}

/** Everything that is not needed to answer or to carry out an order, in every way it could come. */
export async function withdrawAll(
  app: App,
  tx: Tx,
  workspaceId: string,
  reach: Reach,
  how: Pick<ConsentDraft, 'way' | 'address' | 'proved'>,
): Promise<void> {
  for (const purpose of await knowPurposes(app, tx, workspaceId)) {
    if (purpose.basis === 'contract' || purpose.basis === 'legal_obligation') continue
    for (const channel of purpose.channels)
      await recordConsent(app, tx, workspaceId, {
        ...how,
        personId: reach.id,
        purpose: purpose.key,
        channel,
        act: 'withdrawn',
      })
  }
}
