import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Config } from '../config/index.js';
import { UnitOfWork } from '../database/index.js';
import { newId } from '../ids/index.js';
import { Log } from '../logging/index.js';
import type { Sweep } from './job-types.js';
import { LEASE_SECONDS, underLease } from './lease.js';
import { Sweeps } from './registry.js';

const LEASE_END = `DATE_ADD(UTC_TIMESTAMP(3), INTERVAL ${LEASE_SECONDS} SECOND)`;
const LEASE_FREE = '(lease_until IS NULL OR lease_until < UTC_TIMESTAMP(3))';
/** So that processes started together do not ask for the same row in the same millisecond. */
const SPREAD_MS = 500;
const STOP_DEADLINE_MS = 10_000;

/** Runs each registered sweep in one process at a time, guarded by a leased row of the table `sweep`. */
@Injectable()
export class SweepRunner
  implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown
{
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<Promise<unknown>>();
  readonly #abort = new AbortController();
  #stopAsked = false;
  #stopping: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.runWorkers) this.start();
  }

  onModuleDestroy(): void {
    this.#stopping = this.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#stopping;
  }

  start(): void {
    for (const sweep of this.sweeps.all()) this.#schedule(sweep, Math.random() * SPREAD_MS);
  }

  /** Starts nothing new and waits for what runs; after the deadline its signal is aborted. */
  async stop(deadlineMs = STOP_DEADLINE_MS): Promise<void> {
    this.#stopAsked = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    const deadline = setTimeout(() => this.#abort.abort(), deadlineMs);
    await Promise.all(this.#running);
    clearTimeout(deadline);
  }

  /**
   * Runs one sweep now unless another process is at it; returns whether it ran. For tests and commands, hence
   * without regard to when it ran last.
   * @throws Error for an unknown name, and whatever the sweep throws
   */
  runNow(name: string): Promise<boolean> {
    const sweep = this.sweeps.all().find((one) => one.name === name);
    if (!sweep) throw new Error(`no sweep is called ${name}`);
    return this.#runOnce(sweep, 0);
  }

  /** Runs one sweep if nobody runs it and it is due; returns whether it ran. */
  runIfDue(sweep: Sweep): Promise<boolean> {
    return this.#runOnce(sweep, sweep.everyMs);
  }

  #schedule(sweep: Sweep, inMs: number): void {
    if (this.#stopAsked) return;
    const timer = setTimeout(() => {
      const run = this.runIfDue(sweep)
        .catch((error: unknown) =>
          this.log.error('sweep failed', { sweep: sweep.name, err: error }),
        )
        .finally(() => {
          this.#running.delete(run);
          this.#schedule(sweep, sweep.everyMs + Math.random() * SPREAD_MS);
        });
      this.#running.add(run);
    }, inMs);
    this.#timers.set(sweep.name, timer);
  }

  async #runOnce(sweep: Sweep, restMs: number): Promise<boolean> {
    const owner = newId();
    if (!(await this.#claim(sweep.name, owner, restMs))) return false;
    try {
      await underLease(
        () => this.#renew(sweep.name, owner),
        this.#abort.signal,
        (signal) => sweep.run(signal),
      );
    } finally {
      await this.#release(sweep.name, owner);
    }
    return true;
  }

  #claim(name: string, owner: string, restMs: number): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      await tx.run('INSERT INTO sweep (name) VALUES (?) ON DUPLICATE KEY UPDATE name = name', [
        name,
      ]);
      const { affectedRows } = await tx.run(
        `UPDATE sweep SET lease_owner = ?, lease_until = ${LEASE_END}, started_at = UTC_TIMESTAMP(3)
         WHERE name = ? AND ${LEASE_FREE}
           AND (started_at IS NULL OR started_at <= DATE_SUB(UTC_TIMESTAMP(3), INTERVAL ? MICROSECOND))`,
        [owner, name, restMs * 1000],
      );
      return affectedRows > 0;
    });
  }

  #renew(name: string, owner: string): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const { affectedRows } = await tx.run(
        `UPDATE sweep SET lease_until = ${LEASE_END} WHERE name = ? AND lease_owner = ?`,
        [name, owner],
      );
      return affectedRows > 0;
    });
  }

  #release(name: string, owner: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await tx.run(
        `UPDATE sweep SET lease_owner = NULL, lease_until = NULL, finished_at = UTC_TIMESTAMP(3)
         WHERE name = ? AND lease_owner = ?`,
        [name, owner],
      );
    });
  }
}
