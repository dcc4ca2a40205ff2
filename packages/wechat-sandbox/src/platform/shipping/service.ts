import { isObject, type JsonObject } from '../../http/raw-body.js';
import type { SandboxState } from '../../state/sandbox-state.js';
import { EXPRESS, ORDER_STATE } from '../../state/shipping-orders.js';
import type { Endpoint } from '../endpoint.js';
import { WechatError } from '../errors.js';
import type { ShippingDesk } from './desk.js';
import { readFlatOrderKey } from './order-key.js';

const OK = { errcode: 0, errmsg: 'ok' };
const DAY_MS = 86_400_000;
const LONGEST_PRESALE_DAYS = 330;
const PRESALE = 1;
const TEST_ORDER = 2;
const MOST_MATERIALS = 10;
const MOST_VIDEOS = 3;

/**
 * POST /wxa/sec/order/notify_confirm_receive: reminds the person once to confirm an express
 * delivery. Errors 10060001, 10060028 (not shipped), 10060032 (no express), 10060029 (time),
 * 10060030 (reminded before), 268485195 to 268485197.
 */
export function notifyConfirmReceive(desk: ShippingDesk): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/sec/order/notify_confirm_receive',
    needsToken: true,
    answer({ body }) {
      const order = desk.known(desk.orders.find(readFlatOrderKey(body)));
      if (order === undefined) throw new WechatError('orderUnknown');
      const { shipment } = order;
      if (order.state !== ORDER_STATE.shipped || shipment?.finishedAt === undefined) {
        throw new WechatError('notShipped');
      }
      if (shipment.logisticsType !== EXPRESS) throw new WechatError('reminderNeedsExpress');
      const received = Number(body['received_time']) * 1000;
      const inTime =
        received > shipment.finishedAt.getTime() && received <= desk.clock.now().getTime();
      if (typeof body['received_time'] !== 'number' || !inTime) {
        throw new WechatError('invalidReceivedTime');
      }
      if (order.reminded) throw new WechatError('reminderUsedUp');
      desk.orders.change(order.transactionId, { reminded: true });
      return OK;
    },
  };
}

/** POST /wxa/sec/order/set_msg_jump_path: where the platform's shipping messages lead. Error 47001. */
export function setMessageJumpPath(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/sec/order/set_msg_jump_path',
    needsToken: true,
    answer({ body }) {
      const path = body['path'];
      if (typeof path !== 'string' || path === '') throw new WechatError('badJson');
      state.settings = { ...state.settings, messageJumpPath: path };
      return OK;
    },
  };
}

/** POST /wxa/sec/order/is_trade_managed: whether the app has to tell what it ships. Errors 40013, 40097. */
export function isTradeManaged(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/sec/order/is_trade_managed',
    needsToken: true,
    quotas: [{ name: 'is_trade_managed', window: 'second', limit: null, error: 'secondQuota' }],
    answer({ body }) {
      checkOwnAppid(state, body);
      return { ...OK, is_trade_managed: state.settings.tradeManaged };
    },
  };
}

/**
 * POST /wxa/sec/order/is_trade_management_confirmation_completed: whether the owner has agreed to
 * it. Errors 40013, 40097.
 */
export function isTradeConfirmed(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/sec/order/is_trade_management_confirmation_completed',
    needsToken: true,
    quotas: [{ name: 'is_trade_confirmed', window: 'second', limit: null, error: 'secondQuota' }],
    answer({ body }) {
      checkOwnAppid(state, body);
      return { ...OK, completed: state.settings.tradeConfirmed };
    },
  };
}

/**
 * POST /wxa/sec/order/opspecialorder: a presale (1, with delay_to, at most 330 days after the
 * payment) or a test (2). Errors 268546000, 268546001, 268546002 (no such order to ship).
 */
export function reportSpecialOrder(desk: ShippingDesk): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/sec/order/opspecialorder',
    needsToken: true,
    answer({ body }) {
      const type = body['type'];
      if (type !== PRESALE && type !== TEST_ORDER) throw new WechatError('invalidSpecialType');
      const delayTo = body['delay_to'];
      const presale = type === PRESALE;
      if (presale && !(typeof delayTo === 'number' && Number.isInteger(delayTo))) {
        throw new WechatError('invalidDelay');
      }
      const id = body['order_id'];
      const named = desk.orders
        .all()
        .find((each) => each.transactionId === id || each.outTradeNo === id);
      const order = desk.known(named);
      if (order?.state !== ORDER_STATE.toShip) throw new WechatError('noOrderToShip');
      const latest = order.paidAt.getTime() + LONGEST_PRESALE_DAYS * DAY_MS;
      const until = Number(delayTo) * 1000;
      if (presale && (until <= desk.clock.now().getTime() || until > latest)) {
        throw new WechatError('invalidDelay');
      }
      desk.reportSpecial(order, type, presale ? Number(delayTo) : undefined);
      return OK;
    },
  };
}

/**
 * POST /wxa/sec/order/setwxatradetypecgi: asks, once, for another kind of trade (1 to 4), with a
 * reason and 1 to 10 materials, 3 of them videos at most. Errors 268486048 (asked before), 47001.
 */
export function setTradeType(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/sec/order/setwxatradetypecgi',
    needsToken: true,
    answer({ body }) {
      const type = body['trade_type'];
      const reason = body['reason'];
      const known = typeof type === 'number' && [1, 2, 3, 4].includes(type);
      if (!known || typeof reason !== 'string' || reason === '' || !areMaterials(body)) {
        throw new WechatError('badJson');
      }
      if (state.settings.requestedTradeType !== null) throw new WechatError('tradeTypeAskedBefore');
      state.settings = { ...state.settings, requestedTradeType: type };
      return OK;
    },
  };
}

function areMaterials(body: JsonObject): boolean {
  const list: unknown = body['material_list'];
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_MATERIALS) return false;
  const items = list.filter(isObject);
  const whole = items.every(
    (item) =>
      (item['type'] === 1 || item['type'] === 2) &&
      typeof item['media_id'] === 'string' &&
      item['media_id'] !== '',
  );
  return (
    whole &&
    items.length === list.length &&
    items.filter((item) => item['type'] === 2).length <= MOST_VIDEOS
  );
}

function checkOwnAppid(state: SandboxState, body: JsonObject): void {
  const appid = body['appid'];
  if (appid === undefined || appid === '') throw new WechatError('invalidArgs');
  if (appid !== state.app.appid) throw new WechatError('invalidAppid');
}
