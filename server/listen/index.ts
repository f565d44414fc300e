/**
 * Listen: everything that brings voices in. It promises that what it acknowledged is stored, that the same voice is
 * stored once whichever way and however often it comes, and that a bad row never takes a good one with it.
 */
export { crisesIn, isMemory, MEMORY_DAYS } from './crisis.ts'
export { fingerprint } from './fingerprint.ts'
export { draftOf, hear, tellHeard, type Way } from './hear.ts'
export { listenAutomations } from './automations.ts'
export { listenHoldings, listenProcessing } from './holdings.ts'
export { importCommand } from './imports/commands.ts'
export { listenJobs } from './jobs.ts'
export { listenRoutes } from './routes.ts'
export { copySurvey, makeSurvey } from './surveys/make-survey.ts'
export { makeLinks } from './surveys/make-links.ts'
export { recordResponses } from './surveys/record-responses.ts'
export { setSurveyStatus } from './surveys/change-survey.ts'
export {
  addVoices,
  calmVoices,
  changeVoice,
  findByFingerprints,
  findVoices,
  hushVoices,
  idsOfCrises,
  removeCrises,
  type VoiceRow,
} from './store.ts'
export { isQuestion, wording } from './imports/question.ts'
export { recognise } from './imports/recognise.ts'
export { isBad, type Row } from './imports/row.ts'
export { openRows, type OpenedFile } from './imports/rows.ts'
export { fileSource, type FileSource } from './imports/source.ts'
export { markup, type Html } from './survey-page/html.ts'
