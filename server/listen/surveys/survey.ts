/** A survey as it stands, in the shape the wire wants. Pure. */
import { instantOf } from '#platform/contract'
import type { Survey, SurveyLink, SurveyStatus, SurveySummary } from './contract.ts'
import type { Definition } from './definition.ts'

export type SurveyRecord = {
  id: string
  name: string
  status: SurveyStatus
  definition: Definition
  revision: number
  createdAt: Date
  openedAt: Date | null
  closedAt: Date | null
  started: number
  finished: number
  lastAnswerAt: Date | null
}

const orNull = (at: Date | null) => (at ? instantOf(at) : null)

export const summaryOnWire = (row: SurveyRecord): SurveySummary => ({
  id: row.id,
  name: row.name,
  status: row.status,
  languages: row.definition.languages,
  questionCount: row.definition.questions.length,
  started: row.started,
  finished: row.finished,
  lastAnswerAt: orNull(row.lastAnswerAt),
  createdAt: instantOf(row.createdAt),
  openedAt: orNull(row.openedAt),
  closedAt: orNull(row.closedAt),
})

export const surveyOnWire = (row: SurveyRecord, home: string): Survey => ({
  ...summaryOnWire(row),
  revision: row.revision,
  definition: row.definition,
  url: surveyAddress(home, row.id),
})

/** The public address; `home` is the installation's own. */
export const surveyAddress = (home: string, id: string): string => `${home}/s/${id}`

export const linkAddress = (home: string, surveyId: string, id: string, token: string): string =>
  `${surveyAddress(home, surveyId)}?suId=${id}&suToken=${token}`

export const linkOnWire = (row: {
  id: string
  label: string
  personId: string | null
  createdAt: Date
  spentAt: Date | null
}): SurveyLink => ({
  id: row.id,
  label: row.label,
  personId: row.personId,
  createdAt: instantOf(row.createdAt),
  spentAt: orNull(row.spentAt),
})
