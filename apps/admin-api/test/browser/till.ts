import { randomInt, randomUUID } from 'node:crypto';
import type { components } from '@yance/shared-types';
import { until } from '../../src/platform/testing/until.js';
import type { RunningSystem } from '../support/running-system.js';
import { SIGNATURE } from '../support/signature.js';
import { DEMO_PASSWORD } from './desk.js';

type Schemas = components['schemas'];
export type Plan = Schemas['StaffPlanDto'];

const YUAN = 100;
const WORDS = [
  '甲方（门店）与乙方（顾客）就储值服务约定如下。',
  '方案：{方案}。实付 {实付金额}，赠送 {赠送金额}，优惠前价格 {优惠前价格}。',
  '使用：{扣款顺序}，适用门店：{适用门店}。本金不过期。',
  '退款：{退款约定} 付款后 {无理由退款天数} 天内可无理由退款。',
].join('\n');

/** A client with a file, and her phone signed in. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly token: string;
}

/** What the desk needs before money moves: a contract, a plan, and clients who have their phone with them. */
export class Till {
  readonly #tokens = new Map<string, string>();

  private constructor(
    private readonly system: RunningSystem,
    readonly storeId: string,
    readonly plan: Plan,
  ) {}

  /** Opens one in a store: 1000 + 200, bonus first, sold there and on the phone. */
  static async open(system: RunningSystem, storeId: string): Promise<Till> {
    const none = new Till(system, storeId, {} as Plan);
    await none.asStaff('owner', '/staff/contract-texts', { title: '储值服务协议', body: WORDS });
    return new Till(system, storeId, await none.aPlan());
  }

  /** A plan of its own, on sale. */
  aPlan(change: object = {}): Promise<Plan> {
    return this.asStaff<Plan>('owner', '/staff/stored-value-plans', {
      ...{ name: `充1000送200（${randomInt(10_000)}）`, priceFen: 1000 * YUAN },
      ...{ bonusFen: 200 * YUAN, spendOrder: 'bonus_first', validEverywhere: true },
      ...{ onPhone: true, storeIds: [this.storeId], refundTerms: '余额随时可退，不收手续费。' },
      ...{ ownReasonBasis: 'list_price', state: 'on_sale', sort: 1 },
      ...change,
    });
  }

  /** Asks the API as one of the demo's people; POST when there is a body, unless told. */
  async asStaff<T>(
    username: string,
    path: string,
    body?: object,
    method?: 'PATCH' | 'PUT',
  ): Promise<T> {
    let token = this.#tokens.get(username);
    if (token === undefined) {
      const session = await this.system.call('/staff/session', {
        body: { username, password: DEMO_PASSWORD },
      });
      ({ token } = session.body as { token: string });
      this.#tokens.set(username, token);
    }
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await this.system.call(path, { token, body, headers, method });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  /** A new client whose phone is signed in and knows her file. */
  async aMember(name: string): Promise<Member> {
    const phone = this.system.plantedPhone();
    const { id } = await this.asStaff<{ id: string }>('desk', '/staff/clients', { name, phone });
    const openid = `o${randomUUID().replaceAll('-', '')}`;
    const { code } = await this.system.control('login-code', { openid });
    const session = await this.system.call('/client/session', { body: { code } });
    const { token } = session.body as { token: string };
    const proof = await this.system.control('phone-code', { phone });
    await this.system.call('/client/phone', { token, body: { code: proof['code'] } });
    return { id, name, token };
  }

  /** Sells the plan, or another one, for cash. */
  async sell({ id }: Member, { id: planId }: Plan = this.plan): Promise<void> {
    await this.asStaff('desk', `/staff/clients/${id}/top-ups`, {
      ...{ storeId: this.storeId, planId, tender: 'cash' },
    });
  }

  /** Asks for all of a client's value back. @returns the refund's id */
  async askRefund({ id }: Member, amountFen: number): Promise<string> {
    const wish = { storeId: this.storeId, cause: 'own_reason', amountFen, reason: '顾客搬家' };
    const refund = await this.asStaff<{ id: string }>(
      'manager',
      `/staff/clients/${id}/refunds`,
      wish,
    );
    return refund.id;
  }

  /** Charges on a signed slip. */
  async charge({ id }: Member, yuan: number): Promise<void> {
    await this.asStaff('desk', `/staff/clients/${id}/spends`, {
      ...{ storeId: this.storeId, amountFen: yuan * YUAN, title: '面部清洁护理' },
      slipNo: `QZ${randomInt(1_000_000_000)}`,
    });
  }

  /** What her phone shows for the desk to scan. */
  async codeOf({ token }: Member): Promise<string> {
    const { body } = await this.system.call('/client/member-code', { token });
    return (body as { code: string }).code;
  }

  /** She tops up on the phone and pays; the order is known as paid. */
  async payOnPhone({ token }: Member, { id: planId }: Plan = this.plan): Promise<string> {
    const { body } = await this.system.call('/client/top-ups', {
      token,
      body: { planId, storeId: this.storeId, signature: SIGNATURE },
      headers: { 'idempotency-key': randomUUID() },
    });
    const { orderNo, pay } = body as { orderNo: string; pay: { package: string } };
    const prepayId = pay.package.slice('prepay_id='.length);
    await this.system.control('cashier', { prepayId, outcome: 'success' });
    await until('the order is paid', async () => {
      const order = await this.system.call(`/client/orders/${orderNo}`, { token });
      return (order.body as { state: string }).state === 'paid';
    });
    return orderNo;
  }
}
