import { ulid } from 'ulid';

/** A key that no form has had: it stays with its line for good. */
export const freshKey = (): string => `f${ulid().slice(-16).toLowerCase()}`;
