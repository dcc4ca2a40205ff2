import { isUtf8 } from 'node:buffer';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule, RawBodyRequest, Type } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/index.js';
import { refuse } from '../errors/index.js';
import { limitAdmission } from './admission.js';
import { answerClientError, answerUnroutable } from './client-error.js';
import { openApiDocument } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { requestIdOf } from './request-id.js';
import { securityHeaders } from './security-headers.js';
import { serveSites } from './static-sites.js';
import { inputPipe } from '../input/index.js';
import { limitTokenGuesses } from '../rate-limit/index.js';

/** Largest JSON body; uploads will have a route of their own. */
const BODY_LIMIT_BYTES = 256 * 1024;
/** A client that sends its request slower than this is cut off, so that slow bodies cannot hold sockets. */
const REQUEST_TIMEOUT_MS = 20_000;
const HEADERS_TIMEOUT_MS = 10_000;
/** How often Node looks for such requests; by itself it does every 30 s, which would add to the time above. */
const LOOK_FOR_SLOW_EVERY_MS = 2_000;

/**
 * JSON is the only kind of body. Texts and forms, which Fastify and Nest would read by themselves, are what another
 * site's page can send without asking: they are a 415 like every other kind.
 */
function acceptJsonOnly(adapter: FastifyAdapter): void {
  // Nest does this at the start and not twice; its kinds have to be there before one can be taken away.
  adapter.registerParserMiddleware('api', true);
  adapter
    .getInstance()
    .removeContentTypeParser(['text/plain', 'application/x-www-form-urlencoded']);
}

/** Bytes that are no UTF-8 would be read as question marks and kept as such: nobody sent those. */
function refuseBrokenText(server: FastifyInstance): void {
  server.addHook('preValidation', async (request: RawBodyRequest<FastifyRequest>) => {
    if (request.rawBody && !isUtf8(request.rawBody)) refuse('INVALID_JSON');
  });
}

/** Builds the application as it serves: the tests, the commands and main.ts all get the same one. */
export async function createApp(
  module: Type | DynamicModule,
  config: Config,
  options: { readonly preview?: boolean } = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: LOOK_FOR_SLOW_EVERY_MS,
    },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerUnroutable,
    // Believes as many hops as the operator says stand in front, and no more.
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    genReqId: requestIdOf,
    logger: false,
    routerOptions: { maxParamLength: 128 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    rawBody: true,
    bufferLogs: true,
    abortOnError: false,
    // Preview mode builds the graph of modules without starting any provider: no database is needed for the contract.
    preview: options.preview ?? false,
  });
  acceptJsonOnly(adapter);
  await app.register(cookie);
  app.setGlobalPrefix('api', {
    exclude: ['health/live', 'health/ready', 'metrics', 'calendar/:file'],
  });
  app.useGlobalPipes(inputPipe());
  app.useGlobalFilters(new ProblemFilter());
  const server = adapter.getInstance();
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  await securityHeaders(app, config);
  refuseBrokenText(server);
  limitTokenGuesses(server, config);
  limitAdmission(server, config.databasePoolSize);
  await serveSites(app, config);
  serveContract(app, server);
  return app;
}

/** Written when it is first asked for: few processes ever are, and writing it takes a fifth of their start. */
function serveContract(app: NestFastifyApplication, server: FastifyInstance): void {
  let written: string | undefined;
  server.get('/api/openapi.json', (_request, reply) => {
    written ??= JSON.stringify(openApiDocument(app));
    return reply.type('application/json').send(written);
  });
}
