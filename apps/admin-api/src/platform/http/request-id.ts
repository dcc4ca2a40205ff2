import type { IncomingMessage } from 'node:http';
import { newId } from '../ids/index.js';

const WELL_FORMED = /^[\w-]{8,64}$/;

/** The id that a proxy gave the request when it is well formed, else a new one: it stands in the log and in the answer. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : newId();
}
