import { DataSource } from 'typeorm';
import { TestClock } from '../clock/index.js';
import type { Config } from '../config/index.js';
import { CustomerWordSeal, FieldCipher, PlatformCipher, SubjectKeys } from '../crypto/index.js';
import { Database, dataSourceOptions, UnitOfWork } from '../database/index.js';
import { EventDispatcher } from '../jobs/event-dispatcher.js';
import {
  EventSubscriptions,
  JobQueue,
  JobRegistry,
  JobWorker,
  SweepRunner,
  Sweeps,
} from '../jobs/index.js';
import { JobStore } from '../jobs/job-store.js';
import { Log } from '../logging/index.js';
import { Outbox } from '../outbox/index.js';
import { aConfig } from './a-config.js';

/** One process as far as jobs and events go, on a database that other such processes may share. */
export interface ProcessParts {
  readonly config: Config;
  readonly clock: TestClock;
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly registry: JobRegistry;
  readonly subscriptions: EventSubscriptions;
  readonly jobs: JobQueue;
  readonly store: JobStore;
  readonly dispatcher: EventDispatcher;
  readonly worker: JobWorker;
  readonly sweeps: Sweeps;
  readonly sweepRunner: SweepRunner;
  readonly log: Log;
  close(): Promise<void>;
}

/** Wires the real parts by hand, without Nest. `clock` stands still until the test moves it. */
export async function aProcess(
  url: string,
  clock = new TestClock(new Date('2026-11-22T02:00:00Z')),
): Promise<ProcessParts> {
  const config = aConfig({ DATABASE_URL: url });
  const dataSource = await new DataSource(dataSourceOptions({ url, poolSize: 8 })).initialize();
  const cipher = new FieldCipher(new SubjectKeys(config, clock));
  const seal = new CustomerWordSeal(cipher, new PlatformCipher(config));
  const database = new Database(dataSource, seal);
  const unitOfWork = new UnitOfWork(dataSource, seal);
  const log = new Log('silent');
  const outbox = new Outbox(clock, unitOfWork);
  const registry = new JobRegistry();
  const subscriptions = new EventSubscriptions(registry);
  const jobs = new JobQueue(clock, registry, unitOfWork);
  const store = new JobStore(database, unitOfWork, clock);
  const dispatcher = new EventDispatcher(database, unitOfWork, jobs, subscriptions, clock);
  const worker = new JobWorker(config, store, registry, dispatcher, unitOfWork, log, outbox, jobs);
  const sweeps = new Sweeps();
  const sweepRunner = new SweepRunner(config, sweeps, unitOfWork, log);
  return {
    ...{ config, clock, database, unitOfWork, outbox, registry, subscriptions, jobs, store },
    ...{ dispatcher, worker, sweeps, sweepRunner, log },
    async close() {
      await Promise.all([worker.stop(), sweepRunner.stop()]);
      await dataSource.destroy();
    },
  };
}
