import { setTimeout as pause } from 'node:timers/promises';
import { Explained } from './explained.mjs';

const POLL_MS = 150;
const REQUEST_MS = 2_000;

/**
 * Waits until every address answers with success.
 * @param {readonly { what: string, url: string }[]} addresses
 * @param {{ timeoutMs: number, stopped: () => boolean }} options
 * @throws Explained naming the first one that did not answer in time
 */
export async function waitUntilAllAnswer(addresses, { timeoutMs, stopped }) {
  const deadline = Date.now() + timeoutMs;
  for (const { what, url } of addresses) {
    let answer = await probe(url);
    while (answer !== 'ok' && !stopped()) {
      if (Date.now() > deadline)
        throw new Explained(`${what}在 ${timeoutMs / 1000} 秒内没有就绪（${url}：${answer}）。`);
      await pause(POLL_MS);
      answer = await probe(url);
    }
  }
}

/** @param {string} url  @returns {Promise<string>} 'ok', or what was wrong */
async function probe(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(REQUEST_MS) });
    await response.arrayBuffer();
    return response.ok ? 'ok' : `HTTP ${response.status}`;
  } catch {
    return '没有应答';
  }
}
