/** Begin a survey: empty, from a template, from a file, or as a copy of another. It starts as a draft nobody sees. */
import { newId, Refusal, type App, type Tx } from '#platform'
import { findWorkspace, type Who } from '#trust'
import type { NewSurvey, Survey } from './contract.ts'
import { Definition, TEMPLATE_NAMES } from './definition.ts'
import { addSurvey, findSurvey } from './store.ts'
import { surveyOnWire } from './survey.ts'
import { fromTemplate } from './templates.ts'
import type { z } from 'zod'

export async function makeSurvey(app: App, who: Who, input: z.output<typeof NewSurvey>): Promise<Survey> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const workspace = await findWorkspace(tx)
    const language = input.language ?? workspace?.language ?? 'en'
    const definition =
      input.definition ??
      (input.template
        ? fromTemplate(input.template, workspace?.name ?? '', [language])
        : Definition.parse({ languages: [language], questions: [] }))
    return store(app, tx, who, input.name, definition)
  })
}

export async function copySurvey(app: App, who: Who, id: string, name: string | undefined): Promise<Survey> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const row = await findSurvey(tx, id)
    if (!row || row.removedAt) throw surveyNotFound()
    return store(app, tx, who, name ?? row.name, row.definition)
  })
}

/** Every template in the workspace's language, to look at before choosing. */
export async function seeTemplates(
  app: App,
  who: Who,
): Promise<{ name: (typeof TEMPLATE_NAMES)[number]; definition: Definition }[]> {
  const workspace = await app.db.inWorkspace(who.workspaceId, findWorkspace)
  return TEMPLATE_NAMES.map((name) => ({
    name,
    definition: fromTemplate(name, workspace?.name ?? '', [workspace?.language ?? 'en']),
  }))
}

export const surveyNotFound = () => new Refusal('survey_not_found', 'There is no such survey in this workspace.')

async function store(app: App, tx: Tx, who: Who, name: string, definition: Definition): Promise<Survey> {
  const id = newId()
  await addSurvey(tx, who.workspaceId, { id, name, definition, createdAt: app.clock.now() })
  const row = await findSurvey(tx, id)
  return surveyOnWire(row!, app.config.url)
}
