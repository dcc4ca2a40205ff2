import type { AddressInfo } from 'node:net';

import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';

import { systemClock, type Clock } from './clock.js';
import { controlRoutes, type ControlParts } from './control/routes.js';
import { FaultInjector } from './faults/fault-injector.js';
import { BadInput } from './http/input.js';
import { readBodiesAsText } from './http/raw-body.js';
import { cashierPageRoutes } from './pages/cashier.js';
import { pageRoutes } from './pages/routes.js';
import { KeyRing, type Keeper } from './pay/keys/key-ring.js';
import { settingsOf, type Merchant, type MerchantSettings } from './pay/keys/merchant.js';
import { PaySide } from './pay/pay-side.js';
import { payRoutes } from './pay/routes.js';
import { shippingOf } from './platform/shipping/of-payments.js';
import { allEndpoints } from './platform/endpoints.js';
import { platformRoutes } from './platform/routes.js';
import { ShippingDesk } from './platform/shipping/desk.js';
import { Pusher } from './push/pusher.js';
import { smsRoutes } from './sms/routes.js';
import { SandboxState } from './state/sandbox-state.js';
import { Schedule } from './state/schedule.js';
import { TEMPLATES, type TemplateSet } from './templates.js';

const BODY_LIMIT = 64 * 1024;
/** The app's original id, under which it is named in events. */
const ORIGINAL_ID = 'gh_5a4db0c0ffee';

export interface SandboxOptions {
  readonly appid: string;
  readonly secret: string;
  /** The time for codes and tokens; the machine's own unless a test brings one. */
  readonly clock?: Clock;
  readonly templates?: TemplateSet;
  /** The merchant and the keys of WeChat Pay; new ones, made when first asked for, unless given. */
  readonly merchant?: Merchant;
  /** The merchant number of new keys. */
  readonly mchid?: string;
  /** Told when a key was replaced. */
  readonly keepMerchant?: Keeper;
}

/** A running WeChat, simulated. */
export interface Sandbox {
  /** Where it listens, for example `http://127.0.0.1:3001`; throws before `listen`. */
  readonly url: string;
  /** What the merchant's server has to know of WeChat Pay: GET /_sandbox/merchant. */
  readonly merchant: MerchantSettings;
  /** Listens on a free port unless told otherwise; returns the url. */
  listen(options?: { port?: number; host?: string }): Promise<string>;
  /** Stops listening and cuts what is still open, held calls included. */
  close(): Promise<void>;
}

/** Builds a sandbox with nothing in it; two of them share nothing. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { appid, secret, clock = systemClock, templates = TEMPLATES } = options;
  const state = new SandboxState({ appid, secret, templates }, clock);
  const keys = new KeyRing(options.merchant, options.mchid, options.keepMerchant);
  const parts = assemble(state, keys);
  const app = buildServer(parts);
  let url: string | undefined;

  return {
    get url() {
      if (url === undefined) throw new Error('the sandbox does not listen yet');
      return url;
    },
    get merchant() {
      return settingsOf(keys.merchant);
    },
    async listen({ port = 0, host = '127.0.0.1' } = {}) {
      await app.listen({ port, host });
      url = `http://${urlHost(host)}:${String((app.server.address() as AddressInfo).port)}`;
      return url;
    },
    async close() {
      parts.faults.release();
      parts.schedule.close();
      parts.pay.close();
      parts.pusher.clear();
      await app.close();
    },
  };
}

function assemble(state: SandboxState, keys: KeyRing): ControlParts {
  const { clock } = state;
  const schedule = new Schedule(clock);
  const pusher = new Pusher(clock, schedule, state.app.appid, ORIGINAL_ID);
  const desk = new ShippingDesk(state.orders, clock, pusher, schedule);
  const endpoints = allEndpoints(state, pusher, schedule, desk);
  const faults = new FaultInjector(state);
  const pay = new PaySide(state, keys, faults, schedule, shippingOf(desk));
  return { state, faults, pusher, schedule, desk, pay, endpoints };
}

function buildServer(parts: ControlParts): FastifyInstance {
  const { state, faults } = parts;
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    exposeHeadRoutes: false,
    // Nothing here takes long except calls that a fault holds on purpose.
    forceCloseConnections: true,
  });
  readBodiesAsText(app);
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof BadInput) return problem(reply, 400, error.body());
    const status = error.statusCode ?? 500;
    const title = status < 500 ? error.message : 'Internal Server Error';
    if (status >= 500) process.stderr.write(`wechat-sandbox: ${error.stack ?? error.message}\n`);
    return problem(reply, status, { type: 'about:blank', title, status });
  });
  app.setNotFoundHandler((_request, reply) =>
    problem(reply, 404, {
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      code: 'NOT_FOUND',
    }),
  );
  platformRoutes(app, state, faults, parts.endpoints);
  payRoutes(app, parts.pay.routes());
  smsRoutes(app, state, faults);
  controlRoutes(app, parts);
  pageRoutes(app, state);
  cashierPageRoutes(app, parts.pay);
  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', () => ({ status: 'ok' }));
  return app;
}

function problem(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

/** A wildcard address is not one to call; an IPv6 one needs brackets. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
