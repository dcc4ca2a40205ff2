import { Global, Module } from '@nestjs/common';
import { EventDispatcher } from './event-dispatcher.js';
import { JobsController } from './http/jobs.controller.js';
import { JobQueries } from './job-queries.js';
import { JobQueue } from './job-queue.js';
import { JobStore } from './job-store.js';
import { JobWorker } from './job-worker.js';
import { PlatformPrune } from './prune.js';
import { EventSubscriptions, JobRegistry, Sweeps } from './registry.js';
import { SweepRunner } from './sweep-runner.js';

@Global()
@Module({
  controllers: [JobsController],
  providers: [
    JobRegistry,
    EventSubscriptions,
    Sweeps,
    JobQueue,
    JobStore,
    EventDispatcher,
    JobWorker,
    SweepRunner,
    JobQueries,
    PlatformPrune,
  ],
  exports: [JobQueue, JobRegistry, EventSubscriptions, Sweeps, JobWorker, SweepRunner, JobQueries],
})
export class JobsModule {}
