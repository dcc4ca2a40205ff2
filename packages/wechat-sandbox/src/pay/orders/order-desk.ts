import type { JsonObject } from '../../http/raw-body.js';
import { PayFields, requireOwnMchid } from '../wire/body.js';
import { PayError } from '../wire/errors.js';
import { orderView } from './order-view.js';
import type { PayOrder, PayOrders } from './pay-orders.js';

/** Asking for an order, and closing it. */
export class OrderDesk {
  constructor(
    private readonly orders: PayOrders,
    private readonly mchid: () => string,
  ) {}

  /** @throws PayError ORDER_NOT_EXIST */
  byOutTradeNo(outTradeNo: string, mchid: string | undefined): object {
    this.requireMchid(mchid);
    return this.view(this.orders.find(outTradeNo));
  }

  /** @throws PayError ORDER_NOT_EXIST */
  byTransactionId(transactionId: string, mchid: string | undefined): object {
    this.requireMchid(mchid);
    return this.view(this.orders.withTransactionId(transactionId));
  }

  /** Closing what is closed is well again. @throws PayError ORDER_NOT_EXIST, ORDERPAID */
  close(outTradeNo: string, body: JsonObject): void {
    requireOwnMchid(new PayFields(body).text('mchid', { max: 32 }), this.mchid());
    const order = this.orders.find(outTradeNo);
    if (order === undefined) throw new PayError('ORDER_NOT_EXIST', '订单不存在');
    if (order.payment !== undefined) throw new PayError('ORDERPAID', '该订单已支付');
    this.orders.put({ ...order, closed: true });
  }

  private view(order: PayOrder | undefined): object {
    if (order === undefined) throw new PayError('ORDER_NOT_EXIST', '订单不存在');
    return orderView(order, this.orders.stateOf(order), this.mchid());
  }

  private requireMchid(given: string | undefined): void {
    if (given === undefined || given === '') {
      const detail = { field: 'mchid', value: null, issue: '缺少必填参数', location: 'query' };
      throw new PayError('PARAM_ERROR', '缺少参数 mchid', detail);
    }
    requireOwnMchid(given, this.mchid());
  }
}
