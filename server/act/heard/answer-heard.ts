/**
 * The person's own word. A "no" brings the case back before all that only wait; words with it become a voice of theirs. An
 * answer may be changed; the last one counts, and each stays in the history.
 */
import { newId, type App, type Tx } from '#platform'
import { addVoices, fingerprint, tellHeard } from '#listen'
import { findWorkspace } from '#trust'
import { addSteps, findCase, markHeard, reopenCase, type CaseRecord } from '../cases/store.ts'
import { findReadVoice } from '../cases/store-seen.ts'
import { askPage, overPage, thanksPage, type HeardPage } from './heard-page.ts'
import { readToken, type HeardAddress } from './heard-token.ts'
import { dayIn, wordsIn } from './heard-words.ts'

const SOURCE = 'felt heard'

export async function showHeardPage(app: App, request: Request, token: string): Promise<Response> {
  const open = await openPage(app, request, token)
  return open instanceof Response ? open : askPage(open.page)
}

export async function answerHeard(
  app: App,
  request: Request,
  token: string,
  input: { answer?: 'yes' | 'no' | undefined; words?: string | undefined },
): Promise<Response> {
  const open = await openPage(app, request, token)
  if (open instanceof Response) return open
  const answer = input.answer ? input.answer === 'yes' : false
  const words = input.answer ? '' : (input.words ?? '')
  if (!input.answer && !words) return askPage(open.page)
  await app.db.inWorkspace(open.address.workspaceId, async (tx) => {
    const found = await findCase(tx, open.address.caseId, true)
    if (!found) return
    if (words) await hearWords(app, tx, open.address.workspaceId, found, words)
    await record(app, tx, open.address.workspaceId, found, answer)
  })
  return thanksPage(open.page, answer, words !== '')
}

type Open = { address: HeardAddress; page: HeardPage }

async function openPage(app: App, request: Request, token: string): Promise<Open | Response> {
  const address = readToken(app.secret, token)
  const asked = wordsIn(request.headers.get('accept-language'))
  if (!address) return overPage(asked.words, asked.language, 404)
  if (address.until < app.clock.now()) return overPage(asked.words, asked.language, 410)
  const page = await app.db.inWorkspace(address.workspaceId, async (tx) => {
    const found = await findCase(tx, address.caseId)
    const workspace = found && (await findWorkspace(tx))
    if (!found || !workspace) return null
    const voice = await findReadVoice(tx, found.voiceId)
    const { language, words } = wordsIn(voice?.language ?? null)
    return {
      language,
      words,
      business: workspace.name,
      day: dayIn(language, found.saidAt, workspace.timezone),
      action: new URL(request.url).pathname,
    }
  })
  return page ? { address, page } : overPage(asked.words, asked.language, 404)
}

/** The same answer again changes nothing: a double click is one answer. */
async function record(app: App, tx: Tx, workspaceId: string, found: CaseRecord, answer: boolean): Promise<void> {
  if (found.feltHeard === answer) return
  const now = app.clock.now()
  const by = { id: null, name: '' }
  await markHeard(tx, found.id, answer, now)
  await addSteps(tx, workspaceId, [{ id: newId(), caseId: found.id, kind: 'heard', by, at: now, detail: { answer } }])
  await app.events.emit(tx, workspaceId, 'person.felt_heard', {
    caseId: found.id,
    personId: found.personId,
    feltHeard: answer,
  })
  if (answer || found.status !== 'resolved') return
  await reopenCase(tx, found.id, { first: true, keepHand: false, forgetAnswer: false })
  await addSteps(tx, workspaceId, [
    { id: newId(), caseId: found.id, kind: 'reopened', by, at: now, detail: { cause: found.cause, done: found.done } },
  ])
  await app.events.emit(tx, workspaceId, 'case.reopened', {
    caseId: found.id,
    voiceId: found.voiceId,
    personId: found.personId,
  })
}

/** Said in answer to this case: it belongs to it and opens no other. */
async function hearWords(app: App, tx: Tx, workspaceId: string, found: CaseRecord, text: string): Promise<void> {
  const now = app.clock.now()
  const voice = await findReadVoice(tx, found.voiceId)
  const id = newId()
  const print = fingerprint({
    source: SOURCE,
    externalId: `${found.id} ${text}`,
    saidAt: now,
    title: '',
    text,
    person: '',
    score: '',
  })
  const added = await addVoices(tx, workspaceId, [
    {
      id,
      text,
      personId: found.personId,
      source: SOURCE,
      channel: 'survey',
      fingerprint: print,
      externalId: null,
      title: '',
      question: 'What was missing?',
      language: voice?.language ?? null,
      scoreKind: null,
      score: null,
      saidAt: now,
      surveyId: null,
      responseId: null,
      importId: null,
      orderNumber: null,
      url: null,
      attributes: { caseId: found.id },
    },
  ])
  if (added.size === 0) return
  await tellHeard(app, tx, workspaceId, [...added], 'survey')
  await addSteps(tx, workspaceId, [
    { id: newId(), caseId: found.id, kind: 'heard', by: { id: null, name: '' }, at: now, detail: { voiceId: id } },
  ])
}
