/**
 * Find the persons behind a batch of drafts, making those nobody knows yet. Runs in the caller's transaction, in a fixed
 * number of statements however many drafts there are. Two drafts that share an identity are the same person.
 */
import { newId, type Tx } from '#platform'
import type { Attributes, Identity, PersonKind } from './contract.ts'
import { compared, nameFrom } from './identity.ts'
import { addIdentities, addPersons, findByIdentities, fillPersons } from './store.ts'

export type PersonDraft = {
  identities: Identity[]
  name?: string | undefined
  company?: string | undefined
  kind?: PersonKind | undefined
  language?: string | null | undefined
  attributes?: Attributes | undefined
  createdAt?: Date | undefined
}

/**
 * Returns one person id per draft, or null for a draft that identifies nobody (a name alone is not an identity: two
 * people may share it). `fill` writes name, company and attributes of drafts into records that already exist.
 */
export async function recognisePersons(
  tx: Tx,
  workspaceId: string,
  drafts: PersonDraft[],
  options: { fill?: boolean } = {},
): Promise<(string | null)[]> {
  const keysOf = drafts.map((draft) => draft.identities.flatMap((identity) => keyOf(identity)))
  const wanted = new Map(keysOf.flat().map((one) => [one.key, one]))
  if (wanted.size === 0) return drafts.map(() => null)
  const known = await findByIdentities(tx, workspaceId, [...wanted.values()])
  const groups = joinDrafts(keysOf)
  const fresh: { id: string; draft: PersonDraft }[] = []
  const idOfGroup = new Map<number, string>()
  const identities: { kind: Identity['kind']; value: string; shown: string; personId: string }[] = []
  keysOf.forEach((keys, index) => {
    const group = groups[index]!
    if (keys.length === 0) return
    const found = keys.map(({ key }) => known.get(key)).find((id) => id !== undefined)
    if (found && !idOfGroup.has(group)) idOfGroup.set(group, found)
  })
  keysOf.forEach((keys, index) => {
    const group = groups[index]!
    if (keys.length === 0) return
    let id = idOfGroup.get(group)
    if (!id) {
      id = newId()
      idOfGroup.set(group, id)
      fresh.push({ id, draft: drafts[index]! })
    }
    for (const { key, kind, value, shown } of keys) {
      if (known.has(key)) continue
      known.set(key, id)
      identities.push({ kind, value, shown, personId: id })
    }
  })
  if (fresh.length > 0)
    await addPersons(
      tx,
      workspaceId,
      fresh.map(({ id, draft }) => ({ id, ...withName(draft) })),
    )
  if (identities.length > 0) await addIdentities(tx, workspaceId, identities)
  const ids = keysOf.map((keys, index) => (keys.length > 0 ? idOfGroup.get(groups[index]!)! : null))
  if (options.fill)
    await fillPersons(
      tx,
      workspaceId,
      ids.flatMap((id, index) => (id ? [{ id, ...drafts[index]! }] : [])),
    )
  return ids
}

function keyOf(identity: Identity) {
  const value = compared(identity)
  return value === null
    ? []
    : [{ key: `${identity.kind} ${value}`, kind: identity.kind, value, shown: identity.value.trim() }]
}

/** Union of drafts over shared identities: the group number of each draft. */
function joinDrafts(keysOf: { key: string }[][]): number[] {
  const parent = keysOf.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  const first = new Map<string, number>()
  keysOf.forEach((keys, index) => {
    for (const { key } of keys) {
      const before = first.get(key)
      if (before === undefined) first.set(key, index)
      else parent[root(index)] = root(before)
    }
  })
  return parent.map((_, index) => root(index))
}

const withName = (draft: PersonDraft) => ({
  kind: draft.kind ?? ('customer' as const),
  name: draft.name?.trim() || nameFrom(draft.identities),
  company: draft.company?.trim() ?? '',
  language: draft.language ?? null,
  attributes: draft.attributes ?? {},
  createdAt: draft.createdAt ?? null,
})
