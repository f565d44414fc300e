/**
 * The business's own sign-in (OpenID Connect), any provider that describes itself at its address. Set up by whoever runs
 * the installation, in its settings; the secret stays there and is not stored. The answer of the provider is checked by
 * openid-client: signature, issuer, audience, time, nonce, state and PKCE.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client'
import type { App, Oidc } from '#platform'
import { API } from '#platform'
import type { Role } from '../contract.ts'

export const PROVIDER_BACK = `${API}/sign-in/provider/back`

export type Trip = { state: string; nonce: string; verifier: string }
export type Arrival = { subject: string; email: string | null; emailProved: boolean; name: string }
export type DomainRule = { domain: string; role: Role; workspaceId: string | null }

export type Provider = {
  name: string
  /** How it is written down beside an account: two providers may know different people by one number. */
  id: string
  domains: DomainRule[]
  leave: () => Promise<{ to: string; trip: Trip }>
  arrive: (search: string, trip: Trip) => Promise<Arrival>
}

/** What the provider says of itself, asked anew. */
export const describeProvider = (oidc: Oidc): Promise<Configuration> =>
  discovery(new URL(oidc.issuer), oidc.clientId, oidc.clientSecret, undefined, {
    // Only for a provider on this very machine: everything else must be https, or it is refused by the library.
    ...(isHere(oidc.issuer) ? { execute: [allowInsecureRequests] } : {}),
    timeout: 10,
  })

export function createProvider(app: Pick<App, 'config'>): Provider | null {
  const { oidc, url } = app.config
  if (!oidc) return null
  let known: Promise<Configuration> | undefined
  const describe = (): Promise<Configuration> => {
    known ??= describeProvider(oidc)
    known.catch(() => (known = undefined))
    return known
  }
  const back = `${url}${PROVIDER_BACK}`
  return {
    name: oidc.name,
    id: `oidc ${oidc.issuer}`,
    domains: oidc.domains,
    leave: async () => {
      const trip = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const to = buildAuthorizationUrl(await describe(), {
        redirect_uri: back,
        scope: 'openid email profile',
        state: trip.state,
        nonce: trip.nonce,
        code_challenge: await calculatePKCECodeChallenge(trip.verifier),
        code_challenge_method: 'S256',
      })
      return { to: to.href, trip }
    },
    arrive: async (search, trip) => {
      const about = await describe()
      const tokens = await authorizationCodeGrant(about, new URL(`${back}${search}`), {
        expectedState: trip.state,
        expectedNonce: trip.nonce,
        pkceCodeVerifier: trip.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()!
      // Many providers put the address into the answer about the person and not into the token.
      const more =
        claims.email === undefined && about.serverMetadata().userinfo_endpoint
          ? await fetchUserInfo(about, tokens.access_token, claims.sub)
          : {}
      const said: Record<string, unknown> = { ...more, ...claims }
      const email = typeof said['email'] === 'string' ? said['email'].trim().toLowerCase() : null
      return {
        subject: claims.sub,
        email,
        emailProved: said['email_verified'] === true || oidc.believeEmail,
        name:
          typeof said['name'] === 'string' && said['name'].trim() ? said['name'].trim().slice(0, 120) : (email ?? ''),
      }
    },
  }
}

const isHere = (issuer: string): boolean => {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
