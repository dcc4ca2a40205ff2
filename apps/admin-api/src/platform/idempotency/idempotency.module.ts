import { Global, Module } from '@nestjs/common';
import { IdempotentWork } from './idempotent-work.js';

@Global()
@Module({ providers: [IdempotentWork], exports: [IdempotentWork] })
export class IdempotencyModule {}
