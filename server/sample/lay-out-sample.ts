/**
 * Lay out the sample business for one account: a workspace filled through the doors every real one is filled through, in
 * one transaction, so that half a sample is never seen. Its id is made from the account's, so that however fast somebody
 * clicks there is one: the second click waits for the first and finds what that one made.
 */
import { createHash } from 'node:crypto'
import type { App, Tx } from '#platform'
import { hear, makeSurvey, recordResponses, setSurveyStatus } from '#listen'
import { VoiceInput } from '#listen/contract'
import { recognisePersons, recordOrders } from '#people'
import { actingIn, changeWorkspace, foundWorkspace, listMemberships, type Account, type Who } from '#trust'
import { makeBusiness, type Business } from './business.ts'
import { definitionOf, responseOf } from './sample-survey.ts'
import type { SampleVoice } from './voice.ts'

const DAY_MS = 86_400_000
const UNIQUE_VIOLATION = '23505'

/** How the sources of the sample are called where people bring such things in. */
const SOURCES: Record<string, string> = { 'google-reviews': 'google', 'own-site': 'website', mailbox: 'e-mail' }

/** When it was laid out, and which voice became of each of the sample's keys. */
export type LaidOut = { at: string; voiceIds: Record<string, string> }

export async function laySampleOut(app: App, account: Account): Promise<{ workspaceId: string; fresh: boolean }> {
  const before = (await app.db.asAccount(account.id, listMemberships)).find(({ isSample }) => isSample)
  if (before) return { workspaceId: before.workspaceId, fresh: false }
  const workspaceId = sampleIdOf(account.id)
  try {
    await app.db.inWholeWorkspace(workspaceId, (tx) => layOut(within(app, tx), tx, account, workspaceId))
    return { workspaceId, fresh: true }
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return { workspaceId, fresh: false }
    throw error
  }
}

/** The house as seen from inside one transaction: verbs that would open their own take part in this one. */
const within = (app: App, tx: Tx): App => ({
  ...app,
  db: { ...app.db, inWorkspace: (_workspace, work) => work(tx), inWholeWorkspace: (_workspace, work) => work(tx) },
})

/** As things were at another time. */
const at = (app: App, moment: Date): App => ({ ...app, clock: { now: () => moment } })

/** A UUID of version 8 (RFC 9562: made by a rule of one's own). */
function sampleIdOf(accountId: string): string {
  const bytes = createHash('sha256').update(`sample of ${accountId}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function layOut(app: App, tx: Tx, account: Account, workspaceId: string): Promise<void> {
  const now = app.clock.now()
  const business = makeBusiness(now)
  await foundWorkspace(app, account, { id: workspaceId, name: business.name, isSample: true })
  const who = actingIn(workspaceId)
  await changeWorkspace(app, who, { timezone: business.timezone })
  const persons = await bringPersons(tx, workspaceId, business)
  await bringOrders(tx, workspaceId, business, persons)
  const voiceIds = { ...(await bringSurveys(app, who, business)), ...(await bringVoices(app, who, business)) }
  const told: LaidOut = { at: now.toISOString(), voiceIds }
  await app.events.emit(tx, workspaceId, 'sample.laid_out', told)
}

async function bringPersons(tx: Tx, workspaceId: string, { persons, voices }: Business): Promise<Map<string, string>> {
  const drafts = persons.map(({ key: _, attributes: { customer_since: since, ...attributes }, ...person }) => ({
    ...person,
    attributes: { ...attributes, ...(since ? { 'customer since': since } : {}) },
    // Suppliers and neighbours were there before the first of them spoke up.
    createdAt: new Date(since ? `${since}-01` : voices[0]!.saidAt),
  }))
  const ids = await recognisePersons(tx, workspaceId, drafts)
  return new Map(persons.map(({ key }, index) => [key, ids[index]!]))
}

async function bringOrders(
  tx: Tx,
  workspaceId: string,
  { orders }: Business,
  persons: ReadonlyMap<string, string>,
): Promise<void> {
  const drafts = orders.map(({ personKey, orderedAt, kind, items, ...order }) => ({
    ...order,
    source: kind === 'box' ? 'bread box' : kind === 'wholesale' ? 'invoice' : 'till',
    personId: persons.get(personKey) ?? null,
    orderedAt: new Date(orderedAt),
    items: items.map(({ name, quantity }) => ({ name, quantity })),
  }))
  await recordOrders(tx, workspaceId, drafts)
}

/** The surveys and all that was answered in them; returns which voice became of each key. */
async function bringSurveys(
  app: App,
  who: Who,
  { surveys, voices, persons }: Business,
): Promise<Record<string, string>> {
  const became: Record<string, string> = {}
  const byKey = new Map(persons.map((person) => [person.key, person]))
  for (const survey of surveys) {
    const answered = voices.filter(({ surveyKey }) => surveyKey === survey.key)
    const begun = at(app, new Date(Date.parse(answered[0]!.saidAt) - DAY_MS))
    const { id } = await makeSurvey(begun, who, { name: survey.name, definition: definitionOf(survey) })
    await setSurveyStatus(begun, who, id, 'open')
    const responses = answered.map((voice) => responseOf(survey, voice, byKey.get(voice.personKey ?? '')))
    const { voiceIds } = await recordResponses(app, who, id, responses)
    answered.forEach(({ key }, index) => voiceIds[index] && (became[key] = voiceIds[index]))
  }
  return became
}

/** All that was said outside a survey. */
async function bringVoices(app: App, who: Who, { voices, persons }: Business): Promise<Record<string, string>> {
  const byKey = new Map(persons.map((person) => [person.key, person]))
  const said = voices.filter(({ surveyKey }) => !surveyKey)
  const { data } = await hear(
    app,
    who,
    said.map((voice) => {
      const reach = byKey.get(voice.personKey ?? '')?.identities[0]
      return VoiceInput.parse({ ...inputOf(voice), ...(reach ? { person: speakerOf(reach) } : {}) })
    }),
    { way: 'sample' },
  )
  return Object.fromEntries(said.map(({ key }, index) => [key, data[index]!.id]))
}

const inputOf = ({ key, text, title, saidAt, source, channel, language, score, orderNumber }: SampleVoice) => ({
  text,
  title,
  saidAt,
  channel,
  language,
  source: SOURCES[source] ?? source,
  externalId: key,
  ...(score ? { score } : {}),
  ...(orderNumber ? { orderNumber } : {}),
})

const speakerOf = ({ kind, value }: { kind: 'email' | 'phone' | 'external'; value: string }) => ({
  [kind === 'external' ? 'externalId' : kind]: value,
})
