import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicRoute } from '../auth/index.js';
import { Config } from '../config/index.js';
import { refuse } from '../errors/index.js';
import { NoRateLimit } from '../rate-limit/index.js';
import { Metrics } from './metrics.js';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** For Prometheus: from this machine and not forwarded, or with the token. To others it does not exist. */
@ApiExcludeController()
@Controller('metrics')
@NoRateLimit()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get()
  @PublicRoute()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!isFromThisMachine(request) && !this.#hasToken(request)) refuse('NOT_FOUND');
    const { contentType, body } = await this.metrics.text();
    await reply.header('content-type', contentType).header('cache-control', 'no-store').send(body);
  }

  #hasToken(request: FastifyRequest): boolean {
    const token = this.config.metricsToken;
    if (token === undefined) return false;
    const shown = request.headers.authorization?.replace(/^Bearer /i, '') ?? '';
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(shown), digest(token));
  }
}

/** A proxy on this machine also comes from loopback, so a forwarded request does not count as local. */
function isFromThisMachine(request: FastifyRequest): boolean {
  const { headers, socket } = request;
  const forwarded = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];
  if (forwarded.some((name) => headers[name] !== undefined)) return false;
  return LOOPBACK.test(socket.remoteAddress ?? '');
}
