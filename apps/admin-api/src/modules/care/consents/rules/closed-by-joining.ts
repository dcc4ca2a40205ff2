import type { ConsentAct } from '../consent-types.js';

/** What was said of one consent. */
export type Said = Pick<ConsentAct, 'act' | 'at' | 'id'>;

const isLater = (one: Said, other: Said): boolean =>
  one.at.getTime() - other.at.getTime() > 0 ||
  (one.at.getTime() === other.at.getTime() && one.id > other.id);

/**
 * Of what two files say last of one consent: the no that a later yes of the other file would cover once they are one.
 * The yes was never meant for what the no closed, so the joined file stays closed until she agrees anew.
 */
export function coveredNo<Last extends Said>(
  one: Last | undefined,
  other: Last | undefined,
): Last | undefined {
  if (!one || !other) return undefined;
  const [later, earlier] = isLater(one, other) ? [one, other] : [other, one];
  return later.act === 'given' && earlier.act === 'withdrawn' ? earlier : undefined;
}
