/** Tells trust, which stands before people, who somebody is and how others may reach them. */
import type { Tx } from '#platform'
import type { Downstream, Reach } from '#trust'
import { compared } from './identity.ts'
import { changePerson, findByIdentities, findPerson, listIdentities, personIdsWith, sumOrders } from './store.ts'

async function findReach(tx: Tx, personId: string): Promise<Reach | null> {
  const asked = await findPerson(tx, personId)
  const record = asked?.mergedInto ? await findPerson(tx, asked.mergedInto) : asked
  if (!record) return null
  const ids = await personIdsWith(tx, record.id)
  const identities = await listIdentities(tx, ids)
  const zone = record.attributes['timezone']
  return {
    id: record.id,
    ids,
    name: record.name,
    language: record.language,
    timezone: typeof zone === 'string' ? zone : null,
    emails: identities.filter((identity) => identity.kind === 'email').map((identity) => identity.value),
    phones: identities.filter((identity) => identity.kind === 'phone').map((identity) => identity.value),
    bought: (await sumOrders(tx, ids)).some((row) => row.count > 0),
  }
}

async function findPersonByEmail(tx: Tx, workspaceId: string, email: string): Promise<string | null> {
  const value = compared({ kind: 'email', value: email })
  if (value === null) return null
  return (await findByIdentities(tx, workspaceId, [{ kind: 'email', value }])).get(`email ${value}`) ?? null
}

export const knowPersons: Pick<Downstream, 'findReach' | 'findPersonByEmail' | 'changeLanguage'> = {
  findReach,
  findPersonByEmail,
  changeLanguage: async (tx, personId, language) => void (await changePerson(tx, personId, { language })),
}
