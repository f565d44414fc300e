/**
 * What the person sees behind a link: confirm what was asked in their name, or download their copy. Looking does nothing,
 * because mail scanners follow every link; only pressing the button does.
 */
import { newId, type App } from '#platform'
import { findWorkspace } from '../workspaces/store.ts'
import { exportPerson } from './export-person.ts'
import { act } from './open-request.ts'
import { linkPage, overPage } from './link-page.ts'
import { readRequestToken, type RequestAddress } from './request-token.ts'
import { addStep, findRequest, proveRequest, type RequestRow } from './store.ts'

type Found = { address: RequestAddress; request: RequestRow & { personId: string }; business: string }

async function find(app: App, token: string): Promise<Found | null> {
  const address = readRequestToken(app.secret, token)
  if (!address || address.until < app.clock.now()) return null
  return app.db.inWorkspace(address.workspaceId, async (tx) => {
    const request = await findRequest(tx, address.requestId)
    const workspace = await findWorkspace(tx)
    if (!request?.personId || !workspace || request.state === 'refused' || request.state === 'withdrawn') return null
    return { address, request: { ...request, personId: request.personId }, business: workspace.name }
  })
}

export async function showLink(app: App, token: string): Promise<Response> {
  const found = await find(app, token)
  if (!found) return overPage()
  const { address, request, business } = found
  const state = address.purpose === 'export' ? 'export' : request.provedBy ? 'proved' : 'ask'
  return linkPage({ business, kind: request.kind, state, action: `/r/${token}` })
}

export async function pressLink(app: App, token: string): Promise<Response> {
  const found = await find(app, token)
  if (!found) return overPage()
  return found.address.purpose === 'export' ? download(app, found) : confirm(app, found, token)
}

async function confirm(app: App, { address, request, business }: Found, token: string): Promise<Response> {
  const { workspaceId } = address
  await app.db.inWorkspace(workspaceId, async (tx) => {
    const now = await findRequest(tx, request.id, true)
    const person = await app.persons.whole(tx, request.personId)
    if (!now || now.provedBy || now.state !== 'open' || !person) return
    const by = { id: null, name: person.name || 'the person' }
    await proveRequest(tx, request.id, 'signed_link', app.clock.now())
    await addStep(tx, workspaceId, { id: newId(), requestId: request.id, kind: 'proved', by, at: app.clock.now() })
    await act(app, tx, { workspaceId, kind: request.kind, note: request.note }, person, request.id, by)
  })
  return linkPage({ business, kind: request.kind, state: 'proved', action: `/r/${token}` })
}

async function download(app: App, { address, request }: Found): Promise<Response> {
  const { workspaceId } = address
  const archive = await exportPerson(app, workspaceId, request.personId, app.db.inWholeWorkspace)
  await app.db.inWorkspace(workspaceId, async (tx) => {
    const person = await app.persons.whole(tx, request.personId)
    const by = { id: null, name: person?.name || 'the person' }
    await addStep(tx, workspaceId, { id: newId(), requestId: request.id, kind: 'downloaded', by, at: app.clock.now() })
  })
  return archiveResponse(archive)
}

export const archiveResponse = ({ name, body }: { name: string; body: ReadableStream<Uint8Array> }): Response =>
  new Response(body, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  })
