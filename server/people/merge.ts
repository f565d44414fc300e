/**
 * Two records, one human being. The duplicate keeps everything it has and points at the record that stays, so that
 * unmerging gives back exactly what was there. Whoever shows a person counts both.
 */
import { Refusal, type App, type Tx } from '#platform'
import { isOff, shareRestrictions, type Who } from '#trust'
import { DUPLICATES } from './automations.ts'
import { sayer, type Explanation } from '#trust/contract'
import { DUPLICATE_WHY, type DuplicatePair, type Person } from './contract.ts'
import { personRowOnWire } from './person.ts'
import { wholePerson } from './see-persons.ts'
import {
  addApart,
  findApart,
  listDuplicatesOf,
  listedPersons,
  listSameName,
  lockPersons,
  removeApart,
  setMergedInto,
} from './store.ts'
import type { z } from 'zod'

const say = sayer(DUPLICATE_WHY)

const PAIRS_SHOWN = 50

export async function mergePersons(app: App, who: Who, id: string, into: string): Promise<Person> {
  if (id === into) throw new Refusal('cannot_merge', 'A person cannot be merged with themselves.')
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = await lockPersons(tx, [id, into])
    const duplicate = found.find((row) => row.id === id)
    const stays = found.find((row) => row.id === into)
    if (!duplicate || !stays) throw new Refusal('person_not_found', 'One of these two is not here any more.')
    if (duplicate.mergedInto || stays.mergedInto)
      throw new Refusal('cannot_merge', 'One of these two is already part of another person. Unmerge it first.')
    if ((await listDuplicatesOf(tx, id)).length > 0)
      throw new Refusal('cannot_merge', 'This record already gathers others. Merge the other way round.')
    await setMergedInto(tx, id, into)
    await shareRestrictions(tx, who.workspaceId, [id, into])
    await changed(app, tx, who, [id, into])
    return wholePerson(tx, into)
  })
}

export async function unmergePerson(app: App, who: Who, id: string): Promise<Person> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const [record] = await lockPersons(tx, [id])
    if (!record) throw new Refusal('person_not_found', 'There is no such person here.')
    if (!record.mergedInto) throw new Refusal('not_merged', 'This record stands on its own already.')
    await setMergedInto(tx, id, null)
    await changed(app, tx, who, [id, record.mergedInto])
    return wholePerson(tx, id)
  })
}

async function changed(app: App, tx: Tx, who: Who, ids: string[]): Promise<void> {
  for (const personId of ids) await app.events.emit(tx, who.workspaceId, 'person.changed', { personId })
}

/** Pairs that may be one person, for a human to decide: the same first and last name on two records. */
export async function seeDuplicates(app: App, who: Who): Promise<z.infer<typeof DuplicatePair>[]> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (await isOff(tx, DUPLICATES)) return []
    const pairs = await listSameName(tx, PAIRS_SHOWN)
    const rows = new Map(
      (
        await listedPersons(
          tx,
          pairs.flatMap(({ a, b }) => [a, b]),
        )
      ).map((row) => [row.id, personRowOnWire(row)]),
    )
    return pairs.map(({ a, b }) => ({ a: rows.get(a)!, b: rows.get(b)!, why: 'Both carry the same name' }))
  })
}

/** Two people who share a name: they are not suggested again, until somebody takes that back. */
export async function keepApart(app: App, who: Who, pair: { a: string; b: string }): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (pair.a === pair.b || (await lockPersons(tx, [pair.a, pair.b])).length < 2)
      throw new Refusal('person_not_found', 'One of these two is not here any more.')
    await addApart(tx, who.workspaceId, { ...pair, byName: who.name, at: app.clock.now() })
  })
}

export async function takeApartBack(app: App, who: Who, pair: { a: string; b: string }): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, (tx) => removeApart(tx, pair.a, pair.b))
}

/** Why two records are suggested as one person: made again from their names of this moment. */
export async function explainPair(app: App, who: Who, pair: { a: string; b: string }): Promise<Explanation> {
  const { rows, apart } = await app.db.inWorkspace(who.workspaceId, async (tx) => ({
    rows: await listedPersons(tx, [pair.a, pair.b]),
    apart: await findApart(tx, pair.a, pair.b),
  }))
  const [a, b] = rows
  if (!a || !b) throw new Refusal('person_not_found', 'One of these two is not here any more.')
  const alike = a.nameFolded === b.nameFolded && a.nameFolded.includes(' ')
  return {
    automation: DUPLICATES.key,
    verdict: apart ? say('verdict.apart', { name: apart.byName }) : say(alike ? 'verdict.alike' : 'verdict.not'),
    saw: [a, b].map(({ name }) => ({ what: say('saw.name'), quote: name, figure: null })),
    sum: null,
    decidedBy: apart
      ? { kind: 'person', name: say('by.person', { name: apart.byName }), version: null, at: apart.at.toISOString() }
      : { kind: 'rule', name: say('by.rule'), version: null, at: null },
    sure: { share: null, words: say(apart ? 'sure.person' : 'sure') },
    wouldChange: [say('change.name'), say('change.off')],
    overrule: say('overrule'),
    holds: alike,
  }
}
