/** Changes a person makes to what Heed took the columns for. Pure: every change gives a new mapping. */
import type { Import, ImportMapping } from '#listen/contract'
import { fieldsOf, kinOf, type Field, type Target } from './fields.ts'

type Preview = Import['preview']
export type Scale = NonNullable<ImportMapping['score']>
export type Use = 'keep' | 'answer' | 'leave'

export type ConsentColumn = NonNullable<ImportMapping['consents']>[number]

/** Exports number their questions; the question itself has no number. */
const NUMBERED = /^\d+[.)]\s+/

/** What a column holds in the first rows: each value once. */
function valuesOf(preview: Preview, header: string): string[] {
  const values = preview.rows.map(({ values: cells }) => (cells[header] ?? '').trim()).filter((value) => value !== '')
  return [...new Set(values)]
}

export const samplesOf = (preview: Preview, header: string): string[] => valuesOf(preview, header).slice(0, 3)

/** A column is taken for one thing only: taking it here lets go of it everywhere else. */
export function takeColumn(
  mapping: ImportMapping,
  preview: Preview,
  field: Field,
  header: string | null,
): ImportMapping {
  const kept = Object.entries(mapping.fields).filter(([name, taken]) => name !== field && taken !== header)
  const fields = Object.fromEntries(header === null ? kept : [...kept, [field, header]])
  const score = field === 'score' ? (header === null ? null : scaleIn(valuesOf(preview, header))) : mapping.score
  return {
    ...mapping,
    fields,
    score: fields['score'] === undefined ? null : score,
    answers: mapping.answers.filter((answer) => answer.header !== header),
    attributes: mapping.attributes.filter((name) => name !== header),
  }
}

function scaleIn(samples: readonly string[]): Scale {
  const best = Math.max(
    0,
    ...samples.map((value) => Number.parseFloat(value.replace(',', '.'))).filter(Number.isFinite),
  )
  return { kind: 'star', min: best > 5 ? 0 : 1, max: best <= 5 ? 5 : best <= 10 ? 10 : 100 }
}

/** The same file taken for something else keeps what means the same: a voice's e-mail address is a person's. */
export function retarget(mapping: ImportMapping, preview: Preview, target: Target): ImportMapping {
  const found = (field: Field): string | undefined => preview.found[field]?.header
  const fields = Object.fromEntries(
    fieldsOf(target).flatMap((field) => {
      const header = [field, ...kinOf(target, field)].map(found).find((name) => name !== undefined)
      return header === undefined ? [] : [[field, header]]
    }),
  )
  const taken = new Set(Object.values(fields))
  const header = fields['score']
  return {
    ...mapping,
    target,
    fields,
    score: header === undefined ? null : (mapping.score ?? scaleIn(valuesOf(preview, header))),
    attributes: mapping.attributes.filter((name) => !taken.has(name)),
    // Who agreed to what is said of people alone.
    consents: target === 'persons' ? mapping.consents : undefined,
  }
}

/** The columns no field has taken, with what becomes of each. */
export function otherColumns(
  mapping: ImportMapping,
  preview: Preview,
): { header: string; use: Use; scale: Scale | null }[] {
  const taken = new Set(Object.values(mapping.fields))
  return preview.headers
    .filter((header) => !taken.has(header))
    .map((header) => {
      const answer = mapping.target === 'voices' ? mapping.answers.find((one) => one.header === header) : undefined
      const use = answer ? 'answer' : mapping.attributes.includes(header) ? 'keep' : 'leave'
      return { header, use, scale: answer?.score ?? null }
    })
}

/** A column of figures taken as an answer is a score; on which scale, a person says. */
export function putColumn(mapping: ImportMapping, preview: Preview, header: string, use: Use): ImportMapping {
  const answers = mapping.answers.filter((answer) => answer.header !== header)
  const attributes = mapping.attributes.filter((name) => name !== header)
  const samples = valuesOf(preview, header)
  const figures = samples.length > 0 && samples.every((value) => /^\d+(?:[.,]\d+)?$/.test(value))
  const answer = { header, question: header.replace(NUMBERED, ''), score: figures ? scaleIn(samples) : null }
  return {
    ...mapping,
    answers: use === 'answer' ? [...answers, answer] : answers,
    attributes: use === 'keep' ? [...attributes, header] : attributes,
  }
}

export function scaleAnswer(mapping: ImportMapping, header: string, score: Scale): ImportMapping {
  return {
    ...mapping,
    answers: mapping.answers.map((answer) => (answer.header === header ? { ...answer, score } : answer)),
  }
}

/** How somebody agreed is a record of its own: it does not stand beside the person a second time, where it would grow old. */
const withConsents = (mapping: ImportMapping, consents: ConsentColumn[]): ImportMapping => {
  const taken = new Set(consents.flatMap(({ header, date }) => [header, date]))
  return { ...mapping, consents, attributes: mapping.attributes.filter((name) => !taken.has(name)) }
}

export const addConsent = (
  mapping: ImportMapping,
  header: string,
  purpose: string,
  channel: ConsentColumn['channel'],
): ImportMapping =>
  withConsents(mapping, [
    ...(mapping.consents ?? []),
    { header, purpose, channel, date: null, confirmed: false, shown: '' },
  ])

export const changeConsent = (mapping: ImportMapping, at: number, part: Partial<ConsentColumn>): ImportMapping =>
  withConsents(
    mapping,
    (mapping.consents ?? []).map((one, index) => (index === at ? { ...one, ...part } : one)),
  )

export const dropConsent = (mapping: ImportMapping, at: number): ImportMapping =>
  withConsents(
    mapping,
    (mapping.consents ?? []).filter((_, index) => index !== at),
  )

const moot: Record<string, (mapping: ImportMapping) => boolean> = {
  no_text: ({ fields, answers }) => fields['text'] !== undefined || answers.some(({ score }) => score === null),
  no_date: ({ fields }) => fields['said_at'] !== undefined,
  no_identity: ({ fields }) => ['email', 'phone', 'external_id'].some((field) => fields[field] !== undefined),
}

/** Warnings were written for the mapping as it was proposed; what has been put right since is not said again. */
export function warningsLeft(mapping: ImportMapping, preview: Preview): Preview['warnings'] {
  const taken = Object.values(mapping.fields)
  return preview.warnings.filter(({ code, header, detail }) => {
    if (moot[code]?.(mapping)) return false
    if (code === 'other_scale' && header === mapping.fields['score']) return namesScale(detail, mapping.score)
    return !code.endsWith('_dates') || header === undefined || taken.includes(header)
  })
}

/** Whether the sentence still speaks of the scale that is chosen now. */
const namesScale = (detail: string, score: Scale | null): boolean =>
  score !== null && new RegExp(`\\b${score.max}\\b`).test(detail)

/** Nothing would come in: the server would refuse it, so the page says it first. */
export function lacking({ target, fields, answers }: ImportMapping): 'words' | 'date' | null {
  const has = (field: Field): boolean => fields[field] !== undefined
  if (target === 'voices' && !has('text') && !has('score') && !has('title') && answers.length === 0) return 'words'
  return target === 'orders' && !has('ordered_at') ? 'date' : null
}
