import { encodeTime, monotonicFactory } from 'ulid';

const next = monotonicFactory();

/**
 * A new ULID: 26 characters of Crockford base 32 that sort by time of creation.
 * Ids on the wire are these; BIGINT keys stay inside the ledger and the outbox.
 */
export function newId(): string {
  return next();
}

const TIME_LENGTH = 10;

/** Below every id that was made in the last so many milliseconds, and above those made before. */
export const idsSince = (ms: number): string => encodeTime(Date.now() - ms, TIME_LENGTH);

/** What an id on the wire looks like; a string of another shape is nobody's id. */
export const ID_PATTERN = /^[0-9A-HJKMNP-TV-Z]{26}$/;
