import type { FastifyInstance } from 'fastify';

import type { FaultInjector } from '../faults/fault-injector.js';
import { readJson } from '../http/input.js';
import { elevenDigits } from '../http/phone.js';
import { queryOf } from '../http/raw-body.js';
import type { PaySide } from '../pay/pay-side.js';
import type { Endpoint } from '../platform/endpoint.js';
import type { ShippingDesk } from '../platform/shipping/desk.js';
import type { Pusher } from '../push/pusher.js';
import type { SandboxState } from '../state/sandbox-state.js';
import type { Schedule } from '../state/schedule.js';
import { appRoutes } from './app.js';
import { allowAnyOrigin } from './cors.js';
import { orderFault } from './order-fault.js';
import { payControlRoutes } from './pay.js';
import { peopleRoutes } from './people.js';
import { pushRoutes } from './push.js';
import { shippingRoutes } from './shipping.js';
import { subscriptionRoutes } from './subscriptions.js';

/** What the control side works on. */
export interface ControlParts {
  readonly state: SandboxState;
  readonly faults: FaultInjector;
  readonly pusher: Pusher;
  readonly schedule: Schedule;
  readonly desk: ShippingDesk;
  readonly pay: PaySide;
  readonly endpoints: readonly Endpoint[];
}

/** What a person holding the phone does, and what a test wants to see or to break. */
export function controlRoutes(app: FastifyInstance, parts: ControlParts): void {
  const { state, faults, pusher, schedule } = parts;
  allowAnyOrigin(app, '/_sandbox/');
  peopleRoutes(app, state);
  subscriptionRoutes(app, state, pusher);
  appRoutes(app, state);
  pushRoutes(app, pusher);
  shippingRoutes(app, parts.desk);
  payControlRoutes(app, parts.pay);
  readingRoutes(app, state);

  app.get('/_sandbox/endpoints', () => ({
    items: parts.endpoints.map(({ method, path, needsToken }) => ({ method, path, needsToken })),
  }));

  app.post('/_sandbox/faults', (request, reply) =>
    reply.code(201).send(orderFault(faults, readJson(request))),
  );
  app.get('/_sandbox/faults', () => ({ items: faults.list() }));
  app.delete('/_sandbox/faults', (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.post('/_sandbox/reset', () => {
    state.reset();
    faults.clear();
    schedule.clear();
    pusher.clear();
    parts.pay.reset();
    return { ok: true };
  });
}

function readingRoutes(app: FastifyInstance, state: SandboxState): void {
  app.get('/_sandbox/messages', (request) => {
    const openid = queryOf(request)['openid'];
    return {
      items: state.messages.newestFirst((each) => openid === undefined || each.openid === openid),
    };
  });

  app.get('/_sandbox/sms', (request) => {
    const asked = queryOf(request)['phone'];
    // An unescaped plus sign arrives as a space.
    const phone = asked === undefined ? undefined : elevenDigits(asked.replace(/^ /, '+'));
    return {
      items: state.texts.newestFirst((each) => phone === undefined || each.phone === phone),
    };
  });

  app.get('/_sandbox/templates', () => ({
    items: Object.entries(state.app.templates).map(([kind, template]) => ({ kind, ...template })),
  }));
}
