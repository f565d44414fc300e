/** The person a request is about, with every record of them. */
import { Refusal, type App, type Tx, type WholePerson } from '#platform'

/** Whoever does something to a request: a member, or the person themselves. */
export type By = { id: string | null; name: string }

export async function wholeOrRefuse(app: App, tx: Tx, personId: string): Promise<WholePerson> {
  const person = await app.persons.whole(tx, personId)
  if (!person) throw new Refusal('person_not_here', 'There is no such person here, or they were erased.')
  return person
}
