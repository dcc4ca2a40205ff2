import { Injectable } from '@nestjs/common';
import { PaymentOrders } from '../../payments/index.js';
import type { ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../../platform/idempotency/index.js';
import { CustomerWallets } from '../customer-wallets.js';
import { settingsOf } from '../data/settings.js';
import { textInForce } from '../open-top-up.js';
import type { Signature } from '../signatures.js';
import { byOf, storeDay } from '../store-day.js';
import { OpenPackage, packagePlanOnSale } from './open-package.js';
import { PackageOffers } from './package-offers.js';

export interface PackageOrderRequest {
  readonly planId: string;
  readonly storeId?: string;
  /** The words that the client read. */
  readonly contractTextId?: string;
  /** What stood for the offer that she read; another one by now is told, and not signed for her. */
  readonly offerHash?: string;
  readonly signature?: Signature;
}

/** A package that waits to be paid. */
export interface StartedPackage {
  readonly orderNo: string;
  readonly packageId: string;
  readonly contractId: string;
  readonly amountFen: number;
}

/** Buys a package on the phone: contract and order in one transaction, sessions only when WeChat says it was paid. */
@Injectable()
export class BuyPackageOnPhone {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly offers: PackageOffers,
    private readonly openPackage: OpenPackage,
    private readonly orders: PaymentOrders,
    private readonly idempotent: IdempotentWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal PACKAGE_PLAN_NOT_FOUND, PACKAGE_PLAN_NOT_ON_SALE, CONTRACT_TEXT_CHANGED, SIGNATURE_REQUIRED;
   *   whatever opening the order at WeChat refuses: the same key tries the same order again
   */
  async execute(client: ClientPrincipal, wish: PackageOrderRequest, call: IdempotentCall) {
    const { stamp, ...started } = await this.idempotent.run(call, async (tx) => ({
      ...(await this.#start(tx, client, wish)),
      stamp: this.orders.payStamp(),
    }));
    return { ...started, pay: await this.orders.prepay(started.orderNo, stamp) };
  }

  async #start(
    tx: Tx,
    client: ClientPrincipal,
    wish: PackageOrderRequest,
  ): Promise<StartedPackage> {
    const { customerId, openid } = client;
    const plan = await packagePlanOnSale(tx, wish.planId);
    if (!plan.onPhone) refuse('PACKAGE_PLAN_NOT_ON_SALE');
    const text = await textInForce(tx, wish.contractTextId, 'package');
    const storeId = await this.offers.storeOf(tx, customerId, plan, wish.storeId);
    await this.offers.requireRead(tx, text, plan, storeId, wish.offerHash);
    const store = await storeDay(tx, storeId, this.clock.now());
    const { signBeforePaying } = await settingsOf(tx, storeId);
    if (signBeforePaying && !wish.signature) refuse('SIGNATURE_REQUIRED');
    await this.wallets.lock(tx, customerId);
    const request = { customerId, storeId, plan, tender: 'wechat', by: byOf(client) } as const;
    const sold = await this.openPackage.execute(tx, request, async (subjectId) => {
      const order = await this.orders.create(tx, {
        ...{ purpose: 'card', subjectId, customerId, openid, storeId },
        ...{ amountFen: plan.priceFen, description: `${store.name} ${plan.name}` },
      });
      return order.orderNo;
    });
    const agreement = wish.signature ? { signature: wish.signature } : { later: true as const };
    const contractId = await this.openPackage.contract(tx, sold, plan, text, agreement);
    const orderNo = sold.orderNo ?? '';
    return { orderNo, packageId: sold.id, contractId, amountFen: plan.priceFen };
  }
}
