/** A voice with its reading, as it goes over the wire. */
import type { ShowWords } from '#trust'
import type { Correction, Evidence, Reading, ReadingMark, Voice, VoiceRow } from '../contract.ts'
import { LIMITS, wordsOf } from '../contract.ts'
import type { CorrectionRow } from '../corrections/store.ts'
import { excerptOf } from './excerpt.ts'
import { findIn, type Search } from './search.ts'
import type { VoiceRecord } from './store.ts'

function headOf(record: VoiceRecord) {
  const { id, source, channel, question, scoreKind, score, language, personId, personName, personKind } = record
  return {
    id,
    saidAt: record.saidAt.toISOString(),
    source,
    channel,
    question,
    score: scoreKind !== null && score !== null ? { kind: scoreKind, value: score } : null,
    person: personId && personKind ? { id: personId, name: personName ?? '', kind: personKind } : null,
    language,
  }
}

function markOf(record: VoiceRecord): ReadingMark | null {
  if (record.sentiment === null) return null
  return {
    sentiment: record.sentiment,
    sentimentScore: record.sentimentScore ?? 0,
    family: record.family,
    emotion: record.emotion,
    intensity: record.intensity ?? 0,
    urgency: record.urgency ?? 0,
    kind: record.kind ?? 'other',
    confidence: record.confidence ?? 0,
    language: record.readLanguage,
    heldBack: record.heldBack,
    failed: record.failed !== null,
    corrected: record.corrected,
  }
}

function readingOf(record: VoiceRecord): Reading | null {
  const mark = markOf(record)
  if (!mark || record.version === null || record.readAt === null) return null
  return {
    ...mark,
    emotions: record.emotions ?? [],
    evidence: record.evidence ?? [],
    aspects: record.aspects ?? [],
    version: record.version,
    readAt: record.readAt.toISOString(),
  }
}

/** Evidence keeps pointing at its words; what lies inside something left out goes with it. */
const movedTo = (evidence: Evidence[], moved: (offset: number) => number): Evidence[] =>
  evidence.map((one) => ({ ...one, start: moved(one.start), end: moved(one.end) })).filter((one) => one.end > one.start)

export function rowOnWire(record: VoiceRecord, search: Search, show: ShowWords): VoiceRow {
  const { text, moved } = show(wordsOf(record))
  return {
    ...headOf(record),
    ...excerptOf(text, LIMITS.excerpt, movedTo(record.evidence ?? [], moved), findIn(text, search)),
    crisis: record.crisis,
    reading: markOf(record),
  }
}

/** Evidence is counted in title and text together; where either was changed they are shown as they are counted. */
function shownReading(record: VoiceRecord, show: ShowWords): Reading | null {
  const reading = readingOf(record)
  if (!reading) return null
  const { moved } = show(wordsOf(record))
  return {
    ...reading,
    evidence: movedTo(reading.evidence, moved),
    aspects: reading.aspects.map((one) => ({
      ...one,
      start: moved(one.start),
      end: moved(one.end),
      text: show(one.text).text,
    })),
  }
}

export function voiceOnWire(record: VoiceRecord, correction: CorrectionRow | undefined, show: ShowWords): Voice {
  const { title, text, surveyId, responseId, importId, externalId, orderNumber, url } = record
  return {
    ...headOf(record),
    title: show(title).text,
    text: show(text).text,
    crisis: record.crisis,
    withheld: show(`${title}\n\n${text}`).text !== `${title}\n\n${text}`,
    receivedAt: record.receivedAt.toISOString(),
    surveyId,
    responseId,
    importId,
    externalId,
    orderNumber,
    url,
    attributes: record.attributes ?? {},
    reading: shownReading(record, show),
    correction: correction ? correctionOnWire(correction) : null,
  }
}

function correctionOnWire({ verdict, read, note, byName, at }: CorrectionRow): Correction {
  return {
    verdict,
    read: { sentiment: read.sentiment, family: read.family, kind: read.kind },
    readScore: read.sentimentScore,
    note,
    byName,
    at: at.toISOString(),
  }
}
