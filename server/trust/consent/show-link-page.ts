/** The page that asks for an address and sends the link. It says the same whether the address is known or not. */
import { isId, type App } from '#platform'
import { findWorkspace } from '../workspaces/store.ts'
import { Email } from '../workspaces/contract.ts'
import { overPage, plainPage, type PlainFrame } from './plain-page.ts'
import { linkBody } from './preference-page.ts'
import { fill, languageFrom, wordsIn } from './preference-words.ts'
import { askForLink } from './send-link.ts'

export async function showLinkPage(app: App, request: Request, workspaceId: string): Promise<Response> {
  const frame = await frameOf(app, request, workspaceId)
  if (!frame) return overPage(languageFrom(request.headers.get('accept-language')), 404)
  return plainPage(frame, linkBody(frame, new URL(request.url).pathname, app.mail.ready ? 'ask' : 'no-mail'))
}

export async function takeLinkPage(
  app: App,
  request: Request,
  workspaceId: string,
  form: Readonly<Record<string, string>>,
): Promise<Response> {
  const frame = await frameOf(app, request, workspaceId)
  if (!frame) return overPage(languageFrom(request.headers.get('accept-language')), 404)
  const action = new URL(request.url).pathname
  if (!app.mail.ready) return plainPage(frame, linkBody(frame, action, 'no-mail'))
  const email = Email.safeParse(form['email'] ?? '')
  if (!email.success) return plainPage(frame, linkBody(frame, action, 'wrong'), 400)
  await askForLink(app, workspaceId, { email: email.data, language: frame.language })
  return plainPage(frame, linkBody(frame, action, 'sent'))
}

/** The same page, saying so, to whoever asks for too many. */
export async function tooManyLinks(app: App, request: Request, workspaceId: string): Promise<Response> {
  const frame = await frameOf(app, request, workspaceId)
  if (!frame) return overPage(languageFrom(request.headers.get('accept-language')), 404)
  return plainPage(frame, linkBody(frame, new URL(request.url).pathname, 'many'), 429)
}

async function frameOf(app: App, request: Request, workspaceId: string): Promise<PlainFrame | null> {
  if (!isId(workspaceId)) return null
  const workspace = await app.db.inWorkspace(workspaceId, findWorkspace)
  if (!workspace) return null
  const language = languageFrom(request.headers.get('accept-language'))
  return {
    language,
    business: workspace.name,
    title: fill(wordsIn(language).linkTitle, { business: workspace.name }),
  }
}
