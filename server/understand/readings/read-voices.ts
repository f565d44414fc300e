/**
 * Read voices: load them, let the readers read, store what was found, and tell the rest of the house. While one portion
 * is being stored the next is already being read.
 */
import type { App, Event, Tx } from '#platform'
import { hushVoices } from '#listen'
import { isOff } from '#trust'
import { READING } from '../automations.ts'
import { keepCorrected } from '../corrections/keep-corrected.ts'
import { readersOf } from './readers.ts'
import {
  claimedLanguage,
  heldBackOf,
  isAlarming,
  nothingRead,
  withoutAlarm,
  type ReadingRow,
  type Unread,
} from './reading.ts'
import { earliestId } from './see-progress.ts'
import { holdReadings, listMisread, listUnread, listUnreadAfter, putReadings, removeReadings } from './store.ts'

/** A portion is small enough that handling it never holds up the thread for long, whatever the lengths of the texts. */
const PORTION = { voices: 1_000, letters: 2_000_000 }

export async function readHeard(app: App, workspaceId: string, events: Event<{ voiceIds: string[] }>[]): Promise<void> {
  const ids = [...new Set(events.flatMap((event) => event.data.voiceIds))]
  let stored: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < ids.length; from += PORTION.voices) {
    const ofPortion = ids.slice(from, from + PORTION.voices)
    const [portion] = await Promise.all([readPortion(app, workspaceId, ofPortion), stored])
    stored = storeReadings(app, workspaceId, portion, ofPortion)
    // Awaited in the next round; a failure before that must not count as unhandled.
    stored.catch(() => undefined)
  }
  await stored
}

type Portion = { rows: ReadingRow[]; alarming: string[] }

async function readPortion(app: App, workspaceId: string, ids: string[]): Promise<Portion> {
  const { found, off } = await app.db.inWholeWorkspace(workspaceId, async (tx) => ({
    found: await listUnread(tx, ids),
    off: await isOff(tx, READING),
  }))
  const crises = found.filter((voice) => voice.crisis).map((voice) => voice.voiceId)
  const voices = found.filter((voice) => !voice.crisis)
  const heldBack = new Map(voices.map((voice) => [voice.voiceId, heldBackOf(voice)]))
  const toRead = voices.filter((voice) => heldBack.get(voice.voiceId) === null)
  const silent = voices
    .filter((voice) => heldBack.get(voice.voiceId) !== null)
    .map((voice) => nothingRead(voice.voiceId, heldBack.get(voice.voiceId) ?? null, claimedLanguage(voice)))
  const rows: ReadingRow[] = silent
  // Switched off, no words are looked at; what must not be read at all is still marked so.
  for (const portion of off ? [] : byLetters(toRead)) rows.push(...(await readersOf(app).read(portion)))
  const byId = new Map(voices.map((voice) => [voice.voiceId, voice]))
  const alarming = new Set(rows.filter((row) => isAlarming(byId.get(row.voiceId)!, row)).map((row) => row.voiceId))
  return {
    rows: rows.filter((row) => !alarming.has(row.voiceId)).map(withoutAlarm),
    alarming: [...crises, ...alarming],
  }
}

function byLetters(voices: Unread[]): Unread[][] {
  const portions: Unread[][] = []
  let letters = 0
  for (const voice of voices) {
    const last = portions.at(-1)
    const length = voice.text.length + voice.title.length
    if (last && letters + length <= PORTION.letters) last.push(voice)
    else portions.push([voice])
    letters = last && letters + length <= PORTION.letters ? letters + length : length
  }
  return portions
}

/** `heard`: voices that count as looked at even where nothing was read of them, so that a low score still speaks. */
async function storeReadings(
  app: App,
  workspaceId: string,
  { rows, alarming }: Portion,
  heard: string[] = [],
): Promise<void> {
  if (alarming.length > 0) await alarm(app, workspaceId, alarming)
  const hushed = new Set(alarming)
  const looked = heard.filter((id) => !hushed.has(id))
  if (rows.length === 0) return tellUnread(app, workspaceId, looked)
  const mark = { version: await readersOf(app).version(), at: app.clock.now() }
  // A person had called it a crisis when that was a verdict among others.
  const store = async (tx: Tx): Promise<string[]> => {
    const ids = rows.map((row) => row.voiceId)
    await holdReadings(tx, ids)
    const kept = await keepCorrected(tx, rows)
    const put = await putReadings(
      tx,
      workspaceId,
      kept.filter((row) => row.kind !== 'crisis'),
      mark,
    )
    await app.events.emit(tx, workspaceId, 'voice.read', { voiceIds: [...new Set([...put, ...looked])] })
    return kept.filter((row) => row.kind === 'crisis').map((row) => row.voiceId)
  }
  const corrected = await app.db.inWholeWorkspace(workspaceId, store, { flush: 'later' })
  if (corrected.length > 0) await alarm(app, workspaceId, corrected)
  const failed = rows.filter((row) => row.failed !== null).length
  app.metrics.readings.inc({ outcome: 'failed' }, failed)
  app.metrics.readings.inc({ outcome: 'read' }, rows.length - failed)
  if (failed > 0) app.log.warn('reading.failed', { workspace: workspaceId, voices: failed })
}

/** For few eyes from now on, and nothing of what was read is kept. Who works on cases hears of it, nobody else. */
export async function alarm(
  app: App,
  workspaceId: string,
  voiceIds: string[],
  options: { though: 'calm' | 'not calm' } = { though: 'not calm' },
): Promise<void> {
  await app.db.inWholeWorkspace(workspaceId, async (tx) => {
    const hushed = await hushVoices(tx, voiceIds, options)
    await removeReadings(tx, hushed)
    await app.events.emit(tx, workspaceId, 'voice.alarmed', { voiceIds: hushed })
  })
}

async function tellUnread(app: App, workspaceId: string, voiceIds: string[]): Promise<void> {
  if (voiceIds.length === 0) return
  await app.db.inWorkspace(workspaceId, (tx) => app.events.emit(tx, workspaceId, 'voice.read', { voiceIds }))
}

type Switched = { automation: string; state: string; since: string | null }

/** Clocks of two machines may differ by this much; who was read already is passed over. */
const SLACK_MS = 600_000

/** Reading was turned on again: what came in meanwhile is read now, oldest first. */
export async function readMissed(app: App, workspaceId: string, events: Event<Switched>[]): Promise<void> {
  for (const { data } of events) {
    if (data.automation !== READING.key || data.state !== 'on' || data.since === null) continue
    let after = earliestId(new Date(data.since).getTime() - SLACK_MS)
    for (;;) {
      const page = await app.db.inWorkspace(workspaceId, async (tx) =>
        (await isOff(tx, READING)) ? [] : listUnreadAfter(tx, after, PORTION.voices),
      )
      if (page.length === 0) break
      await readAgain(app, workspaceId, page)
      after = page.at(-1)!
    }
  }
}

export async function readAgain(app: App, workspaceId: string, voiceIds: string[]): Promise<void> {
  await storeReadings(app, workspaceId, await readPortion(app, workspaceId, voiceIds))
}

/**
 * Somebody turned out to work here, or asked that no machine reads them, or neither any more: what was read of their
 * feelings is taken away, or read now.
 */
export async function readPersonsAnew(
  app: App,
  workspaceId: string,
  events: Event<{ personId?: string; personIds?: string[] }>[],
): Promise<void> {
  const personIds = [...new Set(events.flatMap(({ data }) => data.personIds ?? data.personId ?? []))]
  const ids = await app.db.inWorkspace(workspaceId, (tx) => listMisread(tx, personIds))
  for (let from = 0; from < ids.length; from += PORTION.voices)
    await readAgain(app, workspaceId, ids.slice(from, from + PORTION.voices))
}
