import type { components } from '@yance/shared-types';
import { until } from '../../src/platform/testing/until.js';
import type { Phone } from './phone.js';
import type { Stage } from './stage.js';

type Schemas = components['schemas'];
type Plan = Schemas['TopUpPlanDto'];
type Order = Schemas['OrderDto'];
type Outcome = 'success' | 'cancel' | 'fail';

const ORDER_QUERY = '/v3/pay/transactions/out-trade-no/{out_trade_no}';
/** More than the phone and the sweep ask in the time that a test looks at. */
const MANY = 200;
/** What a client does with money in the preview. */
export class Purse {
  #token: string | undefined;

  constructor(
    private readonly stage: Stage,
    readonly phone: Phone,
  ) {}

  /** WeChat loses its notifications and answers no question about an order. */
  static async wechatIsSilent({ system }: Stage): Promise<void> {
    await system.control('faults', { path: '/notify/pay', kind: 'drop', times: MANY });
    await system.control('faults', { path: ORDER_QUERY, kind: 'busy', times: MANY });
  }

  /** It answers questions again; its notification stays lost. */
  static async wechatAnswers(stage: Stage): Promise<void> {
    await Purse.wechatSpeaks(stage);
    await stage.system.control('faults', { path: '/notify/pay', kind: 'drop', times: MANY });
  }

  /** All faults are called off. */
  static async wechatSpeaks({ system }: Stage): Promise<void> {
    await fetch(`${system.sandboxOrigin}/_sandbox/faults`, { method: 'DELETE' });
  }

  /** A plan that is good in all stores and that the card has room for. */
  async plan(): Promise<Plan> {
    const { items } = await this.#ask<{ items: Plan[] }>('/client/top-up-plans');
    const plan = items.find(({ validEverywhere, withinCap }) => validEverywhere && withinCap);
    if (!plan) throw new Error('the demo sells no plan that is good in all stores');
    return plan;
  }

  async principalFen(): Promise<number> {
    return (await this.#ask<{ principalFen: number }>('/client/wallet')).principalFen;
  }

  /** Her only order. */
  async order(): Promise<Order> {
    const { items } = await this.#ask<{ items: Order[] }>('/client/orders');
    const [order] = items;
    if (!order) throw new Error('she has ordered nothing');
    return order;
  }

  /** The states of her orders, latest first. */
  async orderStates(): Promise<Order['state'][]> {
    const { items } = await this.#ask<{ items: Order[] }>('/client/orders');
    return items.map(({ state }) => state);
  }

  /** Messages about the balance that she allowed. */
  async credits(): Promise<number | undefined> {
    const { items } = await this.#ask<Schemas['MessageTemplateListDto']>(
      '/client/message-templates',
    );
    return items.find(({ kind }) => kind === 'balance')?.credits;
  }

  /** Waits until her only order is known as paid. */
  async untilPaid(): Promise<void> {
    await until('the order is paid', async () => (await this.orderStates())[0] === 'paid');
  }

  /** From the membership page to a plan's contract. */
  async openPlan(plan: Plan): Promise<void> {
    await this.phone.openTab('我的');
    await this.phone.tap('#me-wallet');
    await this.phone.tap('#wallet-top-up');
    await this.phone.tap(`#plan-${plan.id}`);
    await this.phone.at('.t-contract-box').waitFor();
  }

  /** Draws a name into the field with a finger. */
  sign(): Promise<void> {
    return this.phone.sign();
  }

  /** Taps on the button that pays, up to the cashier. @returns what WeChat calls the payment */
  async reachCashier(): Promise<string> {
    const answer = this.phone.page.waitForResponse(
      (one) => one.url().endsWith('/client/top-ups') && one.request().method() === 'POST',
    );
    await this.phone.tap('#buy-submit');
    const { pay } = (await (await answer).json()) as Schemas['StartedTopUpDto'];
    await this.phone.page.locator('#cashier-success').waitFor();
    return pay.package.replace('prepay_id=', '');
  }

  /** Pays, or does not, at the preview's cashier. @param shot keeps what the cashier looks like */
  async payAt(outcome: Outcome, shot?: string): Promise<void> {
    await this.reachCashier();
    if (shot !== undefined) await this.stage.shot(this.phone.page, shot);
    await this.phone.page.locator(`#cashier-${outcome}`).tap();
  }

  async #ask<T>(path: string): Promise<T> {
    // Once known it is kept: what the API thinks is asked also while the app is closed.
    this.#token ??= await this.phone.token();
    return (await this.stage.system.call(path, { token: this.#token })).body as T;
  }
}
