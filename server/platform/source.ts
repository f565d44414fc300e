/** Where the data lives: the PostgreSQL that comes with Heed, or one the owner names with DATABASE_URL. */
import pg from 'pg'
import type { Config } from './config.ts'
import { openEmbedded, type EmbeddedPostgres } from './embedded-postgres.ts'
import { nearlyFull } from './folder.ts'
import { Refusal } from './refusal.ts'

export type Embedded = EmbeddedPostgres
export type Source = {
  kind: 'embedded' | 'external'
  owner: { host: string; port: number; user: string; password: string; database: string; ssl?: pg.ClientConfig['ssl'] }
  /** Key of this installation, where the owner's connection has no password to derive from. */
  secret: string
  adopted: boolean
  /** Whether the disk it lies on has no room for more; of a database elsewhere its own machine knows. */
  full: () => boolean
  close: () => Promise<void>
}

const OLDEST_VERSION = 150_000

export async function openSource(config: Config, secret: string): Promise<Source> {
  if (!config.databaseUrl) {
    const { connection, adopted, close } = await openEmbedded(config.dataFolder)
    return { kind: 'embedded', owner: connection, secret, adopted, full: () => nearlyFull(config.dataFolder), close }
  }
  const owner = parseUrl(config.databaseUrl)
  const client = new pg.Client({ ...owner, application_name: 'heed:open', connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    const version = Number(rows[0]?.server_version_num)
    if (version < OLDEST_VERSION)
      throw new Refusal(
        'database_too_old',
        `Heed needs PostgreSQL 15 or newer; DATABASE_URL is version ${Math.floor(version / 10_000)}.`,
      )
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(
      'database_unreachable',
      `The database named by DATABASE_URL does not answer (${(error as Error).message}).`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
  return { kind: 'external', owner, secret, adopted: true, full: () => false, close: async () => undefined }
}

function parseUrl(text: string): Source['owner'] {
  const url = new URL(text)
  const sslmode = url.searchParams.get('sslmode')
  const ssl =
    sslmode && sslmode !== 'disable'
      ? { rejectUnauthorized: sslmode === 'verify-full' || sslmode === 'verify-ca' }
      : undefined
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname || 'localhost'),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username || 'postgres'),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1) || 'postgres'),
    ...(ssl ? { ssl } : {}),
  }
}
