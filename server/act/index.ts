/**
 * Act: who needs a person now, and what was done for them. It promises that whoever reads as needing a person is put
 * before one with the reason, that two teammates do not answer one person unknowingly, that nothing in strong distress is
 * closed without a human word, and that the person has the last one.
 */
export { actAutomations } from './automations.ts'
export { openCases } from './attention/open-cases.ts'
export { assignCase, letGoOfCase } from './cases/assign-case.ts'
export { knowComplaints } from './cases/know-complaints.ts'
export { noteCase } from './cases/note-case.ts'
export { findCaseOfVoice, openCase } from './cases/open-case.ts'
export { recallCases, type Remembered } from './cases/recall-case.ts'
export { resolveCase, unresolveCase } from './cases/resolve-case.ts'
export { answerHeard } from './heard/answer-heard.ts'
export { askHeard } from './heard/ask-heard.ts'
export { writeToken } from './heard/heard-token.ts'
export { actHoldings, actProcessing } from './holdings.ts'
export { forgetCrises } from './crisis/forget-crises.ts'
export { tellReaders } from './crisis/tell-readers.ts'
export { actJobs, actSubscriptions } from './jobs.ts'
export { actRoutes } from './routes.ts'
