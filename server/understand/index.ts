/**
 * Understand: what the words read as. It promises that every voice is read in the background without holding anybody up,
 * that each verdict keeps its evidence, its version and how sure it is, that a person's correction wins and can be taken
 * back, that feelings of a firm's own people are never read, and that a failed reading never loses a voice.
 */
export { analyzeCommand, coachCommand, exportCommand } from './commands.ts'
export { understandAutomations } from './automations.ts'
export { understandHoldings, understandProcessing } from './holdings.ts'
export { understandJobs, understandSubscriptions } from './jobs.ts'
export { readAgain } from './readings/read-voices.ts'
export { disagreementsOf, type VerdictCount } from './corrections/disagreements.ts'
export { shareOf } from './readings/reading.ts'
export { understandRoutes } from './routes.ts'
