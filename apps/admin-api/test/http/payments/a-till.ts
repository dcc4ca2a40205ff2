import {
  PaidOrderHandler,
  PaidOrderHandlers,
  PaymentOrders,
  type PaymentOrder,
  type PaymentRefund,
  type RefundStep,
} from '../../../src/modules/payments/index.js';
import { AuditTrail, type AuditAction } from '../../../src/platform/audit/index.js';
import type { Tx } from '../../../src/platform/database/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { SweepRunner } from '../../../src/platform/jobs/index.js';
import { until } from '../../../src/platform/testing/until.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { aStore, type GivenStore } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';

const SYSTEM = { kind: 'system', name: 'till' } as const;

/** Sells deposits: what it was told stands in the audit trail, written in the transaction that told it. */
class TillHandler extends PaidOrderHandler {
  override readonly purpose = 'deposit';
  /** Orders and refunds whose money it cannot take for the moment. */
  readonly broken = new Set<string>();

  constructor(private readonly audit: AuditTrail) {
    super();
  }

  override async onPaid(tx: Tx, order: PaymentOrder): Promise<void> {
    await this.#note(tx, 'till.paid', order.orderNo);
    if (this.broken.has(order.orderNo)) throw new Error('the till is broken');
  }

  override async onRefundSettled(tx: Tx, refund: PaymentRefund): Promise<void> {
    await this.#note(tx, 'till.refunded', refund.refundNo);
    if (this.broken.has(refund.refundNo)) throw new Error('the till is broken');
  }

  override onClosed(tx: Tx, order: PaymentOrder): Promise<void> {
    return this.#note(tx, 'till.closed', order.orderNo);
  }

  override onStaffRefund(tx: Tx, step: RefundStep, refund: PaymentRefund): Promise<void> {
    return this.#note(tx, `till.refund-${step}`, refund.refundNo);
  }

  override onRefundByHand(tx: Tx, refund: PaymentRefund): Promise<void> {
    return this.#note(tx, 'till.refund-by-hand', refund.refundNo);
  }

  override onRefundDropped(tx: Tx, refund: PaymentRefund): Promise<void> {
    return this.#note(tx, 'till.refund-dropped', refund.refundNo);
  }

  #note(tx: Tx, deed: string, id: string): Promise<void> {
    // A seller of the tests alone; the page of the owner has no word for it.
    const action = deed as AuditAction;
    return this.audit.record(tx, { actor: SYSTEM, action, subject: { kind: 'till', id } });
  }
}

/** A salon that takes payments, with the simulated WeChat Pay beside it. */
export interface Till {
  readonly api: TestApi;
  readonly store: GivenStore;
  readonly broken: Set<string>;
  /** An order that WeChat has not heard of. */
  anUnopenedOrder(amountFen?: number): Promise<Omit<OpenOrder, 'prepayId'>>;
  /** An order that the phone could pay: opened at WeChat. */
  anOrder(amountFen?: number): Promise<OpenOrder>;
  /** What the seller was told of an order or a refund, sorted. */
  told(id: string): Promise<string[]>;
  order(orderNo: string): Promise<PaymentOrder>;
  /** Runs the sweep that asks WeChat. */
  ask(): Promise<void>;
  sweep(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOrder {
  readonly orderNo: string;
  readonly customerId: string;
  readonly openid: string;
  readonly token: string;
  readonly prepayId: string;
}

/** Starts one on a schema. */
export async function aTill(
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Till> {
  return aTillAt(await anApi(databaseUrl, environment));
}

/** Puts one into an API that runs already. */
export async function aTillAt(api: TestApi): Promise<Till> {
  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    api.app.get<T>(type, { strict: false });
  const handler = new TillHandler(get(AuditTrail));
  get(PaidOrderHandlers).register(handler);
  const store = await aStore(api);
  const orders = get(PaymentOrders);
  const sweep = async (name: string): Promise<void> => {
    await get(SweepRunner).runNow(name);
  };
  const anUnopenedOrder: Till['anUnopenedOrder'] = async (amountFen = 100_000) => {
    const { id: customerId, openid, token } = await aClient(api);
    const wanted = { purpose: 'deposit', subjectId: newId(), storeId: store.id } as const;
    const description = '到店定金';
    const { orderNo } = await api.unitOfWork.run((tx) =>
      orders.create(tx, { ...wanted, customerId, openid, amountFen, description }),
    );
    return { orderNo, customerId, openid, token };
  };
  return {
    api,
    store,
    broken: handler.broken,
    sweep,
    ask: () => sweep('payments.open-orders'),
    anUnopenedOrder,
    async anOrder(amountFen) {
      const made = await anUnopenedOrder(amountFen);
      const { orderNo } = made;
      const params = await orders.prepay(orderNo);
      const prepayId = params.package.replace('prepay_id=', '');
      return { ...made, prepayId };
    },
    async told(id) {
      const sql = `SELECT action FROM audit_log WHERE subject_kind = 'till' AND subject_id = ? ORDER BY action`;
      const rows = await api.database.rows<{ action: string }>(sql, [id]);
      return rows.map(({ action }) => action.replace('till.', ''));
    },
    order: (orderNo) => orders.refresh(orderNo),
    close: () => api.close(),
  };
}

/** The payer decides at the cashier. */
export function pay(
  till: Till,
  order: Pick<OpenOrder, 'prepayId'>,
  more: { readonly outcome?: 'success' | 'cancel' | 'fail'; readonly couponFen?: number } = {},
): Promise<Record<string, unknown>> {
  const body = { prepayId: order.prepayId, outcome: 'success', ...more };
  return till.api.control('cashier', body);
}

/** The next call under a path, or the next notifications, suffer this. */
export async function spoil(till: Till, fault: object): Promise<void> {
  await till.api.control('faults', fault);
}

/** An order that was paid and that we know to be paid. */
export async function aPaidOrder(till: Till, amountFen?: number): Promise<OpenOrder> {
  const order = await till.anOrder(amountFen);
  await pay(till, order);
  await until('the order is paid', async () => (await stateOf(till, order.orderNo)) === 'paid');
  return order;
}

/** What stands in our table. */
export async function stateOf(till: Till, orderNo: string): Promise<string> {
  const sql = 'SELECT state FROM payment_order WHERE order_no = ?';
  return (await till.api.database.row<{ state: string }>(sql, [orderNo]))?.state ?? 'none';
}
