import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from './refusal.ts'

/** `domain=role`, or `domain=role@workspace` where there are several workspaces. An owner is never made this way. */
const DOMAIN = /^\s*([a-z0-9-]+(?:\.[a-z0-9-]+)+)=(manager|teammate|observer)(?:@([0-9a-f-]{36}))?\s*$/i
const DOMAINS = new RegExp(`^${DOMAIN.source.slice(1, -1)}(,${DOMAIN.source.slice(1, -1)})*$`, 'i')

/**
 * Everything Heed can be told from outside, in one typed place, checked before anything starts. Each setting has a
 * default that works on a shop's computer; `heed doctor` prints the result without secrets.
 */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(7330).describe('port of the web page and API'),
  HOST: z.string().min(1).optional().describe('address to listen on'),
  HEED_DATA: z.string().min(1).default('data').describe('folder for the database, secrets and files'),
  HEED_URL: z.url().optional().describe('public address, used in links and mails'),
  HEED_SECRET: z.string().min(32).optional().describe('key for signing; made and kept in the data folder if absent'),
  HEED_EARLIER_SECRETS: z
    .string()
    .optional()
    .describe('keys used before, separated by commas: links signed with them still open'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .describe('a PostgreSQL (15 or newer) of your own instead of the embedded one'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional()
    .describe('mail server for invitations and answers'),
  MAIL_FROM: z.string().min(3).optional().describe('sender of those mails'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('how much to log'),
  HEED_WORK: z.enum(['on', 'off']).default('on').describe('whether this process also does background work'),
  HEED_BACKUP: z.enum(['daily', 'off']).default('daily').describe('whether a backup is written every night'),
  HEED_BACKUP_FOLDER: z.string().min(1).optional().describe('where nightly backups lie; another disk is best'),
  HEED_BACKUP_PASSPHRASE: z
    .string()
    .min(12)
    .optional()
    .describe('key of the backups; one is drawn and kept in the data folder if absent'),
  HEED_TRUST_PROXY: z
    .union([z.enum(['on', 'off']), z.coerce.number().int().min(1).max(9)])
    .default('off')
    .describe('whether to believe X-Forwarded-For from a proxy in front; or how many proxies there are'),
  HEED_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address of your own sign-in (OpenID Connect), found by discovery'),
  HEED_OIDC_CLIENT_ID: z.string().min(1).optional().describe('what Heed is called there'),
  HEED_OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('the secret it was given there'),
  HEED_OIDC_NAME: z.string().min(1).max(40).default('your company').describe('what the button calls it'),
  HEED_OIDC_DOMAINS: z
    .string()
    .regex(DOMAINS, 'write it as bakery.example=teammate, with a comma between several')
    .optional()
    .describe('who may come in from there without an invitation, and as what'),
  HEED_OIDC_TRUST_EMAIL: z
    .enum(['on', 'off'])
    .default('off')
    .describe('whether to believe e-mail addresses it does not call verified'),
  HEED_LIMITS: z
    .union([z.enum(['on', 'off']), z.coerce.number().min(0.01).max(1000)])
    .default('on')
    .describe('whether to limit how much is asked at once; or how many times the usual'),
  HEED_METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('who may read /metrics from elsewhere: as Authorization: Bearer; this machine alone if absent'),
  HEED_OUTGOING_ALLOW: z
    .string()
    .max(4000)
    .optional()
    .describe('hosts and ranges inside your own network that Heed may call, with commas between'),
})

export type Config = {
  port: number
  host: string
  dataFolder: string
  /** Public address without a trailing slash. */
  url: string
  secret: string
  /** Keys that signed links before this one; their links still open. */
  earlierSecrets: string[]
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  work: boolean
  /** The business's own sign-in, where one is set up. */
  oidc: Oidc | null
  /** How many proxies stand in front; their word on the address is believed. */
  proxies: number
  /** How many times the usual allowance; 0 for no limits. */
  limits: number
  outgoingAllow: string
  /** What opens /metrics from elsewhere; without it only this machine may read them. */
  metricsToken: string | undefined
  backup: { daily: boolean; folder: string }
  backupPassphrase: string | undefined
}

export type Oidc = {
  issuer: string
  clientId: string
  clientSecret: string
  name: string
  domains: { domain: string; role: 'manager' | 'teammate' | 'observer'; workspaceId: string | null }[]
  believeEmail: boolean
}

export const SETTINGS: { name: string; meaning: string; secret: boolean }[] = Object.entries(Environment.shape).map(
  ([name, shape]) => ({
    name,
    meaning: shape.description ?? '',
    secret: /SECRET|PASSPHRASE|TOKEN|_URL$/.test(name) && name !== 'HEED_URL',
  }),
)

/** Reads the environment. Throws a Refusal that names every setting that is wrong, all at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), reason: issue.message }))
    const said = fields.map(({ field, reason }) => `${field}: ${reason}`).join('; ')
    throw new Refusal('invalid_configuration', `Heed cannot start with these settings. ${said}`, fields)
  }
  const settings = parsed.data
  const dataFolder = resolve(settings.HEED_DATA)
  return {
    port: settings.PORT,
    host: settings.HOST ?? '127.0.0.1',
    dataFolder,
    url: (settings.HEED_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    secret: settings.HEED_SECRET ?? '',
    earlierSecrets: (settings.HEED_EARLIER_SECRETS ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one.length >= 32),
    databaseUrl: settings.DATABASE_URL,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? 'Heed <heed@localhost>',
    logLevel: settings.LOG_LEVEL,
    work: settings.HEED_WORK === 'on',
    oidc: readOidc(settings),
    proxies: numberOf(settings.HEED_TRUST_PROXY),
    limits: numberOf(settings.HEED_LIMITS),
    outgoingAllow: settings.HEED_OUTGOING_ALLOW ?? '',
    metricsToken: settings.HEED_METRICS_TOKEN,
    backup: {
      daily: settings.HEED_BACKUP === 'daily',
      folder: resolve(settings.HEED_BACKUP_FOLDER ?? join(dataFolder, 'backups')),
    },
    backupPassphrase: settings.HEED_BACKUP_PASSPHRASE,
  }
}

/** All three or none: half a set-up would show a button that leads nowhere. */
function readOidc(settings: z.infer<typeof Environment>): Oidc | null {
  const needed = {
    HEED_OIDC_ISSUER: settings.HEED_OIDC_ISSUER,
    HEED_OIDC_CLIENT_ID: settings.HEED_OIDC_CLIENT_ID,
    HEED_OIDC_CLIENT_SECRET: settings.HEED_OIDC_CLIENT_SECRET,
  }
  const { HEED_OIDC_ISSUER: issuer, HEED_OIDC_CLIENT_ID: clientId, HEED_OIDC_CLIENT_SECRET: clientSecret } = needed
  if (!issuer || !clientId || !clientSecret) {
    const missing = Object.entries(needed).filter(([, value]) => !value)
    if (missing.length === Object.keys(needed).length) return null
    const fields = missing.map(([field]) => ({ field, reason: 'is needed as well' }))
    throw new Refusal(
      'invalid_configuration',
      `Heed cannot start with these settings. For your own sign-in it also needs ${fields.map(({ field }) => field).join(' and ')}.`,
      fields,
    )
  }
  return {
    issuer,
    clientId,
    clientSecret,
    name: settings.HEED_OIDC_NAME,
    domains: (settings.HEED_OIDC_DOMAINS ?? '').split(',').flatMap((rule) => {
      const [, domain, role, workspaceId] = DOMAIN.exec(rule) ?? []
      if (!domain || !role) return []
      return [
        {
          domain: domain.toLowerCase(),
          role: role.toLowerCase() as 'manager' | 'teammate' | 'observer',
          workspaceId: workspaceId?.toLowerCase() ?? null,
        },
      ]
    }),
    believeEmail: settings.HEED_OIDC_TRUST_EMAIL === 'on',
  }
}

const numberOf = (given: 'on' | 'off' | number): number => (given === 'on' ? 1 : given === 'off' ? 0 : given)

/** The signing key of this installation: from the settings, or made once and kept beside the data. */
export function readSecret(config: Config): string {
  if (config.secret) return config.secret
  const path = join(config.dataFolder, 'secret')
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}
