/** Pairs of sentences that differ in what should not matter only; the pairs and the sums are the engine's (`engine/src/swaps.ts`). */
import { readSwaps, swapSentences, type Reader, type SwapFound } from '../../engine/src/index.ts'

export type Swap = SwapFound

export const swapsOf = (reader: Reader): Swap[] =>
  readSwaps(swapSentences().map((sentence) => reader.read(sentence).sentiment.score))
