import type { Tx } from '../../platform/database/index.js';
import {
  insertMessage,
  lockMessage,
  setMessageState,
  type MessageState,
  type NewMessage,
} from './data/messages.js';

/** How a message stands, and whether it is the caller's to deliver. */
export interface Begun {
  readonly state: MessageState;
  readonly isMine: boolean;
}

/**
 * Writes a message down before anybody is asked to deliver it. One that failed before is tried again; one that a run
 * left `sending` when it died may have gone out and stays `unknown`; whatever else was settled stays as it is.
 */
export async function beginMessage(tx: Tx, fresh: NewMessage): Promise<Begun> {
  const { key, state, reason, at } = fresh;
  const begun = { state, isMine: state === 'sending' };
  if (await insertMessage(tx, fresh)) return begun;
  const before = await lockMessage(tx, key);
  if (before?.state === 'failed') {
    await setMessageState(tx, key, { state, reason, at });
    return begun;
  }
  if (before?.state === 'sending') {
    await setMessageState(tx, key, { state: 'unknown', reason: '发送结果未知', at });
    return { state: 'unknown', isMine: false };
  }
  return { state: before?.state ?? 'unknown', isMine: false };
}
