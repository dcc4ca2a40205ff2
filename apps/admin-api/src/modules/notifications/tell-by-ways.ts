import { Refusal } from '../../platform/errors/index.js';
import { WechatRefused, WechatUnavailable } from '../../platform/wechat/index.js';
import type { MessageChannel, MessageState } from './data/messages.js';

/** How often a job tries before a way that does not work is given up for the next one. */
export const MOST_TRIES = 6;
/** After these another way is tried: she was not told. */
const NOT_TOLD: ReadonlySet<MessageState> = new Set(['not_allowed', 'failed']);

/** One way to tell a client. */
export interface Way {
  readonly channel: MessageChannel;
  readonly go: () => Promise<MessageState>;
}

/**
 * Tries one way after the other until she is told, or no way is left. A run that died went on to the next way only once
 * the one before had failed for good, so the latest that was tried is where this one begins.
 * @param isLast a way that does not work now is given up for the next one
 * @throws WechatRefused, WechatUnavailable, Refusal where trying again later may help
 */
export async function tellByWays(
  ways: readonly Way[],
  tried: ReadonlySet<MessageChannel>,
  isLast: boolean,
): Promise<void> {
  const latest = ways.findLastIndex(({ channel }) => tried.has(channel));
  for (const way of ways.slice(Math.max(0, latest)))
    if (!NOT_TOLD.has(await attempt(way, isLast))) return;
}

async function attempt(way: Way, isLast: boolean): Promise<MessageState> {
  try {
    return await way.go();
  } catch (error) {
    const isRefused =
      error instanceof Refusal ||
      error instanceof WechatRefused ||
      (error instanceof WechatUnavailable && error.fault === 'busy');
    if (!isLast || !isRefused) throw error;
    return 'failed';
  }
}
