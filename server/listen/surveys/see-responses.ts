/** Look at single responses, newest first, with their answers. */
import { readCursor, writeCursor, type App } from '#platform'
import type { Page } from '#platform/contract'
import { seesContacts, wordsFor, type Who } from '#trust'
import type { SurveyResponse } from './contract.ts'
import { surveyNotFound } from './make-survey.ts'
import { listAnswers, listResponses } from './store-responses.ts'
import { readSurvey } from './store.ts'

export async function seeResponses(
  app: App,
  who: Who,
  surveyId: string,
  { limit, cursor, finished }: { limit: number; cursor?: string | undefined; finished?: boolean | undefined },
): Promise<Page<SurveyResponse>> {
  const place = readCursor(cursor, ['instant', 'id'])
  const before = place ? { startedAt: String(place[0]), id: String(place[1]) } : null
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const survey = await readSurvey(tx, surveyId)
    if (!survey || survey.removedAt) throw surveyNotFound()
    const rows = await listResponses(tx, surveyId, { limit: limit + 1, before, finished: finished ?? null })
    const shown = rows.slice(0, limit)
    const answers = await listAnswers(
      tx,
      shown.map((row) => row.id),
    )
    const show = wordsFor(who)
    const order = new Map(survey.definition.questions.map((question, index) => [question.id, index]))
    const last = shown.at(-1)
    return {
      data: shown.map((row) => ({
        id: row.id,
        startedAt: row.startedAt.toISOString(),
        finishedAt: row.finishedAt?.toISOString() ?? null,
        language: row.language,
        source: row.source,
        personId: row.personId,
        voiceId: row.voiceId,
        // What a business put beside an answer is often an address.
        hidden: seesContacts(who) ? row.hidden : {},
        answers: answers
          .filter((answer) => answer.responseId === row.id)
          .sort((one, other) => (order.get(one.questionId) ?? 99) - (order.get(other.questionId) ?? 99))
          .map(({ questionId, kind, number, choices, text, answeredAt }) => ({
            question: questionId,
            kind,
            number,
            choices,
            text: text === null ? null : show(text).text,
            answeredAt: answeredAt.toISOString(),
          })),
      })),
      meta: { nextCursor: rows.length > limit && last ? writeCursor([last.startedAt.toISOString(), last.id]) : null },
    }
  })
}
