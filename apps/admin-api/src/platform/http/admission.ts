import type { FastifyInstance } from 'fastify';
import { Refusal, toProblem } from '../errors/index.js';
import { sendProblem } from './problem.filter.js';

/**
 * Requests that may be under way for each connection to the database. Measured: a few per connection keep both busy;
 * what comes on top only waits, and everybody behind it too.
 */
const UNDER_WAY_PER_CONNECTION = 8;
const RETRY_AFTER_SECONDS = 1;
/** Open for hours and idle for most of them. */
const LONG_LIVED = new Set(['/api/staff/stream']);

/**
 * Refuses what is more than the house can serve at once, before any work was done for it: 503 with Retry-After. The
 * others are then answered as fast as ever, where otherwise all would time out together.
 */
export function limitAdmission(server: FastifyInstance, poolSize: number): void {
  const most = poolSize * UNDER_WAY_PER_CONNECTION;
  let underWay = 0;
  // After the body was read: slow senders must not keep the others out.
  server.addHook('preValidation', (request, reply, done) => {
    const route = request.routeOptions.url;
    // Probes, files and metrics have to answer above all when it is busy.
    if (!route?.startsWith('/api/') || LONG_LIVED.has(route)) {
      done();
      return;
    }
    if (underWay >= most) {
      const refusal = new Refusal('OVERLOADED', { retryAfterSeconds: RETRY_AFTER_SECONDS });
      sendProblem(reply, toProblem(refusal, request.id));
      return;
    }
    underWay += 1;
    // Comes exactly once, after the answer or when the caller hangs up.
    reply.raw.once('close', () => (underWay -= 1));
    done();
  });
}
