/** How those before people in the stream find a person: handed to them, because they may not come and look. */
import { isId, type Persons, type Tx, type WholePerson } from '#platform'
import type { Identity, PersonKind } from './contract.ts'
import { compared } from './identity.ts'
import {
  countKinds,
  findByIdentities,
  findPersons,
  listEveryIdentity,
  listMarks,
  listTogether,
  personIdsWith,
} from './store.ts'

/** A single word is too little to say that a text names this person: it may be anybody's. */
const isWholeName = (name: string): boolean => /\S\s+\S/.test(name.trim())
const CALLED: Record<PersonKind, string> = {
  customer: 'Customers',
  supplier: 'Suppliers',
  partner: 'Partners',
  neighbour: 'Neighbours',
  employee: 'Employees',
}
/** `system:id` may be as short as `shop:7`; less than this would be found in every second text. */
const LEAST_MARK = 5

export const persons: Persons = {
  whole: async (tx, id) => {
    const ids = await personIdsWith(tx, id)
    if (ids.length === 0) return null
    const records = await findPersons(tx, ids)
    const stays = records.find((record) => record.mergedInto === null) ?? records[0]!
    const identities = await listMarks(tx, ids)
    const names = records.map((record) => record.name).filter(isWholeName)
    const marks = [...names, ...identities.flatMap(({ value, shown }) => [value, shown])]
    return {
      id: stays.id,
      ids,
      name: stays.name || records.find((record) => record.name)?.name || identities[0]?.shown || '',
      language: stays.language,
      emails: identities.filter(({ kind }) => kind === 'email').map(({ value }) => value),
      identities: identities.map(({ kind, value }) => `${kind} ${value}`),
      marks: [...new Set(marks.map((mark) => mark.trim().toLowerCase()).filter((mark) => mark.length >= LEAST_MARK))],
    }
  },
  names: async (tx, ids) => new Map((await findPersons(tx, ids)).map((record) => [record.id, record.name])),
  each: listEveryIdentity,
  together: listTogether,
  kinds: async (tx) => (await countKinds(tx)).map(({ kind, count }) => ({ called: CALLED[kind], count })),
}

/** Whoever is meant by an address, a number, an id of another program or Heed's own: one as a rule, none, or several. */
export async function personsCalled(tx: Tx, workspaceId: string, called: string): Promise<WholePerson[]> {
  const value = (kind: Identity['kind']) => compared({ kind, value: called })
  const phone = value('phone')
  const forms = [
    { kind: 'email', value: value('email') },
    // A number is kept as it was written, with its country or without.
    { kind: 'phone', value: phone },
    { kind: 'phone', value: phone && `+${phone}` },
    { kind: 'external', value: value('external') },
  ].flatMap(({ kind, value: form }) => (form ? [{ kind, value: form }] : []))
  const found = [...(await findByIdentities(tx, workspaceId, forms)).values()]
  const meant = new Map<string, WholePerson>()
  for (const id of isId(called.trim()) ? [called.trim(), ...found] : found) {
    const person = await persons.whole(tx, id)
    if (person) meant.set(person.id, person)
  }
  return [...meant.values()]
}
