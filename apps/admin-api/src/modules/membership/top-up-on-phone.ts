import { Injectable } from '@nestjs/common';
import { CustomerQueries } from '../customers/index.js';
import { PaymentOrders } from '../payments/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { CustomerWallets } from './customer-wallets.js';
import { settingsOf } from './data/settings.js';
import { DrawContract, offerHash, offeredBody } from './draw-contract.js';
import { OpenTopUp, planOnSale, textInForce } from './open-top-up.js';
import { sellingStore } from './selling-store.js';
import type { Signature } from './signatures.js';
import { byOf, storeDay } from './store-day.js';

export interface TopUpRequest {
  readonly planId: string;
  readonly storeId?: string;
  /** The words that the client read. */
  readonly contractTextId?: string;
  /** What stood for the offer that she read; another one by now is told, and not signed for her. */
  readonly offerHash?: string;
  readonly signature?: Signature;
}

/** A top-up that waits to be paid. */
export interface StartedTopUp {
  readonly orderNo: string;
  readonly topUpId: string;
  readonly contractId: string;
  readonly amountFen: number;
}

/** Buys a plan on the phone: contract and order in one transaction, value only when WeChat says that it was paid. */
@Injectable()
export class TopUpOnPhone {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly customers: CustomerQueries,
    private readonly openTopUp: OpenTopUp,
    private readonly contracts: DrawContract,
    private readonly orders: PaymentOrders,
    private readonly idempotent: IdempotentWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal PLAN_NOT_FOUND, PLAN_NOT_ON_SALE, CONTRACT_TEXT_CHANGED, SIGNATURE_REQUIRED, CARD_CAP_EXCEEDED;
   *   whatever opening the order at WeChat refuses: the same key tries the same order again
   */
  async execute(client: ClientPrincipal, wish: TopUpRequest, call: IdempotentCall) {
    const { stamp, ...started } = await this.idempotent.run(call, async (tx) => ({
      ...(await this.#start(tx, client, wish)),
      stamp: this.orders.payStamp(),
    }));
    return { ...started, pay: await this.orders.prepay(started.orderNo, stamp) };
  }

  async #start(tx: Tx, client: ClientPrincipal, wish: TopUpRequest): Promise<StartedTopUp> {
    const { customerId, openid } = client;
    const plan = await planOnSale(tx, wish.planId);
    if (!plan.onPhone) refuse('PLAN_NOT_ON_SALE');
    const text = await textInForce(tx, wish.contractTextId);
    const storeId = await sellingStore(tx, this.customers, customerId, plan, {
      ...{ wished: wish.storeId, code: 'PLAN_NOT_ON_SALE' },
    });
    if (wish.offerHash !== undefined) {
      const body = await offeredBody(tx, text, plan, storeId);
      if (offerHash(body, plan, storeId) !== wish.offerHash) refuse('CONTRACT_TEXT_CHANGED');
    }
    const store = await storeDay(tx, storeId, this.clock.now());
    const { signBeforePaying } = await settingsOf(tx, storeId);
    if (signBeforePaying && !wish.signature) refuse('SIGNATURE_REQUIRED');
    await this.wallets.lock(tx, customerId);
    const by = byOf(client);
    const request = { customerId, storeId, plan, tender: 'wechat', by } as const;
    const topUp = await this.openTopUp.execute(tx, request, async (subjectId) => {
      const order = await this.orders.create(tx, {
        ...{ purpose: 'top_up', subjectId, customerId, openid, storeId },
        ...{ amountFen: plan.priceFen, description: `${store.name} ${plan.name}` },
      });
      return order.orderNo;
    });
    const agreement = wish.signature ? { signature: wish.signature } : { later: true as const };
    const contractId = await this.contracts.execute(tx, topUp, text, agreement);
    const orderNo = topUp.orderNo ?? '';
    return { orderNo, topUpId: topUp.id, contractId, amountFen: plan.priceFen };
  }
}
