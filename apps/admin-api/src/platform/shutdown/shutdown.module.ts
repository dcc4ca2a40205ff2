import { Global, Module } from '@nestjs/common';
import { GracefulShutdown } from './graceful-shutdown.js';
import { Lifecycle } from './lifecycle.js';

@Global()
@Module({ providers: [Lifecycle, GracefulShutdown], exports: [Lifecycle] })
export class ShutdownModule {}
