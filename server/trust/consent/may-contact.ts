/**
 * The one door every send asks at. It answers yes or no with the reason in words, and keeps the answer with what it rested
 * on, so that months later anybody can see why a mail went out or did not.
 *
 * A yes counts as a contact for the pace a person chose, and two who ask at the same moment are answered one after the
 * other, so that "at most once a month" holds also then.
 */
import { createHmac } from 'node:crypto'
import { newId, type App, type Tx } from '#platform'
import { downstreamOf, type Reach } from '../downstream.ts'
import type { Who } from '../who.ts'
import type { Restrictions } from '../rights/contract.ts'
import { erasedBefore } from '../rights/recall-erasure.ts'
import { listRestrictions } from '../rights/store.ts'
import { findWorkspace } from '../workspaces/store.ts'
import { judge, type Verdict } from './contact.ts'
import type { ContactChannel } from './contract.ts'
import { FIRST_RULES } from './quiet-hours.ts'
import { knowPurposes, wordingIn } from './see-purposes.ts'
import { stateOf } from './standing.ts'
import {
  addContact,
  countBounced,
  findPreference,
  findRules,
  holdPerson,
  lastContactAt,
  listStandings,
  listWordings,
} from './store.ts'

export type ContactAsk = {
  personId: string
  purpose: string
  channel: ContactChannel
  now?: Date
  /** Who wants to send, for whoever reads the answer later: `act.heard`. */
  asker?: string
}

export type KeptVerdict = Verdict & { id: string }

export async function mayContact(app: App, who: Who | string, ask: ContactAsk): Promise<KeptVerdict> {
  const workspaceId = typeof who === 'string' ? who : who.workspaceId
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const reach = await downstreamOf(app).findReach(tx, ask.personId)
    await holdPerson(tx, reach?.id ?? ask.personId)
    const verdict = await weigh(app, tx, workspaceId, reach, ask)
    const id = newId()
    await addContact(tx, workspaceId, {
      ...verdict,
      id,
      personId: reach?.id ?? ask.personId,
      purpose: ask.purpose,
      channel: ask.channel,
      at: ask.now ?? app.clock.now(),
      asker: ask.asker ?? (typeof who === 'string' ? 'Heed' : who.name || 'Heed'),
    })
    return { ...verdict, id }
  })
}

/** The same answer, only looked at: nothing is kept and nothing counts. For screens; who sends must ask `mayContact`. */
export async function wouldContact(app: App, tx: Tx, workspaceId: string, ask: ContactAsk): Promise<Verdict> {
  return weigh(app, tx, workspaceId, await downstreamOf(app).findReach(tx, ask.personId), ask)
}

async function weigh(app: App, tx: Tx, workspaceId: string, reach: Reach | null, ask: ContactAsk): Promise<Verdict> {
  const purpose = (await knowPurposes(app, tx, workspaceId)).find((row) => row.key === ask.purpose) ?? null
  const ids = reach?.ids ?? [ask.personId]
  const last = (await listStandings(tx, ids)).find((row) => row.purpose === ask.purpose && row.channel === ask.channel)
  const preference = await findPreference(tx, ids)
  return judge({
    now: ask.now ?? app.clock.now(),
    channel: ask.channel,
    purpose,
    title: wordingIn(await listWordings(tx), ask.purpose, 'en')?.title ?? ask.purpose,
    person: reach ? await personIn(app, tx, reach, ask.channel) : null,
    ...(await restrictionsOf(tx, ids)),
    state: purpose ? stateOf(purpose, ask.channel, last) : 'none',
    since: last?.at ?? null,
    ownWord: last !== undefined && last.way !== 'import',
    erasedAt: reach ? await erasedBefore(app, tx, workspaceId, reach.id) : null,
    frequency: preference.frequency,
    pausedUntil: preference.pausedUntil,
    lastAt: await lastContactAt(tx, ids),
    complaintOpen: purpose?.asks ? await downstreamOf(app).hasOpenComplaint(tx, ids) : false,
    rules: (await findRules(tx)) ?? FIRST_RULES,
    homeZone: (await findWorkspace(tx))?.timezone ?? 'UTC',
  })
}

async function personIn(app: App, tx: Tx, reach: Reach, channel: ContactChannel) {
  const addresses = addressesOf(reach, channel)
  return {
    name: reach.name,
    timezone: reach.timezone,
    bought: reach.bought,
    addresses: addresses?.length ?? null,
    bounced: addresses
      ? await countBounced(
          tx,
          channel,
          addresses.map((address) => hashAddress(app.secret, channel, address)),
        )
      : 0,
  }
}

/** Null where Heed keeps no address of this kind and so cannot know. */
export const addressesOf = (reach: Reach, channel: ContactChannel): string[] | null =>
  channel === 'email' ? reach.emails : channel === 'sms' || channel === 'phone' ? reach.phones : null

/** Addresses are told apart without being written down a second time. */
export function hashAddress(secret: string, channel: string, address: string): string {
  const same = channel === 'email' ? address.trim().toLowerCase() : address.replaceAll(/\D/g, '')
  return createHmac('sha256', secret)
    .update(`${channel === 'email' ? 'email' : 'phone'} ${same}`)
    .digest('base64url')
}

/** Whether their data is frozen, or they objected, in any of their records. */
export async function restrictionsOf(tx: Tx, personIds: string[]): Promise<Restrictions> {
  const kinds = (await listRestrictions(tx, personIds)).map((row) => row.kind)
  return { frozen: kinds.includes('frozen'), objected: kinds.includes('objected') }
}
