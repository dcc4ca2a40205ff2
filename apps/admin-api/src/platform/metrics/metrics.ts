import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { Clock } from '../clock/index.js';
import { Database, UnitOfWork } from '../database/index.js';
import { JobQueries, JOB_STATES } from '../jobs/index.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What an operator watches: requests by route template, jobs, how far behind the outbox is, repeated transactions. */
@Injectable()
export class Metrics implements OnModuleInit {
  readonly #registry = new Registry();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueries,
    private readonly clock: Clock,
  ) {
    collectDefaultMetrics({ register: this.#registry });
    this.#countJobs();
    this.#measureOutbox();
    this.#countRetries();
  }

  /** Further metrics of other parts register themselves here. */
  get registry(): Registry {
    return this.#registry;
  }

  onModuleInit(): void {
    const server: FastifyInstance | undefined = this.host.httpAdapter?.getInstance();
    if (!server?.addHook) return;
    const duration = new Histogram({
      name: 'yance_http_request_seconds',
      help: 'Time to answer a request, by route template',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [this.#registry],
    });
    server.addHook('onResponse', async (request, reply) => {
      // A stream lasts as long as somebody looks: that is no time to answer.
      if (String(reply.raw.getHeader('content-type')).startsWith('text/event-stream')) return;
      const route = request.routeOptions.url ?? 'unmatched';
      const labels = { method: request.method, route, status: reply.statusCode };
      duration.observe(labels, reply.elapsedTime / 1000);
    });
  }

  /** The exposition text of Prometheus. */
  async text(): Promise<{ contentType: string; body: string }> {
    return { contentType: this.#registry.contentType, body: await this.#registry.metrics() };
  }

  #countJobs(): void {
    const { jobs } = this;
    new Gauge({
      name: 'yance_jobs',
      help: 'Jobs in the table, by state',
      labelNames: ['state'],
      registers: [this.#registry],
      async collect() {
        const counts = await jobs.counts();
        for (const state of JOB_STATES) this.set({ state }, counts[state]);
      },
    });
  }

  #measureOutbox(): void {
    const { database, clock } = this;
    new Gauge({
      name: 'yance_outbox_lag_seconds',
      help: 'Age of the oldest event not yet handed to its subscribers',
      registers: [this.#registry],
      async collect() {
        const row = await database.row<{ oldest: Date | null }>(
          'SELECT MIN(created_at) AS oldest FROM outbox_event WHERE dispatched_at IS NULL',
        );
        const since = row?.oldest ? clock.now().getTime() - row.oldest.getTime() : 0;
        this.set(Math.max(0, since / 1000));
      },
    });
  }

  #countRetries(): void {
    const { unitOfWork } = this;
    new Gauge({
      name: 'yance_transaction_retries',
      help: 'Transactions begun again after a deadlock or another passing clash, since start',
      registers: [this.#registry],
      collect() {
        this.set(unitOfWork.retries);
      },
    });
  }
}
