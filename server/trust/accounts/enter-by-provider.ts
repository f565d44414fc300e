/**
 * Come in through the business's own sign-in. Who may: accounts joined with it; accounts whose e-mail was proved here, if
 * the provider says the same e-mail was proved there; people with an open invitation; and, where the installation says
 * so, everybody of an e-mail domain. An account whose e-mail was never proved is not handed over by its e-mail alone:
 * somebody else might have made it, so its own password is asked once.
 */
import { newId, type App } from '#platform'
import type { Role } from '../contract.ts'
import { hashToken, makeToken } from '../link-token.ts'
import { acceptInvitation, addMember, listOpenInvitations, listWorkspaces } from '../workspaces/store.ts'
import { accountOf, type Account, type Accounts } from './accounts.ts'
import { readCookie, writeCookie } from './cookie.ts'
import { isGuest } from './guest.ts'
import { changedLetter, post } from './letters.ts'
import type { Asked } from './own.ts'
import type { Arrival, Provider, Trip } from './provider.ts'
import { addAccount, findAccountByEmail, findByProvider, joinProvider, proveEmail } from './store-accounts.ts'
import { addChallenge, takeChallenge } from './store-proofs.ts'

const TRIP_SECONDS = 600
type Luggage = Trip & { next: string }

/** Said on the page one comes back to. */
export type ProviderTrouble = 'failed' | 'unreachable' | 'no_email' | 'not_invited' | 'prove_first' | 'taken'

/** Only a path of this very site. */
export const isOwnPath = (path: string): boolean => /^\/(?![/\\])[^\s\\]*$/.test(path)

const go = (to: string, headers: Headers = new Headers()): Response => {
  headers.set('location', to)
  headers.set('cache-control', 'no-store')
  return new Response(null, { status: 302, headers })
}

const backWith = (trouble: ProviderTrouble, joining: boolean): Response =>
  go(`${joining ? '/account' : '/sign-in'}?trouble=${trouble}`)

/** `join`: somebody signed in wants their account joined with it. */
export async function leaveForProvider(
  app: App,
  accounts: Accounts,
  input: { next?: string | undefined; join?: boolean },
  asked: Asked,
): Promise<Response> {
  const { provider } = accounts
  // Another site could send somebody on this trip and end it with an identity that is not theirs.
  const sent = ['cross-site', 'same-site'].includes(asked.request.headers.get('sec-fetch-site') ?? '')
  const joining = input.join && !sent ? await accounts.current(asked.request) : null
  if (!provider) return backWith('failed', joining !== null)
  try {
    const { to, trip } = await provider.leave()
    const token = makeToken()
    const next = input.next && isOwnPath(input.next) ? input.next : '/'
    await addChallenge(accounts.pool, {
      tokenHash: hashToken(token),
      purpose: 'provider',
      accountId: joining && !isGuest(joining) ? joining.id : null,
      data: { ...trip, next } satisfies Luggage,
      until: new Date(app.clock.now().getTime() + TRIP_SECONDS * 1000),
    })
    const headers = new Headers()
    writeCookie(app.config, headers, 'provider', token, TRIP_SECONDS)
    return go(to, headers)
  } catch (error) {
    app.log.warn('provider.unreachable', { error })
    return backWith('unreachable', joining !== null)
  }
}

export async function returnFromProvider(app: App, accounts: Accounts, asked: Asked): Promise<Response> {
  const { provider } = accounts
  const token = readCookie(app.config, asked.request, 'provider')
  const trip = token ? await takeChallenge<Luggage>(accounts.pool, hashToken(token), 'provider', app.clock.now()) : null
  if (!provider || !trip) return backWith('failed', false)
  const joining = trip.accountId
  try {
    const arrival = await provider.arrive(new URL(asked.request.url).search, trip.data)
    const found = joining
      ? await join(app, accounts, provider, arrival, joining, asked)
      : await recognise(app, accounts, provider, arrival)
    if (typeof found === 'string') return backWith(found, joining !== null)
    const headers = await accounts.enter(found, 'provider', asked)
    writeCookie(app.config, headers, 'provider', '', 0)
    return go(trip.data.next, headers)
  } catch (error) {
    app.log.warn('provider.failed', { error })
    return backWith('failed', joining !== null)
  }
}

async function join(
  app: App,
  accounts: Accounts,
  provider: Provider,
  arrival: Arrival,
  accountId: string,
  asked: Asked,
): Promise<Account | ProviderTrouble> {
  // Whoever began the trip must be the one who ends it: the account could be another's by now in this browser.
  const current = await accounts.current(asked.request)
  if (current?.id !== accountId) return 'failed'
  const other = await findByProvider(accounts.pool, provider.id, arrival.subject)
  if (other && other.id !== accountId) return 'taken'
  const account = await accountOf(accounts, accountId)
  await hold(app, accounts, provider, arrival, account)
  if (arrival.emailProved && arrival.email) await proveEmail(accounts.pool, accountId, arrival.email, app.clock.now())
  return account
}

async function recognise(
  app: App,
  accounts: Accounts,
  provider: Provider,
  arrival: Arrival,
): Promise<Account | ProviderTrouble> {
  const joined = await findByProvider(accounts.pool, provider.id, arrival.subject)
  if (joined) return joined
  const { email } = arrival
  if (!email || !arrival.emailProved) return 'no_email'
  const known = await findAccountByEmail(accounts.pool, email)
  if (known && !known.emailVerified) return 'prove_first'
  const offers = await offersFor(app, provider, email)
  if (!known && offers.length === 0) return 'not_invited'
  const account = known ?? { id: newId(), name: arrival.name || email, email }
  if (!known) {
    const row = { ...account, emailVerified: true, at: app.clock.now() }
    if (!(await addAccount(accounts.pool, row))) return 'failed'
  }
  await hold(app, accounts, provider, arrival, account)
  for (const offer of offers) await takeOffer(app, account, offer)
  return account
}

async function hold(
  app: App,
  accounts: Accounts,
  provider: Provider,
  arrival: Arrival,
  account: Account,
): Promise<void> {
  await joinProvider(accounts.pool, {
    id: newId(),
    accountId: account.id,
    providerId: provider.id,
    subject: arrival.subject,
    at: app.clock.now(),
  })
  post(app, changedLetter(account.email, 'provider'))
}

type Offer = { workspaceId: string; role: Role; invitationId: string | null }

/** Invitations first: what an owner wrote by hand counts before what the domain says. */
async function offersFor(app: App, provider: Provider, email: string): Promise<Offer[]> {
  const workspaces = (await app.db.asSystem(listWorkspaces)).filter((row) => !row.isSample)
  const offers: Offer[] = []
  for (const { workspaceId } of workspaces)
    for (const row of await app.db.inWorkspace(workspaceId, (tx) => listOpenInvitations(tx, email, app.clock.now())))
      offers.push({ workspaceId, role: row.role, invitationId: row.id })
  const domain = email.split('@').at(-1)
  for (const rule of provider.domains.filter((one) => one.domain === domain)) {
    // Without a workspace in the rule it must be clear which one is meant.
    const only = workspaces.length === 1 ? workspaces[0]!.workspaceId : null
    const workspaceId = rule.workspaceId ?? only
    if (!workspaceId || !workspaces.some((row) => row.workspaceId === workspaceId)) continue
    if (!offers.some((offer) => offer.workspaceId === workspaceId))
      offers.push({ workspaceId, role: rule.role, invitationId: null })
  }
  return offers
}

async function takeOffer(app: App, account: Account, offer: Offer): Promise<void> {
  await app.db.inWorkspace(offer.workspaceId, async (tx) => {
    if (offer.invitationId && !(await acceptInvitation(tx, offer.invitationId, app.clock.now()))) return
    await addMember(tx, offer.workspaceId, {
      accountId: account.id,
      name: account.name,
      email: account.email,
      role: offer.role,
    })
  })
}
