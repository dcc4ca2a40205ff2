import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicRoute } from '../auth/index.js';
import { NoRateLimit } from '../rate-limit/index.js';
import { Readiness } from './readiness.js';

/** For whoever starts, watches or balances the process. Outside /api. */
@ApiExcludeController()
@Controller('health')
@NoRateLimit()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers; says nothing of what it depends on. */
  @Get('live')
  @PublicRoute()
  @Header('cache-control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when requests can be served, 503 with the reason when not. */
  @Get('ready')
  @PublicRoute()
  @Header('cache-control', 'no-store')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: 'ok' | 'unavailable'; reason?: string }> {
    const reason = await this.readiness.whyNot();
    if (reason === undefined) return { status: 'ok' };
    void reply.status(503).header('retry-after', '2');
    return { status: 'unavailable', reason };
  }
}
