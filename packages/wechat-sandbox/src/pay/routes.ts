import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Clock } from '../clock.js';
import {
  PAY_KINDS,
  UNSIGNED_PAY_KINDS,
  type FaultDialect,
  type FaultOrder,
} from '../faults/fault.js';
import type { FaultInjector } from '../faults/fault-injector.js';
import type { Outcome } from '../http/outcome.js';
import { bodyText, parseObject, queryOf, type JsonObject } from '../http/raw-body.js';
import type { PayEndpoint } from './endpoint.js';
import type { KeyRing } from './keys/key-ring.js';
import type { PaySettings } from './settings.js';
import { forged, requestId, signed } from './wire/answer.js';
import { PayError, type PayCode } from './wire/errors.js';
import { checkRequest } from './wire/gate.js';

/** What the routes work with. */
export interface PayRoutesParts {
  readonly endpoints: readonly PayEndpoint[];
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly faults: FaultInjector;
  settings(): PaySettings;
}

const OK_TAIL = '0';

/** Answers for api.mch.weixin.qq.com: every request signed, every answer too but the files of bills. */
export function payRoutes(app: FastifyInstance, parts: PayRoutesParts): void {
  const dialect = dialectOf(parts);
  for (const endpoint of parts.endpoints) {
    const kinds = endpoint.unsigned ? UNSIGNED_PAY_KINDS : PAY_KINDS;
    const target = { path: endpoint.path, kinds };
    parts.faults.offer(target);
    app.route({
      method: endpoint.method,
      url: endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: (request, reply) =>
        parts.faults.around(target, dialect, request, reply, () =>
          outcomeOf(endpoint, parts, request),
        ),
    });
  }
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/v3/*',
    handler: (_request, reply) => {
      const { status, body, contentType } = new PayError(
        'RESOURCE_NOT_EXISTS',
        '无此接口',
      ).outcome();
      return reply.code(status).header('content-type', contentType).send(body);
    },
  });
}

function outcomeOf(endpoint: PayEndpoint, parts: PayRoutesParts, request: FastifyRequest): Outcome {
  const { keys, clock } = parts;
  const serial = headerOf(request, 'wechatpay-serial');
  let tail = OK_TAIL;
  let outcome: Outcome;
  try {
    checkRequest(request, keys, clock);
    outcome = endpoint.answer({
      params: request.params as Record<string, string>,
      query: queryOf(request),
      body: endpoint.method === 'POST' ? readBody(bodyText(request)) : {},
      serial,
    });
  } catch (error) {
    if (!(error instanceof PayError)) throw error;
    outcome = error.outcome();
    tail = error.tail;
  }
  const named = { ...outcome, headers: { ...outcome.headers, 'Request-ID': requestId(tail) } };
  if (endpoint.unsigned && outcome.status === 200) return named;
  const signer = keys.answerSerial(serial, parts.settings().certificates);
  return signed(named, keys, signer, clock.now());
}

function readBody(text: string): JsonObject {
  const body = parseObject(text);
  if (body === undefined) throw new PayError('PARAM_ERROR', '请求体须是 JSON 对象');
  return body;
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** How WeChat Pay says the things that a fault can ask for. */
function dialectOf({ keys, clock }: PayRoutesParts): FaultDialect<Outcome> {
  return {
    busy: () => new PayError('SYSTEM_ERROR', '系统异常，请用相同参数重新调用').outcome(),
    rateLimited: () => new PayError('RATELIMIT_EXCEEDED', '频率超限').outcome(),
    refusal: ({ code, errmsg }: FaultOrder) => new PayError(code as PayCode, errmsg).outcome(),
    forged: (kind, answer) => forged(kind, answer, keys, clock.now()),
  };
}
