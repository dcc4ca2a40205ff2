import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/**
 * A new ULID: 26 characters of Crockford base 32 that sort by time of creation.
 * Ids on the wire are these; BIGINT keys stay inside the ledger and the outbox.
 */
export function newId(): string {
  return next();
}

/** What an id on the wire looks like; a string of another shape is nobody's id. */
export const ID_PATTERN = /^[0-9A-HJKMNP-TV-Z]{26}$/;
