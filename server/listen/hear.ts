/**
 * Take in a batch of voices: recognise who said them, store what is new, and tell the rest of the house, all in one
 * transaction. When this returns, what was said is on disk.
 */
import { createHash } from 'node:crypto'
import { newId, Refusal, type App, type Tx } from '#platform'
import { recognisePersons, type PersonDraft } from '#people'
import type { Who } from '#trust'
import { LIMITS, type Heard, type Speaker, type VoiceInput } from './contract.ts'
import { soundsLikeCrisis } from './crisis.ts'
import { fingerprint } from './fingerprint.ts'
import { addVoices, claimKey, findByFingerprints, idsOfCrises, keepReceipt, type VoiceRow } from './store.ts'

/** Ways in, for metrics and for whoever hears of it. */
export type Way = 'api' | 'import' | 'survey' | 'sample'

export async function hear(
  app: App,
  who: Who,
  voices: VoiceInput[],
  options: { way: Way; key?: string | undefined },
): Promise<Heard> {
  const rows = toRows(app, voices)
  return app.db.inWholeWorkspace(who.workspaceId, async (tx) => {
    if (options.key) {
      const before = await claimKey(tx, who.workspaceId, options.key, hashOf(voices))
      if (before) return repeat(before, voices)
    }
    const heard = await store(
      app,
      tx,
      who.workspaceId,
      rows,
      voices.map((voice) => voice.person),
      options.way,
    )
    if (options.key) await keepReceipt(tx, who.workspaceId, options.key, heard)
    return heard
  })
}

async function store(
  app: App,
  tx: Tx,
  workspaceId: string,
  rows: VoiceRow[],
  speakers: (Speaker | undefined)[],
  way: Way,
): Promise<Heard> {
  const persons = await recognisePersons(tx, workspaceId, speakers.map(draftOf), { fill: true })
  const added = await addVoices(
    tx,
    workspaceId,
    rows.map((row, index) => ({
      ...row,
      personId: persons[index] ?? null,
      crisis: soundsLikeCrisis(row, app.clock.now()),
    })),
  )
  await tellHeard(app, tx, workspaceId, [...added], way)
  const known =
    added.size < rows.length
      ? await findByFingerprints(
          tx,
          workspaceId,
          rows.filter((row) => !added.has(row.id)).map((row) => row.fingerprint),
        )
      : new Map<string, string>()
  return {
    data: rows.map((row) =>
      added.has(row.id)
        ? { id: row.id, status: 'heard' as const }
        : { id: known.get(row.fingerprint.toString('hex')) ?? row.id, status: 'known' as const },
    ),
  }
}

/**
 * Says `voice.heard` for what was just stored, in portions a listener can swallow. What may speak of danger is told as
 * `voice.alarmed` and as nothing else: whoever reads, counts or answers by itself never hears of it. Asked inside a
 * transaction that sees crises.
 */
export async function tellHeard(
  app: App,
  tx: Tx,
  workspaceId: string,
  voiceIds: string[],
  way: Way,
  importId: string | null = null,
): Promise<void> {
  const alarming = await idsOfCrises(tx, voiceIds)
  if (alarming.size > 0) await app.events.emit(tx, workspaceId, 'voice.alarmed', { voiceIds: [...alarming] })
  const heard = alarming.size > 0 ? voiceIds.filter((id) => !alarming.has(id)) : voiceIds
  for (let from = 0; from < heard.length; from += LIMITS.batch) {
    await app.events.emit(tx, workspaceId, 'voice.heard', {
      voiceIds: heard.slice(from, from + LIMITS.batch),
      way,
      ...(importId ? { importId } : {}),
    })
  }
  app.metrics.voices.inc({ way }, voiceIds.length)
}

export function draftOf(speaker: Speaker | undefined): PersonDraft {
  if (!speaker) return { identities: [] }
  const { name, email, phone, externalId, kind, attributes } = speaker
  const identities = [
    ...(email ? [{ kind: 'email' as const, value: email }] : []),
    ...(phone ? [{ kind: 'phone' as const, value: phone }] : []),
    ...(externalId ? [{ kind: 'external' as const, value: externalId }] : []),
  ]
  return { identities, name, kind, attributes }
}

function toRows(app: App, voices: VoiceInput[]): VoiceRow[] {
  const now = app.clock.now()
  const seen = new Map<string, number>()
  return voices.map((voice, index) => {
    const saidAt = voice.saidAt ? new Date(voice.saidAt) : now
    if (saidAt.getTime() > now.getTime() + LIMITS.future)
      throw new Refusal('invalid_input', 'A voice cannot have been said in the future.', [
        { field: `voices.${index}.saidAt`, reason: 'lies in the future' },
      ])
    const content = {
      source: voice.source,
      externalId: voice.externalId,
      saidAt,
      title: voice.title,
      text: voice.text,
      person: voice.person?.externalId ?? voice.person?.email ?? voice.person?.phone ?? voice.person?.name ?? '',
      score: voice.score ? `${voice.score.kind} ${voice.score.value}` : '',
    }
    // Without a date of its own a voice is a new one each time, also when it says the same within one millisecond.
    const print = fingerprint(voice.saidAt || voice.externalId ? content : { ...content, externalId: newId() })
    const nth = seen.get(print.toString('hex')) ?? 0
    seen.set(print.toString('hex'), nth + 1)
    return {
      id: newId(),
      personId: null,
      source: voice.source,
      channel: voice.channel,
      fingerprint: nth === 0 || voice.externalId ? print : fingerprint({ ...content, nth }),
      externalId: voice.externalId ?? null,
      title: voice.title,
      text: voice.text,
      question: voice.question ?? null,
      language: voice.language ?? null,
      scoreKind: voice.score?.kind ?? null,
      score: voice.score?.value ?? null,
      saidAt,
      surveyId: null,
      responseId: null,
      importId: null,
      orderNumber: voice.orderNumber ?? null,
      url: voice.url ?? null,
      attributes: voice.attributes ?? null,
    }
  })
}

const hashOf = (voices: VoiceInput[]): Buffer => createHash('sha256').update(JSON.stringify(voices)).digest()

function repeat(before: { requestHash: Buffer; answer: unknown }, voices: VoiceInput[]): Heard {
  if (!before.requestHash.equals(hashOf(voices)))
    throw new Refusal(
      'key_reused',
      'This Idempotency-Key was used before with other content. Use a new key for new content.',
    )
  return before.answer as Heard
}
