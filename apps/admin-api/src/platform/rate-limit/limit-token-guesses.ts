import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/index.js';
import { refuse } from '../errors/index.js';
import { LOOPBACK_GENEROSITY, isGenerousTo } from './generosity.js';
import type { Limit } from './limits.js';
import { MemoryCounter } from './memory-counter.js';

/** A salon's phones and desks that come back after a month show one wrong token each. */
const WRONG_TOKENS: Omit<Limit, 'keyOf'> = {
  name: 'wrong-token',
  hits: 120,
  seconds: 60,
};
/** More sessions than one process sees in a day; what was forgotten is only counted like a new one. */
const MOST_REMEMBERED = 10_000;
const STAFF_COOKIE = /yance_staff=/;

/** A hash of what a caller shows to be let in; undefined for one who shows nothing, which is no guess. */
function shownBy({ headers }: FastifyRequest): string | undefined {
  const { authorization, cookie } = headers;
  const shown = authorization ?? (cookie && STAFF_COOKIE.test(cookie) ? cookie : undefined);
  return shown === undefined ? undefined : createHash('sha256').update(shown).digest('base64');
}

/**
 * Counts wrong tokens for each address. Past the limit none is even looked up (429 with Retry-After), while the phones
 * and desks that share the address with whoever guesses go on: what they show was right before. Counted in this
 * process, since a guess must not cost a write.
 */
export function limitTokenGuesses(server: FastifyInstance, config: Config): void {
  const counter = new MemoryCounter(LOOPBACK_GENEROSITY);
  const right = new Set<string>();
  server.addHook('onRequest', async (request) => {
    const shown = shownBy(request);
    if (shown === undefined || right.has(shown)) return;
    const generous = isGenerousTo(config, request);
    const wait = await counter.waitOf(WRONG_TOKENS, request.ip, generous);
    if (wait > 0) refuse('RATE_LIMITED', { retryAfterSeconds: wait });
  });
  server.addHook('onSend', async (request, reply) => {
    const shown = shownBy(request);
    if (shown === undefined) return;
    if (request.principal !== undefined) {
      right.add(shown);
      const [oldest] = right;
      if (right.size > MOST_REMEMBERED && oldest !== undefined) right.delete(oldest);
    } else if (reply.statusCode === 401) {
      await counter.hit(WRONG_TOKENS, request.ip, isGenerousTo(config, request));
    }
  });
}
