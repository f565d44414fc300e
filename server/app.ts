/** Puts the parts together: the one place that knows every capability. */
import {
  createEvents,
  createJobs,
  createLimits,
  createLog,
  createMail,
  createMetrics,
  createOutgoing,
  migrate,
  NO_LIMITS,
  openDatabase,
  openSource,
  prepareFolder,
  readSecret,
  systemClock,
  platformRefusals,
  type App,
  type Clock,
  type Config,
  type JobRow,
  type Processing,
  type RefusalTable,
  type Route,
  type Source,
  type Subscription,
} from '#platform'
import { actAutomations, actHoldings, actProcessing, actJobs, actRoutes, actSubscriptions, knowComplaints } from '#act'
import { refusals as actRefusals } from '#act/contract'
import { listenAutomations, listenHoldings, listenProcessing, listenJobs, listenRoutes } from '#listen'
import { refusals as listenRefusals } from '#listen/contract'
import {
  measureAutomations,
  measureHoldings,
  measureProcessing,
  measureJobs,
  measureRoutes,
  measureSubscriptions,
} from '#measure'
import { refusals as measureRefusals } from '#measure/contract'
import { knowPersons, peopleAutomations, peopleHoldings, peopleProcessing, peopleRoutes, persons } from '#people'
import { refusals as peopleRefusals } from '#people/contract'
import {
  understandAutomations,
  understandHoldings,
  understandProcessing,
  understandJobs,
  understandRoutes,
  understandSubscriptions,
} from '#understand'
import { refusals as understandRefusals } from '#understand/contract'
import { sampleHoldings, sampleRoutes, sampleSubscriptions } from '#sample'
import { refusals as sampleRefusals } from '#sample/contract'
import {
  createAccounts,
  handDownstream,
  trustHoldings,
  trustJobs,
  trustProcessing,
  trustRoutes,
  type Accounts,
  type Automation,
  type Holding,
  type Who,
} from '#trust'
import { refusals as trustRefusals } from '#trust/contract'

export type Heed = {
  app: App
  accounts: Accounts
  routes: Route<Who>[]
  /** Stops background work, lets running work finish, closes the database. */
  close: () => Promise<void>
  startWork: (options?: { byClock?: boolean }) => Promise<void>
}

/** Every refusal code of every capability, with its kind. */
export const refusals: RefusalTable = {
  ...platformRefusals,
  ...trustRefusals,
  ...peopleRefusals,
  ...listenRefusals,
  ...understandRefusals,
  ...actRefusals,
  ...measureRefusals,
  ...sampleRefusals,
}

/** Everything kept about anybody, for export, erasure, retention and the isolation test. */
export const holdings: Holding[] = [
  ...trustHoldings,
  ...peopleHoldings,
  ...listenHoldings,
  ...understandHoldings,
  ...actHoldings,
  ...measureHoldings,
  ...sampleHoldings,
]

/** What is done with people's data and why, for the record of processing activities. */
export const processings: Processing[] = [
  peopleProcessing,
  listenProcessing,
  understandProcessing,
  actProcessing,
  measureProcessing,
  trustProcessing,
]

/** Everything a machine does by itself, for the page that shows it and the switches that stop it. */
export const automations: Automation[] = [
  ...understandAutomations,
  ...actAutomations,
  ...peopleAutomations,
  ...listenAutomations,
  ...measureAutomations,
]

export const subscriptions: Subscription<App>[] = [
  ...understandSubscriptions,
  ...actSubscriptions,
  ...measureSubscriptions,
  ...sampleSubscriptions,
]

export const jobRows: JobRow<App>[] = [...trustJobs, ...listenJobs, ...understandJobs, ...actJobs, ...measureJobs]

export const allRoutes = (accounts: Accounts): Route<Who>[] => [
  ...trustRoutes(accounts, automations, processings),
  ...peopleRoutes,
  ...listenRoutes,
  ...understandRoutes,
  ...actRoutes,
  ...measureRoutes,
  ...sampleRoutes(accounts),
]

/** Opens the data folder and database, brings the schema up to date, and wires the parts. Does not listen or work yet. */
export async function openHeed(config: Config, options: { clock?: Clock } = {}): Promise<Heed> {
  prepareFolder(config.dataFolder)
  const secret = readSecret(config)
  const source = await openSource(config, secret)
  try {
    await migrate(source)
    return wire(config, secret, source, options.clock ?? systemClock)
  } catch (error) {
    await source.close()
    throw error
  }
}

/** For tests, which bring a migrated database of their own. */
export function wire(config: Config, secret: string, source: Source, clock: Clock): Heed {
  const log = createLog(config.logLevel)
  const db = openDatabase(source)
  const jobs = createJobs(db, log)
  const events = createEvents(db, log)
  events.expect(subscriptions)
  jobs.expect(jobRows)
  const limits =
    config.limits === 0
      ? NO_LIMITS
      : createLimits({ generosity: config.limits, ...(config.databaseUrl ? { shared: { db, secret, log } } : {}) })
  const app: App = {
    config,
    secret,
    db,
    clock,
    log,
    events,
    jobs,
    limits,
    mail: createMail(config),
    metrics: createMetrics(),
    outgoing: createOutgoing({ allow: config.outgoingAllow }),
    holdings,
    persons,
  }
  handDownstream(app, { ...knowPersons, ...knowComplaints })
  const accounts = createAccounts(app)
  let working = false
  return {
    app,
    accounts,
    routes: allRoutes(accounts),
    startWork: async (options) => {
      working = true
      await jobs.start(app, jobRows, options)
      await events.start(app)
    },
    close: async () => {
      limits.stop()
      if (working) await events.stop()
      await jobs.stop()
      await db.close()
      await source.close()
    },
  }
}
