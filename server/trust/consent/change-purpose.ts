/** Say anew what people are written to for: the ground, the note, the ways, the words. Old words stay as they were. */
import { Refusal, type App } from '#platform'
import type { z } from 'zod'
import type { Who } from '../who.ts'
import type { ContactRules, NewPurpose, NewWording, Purpose, PurposeChange, Wording } from './contract.ts'
import type { PurposeRow } from './purpose.ts'
import { FIRST_RULES } from './quiet-hours.ts'
import { knowPurposes, purposeNotFound, seePurposes, seeWordings } from './see-purposes.ts'
import { addPurposes, addWording, findPurpose, findRules, putPurpose, putRules } from './store.ts'

export async function addPurpose(app: App, who: Who, input: z.output<typeof NewPurpose>): Promise<Purpose> {
  const { language, title, text, ...rest } = input
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const known = await knowPurposes(app, tx, who.workspaceId)
    const row: PurposeRow = { ...rest, place: Math.max(0, ...known.map((one) => one.place)) + 1, retiredAt: null }
    refuseUnlawful(row)
    if ((await addPurposes(tx, who.workspaceId, [row])) === 0)
      throw new Refusal('purpose_taken', 'There is already something of this name.', [
        { field: 'key', reason: 'is taken' },
      ])
    await addWording(tx, who.workspaceId, { ...written(app, who), purpose: row.key, language, title, text })
  })
  return seeOne(app, who, input.key)
}

export async function changePurpose(
  app: App,
  who: Who,
  key: string,
  change: z.output<typeof PurposeChange>,
): Promise<Purpose> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    await knowPurposes(app, tx, who.workspaceId)
    const before = await findPurpose(tx, key)
    if (!before) throw purposeNotFound()
    const { retired, ...rest } = change
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    const after: PurposeRow = {
      ...before,
      ...given,
      retiredAt: retired === undefined ? before.retiredAt : retired ? (before.retiredAt ?? app.clock.now()) : null,
    }
    refuseUnlawful(after)
    await putPurpose(tx, after)
  })
  return seeOne(app, who, key)
}

export async function changeWording(
  app: App,
  who: Who,
  key: string,
  input: z.output<typeof NewWording>,
): Promise<Wording[]> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (!(await knowPurposes(app, tx, who.workspaceId)).some((row) => row.key === key)) throw purposeNotFound()
    await addWording(tx, who.workspaceId, { ...written(app, who), purpose: key, ...input })
  })
  return seeWordings(app, who, key)
}

export const seeRules = (app: App, who: Pick<Who, 'workspaceId'>): Promise<ContactRules> =>
  app.db.inWorkspace(who.workspaceId, async (tx) => (await findRules(tx)) ?? FIRST_RULES)

export async function changeRules(app: App, who: Who, rules: ContactRules): Promise<ContactRules> {
  await app.db.inWorkspace(who.workspaceId, (tx) => putRules(tx, who.workspaceId, rules))
  return rules
}

const written = (app: App, who: Who) => ({
  writtenAt: app.clock.now(),
  writtenBy: who.accountId ?? who.keyId,
  writtenByName: who.name,
})

async function seeOne(app: App, who: Who, key: string): Promise<Purpose> {
  return (await seePurposes(app, who)).find((row) => row.key === key)!
}

function refuseUnlawful(row: PurposeRow): void {
  if (row.basis === 'legitimate_interest' && row.note.trim() === '')
    throw new Refusal('invalid_input', 'A legitimate interest needs the weighing behind it, in words.', [
      { field: 'note', reason: 'Say what your interest is, what it means for people, and why it does not weigh more' },
    ])
  if (row.marketing && row.basis !== 'consent')
    throw new Refusal('invalid_input', 'News and offers take a yes. No other ground carries them.', [
      { field: 'basis', reason: 'News and offers take a yes' },
    ])
  if (row.softOptIn && !row.marketing)
    throw new Refusal('invalid_input', 'The exception for customers is only for news and offers.', [
      { field: 'softOptIn', reason: 'is only for news and offers' },
    ])
}
