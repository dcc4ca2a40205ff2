import { randomBytes } from 'node:crypto';

import type { SandboxState } from '../../state/sandbox-state.js';
import type { JsonObject } from '../../http/raw-body.js';
import { canonical, notifyUrlIn, PayFields, requireOwnMchid } from '../wire/body.js';
import { PayError } from '../wire/errors.js';
import { beijingDate, type PayTime } from '../time.js';
import { PREPAY_MS, type OrderRequest, type PayOrder, type PayOrders } from './pay-orders.js';

/** A merchant's order number, as WeChat Pay takes it. */
export const OUT_TRADE_NO = /^[0-9A-Za-z_\-|*]{6,32}$/;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DEFAULT_LIFE_MS = 7 * DAY_MS;
const LONGEST_LIFE_MS = 90 * DAY_MS;

/** POST /v3/pay/transactions/jsapi. */
export class Prepay {
  constructor(
    private readonly orders: PayOrders,
    private readonly state: SandboxState,
    private readonly time: PayTime,
    private readonly mchid: () => string,
  ) {}

  /** Makes an order, or renews the one that was made by the very same request. @throws PayError */
  answer(body: JsonObject): { prepay_id: string } {
    const request = this.read(body);
    const known = this.orders.find(request.outTradeNo);
    const order = known === undefined ? this.create(request) : this.enterAgain(known, request);
    return { prepay_id: order.prepayId };
  }

  private create(request: OrderRequest): PayOrder {
    const now = this.time.now();
    return this.orders.put({
      ...request,
      createdAt: now,
      prepayId: newPrepayId(now),
      prepaidAt: now,
      closed: false,
      payment: undefined,
      refunded: false,
    });
  }

  private enterAgain(known: PayOrder, { fingerprint }: OrderRequest): PayOrder {
    const same = known.fingerprint === fingerprint;
    const state = this.orders.stateOf(known);
    if (state === 'CLOSED') throw new PayError('ORDER_CLOSED', '该订单已关闭');
    if (state !== 'NOTPAY') {
      if (same) throw new PayError('ORDERPAID', '该订单已支付');
      throw new PayError('OUT_TRADE_NO_USED', '商户订单号重复', undefined, '268498689');
    }
    if (!same) {
      const sentence = '请求重入时，参数与首次请求时不一致';
      throw new PayError('INVALID_REQUEST', sentence, undefined, '268498688');
    }
    const now = this.time.now();
    const usable = now.getTime() < known.prepaidAt.getTime() + PREPAY_MS;
    const prepayId = usable ? known.prepayId : newPrepayId(now);
    return this.orders.put({ ...known, prepayId, prepaidAt: now });
  }

  private read(body: JsonObject): OrderRequest {
    const fields = new PayFields(body);
    const appid = fields.text('appid', { max: 32 });
    requireOwnMchid(fields.text('mchid', { max: 32 }), this.mchid());
    const description = fields.text('description', { max: 127 });
    const outTradeNo = fields.text('out_trade_no', { max: 32, pattern: OUT_TRADE_NO });
    const notifyUrl = notifyUrlIn(fields, 255);
    const amount = fields.object('amount');
    const totalFen = amount.fen('total');
    const currency = amount.optionalText('currency', { max: 16, pattern: /^CNY$/ }) ?? 'CNY';
    const openid = this.openid(fields);
    fields.optionalText('goods_tag', { max: 32 });
    const attach = fields.optionalText('attach', { max: 128 });
    const expiresAt = this.expiry(fields);
    const scene = fields.object('scene_info');
    const deviceId = scene.optionalText('device_id', { max: 32 });
    if (appid !== this.state.app.appid) {
      throw new PayError('APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配，请检查后再试');
    }
    // The end is only set by the first call; a later one may name another.
    const fingerprint = canonical({ ...body, time_expire: undefined });
    return {
      ...{ appid, description, outTradeNo, notifyUrl, totalFen, currency, openid },
      ...{ attach, deviceId, expiresAt, fingerprint },
    };
  }

  private openid(fields: PayFields): string {
    const payer = fields.object('payer');
    const openid = payer.text('openid', { max: 128, pattern: /^[\w-]+$/ });
    if (!this.state.people.traits(openid).ofAnotherApp) return openid;
    const sentence = '下单账号与支付账号不一致，请核实后再支付';
    throw new PayError('INVALID_REQUEST', sentence, undefined, '268501013');
  }

  /** A life below a minute is made a minute. */
  private expiry(fields: PayFields): Date {
    const now = this.time.now().getTime();
    const text = fields.optionalText('time_expire', { max: 64, pattern: RFC3339 });
    if (text === undefined) return new Date(now + DEFAULT_LIFE_MS);
    const asked = Date.parse(text);
    if (Number.isNaN(asked)) return fields.refuse('time_expire', '不是有效的时间');
    if (asked <= now) return fields.refuse('time_expire', '已经过去');
    if (asked > now + LONGEST_LIFE_MS) return fields.refuse('time_expire', '超过 90 天');
    return new Date(Math.max(asked, now + MINUTE_MS));
  }
}

function newPrepayId(now: Date): string {
  const day = beijingDate(now).replaceAll('-', '');
  return `wx${day}${randomBytes(13).toString('hex')}`;
}
