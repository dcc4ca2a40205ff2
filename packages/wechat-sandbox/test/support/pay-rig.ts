import { createPrivateKey, randomBytes, sign, type KeyObject } from 'node:crypto';

import { newMerchant, type Merchant } from '../../src/index.js';
import { isGenuine, NoticeReceiver, openResource, verifyingKeys } from './notice-receiver.js';
import { APPID, eventually, Rig } from './rig.js';

/** Keys take a moment to make; the tests of a file share one set. */
export const MERCHANT = newMerchant();
export const JSAPI = '/v3/pay/transactions/jsapi';
export const REFUNDS = '/v3/refund/domestic/refunds';

export interface PayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** What of a request can be made wrong. */
export interface Habits {
  readonly mchid?: string;
  readonly serial?: string;
  readonly timestamp?: number;
  readonly authorization?: string;
  readonly headers?: Record<string, string>;
}

/** A sandbox, a merchant that signs by its own code, and the merchant's server. */
export class PayRig {
  readonly rig: Rig;
  readonly receiver = new NoticeReceiver();
  notifyOrigin = '';
  private readonly key: KeyObject;

  constructor(readonly merchant: Merchant = MERCHANT) {
    this.rig = new Rig(merchant);
    this.key = createPrivateKey(merchant.merchantPrivateKey);
  }

  async start(): Promise<void> {
    await this.rig.start();
    this.notifyOrigin = await this.receiver.start();
  }

  async stop(): Promise<void> {
    await this.rig.stop();
    await this.receiver.stop();
  }

  /** A request signed as the documents say. */
  async call(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    habits: Habits = {},
  ): Promise<PayAnswer> {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(this.rig.url + path, {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'yance-test',
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
        authorization: habits.authorization ?? this.authorization(method, path, text, habits),
        ...habits.headers,
      },
      ...(method === 'POST' ? { body: text } : {}),
    });
    const said = await answer.text();
    const json = /json/.test(answer.headers.get('content-type') ?? '') && said !== '';
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      text: said,
      body: json ? (JSON.parse(said) as Record<string, unknown>) : {},
    };
  }

  authorization(method: string, path: string, body: string, habits: Habits = {}): string {
    const now = Math.floor(this.rig.clock.now().getTime() / 1000);
    const timestamp = String(habits.timestamp ?? now);
    const nonce = randomBytes(8).toString('hex');
    const message = `${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`;
    const signature = sign('RSA-SHA256', Buffer.from(message), this.key).toString('base64');
    const parts = {
      signature,
      serial_no: habits.serial ?? this.merchant.merchantSerial,
      timestamp,
      nonce_str: nonce,
      mchid: habits.mchid ?? this.merchant.mchid,
    };
    const written = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
    return `WECHATPAY2-SHA256-RSA2048 ${written.join(',')}`;
  }

  prepayBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      appid: APPID,
      mchid: this.merchant.mchid,
      description: '会员储值 1000 元',
      out_trade_no: 'TOPUP-0001',
      notify_url: `${this.notifyOrigin}/pay`,
      amount: { total: 100_000, currency: 'CNY' },
      payer: { openid: 'oAlice' },
      ...changes,
    };
  }

  prepay(changes: Record<string, unknown> = {}): Promise<PayAnswer> {
    return this.call('POST', JSAPI, this.prepayBody(changes));
  }

  async cashier(prepayId: unknown, outcome = 'success', more: object = {}): Promise<PayAnswer> {
    const { status, body } = await this.rig.post('/_sandbox/cashier', {
      prepayId,
      outcome,
      ...more,
    });
    return { status, body, headers: {}, text: '' };
  }

  /** An order of that number, paid. */
  async paid(outTradeNo = 'TOPUP-0001', changes: Record<string, unknown> = {}): Promise<void> {
    const { body } = await this.prepay({ out_trade_no: outTradeNo, ...changes });
    await this.cashier(body['prepay_id']);
  }

  query(outTradeNo = 'TOPUP-0001'): Promise<PayAnswer> {
    const path = `/v3/pay/transactions/out-trade-no/${outTradeNo}?mchid=${this.merchant.mchid}`;
    return this.call('GET', path);
  }

  refund(changes: Record<string, unknown> = {}): Promise<PayAnswer> {
    return this.call('POST', REFUNDS, {
      out_trade_no: 'TOPUP-0001',
      out_refund_no: 'R-1',
      notify_url: `${this.notifyOrigin}/refund`,
      amount: { refund: 30_000, total: 100_000, currency: 'CNY' },
      ...changes,
    });
  }

  fault(fault: Record<string, unknown>): Promise<unknown> {
    return this.rig.post('/_sandbox/faults', fault);
  }

  settings(changes: Record<string, unknown>): Promise<unknown> {
    return this.rig.post('/_sandbox/pay', changes);
  }

  elapse(seconds: number): Promise<unknown> {
    return this.rig.post('/_sandbox/elapse', { seconds });
  }

  genuine(headers: Readonly<Record<string, unknown>>, body: string): boolean {
    return isGenuine(verifyingKeys(this.merchant), headers, body);
  }

  /** Waits until the merchant's server has heard so many. */
  heard(count: number): Promise<true> {
    return eventually(() => (this.receiver.received.length >= count ? true : undefined));
  }

  /** The content of a notification that was heard. */
  content(at: number): Record<string, unknown> {
    const { resource } = JSON.parse(this.receiver.received[at]?.body ?? '') as {
      resource: Parameters<typeof openResource>[0];
    };
    return openResource(resource, this.merchant.apiV3Key);
  }

  /** Waits until the newest notification has come to this state. */
  async untilNotice(
    fits: (item: Record<string, unknown>) => boolean,
  ): Promise<Record<string, unknown>> {
    return eventually(async () => (await this.rig.items('/_sandbox/notifications')).find(fits));
  }
}
