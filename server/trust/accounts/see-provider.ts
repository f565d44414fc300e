/** Show how the business's own sign-in is set up, and look whether it can be reached. Nothing is changed here. */
import type { App } from '#platform'
import type { Who } from '../who.ts'
import { PROVIDER_SETTINGS, type ProviderCheck, type ProviderSetup } from './contract.ts'
import { describeProvider, PROVIDER_BACK } from './provider.ts'
import { providerTrouble } from './provider-trouble.ts'

export function seeProvider(app: App, who: Who): ProviderSetup {
  const { oidc, url } = app.config
  return {
    back: `${url}${PROVIDER_BACK}`,
    setup: oidc && {
      name: oidc.name,
      issuer: oidc.issuer,
      clientId: oidc.clientId,
      believeEmail: oidc.believeEmail,
      domains: oidc.domains
        .filter(({ workspaceId }) => workspaceId === null || workspaceId === who.workspaceId)
        .map(({ domain, role }) => ({ domain, role })),
    },
    settings: [...PROVIDER_SETTINGS],
  }
}

type Finding = ProviderCheck['findings'][number]

/** Asks the provider anew for its description, and reads it as signing in would. */
export async function checkProvider(app: App): Promise<ProviderCheck> {
  const at = app.clock.now().toISOString()
  const { oidc, url } = app.config
  if (!oidc) return { at, sound: false, findings: [{ key: 'setup', verdict: 'bad', says: 'No sign-in is set up.' }] }
  let described: Awaited<ReturnType<typeof describeProvider>>
  try {
    described = await describeProvider(oidc)
  } catch (error) {
    app.log.info('provider.check_failed', { error })
    const findings: Finding[] = [{ key: 'reach', verdict: 'bad', says: providerTrouble(oidc.issuer, error) }]
    return { at, sound: false, findings }
  }
  const about = described.serverMetadata()
  const lacking = (['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const).filter((one) => !about[one])
  const claims = about.claims_supported
  const proves = oidc.believeEmail || claims === undefined || claims.includes('email_verified')
  const findings: Finding[] = [
    { key: 'reach', verdict: 'good', says: `${new URL(oidc.issuer).host} answers and describes itself.` },
    lacking.length === 0
      ? { key: 'doors', verdict: 'good', says: 'It names everything that signing in needs.' }
      : { key: 'doors', verdict: 'bad', says: `Its description lacks ${lacking.join(', ')}.` },
    about.code_challenge_methods_supported === undefined || about.supportsPKCE()
      ? { key: 'pkce', verdict: 'good', says: 'A code caught on its way is of no use to anybody (PKCE).' }
      : { key: 'pkce', verdict: 'note', says: 'It does not say that it knows PKCE with S256, which Heed uses.' },
    proves
      ? { key: 'email', verdict: 'good', says: 'It can say whose e-mail address it has checked.' }
      : {
          key: 'email',
          verdict: 'note',
          says: 'It does not say that it tells which e-mail addresses it has checked. If it does check them, set HEED_OIDC_TRUST_EMAIL=on; else nobody new can come in.',
        },
    url.startsWith('https:') || new URL(url).hostname === 'localhost'
      ? { key: 'back', verdict: 'good', says: 'People come back over a safe line.' }
      : {
          key: 'back',
          verdict: 'note',
          says: `People come back to ${url}, which is not encrypted; many providers refuse that.`,
        },
  ]
  return { at, sound: findings.every(({ verdict }) => verdict !== 'bad'), findings }
}
