import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { principalKey } from '../auth/index.js';
import { Log } from './log.js';
import { inRequest } from './request-context.js';

/** Gives each request its context and writes one line when it was answered: route template, never the full URL. */
@Injectable()
export class RequestLog implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const server: FastifyInstance | undefined = this.host.httpAdapter?.getInstance();
    // Commands build the modules without a server.
    if (!server?.addHook) return;
    server.addHook('onRequest', (request, _reply, done) => {
      inRequest({ requestId: request.id }, done);
    });
    server.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url;
      // Probes and static files would drown the rest.
      const level = route?.startsWith('/api/') ? 'info' : 'debug';
      this.log.write(reply.statusCode >= 500 ? 'warn' : level, 'request', {
        requestId: request.id,
        method: request.method,
        route: route ?? 'unmatched',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        by: request.principal ? principalKey(request.principal) : undefined,
      });
    });
  }
}
