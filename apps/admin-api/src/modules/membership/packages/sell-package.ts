import { Injectable } from '@nestjs/common';
import { lockOpenDay } from '../../stores/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Principal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { CustomerWallets } from '../customer-wallets.js';
import { textInForce } from '../open-top-up.js';
import type { Consent } from '../client-consent.js';
import { SpendValue, type Sale } from '../spend-value.js';
import { byOf, storeDay, type OnBill, type StoreDay } from '../store-day.js';
import { CreditPackage, cameIn, kindOfSale, metaOfSale } from './credit-package.js';
import { packageById, type Package } from './data/packages.js';
import { OpenPackage, packagePlanOnSale } from './open-package.js';
import { saleLegs, type PriceSource, type SaleLegs } from './rules/sale-legs.js';
import {
  fenOf,
  requireTenders,
  sourcesOf,
  tenderOf,
  type PackageTenderPart,
} from './rules/tenders.js';

export interface PackageSale {
  readonly customerId: string;
  readonly storeId: string;
  readonly planId: string;
  /** What was shown; another one by now is refused. */
  readonly planVersion?: number;
  /** Together the price of the plan. */
  readonly tenders: readonly PackageTenderPart[];
  /** Number of the contract that was signed on paper; absent: the client signs on the phone later. */
  readonly slipNo?: string;
  /** For stored value: the client's code, or the number of the slip that she signed. */
  readonly code?: string;
  readonly spendSlipNo?: string;
  /** The bill that sells it: its tenders and the client's consent were looked at with the bill's. */
  readonly onBill?: OnBill & { readonly consent: Consent | undefined };
}

/** Sells a package at the desk or till: money, sessions and contract in the caller's transaction. */
@Injectable()
export class SellPackage {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly openPackage: OpenPackage,
    private readonly credit: CreditPackage,
    private readonly spend: SpendValue,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, PACKAGE_PLAN_NOT_FOUND, PACKAGE_PLAN_NOT_ON_SALE also when the
   *   store does not sell it, INVALID_INPUT when the tenders are not the price, PACKAGE_PLAN_CHANGED;
   *   DAY_CLOSED; of stored value as SpendValue
   */
  async execute(tx: Tx, staff: Principal, sale: PackageSale): Promise<Package> {
    const { customerId, storeId, tenders } = sale;
    await this.wallets.lock(tx, customerId);
    const plan = await packagePlanOnSale(tx, sale.planId);
    if (!plan.storeIds.includes(storeId)) refuse('PACKAGE_PLAN_NOT_ON_SALE');
    const { planVersion = plan.version } = sale;
    if (planVersion !== plan.version)
      refuse('PACKAGE_PLAN_CHANGED', { extras: { version: plan.version } });
    requireTenders(tenders, plan.priceFen);
    const text = await textInForce(tx, undefined, 'package');
    const sold = await this.openPackage.execute(tx, {
      ...{ customerId, storeId, plan, by: byOf(staff), ...tenderOf(tenders) },
      ...(sale.onBill && { onBill: sale.onBill }),
    });
    const agreement =
      sale.slipNo === undefined ? { later: true as const } : { slipNo: sale.slipNo };
    await this.openPackage.contract(tx, sold, plan, text, agreement);
    await this.#take(tx, staff, sale, sold);
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'package.sold', subject: { kind: 'customer', id: customerId } },
      detail: { packageId: sold.id, storeId, tender: sold.tender, amountFen: sold.priceFen },
    });
    return (await packageById(tx, sold.id)) ?? refuse('PACKAGE_NOT_FOUND');
  }

  async #take(tx: Tx, staff: Principal, sale: PackageSale, sold: Package): Promise<void> {
    const day = await storeDay(tx, sale.storeId, this.clock.now());
    await lockOpenDay(tx, sale.storeId, day.today);
    const sources = sourcesOf(sale.tenders, sale.storeId);
    const valueFen = fenOf(sale.tenders, 'stored_value');
    if (valueFen === 0) {
      await this.credit.execute(tx, sold, byOf(staff), day.today, sources);
      return;
    }
    await this.#spend(tx, staff, sale, sold, day, sources);
  }

  /** Stored value is the entry that sells it; other tenders are legs of the same. */
  async #spend(
    tx: Tx,
    staff: Principal,
    sale: PackageSale,
    sold: Package,
    { today }: StoreDay,
    sources: readonly PriceSource[],
  ): Promise<void> {
    let made: SaleLegs | undefined;
    const amountFen = fenOf(sale.tenders, 'stored_value');
    const { customerId, storeId, onBill } = sale;
    const request = { customerId, storeId, amountFen, title: `购卡：${sold.name}` };
    const entry: Sale = {
      ...{ kind: kindOfSale(sold), bizKey: sold.id, meta: metaOfSale(sold) },
      request: { packageId: sold.id, amountFen },
      to: (principalFen) => (made = saleLegs(sold, today, sources, principalFen)),
    };
    const consent = onBill?.consent;
    if (onBill && !consent) throw new Error('who pays with stored value has agreed');
    const { spent } =
      onBill && consent
        ? await this.spend.buyOnBill(tx, staff, { ...request, ...onBill, consent }, entry)
        : await this.spend.buy(tx, staff, { ...request, ...proofOf(sale) }, entry);
    if (!made) throw new Error('a sale has legs');
    await this.credit.settle(tx, sold, byOf(staff), today, made, spent, cameIn(sources));
  }
}

/** What she showed at the desk for her stored value. */
const proofOf = ({ code, spendSlipNo }: PackageSale) => ({
  ...(code === undefined ? {} : { code }),
  ...(spendSlipNo === undefined ? {} : { slipNo: spendSlipNo }),
});
