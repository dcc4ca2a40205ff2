import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { RateLimitGuard } from './rate-limit.guard.js';
import { SharedCounter } from './shared-counter.js';

/** Import it after the module that provides the access guard: guards run in the order of imports. */
@Module({
  providers: [SharedCounter, { provide: APP_GUARD, useClass: RateLimitGuard }],
})
export class RateLimitModule {}
