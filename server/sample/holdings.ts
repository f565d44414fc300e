import type { Holding } from '#trust'

/** The sample keeps nothing of its own: all of it stands in the tables of a workspace and goes with that. */
export const sampleHoldings: Holding[] = []
