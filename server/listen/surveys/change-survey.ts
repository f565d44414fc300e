/** Change a survey: its name and questions, whether it is open, whether it is kept in sight. */
import { Refusal, type App } from '#platform'
import type { Who } from '#trust'
import type { z } from 'zod'
import type { Survey, SurveyChange } from './contract.ts'
import type { Definition } from './definition.ts'
import { surveyNotFound } from './make-survey.ts'
import { unready } from './readiness.ts'
import { listAnsweredKinds } from './store-responses.ts'
import { changeSurvey as write, findSurvey, setRemoved, setStatus } from './store.ts'
import { surveyOnWire } from './survey.ts'

export async function changeSurvey(
  app: App,
  who: Who,
  id: string,
  change: z.output<typeof SurveyChange>,
): Promise<Survey> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const before = await findSurvey(tx, id)
    if (!before || before.removedAt) throw surveyNotFound()
    if (change.definition) {
      refuseNewMeaning(change.definition, await listAnsweredKinds(tx, id))
      if (before.status === 'open') refuseUnready(change.definition)
    }
    const changed = await write(tx, id, {
      name: change.name ?? null,
      definition: change.definition ?? null,
      revision: change.revision ?? null,
      now: app.clock.now(),
    })
    if (!changed)
      throw new Refusal(
        'survey_changed',
        'Somebody else changed this survey in the meantime. Load it again to see what is new; your own changes are still on your screen.',
      )
    return surveyOnWire((await findSurvey(tx, id))!, app.config.url)
  })
}

/** People may answer from now on, or no longer. What was answered stays either way. */
export async function setSurveyStatus(app: App, who: Who, id: string, status: 'open' | 'closed'): Promise<Survey> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const row = await findSurvey(tx, id)
    if (!row || row.removedAt) throw surveyNotFound()
    if (status === 'open') refuseUnready(row.definition)
    await setStatus(tx, id, status, app.clock.now())
    return surveyOnWire((await findSurvey(tx, id))!, app.config.url)
  })
}

/** Out of sight and closed to answers; what people said stays. */
export async function removeSurvey(app: App, who: Who, id: string): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (!(await setRemoved(tx, id, app.clock.now()))) throw surveyNotFound()
  })
}

export async function restoreSurvey(app: App, who: Who, id: string): Promise<Survey> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (!(await setRemoved(tx, id, null))) throw surveyNotFound()
    return surveyOnWire((await findSurvey(tx, id))!, app.config.url)
  })
}

function refuseUnready(definition: Definition): void {
  const found = unready(definition)
  if (found.length === 0) return
  const rest = found.length > 1 ? ` (and ${found.length - 1} more)` : ''
  throw new Refusal(
    'survey_not_ready',
    `${found[0]!.reason}${rest}`,
    found.map(({ field, reason }) => ({ field, reason })),
  )
}

/** Answers to a question of one kind would be counted as another's. */
function refuseNewMeaning(definition: Definition, answered: { question: string; kind: string }[]): void {
  for (const [index, question] of definition.questions.entries()) {
    const before = answered.find((one) => one.question === question.id)
    if (before && before.kind !== question.kind)
      throw new Refusal(
        'question_answered',
        `People have already answered question ${index + 1} as another kind of question. Add a new question instead.`,
        [{ field: `questions.${index}.kind`, reason: `was ${before.kind}` }],
      )
  }
}
