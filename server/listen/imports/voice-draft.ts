/**
 * Voices from rows. A row with several answers becomes one voice per answer in words; its score goes with the first of
 * them only, so that it counts once. A score without words is a voice too: it was said.
 */
import type { Cells } from './cell.ts'
import { attributesOf, cellsOf, cut, personOf, readScore } from './cell.ts'
import type { Complain, RowDrafter, ScoreDraft, VoiceDraft } from './draft.ts'
import type { Channel } from '../contract.ts'
import { channelOf } from './channel.ts'
import type { Occurrences } from './occurrence.ts'
import { TEXT_LIMIT } from './limits.ts'
import type { AnswerColumn, Mapping } from './mapping.ts'
import { isQuestion, wording } from './question.ts'
import type { GoodRow } from './row.ts'
import { grouped } from './row.ts'

/** `part` is 0 for the row's own words, else the place of the answer among its columns: stable, whatever else is blank. */
type Said = { part: number; text: string; question: string | null; score: ScoreDraft | null }
type Around = Omit<VoiceDraft, 'text' | 'question' | 'score' | 'fingerprint'>

export function voiceDrafter(mapping: Mapping, prints: Occurrences): RowDrafter {
  const read = cellsOf(mapping)
  const { text: textHeader } = mapping.fields
  const ownQuestion = textHeader !== undefined && isQuestion(textHeader) ? wording(textHeader) : null
  return {
    row(row, issue) {
      const cells = read(row.values)
      const around = aroundOf(mapping, cells, row, issue)
      if (!around) return []
      const said = [...mainWords(mapping, cells, row, ownQuestion, issue), ...answersOf(mapping.answers, row, issue)]
      const voices = joined(said, around.title)
      if (!voices.length) issue(mapping.fields.text ? 'text' : null, 'This row has no words and no score.', false)
      const tooLong = voices.find(({ text }) => text.length > TEXT_LIMIT)
      if (tooLong)
        issue(
          'text',
          `The text has ${grouped(tooLong.text.length)} characters; the limit is ${grouped(TEXT_LIMIT)}.`,
          false,
        )
      return tooLong ? [] : voices.map((voice) => voiceOf(around, voice, prints))
    },
    end: () => [],
  }
}

function aroundOf(mapping: Mapping, cells: Cells, row: GoodRow, issue: Complain): Around | null {
  const saidAt = cells.time('said_at')
  if (saidAt.reason) {
    issue('said_at', saidAt.reason, false)
    return null
  }
  return {
    target: 'voices',
    line: row.line,
    title: cells.short('title'),
    saidAt: saidAt.value,
    source: cut(cells.short('source')?.toLowerCase() ?? mapping.source, 60),
    channel:
      channelOf(cells.short('channel')) ??
      CHANNELS[mapping.shape] ??
      (mapping.score?.kind === 'star' ? 'review' : null),
    language: languageOf(cells.short('language')),
    url: urlOf(cells.short('url')),
    externalId: cells.short('external_id')?.slice(0, 280) ?? null,
    orderNumber: cells.short('order_number')?.slice(0, 100) ?? null,
    person: personOf(cells, mapping.source),
    attributes: attributesOf(mapping, row),
  }
}

const CHANNELS: Partial<Record<Mapping['shape'], Channel>> = {
  'google-reviews': 'review',
  trustpilot: 'review',
  'app-store-reviews': 'review',
  'google-play-reviews': 'review',
  'formbricks-responses': 'survey',
}

function mainWords(mapping: Mapping, cells: Cells, row: GoodRow, ownQuestion: string | null, issue: Complain): Said[] {
  const header = mapping.fields.score
  let score: ScoreDraft | null = null
  if (header !== undefined && mapping.score) {
    const read = readScore(row.values[header] ?? '', mapping.score)
    if (read.reason) issue('score', read.reason, true)
    score = read.value
  }
  return [{ part: 0, text: cells.text('text') ?? '', question: cells.short('question') ?? ownQuestion, score }]
}

function answersOf(columns: AnswerColumn[], row: GoodRow, issue: Complain): Said[] {
  return columns.map(({ header, question, score: scale }, i) => {
    const given = (row.values[header] ?? '').trim()
    if (!scale) return { part: i + 1, text: given, question, score: null }
    const read = readScore(given, scale)
    if (read.reason) issue(header, read.reason, true)
    return { part: i + 1, text: '', question, score: read.value }
  })
}

// The first score joins the first words; further ones stand alone under their own question.
function joined(said: Said[], title: string | null): Said[] {
  const worded = said.filter(({ text }) => text !== '')
  const scored = said.filter(({ text, score }) => text === '' && score !== null)
  if (!worded.length && title !== null) worded.push({ part: 0, text: '', question: null, score: null })
  const [first] = worded
  if (first && !first.score && scored.length) {
    const { score } = scored.shift()!
    worded[0] = { ...first, score }
  }
  return [...worded, ...scored]
}

function voiceOf(around: Around, { part, text, question, score }: Said, prints: Occurrences): VoiceDraft {
  const externalId = around.externalId !== null && part > 0 ? `${around.externalId}#${part}` : around.externalId
  const { source, saidAt, person, title } = around
  const fingerprint = prints.voice({
    source,
    externalId,
    saidAt: saidAt === null ? null : new Date(saidAt),
    person: person?.externalId ?? person?.email ?? person?.phone ?? person?.name ?? '',
    title: title ?? '',
    text,
    score: score ? `${score.kind} ${score.value}` : '',
  })
  return { ...around, externalId, text, question, score, fingerprint }
}

function languageOf(given: string | null): string | null {
  const code = given && /^([a-z]{2})(?:[-_][a-z0-9]{2,8})*$/i.exec(given)?.[1]
  return code ? code.toLowerCase() : null
}

const urlOf = (given: string | null): string | null => (given && /^https?:\/\/\S+$/i.test(given) ? given : null)
