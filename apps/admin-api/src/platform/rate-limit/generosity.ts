import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/index.js';

/** So many times the usual for a demo on the same machine, where scripts stand in for a whole salon. */
export const LOOPBACK_GENEROSITY = 1_000;
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** Whether a request comes from this very machine, not through a proxy, and not to a real salon. */
export function isGenerousTo(config: Config, request: FastifyRequest): boolean {
  if (config.kind === 'production') return false;
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return forwarded === undefined && LOOPBACK.test(request.socket.remoteAddress ?? '');
}
