/** From drafts to rows, in the caller's transaction: the same doors as everything else that comes in. */
import { isId, newId, type App, type Tx } from '#platform'
import { compared, recognisePersons, recordOrders, type OrderDraft as OrderToRecord } from '#people'
import type { Attributes } from '#people/contract'
import { importConsents, type ImportedConsent } from '#trust'
import type { Channel } from '../contract.ts'
import { soundsLikeCrisis } from '../crisis.ts'
import { tellHeard } from '../hear.ts'
import { addVoices, idsHere, type VoiceRow } from '../store.ts'
import type { Draft, OrderDraft, PersonDraft, PersonRef, RowIssue, VoiceDraft } from './draft.ts'

export type Stored = { added: number; known: number }
/** The file they come from, as the record of consent names it. */
export type Origin = { id: string; fileName: string; createdBy: string }

export async function storeDrafts(
  app: App,
  tx: Tx,
  workspaceId: string,
  from: Origin,
  drafts: Draft[],
  source: string,
  undated: Date,
): Promise<Stored & { issues: RowIssue[] }> {
  const importId = from.id
  const issues: RowIssue[] = []
  const voices = drafts.filter((draft): draft is VoiceDraft => draft.target === 'voices')
  const persons = drafts.filter((draft): draft is PersonDraft => draft.target === 'persons')
  const orders = drafts.filter((draft): draft is OrderDraft => draft.target === 'orders')
  const parts = [
    await storeVoices(app, tx, workspaceId, importId, voices, undated),
    await storePersons(app, tx, workspaceId, from, persons, issues),
    await storeOrders(tx, workspaceId, importId, orders, source),
  ]
  return {
    added: parts.reduce((all, part) => all + part.added, 0),
    known: parts.reduce((all, part) => all + part.known, 0),
    issues,
  }
}

async function storeVoices(
  app: App,
  tx: Tx,
  workspaceId: string,
  importId: string,
  found: VoiceDraft[],
  undated: Date,
): Promise<Stored> {
  if (found.length === 0) return { added: 0, known: 0 }
  const here = await idsHere(tx, workspaceId, found.flatMap(exportedId))
  const drafts = found.filter((draft) => !exportedId(draft).some((id) => here.has(id)))
  if (drafts.length === 0) return { added: 0, known: found.length }
  const persons = await recognisePersons(
    tx,
    workspaceId,
    drafts.map((draft) => ({ identities: identitiesOf(draft.person), name: draft.person?.name })),
  )
  const rows = drafts.map((draft, index): VoiceRow => ({
    id: newId(),
    personId: persons[index] ?? null,
    source: draft.source,
    channel: draft.channel ?? ('other' satisfies Channel),
    fingerprint: Buffer.from(draft.fingerprint, 'hex'),
    externalId: draft.externalId,
    title: draft.title ?? '',
    text: draft.text,
    question: draft.question,
    language: draft.language,
    scoreKind: draft.score?.kind ?? null,
    score: draft.score?.value ?? null,
    // No date in the file: it was heard when it came in, and says so by its attribute.
    saidAt: draft.saidAt ? new Date(draft.saidAt) : undated,
    surveyId: null,
    responseId: null,
    importId,
    orderNumber: draft.orderNumber,
    url: draft.url,
    attributes: Object.keys(draft.attributes).length > 0 ? draft.attributes : null,
  }))
  const now = app.clock.now()
  const added = await addVoices(
    tx,
    workspaceId,
    rows.map((row) => ({ ...row, crisis: soundsLikeCrisis(row, now) })),
  )
  if (added.size > 0) await tellHeard(app, tx, workspaceId, [...added], 'import', importId)
  return { added: added.size, known: found.length - added.size }
}

/** The id a voice had when Heed itself wrote it out: a file that came from here brings nothing back twice. */
function exportedId({ attributes }: VoiceDraft): string[] {
  const id = attributes['voice_id'] ?? (attributes['receivedAt'] ? attributes['id'] : undefined)
  return id !== undefined && isId(id) ? [id.toLowerCase()] : []
}

/** A row that names nobody findable still becomes a person: its own content is then what recognises it next time. */
async function storePersons(
  app: App,
  tx: Tx,
  workspaceId: string,
  from: Origin,
  drafts: PersonDraft[],
  issues: RowIssue[],
): Promise<Stored> {
  if (drafts.length === 0) return { added: 0, known: 0 }
  const since = Date.now()
  const found = await recognisePersons(
    tx,
    workspaceId,
    drafts.map((draft) => {
      const identities = identitiesOf(draft)
      return {
        identities:
          identities.length > 0 ? identities : [{ kind: 'external' as const, value: `import:${draft.fingerprint}` }],
        name: draft.name ?? undefined,
        company: draft.company ?? undefined,
        language: draft.language,
        attributes: draft.attributes as Attributes,
        createdAt: draft.createdAt ? new Date(draft.createdAt) : undefined,
      }
    }),
    { fill: true },
  )
  const added = new Set(found.filter((id) => id !== null && madeAt(id) >= since)).size
  await storeConsents(app, tx, workspaceId, from, drafts, found, issues)
  return { added, known: drafts.length - added }
}

/** What the rows say people agreed to; what does not count is said of its row. */
async function storeConsents(
  app: App,
  tx: Tx,
  workspaceId: string,
  { id, fileName, createdBy }: Origin,
  drafts: PersonDraft[],
  personIds: (string | null)[],
  issues: RowIssue[],
): Promise<void> {
  const said = drafts.flatMap((draft, index) => {
    const personId = personIds[index]
    const identities = identitiesOf(draft).flatMap((identity) => {
      const value = compared(identity)
      return value === null ? [] : [`${identity.kind} ${value}`]
    })
    return personId ? draft.consents.map((consent) => ({ consent, draft, personId, identities })) : []
  })
  const reasons = await importConsents(
    app,
    tx,
    workspaceId,
    said.map(({ consent: { purpose, channel, act, at, shown }, personId, identities }): ImportedConsent => ({
      personId,
      identities,
      purpose,
      channel,
      act,
      shown,
      at: at === null ? null : new Date(at),
    })),
    { importId: id, fileName, by: createdBy },
  )
  said.forEach(({ consent, draft }, index) => {
    const reason = reasons[index]
    if (reason && draft.row)
      issues.push({ line: draft.line, field: consent.header, reason, kept: true, row: draft.row })
  })
}

/** Ids carry the millisecond they were made in: one made since the batch began is a new person. */
const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

async function storeOrders(
  tx: Tx,
  workspaceId: string,
  importId: string,
  drafts: OrderDraft[],
  orderSource: string,
): Promise<Stored> {
  if (drafts.length === 0) return { added: 0, known: 0 }
  const persons = await recognisePersons(
    tx,
    workspaceId,
    drafts.map((draft) => ({ identities: identitiesOf(draft.person), name: draft.person?.name })),
  )
  const rows = drafts.flatMap((draft, index): OrderToRecord[] => {
    if (!draft.orderedAt) return []
    const currency = draft.currency ?? 'EUR'
    return [
      {
        personId: persons[index] ?? null,
        source: orderSource,
        number: draft.number,
        orderedAt: new Date(draft.orderedAt),
        totalMinor: minor(draft.total ?? 0, currency),
        refundedMinor: minor(draft.refunded ?? 0, currency),
        currency,
        status: draft.status ?? '',
        items: draft.items.map((item) => ({ name: item.name, quantity: item.quantity ?? 1 })),
      },
    ]
  })
  const { added, updated } = await recordOrders(tx, workspaceId, rows, importId)
  return { added, known: updated }
}

type Reachable =
  Pick<PersonRef, 'email' | 'phone' | 'externalId'> | Pick<PersonDraft, 'email' | 'phone' | 'externalId'> | null

function identitiesOf(person: Reachable) {
  return [
    ...(person?.email ? [{ kind: 'email' as const, value: person.email }] : []),
    ...(person?.phone ? [{ kind: 'phone' as const, value: person.phone }] : []),
    ...(person?.externalId ? [{ kind: 'external' as const, value: person.externalId }] : []),
  ]
}

/** Digits behind the point differ by currency: 12.50 EUR is 1250, 1250 JPY is 1250. */
const digits = new Map<string, number>()
function minor(amount: number, currency: string): number {
  let places = digits.get(currency)
  if (places === undefined) {
    try {
      places = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    } catch {
      places = 2
    }
    digits.set(currency, places)
  }
  return Math.round(amount * 10 ** places)
}
