/**
 * The sample promises a believable business to look around in: invented people, words written for Heed, and stories that
 * run through eighteen months up to a few minutes ago. Nothing in it is anybody's data, and a real workspace never
 * meets it.
 */
export { makeBusiness } from './business.ts'
export { sampleHoldings } from './holdings.ts'
export { sampleSubscriptions } from './jobs.ts'
export { laySampleOut } from './lay-out-sample.ts'
export { sampleRoutes } from './routes.ts'
export type {
  Business,
  SampleChange,
  SampleOrder,
  SamplePerson,
  SampleTrouble,
  SampleVoice,
  Survey,
} from './business.ts'
