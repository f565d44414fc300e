/**
 * One click ends one kind of mail (RFC 8058). The mail program posts `List-Unsubscribe=One-Click` to the address in the
 * header, without cookies, and it is done: no further step, no redirect. Following the address only shows a page with a
 * button, because scanners follow every link.
 */
import { readText, Refusal, type App } from '#platform'
import { downstreamOf } from '../downstream.ts'
import { findWorkspace } from '../workspaces/store.ts'
import { ContactChannel, PurposeKey } from './contract.ts'
import { overPage, plainPage, type PlainFrame } from './plain-page.ts'
import { doneBody, unsubscribeBody } from './preference-page.ts'
import { fill, languageFor, languageFrom, wordsIn } from './preference-words.ts'
import { recordConsent } from './record-consent.ts'
import { knowPurposes, wordingIn } from './see-purposes.ts'
import { readLink, writeLink } from './signed-link.ts'
import { stateOf } from './standing.ts'
import { listStandings, listWordings } from './store.ts'

const BODY_LIMIT = 16_384

/**
 * The headers of a mail that can be ended with one click. Both must be covered by the DKIM signature. Where Heed is not
 * reached by https the second one is left out, as the RFC wants: mail programs then open the page instead.
 */
export function unsubscribeHeaders(
  app: App,
  mail: { workspaceId: string; personId: string; purpose: string; channel?: ContactChannel },
): Record<string, string> {
  const link = unsubscribeLink(app, mail)
  return {
    'List-Unsubscribe': `<${link}>`,
    ...(link.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  }
}

export function unsubscribeLink(
  app: App,
  mail: { workspaceId: string; personId: string; purpose: string; channel?: ContactChannel },
): string {
  const word = `${mail.purpose} ${mail.channel ?? 'email'}`
  return `${app.config.url}/u/${writeLink(app.secret, 'unsubscribe', { workspaceId: mail.workspaceId, id: mail.personId, version: 0, word })}`
}

export async function showUnsubscribe(app: App, request: Request, token: string): Promise<Response> {
  const open = await openUnsubscribe(app, token)
  if (!open) return overPage(languageFrom(request.headers.get('accept-language')), 404)
  return open.ended
    ? plainPage(open.frame, doneBody(open.frame, 'unsubscribedTitle', { purpose: open.title }, open.link))
    : plainPage(open.frame, unsubscribeBody(open.frame, new URL(request.url).pathname))
}

export async function unsubscribe(app: App, request: Request, token: string, address: string): Promise<Response> {
  const open = await openUnsubscribe(app, token)
  if (!open) return overPage(languageFrom(request.headers.get('accept-language')), 404)
  if (!(await saysOneClick(request)))
    throw new Refusal('invalid_input', 'Send List-Unsubscribe=One-Click, as RFC 8058 says.', [
      { field: 'List-Unsubscribe', reason: 'must be One-Click' },
    ])
  if (!open.ended)
    await app.db.inWorkspace(open.workspaceId, (tx) =>
      recordConsent(app, tx, open.workspaceId, {
        personId: open.personId,
        purpose: open.purpose,
        channel: open.channel,
        act: 'withdrawn',
        way: 'unsubscribe',
        proved: true,
        address,
      }),
    )
  return plainPage(open.frame, doneBody(open.frame, 'unsubscribedTitle', { purpose: open.title }, open.link))
}

/** Mail programs send it as a form of either kind. */
async function saysOneClick(request: Request): Promise<boolean> {
  const text = await readText(request, BODY_LIMIT)
  const type = request.headers.get('content-type') ?? ''
  if (type.toLowerCase().startsWith('multipart/form-data')) {
    const form = await new Response(text, { headers: { 'content-type': type } }).formData().catch(() => null)
    return form?.get('List-Unsubscribe') === 'One-Click'
  }
  return new URLSearchParams(text).get('List-Unsubscribe') === 'One-Click'
}

type Open = {
  workspaceId: string
  personId: string
  purpose: string
  channel: ContactChannel
  title: string
  ended: boolean
  link: string
  frame: PlainFrame
}

/** An old link still ends what it says, also after the person's preference links were ended: leaving must always work. */
async function openUnsubscribe(app: App, token: string): Promise<Open | null> {
  const signed = readLink([app.secret, ...app.config.earlierSecrets], 'unsubscribe', token)
  if (!signed) return null
  const [key, way] = signed.word.split(' ')
  const purpose = PurposeKey.safeParse(key)
  const channel = ContactChannel.safeParse(way)
  if (!purpose.success || !channel.success) return null
  const { workspaceId } = signed
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const reach = await downstreamOf(app).findReach(tx, signed.id)
    const workspace = reach && (await findWorkspace(tx))
    if (!reach || !workspace) return null
    const known = (await knowPurposes(app, tx, workspaceId)).find((row) => row.key === purpose.data)
    if (!known) return null
    const last = (await listStandings(tx, reach.ids)).find(
      (row) => row.purpose === known.key && row.channel === channel.data,
    )
    const language = languageFor(reach.language)
    const title = wordingIn(await listWordings(tx), known.key, language)?.title ?? known.key
    return {
      workspaceId,
      personId: reach.id,
      purpose: known.key,
      channel: channel.data,
      title,
      ended: stateOf(known, channel.data, last) === 'withdrawn',
      // Not the page itself: this link never ends, and must not open what other links were ended for.
      link: `${app.config.url}/p/for/${workspaceId}`,
      frame: {
        language,
        business: workspace.name,
        title: fill(wordsIn(language).unsubscribeTitle, { purpose: title, business: workspace.name }),
      },
    }
  })
}
