/** What every verb is handed: the parts of the platform, put together once at the start and passed along, never global. */
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database.ts'
import type { Events } from './events.ts'
import type { Holding, Persons } from './holding.ts'
import type { Jobs } from './jobs.ts'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail.ts'
import type { Metrics } from './metrics.ts'
import type { Outgoing } from './outgoing.ts'

export type App = {
  config: Config
  secret: string
  db: Database
  clock: Clock
  log: Log
  events: Events
  jobs: Jobs
  mail: Mail
  /** The only way out to addresses that somebody else chose. */
  outgoing: Outgoing
  limits: Limits
  metrics: Metrics
  /** What every capability keeps about people, for export and erasure. */
  holdings: readonly Holding[]
  persons: Persons
}

/** The same app for whoever is not one of the few eyes that see crises. Made once: some things are kept beside an app. */
export const forEveryone = (app: App): App => ({ ...app, db: app.db.forEveryone() })
