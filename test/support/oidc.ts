/** A real OpenID Connect provider (the library oidc-provider) on this machine, whose sign-in page always says yes. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Identity = { sub: string; email?: string; email_verified?: boolean; name?: string }
export type TestProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Whoever signs in there next. */
  next: Identity
  /** Follows a trip from Heed to the provider until it leads back, and says where to. */
  travel: (to: string) => Promise<string>
  close: () => Promise<void>
}

type Library = {
  callback: () => (request: IncomingMessage, response: ServerResponse) => void
  interactionFinished: (request: IncomingMessage, response: ServerResponse, result: object) => Promise<void>
}
type Context = {
  oidc: { provider: { Grant: new (of: object) => Grant }; client: { clientId: string }; session: { accountId: string } }
}
type Grant = { addOIDCScope: (scope: string) => void; save: () => Promise<string> }

/** `back`: where Heed waits for the answer. */
export async function openProvider(back: string): Promise<TestProvider> {
  const known = new Map<string, Identity>()
  const library: { provider?: Library } = {}
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return library.provider!.callback()(request, response)
    known.set(made.next.sub, made.next)
    void library.provider!.interactionFinished(request, response, { login: { accountId: made.next.sub } })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const made: TestProvider = {
    issuer,
    clientId: 'heed',
    clientSecret: 'a secret between the provider and Heed',
    next: { sub: 'nobody' },
    travel: (to) => travel(issuer, to),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  const name: string = 'oidc-provider'
  const { default: Provider } = (await import(name)) as { default: new (issuer: string, settings: object) => Library }
  library.provider = new Provider(issuer, {
    clients: [{ client_id: made.clientId, client_secret: made.clientSecret, redirect_uris: [back] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['keys for tests only'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => known.get(sub) ?? { sub },
    }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  return made
}

async function travel(issuer: string, to: string): Promise<string> {
  const jar = new Map<string, string>()
  let place = to
  for (let steps = 0; steps < 12 && place.startsWith(issuer); steps += 1) {
    const response = await fetch(place, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split(/=(.*)/s) as [string, string]
      jar.set(name, value)
    }
    const on = response.headers.get('location')
    if (!on) throw new Error(`the provider stopped at ${place}: ${response.status} ${await response.text()}`)
    place = new URL(on, place).href
  }
  return place
}
