/** One step of a survey as people will see it, from a definition that need not be saved. Keeps nothing. */
import type { App } from '#platform'
import { findWorkspace, type Who } from '#trust'
import type { z } from 'zod'
import type { PreviewAsked } from '../surveys/contract.ts'
import { textIn } from '../surveys/definition.ts'
import { pageFiles } from './page-files.ts'
import { wordsIn } from './page-words.ts'
import { askingView, endingView, sheet } from './view.ts'

/** `at` when the ending is wanted. */
export const AT_END = '_end'

export async function previewPage(
  app: App,
  who: Who,
  { definition, at, language, theme }: z.output<typeof PreviewAsked>,
): Promise<{ html: string }> {
  const workspace = await app.db.inWorkspace(who.workspaceId, findWorkspace)
  const sign = definition.theme.sign || (workspace?.name ?? '')
  const index = Math.max(
    0,
    definition.questions.findIndex((question) => question.id === at),
  )
  const question = at === AT_END ? undefined : definition.questions[index]
  const count = definition.questions.length
  const frame = {
    title: sign,
    language,
    sign,
    accent: definition.theme.accent ?? null,
    // Nothing in a preview acts.
    files: { ...pageFiles().files, script: '' },
    embed: null,
    theme,
  }
  if (!question) return { html: sheet({ ...frame, body: endingView(definition, language, null) }) }
  const body = askingView({
    shown: { question, definition, language, words: wordsIn(language), answer: undefined, trouble: null, sent: null },
    action: '#',
    token: '',
    first: index === 0,
    last: index === count - 1,
    again: false,
    trying: false,
    welcome: textIn(definition.welcome, language, definition),
    sign,
    carried: [],
  })
  return { html: sheet({ ...frame, progress: { index, count }, body }) }
}
