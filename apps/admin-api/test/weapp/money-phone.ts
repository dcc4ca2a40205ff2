import type { components } from '@yance/shared-types';
import type { ClientPhone } from './client-phone.js';

type Schemas = components['schemas'];
export type Plan = Schemas['TopUpPlanDto'];
export type Wallet = Schemas['WalletDto'];
export type Statement = Schemas['StatementDto'];
export type Order = Schemas['OrderDto'];

const STROKE = Array.from({ length: 16 }, (_, n) => ({ x: 20 + n * 12, y: 40 + (n % 3) * 25 }));

/** What a client does with money on the built mini-program. */
export class MoneyPhone {
  constructor(private readonly client: ClientPhone) {}

  get phone() {
    return this.client.phone;
  }

  /** Asks the API as this client. */
  async ask<T>(path: string): Promise<T> {
    const answer = await this.client.system.call(path, { token: await this.client.token() });
    return answer.body as T;
  }

  readonly wallet = (): Promise<Wallet> => this.ask('/client/wallet');

  readonly statement = (): Promise<Statement> => this.ask('/client/wallet/statement');

  async orders(): Promise<Order[]> {
    return (await this.ask<{ items: Order[] }>('/client/orders')).items;
  }

  /** A plan that is good in all stores and that the card has room for. */
  async plan(): Promise<Plan> {
    const { items } = await this.ask<{ items: Plan[] }>('/client/top-up-plans');
    const plan = items.find(({ validEverywhere, withinCap }) => validEverywhere && withinCap);
    if (!plan) throw new Error('the demo sells no plan that is good in all stores');
    return plan;
  }

  async openWallet(): Promise<void> {
    await this.phone.switchTab('我的');
    await this.phone.tap('.t-me-wallet');
    await this.phone.waitForPage('packages/wallet/home/index');
    await this.phone.waitFor('.t-balance');
  }

  /** From the membership page to a plan whose contract is read and signed, up to the button that pays. */
  async signFor(plan: Plan): Promise<void> {
    await this.openWallet();
    await this.phone.tap('.t-wallet-top-up');
    await this.phone.waitForPage('packages/wallet/plans/index');
    await this.phone.tap(`.t-plan-${plan.id}`);
    await this.phone.waitForPage('packages/wallet/buy/index');
    await this.phone.waitFor('.t-contract-box');
    await this.sign();
  }

  /** Draws a name where one is asked for. */
  async sign(): Promise<void> {
    const [first, ...others] = STROKE;
    await this.phone.trigger('.t-ink', 'touchstart', first);
    for (const point of others) await this.phone.trigger('.t-ink', 'touchmove', point);
    await this.phone.trigger('.t-ink', 'touchend', STROKE.at(-1));
  }

  /** How many top-ups left this phone, how many answers came back, and under how many keys. */
  topUps(): { sent: number; answered: number; keys: ReadonlySet<string> } {
    const calls = this.phone.line.calls.filter(
      ({ method, url }) => method === 'POST' && url.endsWith('/api/client/top-ups'),
    );
    const keys = new Set(calls.map(({ headers }) => headers['idempotency-key'] ?? ''));
    return {
      sent: calls.length,
      answered: calls.filter(({ status }) => status === 201).length,
      keys,
    };
  }
}
