/** The only place time comes from, so that tests can move it and a clock that jumps is seen in one spot. */
export type Clock = { now: () => Date }

export const systemClock: Clock = { now: () => new Date() }
