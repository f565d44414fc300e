/**
 * A sentence agreed to in a survey, where it names what for, is a consent: written down with the very words that stood
 * there, once a response, and only when the person sent it off. Who typed an address may not own it, so what needs a second
 * yes gets it by mail.
 */
import type { App, Tx } from '#platform'
import { knowsPurpose, recordConsent } from '#trust'
import type { Answered } from './gather-voice.ts'
import { textIn } from './definition.ts'
import type { SurveyRow } from './store.ts'

export async function noteAgreements(
  app: App,
  tx: Tx,
  workspaceId: string,
  survey: SurveyRow,
  { response, given }: Answered,
): Promise<void> {
  if (!response.personId || !response.finishedAt) return
  for (const question of survey.definition.questions) {
    if (question.kind !== 'consent' || !question.purpose || given.get(question.id)?.number !== 1) continue
    const channel = question.channel ?? 'email'
    // A purpose may have been ended since the survey was made; then nobody writes for it, and there is nothing to agree to.
    if (!(await knowsPurpose(app, tx, workspaceId, question.purpose, channel))) continue
    await recordConsent(app, tx, workspaceId, {
      personId: response.personId,
      purpose: question.purpose,
      channel,
      act: 'given',
      way: 'survey',
      shown: textIn(question.text, response.language, survey.definition),
      language: response.language,
      at: response.finishedAt,
      source: `response ${response.id}`,
      note: survey.name,
    })
  }
}
