import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/index.js';
import { refuse } from '../errors/index.js';
import { LOOPBACK_GENEROSITY, isGenerousTo } from './generosity.js';
import { DEFAULT_LIMIT, NAMED_LIMITS, type Limit, type LimitName } from './limits.js';
import { MemoryCounter } from './memory-counter.js';
import { NO_RATE_LIMIT, RATE_LIMIT } from './rate-limit.decorators.js';
import { SharedCounter } from './shared-counter.js';

/**
 * Refuses what comes too often with 429 and Retry-After. Stands behind the access guard, so that people are told
 * apart by who they are and not by the address that a whole salon shares.
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  readonly #memory = new MemoryCounter(LOOPBACK_GENEROSITY);

  constructor(
    private readonly reflector: Reflector,
    private readonly shared: SharedCounter,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(NO_RATE_LIMIT, targets)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const generous = isGenerousTo(this.config, request);
    await this.#count(request, DEFAULT_LIMIT, false, generous);
    const name = this.reflector.getAllAndOverride<LimitName | undefined>(RATE_LIMIT, targets);
    if (name === undefined) return true;
    const { limits, shared } = NAMED_LIMITS[name];
    for (const limit of limits) await this.#count(request, limit, shared, generous);
    return true;
  }

  async #count(
    request: FastifyRequest,
    limit: Limit,
    shared: boolean,
    generous: boolean,
  ): Promise<void> {
    const key = limit.keyOf(request);
    if (key === undefined) return;
    const hits = limit.hits * (generous ? LOOPBACK_GENEROSITY : 1);
    const wait = shared
      ? await this.shared.hit(limit.name, key, hits, limit.seconds)
      : await this.#memory.hit(limit, key, generous);
    if (wait > 0) refuse('RATE_LIMITED', { retryAfterSeconds: wait });
  }
}
