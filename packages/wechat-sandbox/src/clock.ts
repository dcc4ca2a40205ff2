/** Where the sandbox reads the time, so that a test can let codes and tokens expire. */
export interface Clock {
  now(): Date;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };
