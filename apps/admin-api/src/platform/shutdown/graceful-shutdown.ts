import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Config } from '../config/index.js';
import { Log } from '../logging/index.js';
import { ConnectionDrain } from './drain.js';
import { Lifecycle } from './lifecycle.js';

/** Longer than any request should take, shorter than what a supervisor waits before it kills. */
const DEADLINE_MS = 10_000;

/**
 * Finishes what is in flight when the process is told to stop: readiness goes, after a grace live streams end, answers carry
 * `connection: close`, idle connections are closed until none is left.
 */
@Injectable()
export class GracefulShutdown implements OnModuleInit, BeforeApplicationShutdown {
  #drain: ConnectionDrain | undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly lifecycle: Lifecycle,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const server = this.#server();
    if (!server) return;
    this.#drain = new ConnectionDrain(server.server);
    server.addHook('onSend', async (_request, reply) => {
      if (this.lifecycle.stopping.aborted) void reply.header('connection', 'close');
    });
  }

  async beforeApplicationShutdown(signal?: string): Promise<void> {
    this.log.info('stopping', { signal });
    this.lifecycle.leave();
    // Behind a proxy: a connection that it opens while we close would be reset, so it is given time to look away.
    await pause(this.config.stopGraceMs);
    this.lifecycle.beginStop();
    const server = this.#server();
    if (server?.server.listening) this.#drain?.begin(DEADLINE_MS);
  }

  #server(): FastifyInstance | undefined {
    const server: FastifyInstance | undefined = this.host.httpAdapter?.getInstance();
    // Commands build the modules without a server.
    return server?.addHook ? server : undefined;
  }
}
