import type { Answer, Rig } from './rig.js';

export const ORDER_A = {
  transactionId: '4200000000000000000000000001',
  mchid: '1900000001',
  outTradeNo: 'TOPUP-0001',
  openid: 'oAlice',
  amountFen: 100_000,
};

export const ORDER_B = {
  ...ORDER_A,
  transactionId: '4200000000000000000000000002',
  outTradeNo: 'TOPUP-0002',
};

/** Short ways to pay, ship and look at an order. */
export class ShippingRig {
  constructor(private readonly rig: Rig) {}

  paid(changes: Record<string, unknown> = {}): Promise<Answer> {
    return this.rig.post('/_sandbox/shipping-order', { ...ORDER_A, ...changes });
  }

  /** Uploads a delivery without parcels of order A; `changes` replaces fields. */
  upload(changes: Record<string, unknown> = {}): Promise<Answer> {
    return this.rig.api('/wxa/sec/order/upload_shipping_info', {
      order_key: { order_number_type: 2, transaction_id: ORDER_A.transactionId },
      logistics_type: 3,
      delivery_mode: 1,
      shipping_list: [{ item_desc: '会员储值 1000 元' }],
      upload_time: '2026-03-02T10:00:00.000+08:00',
      payer: { openid: 'oAlice' },
      ...changes,
    });
  }

  act(action: string): Promise<Answer> {
    const { transactionId } = ORDER_A;
    return this.rig.post('/_sandbox/shipping-order/action', { transactionId, action });
  }

  get(body: Record<string, unknown>): Promise<Answer> {
    return this.rig.api('/wxa/sec/order/get_order', body);
  }

  async order(transaction_id = ORDER_A.transactionId): Promise<Record<string, unknown>> {
    return (await this.get({ transaction_id })).body['order'] as Record<string, unknown>;
  }

  async state(transactionId?: string): Promise<unknown> {
    return (await this.order(transactionId))['order_state'];
  }

  /** The events of one kind that the platform has sent, oldest first. */
  async events(name: string): Promise<Record<string, unknown>[]> {
    const items = await this.rig.items('/_sandbox/push/deliveries');
    return items
      .filter((item) => item['event'] === name)
      .map((item) => JSON.parse(String(item['message'])) as Record<string, unknown>)
      .reverse();
  }
}
