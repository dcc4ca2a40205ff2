import { isRecord } from './failure';
import type { KeyValue } from './storage';

/** Nothing that was begun on this phone is kept longer, in milliseconds. */
export const KEPT_MS = 24 * 3_600_000;

const WHO = 'yance.client';
/** What somebody entered about her health: as it stands in the fields, and as it was sent without an answer. */
const REPLIES = ['yance.questionnaire.', 'yance.write.questionnaire.'];
const UNFINISHED = ['yance.questionnaire.', 'yance.write.'];

const startsIn = (beginnings: readonly string[], key: string): boolean =>
  beginnings.some((beginning) => key.startsWith(beginning));

/** Whose phone it is now; nobody's before the first sign-in and after a refused one. */
export function clientOf(storage: KeyValue): string | undefined {
  const id = storage.read(WHO);
  return typeof id === 'string' ? id : undefined;
}

/** Somebody is signed in: what another client entered does not stay. */
export function isClient(storage: KeyValue, id: string): void {
  if (clientOf(storage) === id) return;
  dropReplies(storage);
  storage.write(WHO, id);
}

/** Nobody is signed in any more. */
export function isNobody(storage: KeyValue): void {
  dropReplies(storage);
  storage.remove(WHO);
}

/** Takes every answer off the phone that was entered and not sent. */
export function dropReplies(storage: KeyValue): void {
  for (const key of storage.keys()) if (startsIn(REPLIES, key)) storage.remove(key);
}

/** Takes off what was begun more than a day ago, and what does not say when. */
export function dropOld(storage: KeyValue, now: number): void {
  for (const key of storage.keys()) {
    if (!startsIn(UNFINISHED, key)) continue;
    const kept = storage.read(key);
    const madeAt = isRecord(kept) ? kept['madeAt'] : undefined;
    if (typeof madeAt !== 'number' || now - madeAt > KEPT_MS) storage.remove(key);
  }
}
