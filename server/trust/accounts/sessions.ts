/**
 * Sessions and their cookie are kept by better-auth; everything that proves who somebody is stands in the files beside
 * this one and has only this way to let somebody in. Each entry is a new session with a new secret, and the one the
 * browser brought along ends: a session planted before signing in is worth nothing after it.
 */
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { Pool } from 'pg'
import { z } from 'zod'
import { newId, type App } from '#platform'
import { ENTRANCES } from './contract.ts'

const SESSION_SECONDS = 60 * 60 * 24 * 30
export const BASE = '/api/auth'

const entry = {
  id: 'heed',
  endpoints: {
    openSession: createAuthEndpoint(
      {
        method: 'POST',
        body: z.object({
          accountId: z.string(),
          enteredBy: z.enum(ENTRANCES),
          address: z.string(),
          agent: z.string(),
        }),
        metadata: { SERVER_ONLY: true },
      },
      async (ctx) => {
        const { accountId, enteredBy, address, agent } = ctx.body
        const user = await ctx.context.internalAdapter.findUserById(accountId)
        if (!user) throw new Error('a session was asked for somebody who is gone')
        const session = await ctx.context.internalAdapter.createSession(accountId, false, {
          ipAddress: address,
          userAgent: agent,
          enteredBy,
        })
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ sessionId: session.id })
      },
    ),
  },
} as const

export type Sessions = ReturnType<typeof createSessions>

export function createSessions(app: Pick<App, 'config' | 'secret'>, pool: Pool) {
  return betterAuth({
    database: pool,
    secret: app.secret,
    baseURL: app.config.url,
    basePath: BASE,
    trustedOrigins: (request) => [app.config.url, ...(request ? ownOrigins(request) : [])],
    telemetry: { enabled: false },
    user: {
      modelName: 'account',
      additionalFields: { twoStep: { type: 'boolean', required: false, input: false } },
    },
    account: { modelName: 'credential' },
    session: {
      modelName: 'session',
      expiresIn: SESSION_SECONDS,
      updateAge: 60 * 60 * 24,
      additionalFields: { enteredBy: { type: 'string', required: false, input: false } },
    },
    verification: { modelName: 'verification' },
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: app.config.url.startsWith('https:'),
      cookiePrefix: 'heed',
    },
    plugins: [entry],
    logger: { disabled: true },
  })
}

function ownOrigins(request: Request): string[] {
  const host = request.headers.get('host')
  return host ? [`http://${host}`, `https://${host}`] : []
}
