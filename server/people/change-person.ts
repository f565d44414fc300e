import { newId, Refusal, type App, type Tx } from '#platform'
import type { Who } from '#trust'
import type { z } from 'zod'
import type { Identity, NewPerson, Person, PersonChange } from './contract.ts'
import { compared, nameFrom } from './identity.ts'
import { wholePerson } from './see-persons.ts'
import { addIdentities, addPersons, changePerson as change, removeIdentities } from './store.ts'

export async function addPerson(app: App, who: Who, input: z.output<typeof NewPerson>): Promise<Person> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const id = newId()
    await addPersons(tx, who.workspaceId, [
      { ...input, id, name: input.name || nameFrom(input.identities), createdAt: app.clock.now() },
    ])
    await giveIdentities(tx, who.workspaceId, id, input.identities)
    return wholePerson(tx, id)
  })
}

export async function changePerson(
  app: App,
  who: Who,
  id: string,
  input: z.output<typeof PersonChange>,
): Promise<Person> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (!(await change(tx, id, input))) throw new Refusal('person_not_found', 'There is no such person here.')
    if (input.identities) {
      await removeIdentities(tx, id)
      await giveIdentities(tx, who.workspaceId, id, input.identities)
    }
    await app.events.emit(tx, who.workspaceId, 'person.changed', { personId: id })
    return wholePerson(tx, id)
  })
}

async function giveIdentities(tx: Tx, workspaceId: string, personId: string, identities: Identity[]): Promise<void> {
  const rows = identities.map((identity, index) => {
    const value = compared(identity)
    if (value === null)
      throw new Refusal('invalid_input', `${identity.value} cannot identify anybody.`, [
        { field: `identities.${index}.value`, reason: `is not a valid ${identity.kind}` },
      ])
    return { kind: identity.kind, value, shown: identity.value.trim(), personId }
  })
  const unique = [...new Map(rows.map((row) => [`${row.kind} ${row.value}`, row])).values()]
  if (unique.length === 0) return
  if ((await addIdentities(tx, workspaceId, unique)) < unique.length) {
    throw new Refusal(
      'identity_taken',
      'One of these addresses, numbers or ids already belongs to somebody else here. Merge the two records if they are one person.',
    )
  }
}
