import type { Answer } from '../../support/an-api.js';
import { SweepRunner } from '../../../src/platform/jobs/index.js';
import { until } from '../../../src/platform/testing/until.js';
import { aClient } from '../../support/people.js';
import { payTopUp, startTopUp, yuan, type Clerk, type Counter, type Refund } from './a-counter.js';

/** A refund of 1000 that goes back through WeChat. */
export interface Stuck {
  readonly who: { readonly id: string; readonly token: string };
  readonly orderNo: string;
  readonly refundId: string;
  readonly refundNo: string;
}

/** How it stands in the table. */
export interface Row {
  readonly state: string;
  readonly tries: number;
  readonly answer: string | null;
  readonly nextTryAt: Date | null;
}

/** Refunds of stored value on their way through WeChat, as a test works on them. */
export class WechatRefunds {
  constructor(private readonly counter: Counter) {}

  /** Two people agreed to it; nothing was sent yet. */
  async agreed(): Promise<Stuck> {
    const { counter } = this;
    const who = await aClient(counter.api);
    const { id: planId } = await counter.aPlan();
    const started = await startTopUp(counter, who, { planId });
    await payTopUp(counter, who, started);
    const asked = await counter.post(counter.desk, `/staff/clients/${who.id}/refunds`, {
      ...{ storeId: counter.store.id, cause: 'own_reason', amountFen: yuan(1000) },
      reason: '搬家了',
    });
    const { id: refundId } = asked.body as Refund;
    await counter.post(counter.finance, `/staff/stored-value-refunds/${refundId}/approve`, {});
    const [item] = (await this.read(refundId)).items;
    return { who, orderNo: started.orderNo, refundId, refundNo: item?.refundNo ?? '' };
  }

  /** One that WeChat has said no to. */
  async refused(code: string): Promise<Stuck> {
    // What else is due would meet the refusal in its place.
    await this.send();
    const agreed = await this.agreed();
    await this.refuseNext(code);
    await this.send();
    return agreed;
  }

  /** The next refund that is sent is refused. */
  async refuseNext(code: string): Promise<void> {
    const path = '/v3/refund/domestic/refunds';
    await this.counter.api.control('faults', { path, kind: 'payError', code });
  }

  /** Sends, or asks about, what is due. */
  async send(): Promise<void> {
    await this.counter.api.app.get(SweepRunner, { strict: false }).runNow('payments.refunds');
  }

  /** Sends what is due until WeChat's word is known. */
  async sendUntil({ refundNo }: Stuck, state: string): Promise<void> {
    await until(`WeChat says ${state}`, async () => {
      await this.send();
      return (await this.atWechat(refundNo)) === state;
    });
  }

  payOut({ refundId }: Stuck): Promise<Answer> {
    const path = `/staff/stored-value-refunds/${refundId}/items/1/pay-out`;
    const payout = { way: 'bank_transfer', reference: '工行 20261123-09' };
    return this.counter.post(this.counter.finance, path, payout);
  }

  /** A step of paying it by hand instead. */
  byHand({ refundNo }: Stuck, who: Clerk, step: '' | '/approve' | '/reject'): Promise<Answer> {
    const body = step === '' ? { reason: '付款已经超过一年' } : {};
    return this.counter.post(who, `/staff/payment-refunds/${refundNo}/by-hand${step}`, body);
  }

  read(refundId: string): Promise<Refund> {
    return this.counter.get(this.counter.finance, `/staff/stored-value-refunds/${refundId}`);
  }

  async row(refundNo: string): Promise<Row | undefined> {
    const sql = `SELECT state, tries, last_answer AS answer, next_try_at AS nextTryAt
                 FROM payment_refund WHERE refund_no = ?`;
    return this.counter.api.database.row<Row>(sql, [refundNo]);
  }

  async atWechat(refundNo: string): Promise<string | undefined> {
    return (await this.row(refundNo))?.state;
  }

  async attention(orderNo: string): Promise<string | null> {
    const path = `/staff/payment-orders/${orderNo}`;
    const { counter } = this;
    return (await counter.get<{ attention: string | null }>(counter.finance, path)).attention;
  }

  /** Somebody sends it to another card at WeChat's merchant platform, and it arrives. */
  arrives({ refundNo }: Stuck): Promise<unknown> {
    return this.counter.api.control('refund', { outRefundNo: refundNo, outcome: 'success' });
  }

  /** What left the house for a refund, by account. */
  async paidFrom(refundId: string): Promise<Record<string, number>> {
    const rows = await this.counter.api.database.rows<{ code: string; sum: unknown }>(
      `SELECT a.code, SUM(p.amount) AS sum FROM ledger_tx t JOIN ledger_posting p ON p.tx_id = t.id
       JOIN ledger_account a ON a.id = p.credit_account_id
       WHERE t.kind = 'refund_paid' AND t.biz_key LIKE CONCAT(?, '.%') GROUP BY a.code`,
      [refundId],
    );
    return Object.fromEntries(rows.map(({ code, sum }) => [code, Number(sum)]));
  }
}
