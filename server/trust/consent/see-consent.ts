/** What one person agreed to, how it stands in each way, and everything that was ever written down about it. */
import { Refusal, type App } from '#platform'
import { downstreamOf } from '../downstream.ts'
import { erasedBefore } from '../rights/recall-erasure.ts'
import type { Who } from '../who.ts'
import type { ConsentEntry, PersonConsent } from './contract.ts'
import { restrictionsOf } from './may-contact.ts'
import { knowPurposes, wordingIn, wordingOnWire } from './see-purposes.ts'
import { stateOf } from './standing.ts'
import {
  findPreference,
  listConfirmations,
  listConsents,
  listStandings,
  listWordings,
  type ConsentRow,
} from './store.ts'

const HISTORY_SHOWN = 200

export async function seeConsent(app: App, who: Pick<Who, 'workspaceId'>, personId: string): Promise<PersonConsent> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const reach = await downstreamOf(app).findReach(tx, personId)
    if (!reach) throw new Refusal('person_unknown', 'This person is not here, or not any more.')
    const purposes = (await knowPurposes(app, tx, who.workspaceId)).filter((row) => row.retiredAt === null)
    const wordings = await listWordings(tx)
    const standings = await listStandings(tx, reach.ids)
    const asked = await listConfirmations(tx, reach.ids)
    const preference = await findPreference(tx, reach.ids)
    return {
      purposes: purposes.map((purpose) => ({
        key: purpose.key,
        title: wordingIn(wordings, purpose.key, 'en')?.title ?? purpose.key,
        basis: purpose.basis,
        doubleOptIn: purpose.doubleOptIn,
        channels: purpose.channels.map((channel) => {
          const last = standings.find((row) => row.purpose === purpose.key && row.channel === channel)
          const question = asked.find((row) => row.purpose === purpose.key && row.channel === channel)
          return {
            channel,
            state: stateOf(purpose, channel, last),
            since: last?.at.toISOString() ?? null,
            mailedAt: question?.mailedAt?.toISOString() ?? null,
          }
        }),
        wordings: wordings.filter((row) => row.purpose === purpose.key).map(wordingOnWire),
      })),
      history: (await listConsents(tx, reach.ids, HISTORY_SHOWN)).map(entryOnWire),
      frequency: preference.frequency,
      language: preference.language ?? reach.language,
      pausedUntil:
        preference.pausedUntil && preference.pausedUntil > app.clock.now()
          ? preference.pausedUntil.toISOString()
          : null,
      ...(await restrictionsOf(tx, reach.ids)),
      erasedBefore: (await erasedBefore(app, tx, who.workspaceId, reach.id))?.toISOString() ?? null,
      mailReady: app.mail.ready,
      hasEmail: reach.emails.length > 0,
    }
  })
}

const entryOnWire = (row: ConsentRow): ConsentEntry => ({
  id: row.id,
  purpose: row.purpose,
  channel: row.channel,
  act: row.act,
  way: row.way,
  shown: row.shown,
  language: row.language,
  version: row.version,
  proved: row.proved,
  at: row.at.toISOString(),
  by: row.byName,
  address: row.address,
  note: row.note,
})
