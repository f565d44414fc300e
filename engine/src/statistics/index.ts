/**
 * Figures with honest uncertainty for small businesses: pure functions, no answers give null, intervals everywhere.
 * Shares run 0 … 1, balances (NPS, net sentiment) in points −100 … 100. Formulas and sources stand in each file.
 */
export type { Balance, BalanceChange, BalanceCounts } from './balance.ts'
export { balance, compareBalances } from './balance.ts'
export type { Ces } from './ces.ts'
export { ces } from './ces.ts'
export type { Csat } from './csat.ts'
export { csat } from './csat.ts'
export type { PowerOptions } from './detectable.ts'
export { effectiveSize, sampleForMeans, sampleForProportions, smallestDetectable } from './detectable.ts'
export {
  betaCdf,
  betaQuantile,
  binomialCdf,
  chiSquareUpper,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
  twoSidedP,
} from './distribution.ts'
export type { Interval, IntervalOptions, Showing } from './interval.ts'
export { COUNTS_ONLY_BELOW, finiteCorrection, INTERVAL_FIRST_BELOW, showing } from './interval.ts'
export type { Mean } from './mean.ts'
export { mean, meanOf, meanOfTally } from './mean.ts'
export type { NetSentiment, SentimentCounts } from './net-sentiment.ts'
export { netSentiment } from './net-sentiment.ts'
export type { Nps, NpsCounts } from './nps.ts'
export { compareNps, nps, npsCounts, npsSampleSize } from './nps.ts'
export type { Proportion, ProportionChange } from './proportion.ts'
export { compareProportions, proportion } from './proportion.ts'
export type { PairedT } from './paired.ts'
export { pairedT } from './paired.ts'
export type { Quantile, Ranks } from './quantile.ts'
export { median, quantile, quantileRanks } from './quantile.ts'
export type { Invitations, ResponseRate } from './response.ts'
export { marginOfError, responseRate, sampleSize, worstCase } from './response.ts'
export { believableRetention, retention, revenueRetention, yearlyChurn } from './retention.ts'
export type { Chosen, Odds, Outcome, Selection } from './selection.ts'
export { chiSquare, equalisedOdds, fisherExact, FOUR_FIFTHS, selection } from './selection.ts'
export type { Answer, Answers, Tally } from './tally.ts'
export { tally } from './tally.ts'
