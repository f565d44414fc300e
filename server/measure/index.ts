/**
 * Measure: what all the listening and answering came to. It promises that every figure carries its interval and the
 * number of answers behind it, that a skipped question is in no denominator, that nothing is an average of averages, and
 * that "we cannot tell yet" is said where it is so.
 */
export { measureAutomations } from './automations.ts'
export { recount } from './counting/recount.ts'
export { measureHoldings, measureProcessing } from './holdings.ts'
export { measureJobs, measureSubscriptions } from './jobs.ts'
export { measureRoutes } from './routes.ts'
export { seeOutcomes } from './see-outcomes.ts'
