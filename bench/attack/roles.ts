/** Every role, key and stranger on every route: each is answered what the table of permissions says, and nothing else. */
import { SCOPES } from '#trust/contract'
import { mayAs, mayFromElsewhere, maySignedOut, mayWith, probing, RANK, walkRoutes, type Actor } from '#test/permits'
import { Tally, type Result, type Target } from './target.ts'

export async function roles(target: Target): Promise<Result> {
  const tally = new Tally('role × route matrix')
  const house = await target.house('The house of roles')
  const elsewhere = await target.house('Another house')
  const byRole = { owner: house, manager: house, teammate: house, observer: house }
  for (const role of ['manager', 'teammate', 'observer'] as const) byRole[role] = await target.newcomer(role, house)
  const keyWith = async (scopes: readonly string[], of = house): Promise<{ id: string; key: string }> =>
    (await of.post('/keys', { name: 'till', scopes })).body
  const asKey = (key: string) => probing(target.stranger, { authorization: `Bearer ${key}` })
  const actors: Actor[] = [
    ...RANK.map((role) => ({ name: role, ask: probing(byRole[role]), expected: mayAs(role) })),
    { name: 'signed out', ask: probing(target.stranger), expected: maySignedOut },
    {
      name: 'owner of another workspace',
      ask: probing(elsewhere, { 'heed-workspace': house.workspaceId }),
      expected: mayFromElsewhere,
    },
  ]
  for (const scope of SCOPES) {
    const { key } = await keyWith([scope])
    actors.push({ name: `key ${scope}`, ask: asKey(key), expected: mayWith([scope], 'owner') })
  }
  const withdrawn = await keyWith(SCOPES)
  await house.delete(`/keys/${withdrawn.id}`)
  actors.push({ name: 'withdrawn key', ask: asKey(withdrawn.key), expected: () => 'key_unknown' })
  const gone = await target.newcomer('manager', house)
  const orphan = await keyWith(SCOPES, gone)
  const members = (await house.get('/members')).body.data as { accountId: string; email: string }[]
  await house.delete(`/members/${members.find(({ email }) => email === gone.email)!.accountId}`)
  actors.push({ name: 'key of somebody who left', ask: asKey(orphan.key), expected: () => 'key_orphaned' })
  for (const actor of target.share < 1 ? actors.slice(0, 2) : actors) {
    const { asked, wrong } = await walkRoutes(actor, target.routes)
    for (let nth = wrong.length; nth < asked; nth += 1) tally.note(null)
    for (const fault of wrong) tally.note(fault)
  }
  return tally.result()
}
