import { cleanName } from '../../../customers/index.js';

/** A name as names are compared: without spaces, whatever width it was typed in. */
export const plainName = (name: string): string =>
  cleanName(name).replaceAll(' ', '').toLowerCase();

/** Whether two names are one. */
export const sameName = (one: string, other: string): boolean =>
  plainName(one) === plainName(other);
