/**
 * Write down what a file says people agreed to or took back. Whoever brings the file in vouches for it, nobody is mailed,
 * and a list never weighs more than what a person did here: it does not undo a no that came later, and it brings no yes
 * back for an address that was erased because somebody wished it.
 */
import { newId, type App, type Tx } from '#platform'
import { recallErasures } from '../rights/recall-erasure.ts'
import type { ContactChannel } from './contract.ts'
import { knowPurposes } from './see-purposes.ts'
import { addConsents, endConfirmations, listStandingsOf, type ConsentRow, type Standing } from './store.ts'

export type ImportedConsent = {
  personId: string
  /** As they are compared: `email ada@brandt.example`. */
  identities: readonly string[]
  purpose: string
  channel: ContactChannel
  act: 'given' | 'confirmed' | 'withdrawn'
  /** Null where the file names no day: then a no counts from now, and a yes only where nobody said no. */
  at: Date | null
  shown: string
}

export type ImportSource = { importId: string; fileName: string; by: string }

/** In the caller's transaction, in a fixed number of statements. For each: nothing, or why it was not written down. */
export async function importConsents(
  app: App,
  tx: Tx,
  workspaceId: string,
  drafts: readonly ImportedConsent[],
  { importId, fileName, by }: ImportSource,
): Promise<(string | null)[]> {
  if (drafts.length === 0) return []
  const now = app.clock.now()
  const purposes = await knowPurposes(app, tx, workspaceId)
  const humans = await app.persons.together(tx, [...new Set(drafts.map(({ personId }) => personId))])
  const erased = await recallErasures(app, tx, workspaceId, [
    ...new Set(drafts.flatMap(({ identities }) => identities)),
  ])
  const last = await lastOf(tx, humans)
  const rows: ConsentRow[] = []
  const reasons = drafts.map((draft) => {
    const human = humans.get(draft.personId)
    if (!human) return 'This person is not here any more.'
    const purpose = purposes.find(({ key, retiredAt }) => key === draft.purpose && retiredAt === null)
    if (!purpose || (draft.act !== 'withdrawn' && !purpose.channels.includes(draft.channel)))
      return 'Nobody is written to for this, or in this way, any more.'
    const key = `${human.id} ${draft.purpose} ${draft.channel}`
    const before = last.get(key)
    const no = draft.act === 'withdrawn' ? null : whyNoYes(draft, before, erased, now)
    if (no) return no
    if (before && saysNothingNew(draft, before)) return null
    const { act, purpose: of, channel, shown } = draft
    const at = draft.at && draft.at < now ? draft.at : now
    rows.push({
      id: newId(),
      personId: human.id,
      purpose: of,
      channel,
      act,
      way: 'import',
      shown,
      language: null,
      version: null,
      proved: false,
      at,
      byId: null,
      byName: by,
      address: null,
      source: `import ${importId}`,
      note: `import of ${fileName}`,
    })
    if (!before || at >= before.at) last.set(key, { purpose: of, channel, act, way: 'import', proved: false, at })
    return null
  })
  await addConsents(tx, workspaceId, rows)
  // One event for all who said the same, and one statement: a list of members is thousands of them.
  for (const [first, ...others] of Map.groupBy(rows, (row) => `${row.purpose} ${row.channel} ${row.act}`).values()) {
    const { purpose, channel, act } = first!
    const personIds = [first!, ...others].map(({ personId }) => personId)
    await app.events.emit(tx, workspaceId, 'consents.imported', { personIds, purpose, channel, act })
    const whole = personIds.flatMap((id) => humans.get(id)?.ids ?? [id])
    if (act === 'withdrawn') await endConfirmations(tx, whole, purpose, channel, now)
  }
  return reasons
}

type Humans = Awaited<ReturnType<App['persons']['together']>>

/** How it stands for each human being, purpose and channel, over all their records. */
async function lastOf(tx: Tx, humans: Humans): Promise<Map<string, Standing>> {
  const last = new Map<string, Standing>()
  const whose = new Map([...humans.values()].flatMap(({ id, ids }) => ids.map((one) => [one, id] as const)))
  for (const { personId, ...standing } of await listStandingsOf(tx, [...whose.keys()])) {
    const key = `${whose.get(personId)} ${standing.purpose} ${standing.channel}`
    const other = last.get(key)
    if (!other || standing.at > other.at) last.set(key, standing)
  }
  return last
}

const DAY_MS = 86_400_000
const day = (at: Date): string => at.toISOString().slice(0, 10)

function whyNoYes(
  { identities, at }: ImportedConsent,
  before: Standing | undefined,
  erased: ReadonlyMap<string, Date>,
  now: Date,
): string | null {
  // A day without an hour is taken at noon, so that today's may lie ahead by some hours.
  if (at && at.getTime() > now.getTime() + DAY_MS) return `Nobody has agreed to anything on ${day(at)} yet.`
  const gone = identities.map((identity) => erased.get(identity)).find((one) => one !== undefined)
  if (gone)
    return `Somebody with this address asked to be erased on ${day(gone)}; a list does not bring their yes back.`
  if (before?.act === 'withdrawn' && (at === null || at <= before.at))
    return `They said no here on ${day(before.at)}; ${at ? 'the yes of the list is older' : 'a list without a date does not change that'}.`
  return null
}

/** The same file once more, or another one that says the same, adds nothing; nor does what was long overtaken. */
function saysNothingNew({ act, at }: ImportedConsent, before: Standing): boolean {
  if (at !== null && day(at) !== day(before.at)) return at < before.at
  return act === 'withdrawn'
    ? before.act === 'withdrawn'
    : before.act === act || before.act === 'confirmed' || (before.act === 'given' && before.proved)
}
