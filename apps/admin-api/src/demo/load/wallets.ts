import { Injectable } from '@nestjs/common';
import {
  CustomerWallets,
  DrawContract,
  FreezeWallet,
  MemberCodes,
  OpenTopUp,
  QuoteRefund,
  RequestRefund,
  SavePlan,
  SpendValue,
  TopUpAtDesk,
  planOnSale,
  textInForce,
} from '../../modules/membership/index.js';
import { PaymentOrders } from '../../modules/payments/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Config } from '../../platform/config/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import { STORE_KEYS } from '../content/menu.js';
import { PLANS } from '../content/plans.js';
import type { PlannedClient } from '../plan/client-plan.js';
import type { PlannedSpend, PlannedTopUp, PlannedWallet } from '../plan/wallet-plan.js';
import { idOf, type House } from './house.js';
import { inParallel } from './in-parallel.js';
import { PastOrders } from './past-orders.js';
import { SIGNATURE } from './signature.js';
import { deskOf, staffOf } from './staff-of.js';

const AT_ONCE = 8;
const MINUTE_MS = 60_000;

interface World {
  readonly house: House;
  readonly clients: ReadonlyMap<PlannedClient, string>;
  readonly clock: AsOfClock;
  readonly now: Date;
}

/** One client's wallet while it is lived through. */
interface Life {
  readonly world: World;
  readonly wallet: PlannedWallet;
  readonly customerId: string;
  readonly plans: ReadonlyMap<string, string>;
  /** Place of the wallet among all, for numbers that nobody else has. */
  readonly place: number;
}

export interface WalletCount {
  readonly wallets: number;
  readonly deeds: number;
  /** What was planned and not allowed, by why: a full card, a balance that was too low. */
  readonly refused: Readonly<Record<string, number>>;
}

/** What a wish may meet in a house that keeps its rules; anything else is a mistake in plan or loader. */
const MAY_BE_REFUSED = new Set<string>(['CARD_CAP_EXCEEDED', 'BALANCE_TOO_LOW']);

/** Sells the plans and lives through the wallets by the same use cases as phone and desk, each deed at its moment. */
@Injectable()
export class WalletLoader {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly savePlan: SavePlan,
    private readonly atDesk: TopUpAtDesk,
    private readonly openTopUp: OpenTopUp,
    private readonly wallets: CustomerWallets,
    private readonly contracts: DrawContract,
    private readonly pastOrders: PastOrders,
    private readonly orders: PaymentOrders,
    private readonly spend: SpendValue,
    private readonly codes: MemberCodes,
    private readonly freezing: FreezeWallet,
    private readonly quotes: QuoteRefund,
    private readonly refunds: RequestRefund,
  ) {}

  async load(world: World, planned: readonly PlannedWallet[]): Promise<WalletCount> {
    const plans = await this.#sellPlans(world);
    const lives = planned.map((wallet, place): Life => {
      const customerId = world.clients.get(wallet.client);
      if (customerId === undefined) throw new Error(`${wallet.client.name} has no file`);
      return { world, wallet, customerId, plans, place };
    });
    const refusals: string[] = [];
    await inParallel(lives, AT_ONCE, (life) => this.#live(life, refusals));
    await this.#today(lives);
    const wished = lives.reduce((sum, { wallet }) => sum + wallet.deeds.length, 0);
    const refused = tally(refusals);
    return { wallets: lives.length, deeds: wished - refusals.length, refused };
  }

  async #sellPlans({ house, clock, now }: World): Promise<Map<string, string>> {
    const owner = staffOf(house, ({ username }) => username === 'owner');
    const ids = new Map<string, string>();
    const opened = new Date(now.getTime() - 500 * 1_440 * MINUTE_MS);
    await clock.at(opened, () =>
      this.unitOfWork.run(async (tx) => {
        for (const [place, plan] of PLANS.entries()) {
          const stores = plan.onlyIn ? [plan.onlyIn] : STORE_KEYS;
          const saved = await this.savePlan.create(tx, owner, {
            ...{ name: plan.name, priceFen: plan.yuan * 100, bonusFen: plan.bonusYuan * 100 },
            ...{ spendOrder: plan.spendOrder, validEverywhere: plan.onlyIn === undefined },
            ...{ onPhone: !plan.deskOnly, refundTerms: plan.refundTerms, state: plan.state },
            ...{ ownReasonBasis: plan.ownReasonBasis, sort: (place + 1) * 10 },
            storeIds: stores.map((key) => house.stores[key]),
          });
          ids.set(plan.name, saved.id);
        }
      }),
    );
    return ids;
  }

  /** @throws Refusal that no plan may meet */
  async #live(life: Life, refusals: string[]): Promise<void> {
    const { clock } = life.world;
    for (const [turn, deed] of life.wallet.deeds.entries()) {
      try {
        await clock.at(deed.at, () =>
          this.unitOfWork.run((tx) =>
            deed.what === 'spend'
              ? this.#spend(tx, life, deed, turn)
              : this.#topUp(tx, life, deed, turn),
          ),
        );
      } catch (error) {
        if (!(error instanceof Refusal) || !MAY_BE_REFUSED.has(error.code)) throw error;
        refusals.push(error.code);
      }
    }
  }

  async #topUp(tx: Tx, life: Life, deed: PlannedTopUp, turn: number): Promise<void> {
    const { world, wallet, customerId, plans, place } = life;
    const { store } = wallet.client;
    const storeId = world.house.stores[store];
    const planId = idOf(plans, deed.plan.name);
    if (deed.tender !== 'wechat') {
      await this.atDesk.execute(tx, deskOf(world.house, store), {
        ...{ customerId, storeId, planId, tender: deed.tender },
        ...(deed.tender === 'bank_card' ? { reference: `POS-${numberOf(place, turn)}` } : {}),
        ...(deed.agreed === 'paper' ? { slipNo: `HT-${numberOf(place, turn)}` } : {}),
      });
      return;
    }
    const orderNo = this.pastOrders.newNumber();
    const topUp = await this.#openOnPhone(tx, { customerId, storeId, planId }, async () => orderNo);
    await this.pastOrders.paid(
      tx,
      orderNo,
      {
        ...{
          purpose: 'top_up',
          subjectId: topUp.id,
          customerId,
          storeId,
          amountFen: topUp.priceFen,
        },
        ...{ description: topUp.title, at: deed.at },
      },
      place * 1_000 + turn,
    );
  }

  /** What the phone does when a plan is bought, signature and all. */
  async #openOnPhone(
    tx: Tx,
    wish: { readonly customerId: string; readonly storeId: string; readonly planId: string },
    orderNo: (topUpId: string) => Promise<string>,
  ) {
    const { customerId, storeId } = wish;
    await this.wallets.lock(tx, customerId);
    const plan = await planOnSale(tx, wish.planId);
    const by = { kind: 'client', id: customerId, name: '顾客' } as const;
    const request = { customerId, storeId, plan, tender: 'wechat', by } as const;
    const topUp = await this.openTopUp.execute(tx, request, orderNo);
    await this.contracts.execute(tx, topUp, await textInForce(tx), { signature: SIGNATURE });
    return topUp;
  }

  async #spend(tx: Tx, life: Life, deed: PlannedSpend, turn: number): Promise<void> {
    const { world, wallet, customerId, place } = life;
    const { store } = wallet.client;
    const consent =
      deed.consent === 'slip'
        ? { slipNo: `QZ-${numberOf(place, turn)}` }
        : { code: (await this.codes.show(tx, customerId)).code };
    const { title, amountFen, listPriceFen } = deed;
    await this.spend.execute(tx, deskOf(world.house, store), {
      ...{ customerId, storeId: world.house.stores[store], title, amountFen, listPriceFen },
      ...consent,
    });
  }

  /** What waits for somebody today: a lost phone, a refund to be decided, an order that is not paid yet. */
  async #today(lives: readonly Life[]): Promise<void> {
    const holding: { readonly life: Life; readonly byCash: boolean }[] = [];
    for (const life of lives) {
      const { totals } = await this.unitOfWork.run((tx) =>
        this.quotes.execute(tx, life.customerId),
      );
      const [first] = life.wallet.deeds;
      const byCash = first?.what === 'top_up' && first.tender === 'cash';
      if (totals.own_reason > 0) holding.push({ life, byCash });
      if (holding.length >= 12 && holding.some((one) => one.byCash)) break;
    }
    const refunding = holding.find((one) => one.byCash)?.life;
    const others = holding.map((one) => one.life).filter((life) => life !== refunding);
    const [lost, buying] = others;
    if (lost) await this.#freeze(lost);
    if (refunding) await this.#askRefund(refunding);
    if (buying) await this.#startOrder(buying);
  }

  async #freeze({ world, wallet, customerId }: Life): Promise<void> {
    const { house, clock, now } = world;
    const { store } = wallet.client;
    const request = {
      customerId,
      storeId: house.stores[store],
      reason: '顾客来电：手机丢失，先冻结',
    };
    await clock.at(new Date(now.getTime() - 1_500 * MINUTE_MS), () =>
      this.unitOfWork.run((tx) => this.freezing.freeze(tx, deskOf(house, store), request)),
    );
  }

  async #askRefund({ world, wallet, customerId }: Life): Promise<void> {
    const { house, clock, now } = world;
    const { store } = wallet.client;
    await clock.at(new Date(now.getTime() - 95 * MINUTE_MS), () =>
      this.unitOfWork.run(async (tx) => {
        const { totals } = await this.quotes.execute(tx, customerId);
        await this.refunds.execute(tx, deskOf(house, store), {
          ...{ customerId, storeId: house.stores[store], cause: 'own_reason' },
          ...{ amountFen: totals.own_reason, reason: '搬到外地，不方便再来' },
        });
      }),
    );
  }

  async #startOrder({ world, wallet, customerId, plans }: Life): Promise<void> {
    // Without an account at WeChat Pay there are no orders that can still be paid.
    if (!this.config.wechatPay) return;
    const { house, clock, now } = world;
    const storeId = house.stores[wallet.client.store];
    const client: ClientPrincipal = {
      ...{ kind: 'client', customerId, openid: `demo-${customerId}`, sessionId: '' },
    };
    const planId = idOf(plans, PLANS[0]?.name ?? '');
    await clock.at(new Date(now.getTime() - 4 * MINUTE_MS), () =>
      this.unitOfWork.run((tx) =>
        this.#openOnPhone(tx, { customerId, storeId, planId }, async (subjectId) => {
          const order = await this.orders.create(tx, {
            ...{ purpose: 'top_up', subjectId, customerId, openid: client.openid, storeId },
            ...{ amountFen: (PLANS[0]?.yuan ?? 0) * 100, description: PLANS[0]?.name ?? '' },
          });
          return order.orderNo;
        }),
      ),
    );
  }
}

function tally(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const numberOf = (place: number, turn: number): string =>
  `${String(place + 1).padStart(4, '0')}${String(turn + 1).padStart(2, '0')}`;
