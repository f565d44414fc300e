/** Look at surveys: the list, one, its file, and what it found. */
import { readCursor, writeCursor, type App, type Tx } from '#platform'
import type { Page } from '#platform/contract'
import { wordsFor, type Who } from '#trust'
import type { z } from 'zod'
import type { QuestionResult, Survey, SurveyFile, SurveyQuery, SurveyResults, SurveySummary } from './contract.ts'
import type { Question } from './definition.ts'
import { surveyNotFound } from './make-survey.ts'
import { countBySource, countChoices, countNumbers, listWords } from './store-responses.ts'
import { countLinks, findSurvey, listSurveys, type SurveyRow } from './store.ts'
import { summaryOnWire, surveyOnWire } from './survey.ts'

const WORDS_SHOWN = 5

export async function seeSurveys(
  app: App,
  who: Who,
  { limit, cursor, status }: z.output<typeof SurveyQuery>,
): Promise<Page<SurveySummary>> {
  const place = readCursor(cursor, ['instant', 'id'])
  const before = place ? { createdAt: String(place[0]), id: String(place[1]) } : null
  const rows = await app.db.inWorkspace(who.workspaceId, (tx) =>
    listSurveys(tx, { limit: limit + 1, before, status: status ?? null }),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    data: shown.map(summaryOnWire),
    meta: { nextCursor: rows.length > limit && last ? writeCursor([last.createdAt.toISOString(), last.id]) : null },
  }
}

export async function seeSurvey(app: App, who: Who, id: string): Promise<Survey> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => surveyOnWire(await mustFind(tx, id), app.config.url))
}

export async function seeSurveyFile(app: App, who: Who, id: string): Promise<z.output<typeof SurveyFile>> {
  const { name, definition } = await app.db.inWorkspace(who.workspaceId, (tx) => mustFind(tx, id))
  return { name, definition }
}

export async function seeResults(app: App, who: Who, id: string): Promise<SurveyResults> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const survey = await mustFind(tx, id)
    const [numbers, choices, links, bySource] = [
      await countNumbers(tx, id),
      await countChoices(tx, id),
      await countLinks(tx, id),
      await countBySource(tx, id),
    ]
    const asked = survey.definition.questions
    // Questions taken out of the survey since keep their answers, and so their place at the end.
    const gone = [...new Set(numbers.map((row) => row.question))].filter(
      (question) => !asked.some((one) => one.id === question),
    )
    const hasWords = (question: Question) =>
      question.kind === 'text' ? question.input !== 'email' : 'other' in question && question.other
    const worded = asked.filter(hasWords).map((question) => question.id)
    const words = await listWords(tx, id, worded, WORDS_SHOWN)
    const questions: QuestionResult[] = [...asked.map((question) => question.id), ...gone].map((question) => {
      const rows = numbers.filter((row) => row.question === question)
      return {
        question,
        kind: asked.find((one) => one.id === question)?.kind ?? rows[0]?.kind ?? '',
        n: rows.reduce((sum, row) => sum + row.count, 0),
        numbers: Object.fromEntries(
          rows.filter((row) => row.number !== null).map((row) => [String(row.number), row.count]),
        ),
        choices: Object.fromEntries(
          choices.filter((row) => row.question === question).map((row) => [row.choice, row.count]),
        ),
        words: words
          .filter((row) => row.question === question)
          .map(({ text, at, voiceId, number }) => ({
            text: wordsFor(who)(text).text,
            at: at.toISOString(),
            voiceId,
            number,
          })),
      }
    })
    return { started: survey.started, finished: survey.finished, links, bySource, questions }
  })
}

async function mustFind(
  tx: Tx,
  id: string,
): Promise<SurveyRow & { started: number; finished: number; lastAnswerAt: Date | null }> {
  const row = await findSurvey(tx, id)
  if (!row || row.removedAt) throw surveyNotFound()
  return row
}
