/**
 * Platform: what any business system needs and knows nothing of this one. Configuration, database with row-level sight,
 * events and jobs on that database, HTTP, mail, clock, log, refusals. It promises that work accepted is not lost, that no
 * transaction sees another workspace, and that a refusal always says why.
 */
export { forEveryone, type App } from './app.ts'
export { systemClock, type Clock } from './clock.ts'
export { csvCell, csvLine, plainCell, type Cell } from './csv.ts'
export { readConfig, readSecret, SETTINGS, type Config, type Oidc } from './config.ts'
export { readCursor, writeCursor } from './cursor.ts'
export { appConnection, openDatabase, type Database, type Tx } from './database.ts'
export { describeSchema } from './describe-schema.ts'
export { examine, type Finding } from './doctor.ts'
export { createEvents, type Event, type Events, type Subscription } from './events.ts'
export { claimFolder, freeBytes, prepareFolder } from './folder.ts'
export type { Holding, Parent, Persons, Processing, Retained, Subject, WholePerson } from './holding.ts'
export { API, createHttp, readText, refuseWhenFull, routePath, type Mouth } from './http.ts'
export { isId, newId } from './id.ts'
export { createJobs, type JobRow, type Jobs } from './jobs.ts'
export { createLog, type Log } from './log.ts'
export { COSTS, createLimits, NO_LIMITS, type Cost, type Limits, type Policy } from './limits.ts'
export { createMail, type Letter, type Mail } from './mail.ts'
export { createMetrics, type Metrics } from './metrics.ts'
export { JOBS_SCHEMA, migrate, migrationFiles, type Migration, type MigrationReport } from './migrate.ts'
export { describeApi } from './openapi.ts'
export { createOutgoing, type Outgoing, type OutgoingAnswer, type OutgoingRequest } from './outgoing.ts'
export { Problem, problemResponse, toProblem } from './problem.ts'
export {
  platformRefusals,
  Refusal,
  REFUSAL_KINDS,
  type RefusalKind,
  type RefusalTable,
  type RefusedField,
} from './refusal.ts'
export { routeFor, type Method, type Route, type RouteInput } from './route.ts'
export { openSource, type Source } from './source.ts'
export { sqlArray } from './sql-array.ts'
export { plainText } from './plain-text.ts'
