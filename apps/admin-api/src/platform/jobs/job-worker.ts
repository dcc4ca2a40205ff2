import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Config } from '../config/index.js';
import { UnitOfWork } from '../database/index.js';
import { newId } from '../ids/index.js';
import { Log, redactText } from '../logging/index.js';
import { Outbox } from '../outbox/index.js';
import { EventDispatcher } from './event-dispatcher.js';
import { JobQueue } from './job-queue.js';
import { JobStore, type ClaimedJob } from './job-store.js';
import { LeaseLost, type JobContext } from './job-types.js';
import { underLease } from './lease.js';
import { JobRegistry } from './registry.js';
import { WakeUp } from './wake-up.js';

const CONCURRENCY = 4;
const POLL_MS = 250;
/** After a fault of the loop itself, such as the database being away. */
const FAULT_PAUSE_MS = 1_000;
const STOP_DEADLINE_MS = 10_000;

/** Dispatches events and runs due jobs. Starts by itself only where the configuration asks for workers. */
@Injectable()
export class JobWorker
  implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown
{
  readonly #name = newId();
  readonly #running = new Set<Promise<void>>();
  readonly #wakeUp = new WakeUp();
  readonly #abort = new AbortController();
  #loop: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;
  #stopAsked = false;
  #claims = 0;

  constructor(
    private readonly config: Config,
    private readonly store: JobStore,
    private readonly registry: JobRegistry,
    private readonly dispatcher: EventDispatcher,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
    private readonly outbox: Outbox,
    private readonly jobs: JobQueue,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.runWorkers) this.start();
  }

  /** Begins to stop at once, so that jobs and open requests finish side by side. */
  onModuleDestroy(): void {
    this.#stopping = this.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#stopping;
  }

  start(): void {
    if (this.#loop || this.#stopAsked) return;
    this.outbox.onWritten(() => this.#wakeUp.call());
    this.jobs.onAdded(() => this.#wakeUp.call());
    this.#loop = this.#runLoop();
  }

  /** Takes nothing new, lets what runs finish, and after the deadline tells it to give up. */
  async stop(deadlineMs = STOP_DEADLINE_MS): Promise<void> {
    this.#stopAsked = true;
    this.#wakeUp.call();
    const deadline = setTimeout(() => this.#abort.abort(), deadlineMs);
    await this.#loop;
    await Promise.all(this.#running);
    clearTimeout(deadline);
  }

  /**
   * Dispatches and runs everything due now, one after another, until nothing is left; returns how many jobs ran.
   * For tests and commands, where no worker was started. A job that fails is due later and is not waited for.
   */
  async runDue(): Promise<number> {
    let ran = 0;
    for (;;) {
      const found = await this.dispatcher.dispatch();
      const claimed = await this.#claim(1);
      for (const job of claimed) await this.#run(job);
      ran += claimed.length;
      if (found === 0 && claimed.length === 0) return ran;
    }
  }

  async #runLoop(): Promise<void> {
    while (!this.#stopAsked) {
      try {
        const found = await this.dispatcher.dispatch();
        const free = CONCURRENCY - this.#running.size;
        const claimed = free > 0 ? await this.#claim(free) : [];
        for (const job of claimed) this.#launch(job);
        if (found === 0 && claimed.length === 0) await this.#wakeUp.wait(POLL_MS);
        else if (this.#running.size >= CONCURRENCY) await Promise.race(this.#running);
      } catch (error) {
        this.log.error('job loop failed', { err: error });
        await this.#wakeUp.wait(FAULT_PAUSE_MS);
      }
    }
  }

  #claim(limit: number): Promise<ClaimedJob[]> {
    this.#claims += 1;
    return this.store.claim(`${this.#name}:${this.#claims}`, this.registry.queues(), limit);
  }

  #launch(job: ClaimedJob): void {
    const run = this.#run(job).finally(() => {
      this.#running.delete(run);
      this.#wakeUp.call();
    });
    this.#running.add(run);
  }

  /** Never rejects: a fault of the bookkeeping leaves the lease to run out, and the job is found again. */
  async #run(job: ClaimedJob): Promise<void> {
    try {
      await this.#handle(job);
    } catch (error) {
      const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.log.warn('job failed', {
        jobId: job.id,
        queue: job.queue,
        attempt: job.attempt,
        err: error,
      });
      if (error instanceof LeaseLost) return;
      await this.store.fail(job, redactText(why)).catch((fault: unknown) => {
        this.log.error('job failure could not be stored', { jobId: job.id, err: fault });
      });
    }
  }

  async #handle(job: ClaimedJob): Promise<void> {
    if (job.attempt > job.maxAttempts) throw new Error('the worker died in every attempt');
    const handler = this.registry.handlerOf(job.queue);
    if (!handler) throw new Error(`queue ${job.queue} has no handler`);
    let completed = false;
    await underLease(
      () => this.store.renew(job),
      this.#abort.signal,
      (signal) => {
        const context: JobContext = {
          jobId: job.id,
          attempt: job.attempt,
          signal,
          completeIn: async (tx) => {
            await this.store.complete(tx, job);
            completed = true;
          },
        };
        return handler.run(job.payload, context);
      },
    );
    if (!completed) await this.unitOfWork.run((tx) => this.store.complete(tx, job));
  }
}
