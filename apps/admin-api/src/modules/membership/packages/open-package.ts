import { Injectable } from '@nestjs/common';
import type { PackageTender } from '@yance/shared-types';
import { storesByIds } from '../../stores/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { ContractText } from '../data/contract-texts.js';
import { settingsOf } from '../data/settings.js';
import { DrawContract, type Agreement } from '../draw-contract.js';
import type { By, OnBill } from '../store-day.js';
import { packagePlanById, type PackagePlan } from './data/package-plans.js';
import { hasPackageBefore, insertPackage, type Package } from './data/packages.js';
import { packageContractBody } from './rules/contract-body.js';
import { requirePackageRoom } from './package-room.js';
import { listPriceOf } from './rules/plan-draft.js';

/** A sale as phone and till ask for it. */
export interface PackageWish {
  readonly customerId: string;
  readonly storeId: string;
  readonly plan: PackagePlan;
  readonly tender: PackageTender;
  readonly tenderReference?: string;
  readonly convertedFrom?: string;
  /** What an older package gives towards it, in fen. */
  readonly creditFen?: number;
  readonly onBill?: OnBill;
  readonly by: By;
}

/** The first step of every sale: the plan's terms are noted down, and its contract is drawn. The file is locked. */
@Injectable()
export class OpenPackage {
  constructor(
    private readonly contracts: DrawContract,
    private readonly clock: Clock,
  ) {}

  /**
   * @param orderNo makes the order that is to be paid; nothing where it is paid at once
   * @throws Refusal PACKAGE_CAP_EXCEEDED with `capFen` and `roomFen` where the store caps what packages may hold
   */
  async execute(
    tx: Tx,
    wish: PackageWish,
    orderNo: (packageId: string) => Promise<string | null> = () => Promise.resolve(null),
  ): Promise<Package> {
    const { customerId, storeId, plan, by } = wish;
    const amountFen = plan.priceFen - (wish.creditFen ?? 0);
    await requirePackageRoom(tx, { customerId, storeId, amountFen });
    const id = newId();
    const sold: Package = {
      ...{ id, customerId, storeId, planId: plan.id, kind: plan.kind, name: plan.name },
      ...{ priceFen: plan.priceFen, paidFen: null, listPriceFen: listPriceOf(plan) },
      ...{ validDays: plan.validDays, usesPerDay: plan.usesPerDay },
      ...{ validEverywhere: plan.validEverywhere, refundTerms: plan.refundTerms },
      ...{ ownReasonBasis: plan.ownReasonBasis, tender: wish.tender },
      renewal: await hasPackageBefore(tx, customerId),
      ...{ tenderReference: wish.tenderReference ?? null, orderNo: await orderNo(id) },
      ...{ state: 'pending', paidOn: null, expiresOn: null, frozenOn: null, txId: null },
      ...{ entryNo: null, reverseTxId: null, reverseReason: null },
      ...{ convertedFrom: wish.convertedFrom ?? null },
      ...{ billId: wish.onBill?.billId ?? null, billLine: wish.onBill?.line ?? null },
      ...{ byKind: by.kind, byId: by.id, byName: by.name },
      ...{ createdAt: this.clock.now(), settledAt: null, version: 1 },
      items: plan.items.map((item, seq) => ({
        ...{ ...item, id: newId(), packageId: id, seq },
        ...{ paidFen: null, lotId: null, sharedThrough: null },
      })),
    };
    await insertPackage(tx, sold);
    return sold;
  }

  /** @returns the id of the contract */
  async contract(
    tx: Tx,
    sold: Package,
    plan: PackagePlan,
    text: ContractText,
    agreement: Agreement,
  ): Promise<string> {
    const body = await offeredPackageBody(tx, text, plan, [sold.storeId]);
    const { customerId, storeId, listPriceFen, priceFen, refundTerms } = sold;
    const thing = { customerId, storeId, listPriceFen, priceFen, refundTerms };
    const subject = { topUpId: null, packageId: sold.id, bonusFen: 0 };
    return this.contracts.write(tx, { ...thing, ...subject }, text, body, agreement);
  }
}

/** The words of a plan's contract as they would be agreed to at these stores. */
export async function offeredPackageBody(
  reader: Reader,
  text: ContractText,
  plan: PackagePlan,
  storeIds: readonly string[],
): Promise<string> {
  const { coolingOffDays } = await settingsOf(reader, storeIds[0] ?? null);
  const stores = plan.validEverywhere ? null : await storesByIds(reader, storeIds);
  const validIn = stores && stores.map((store) => store.name);
  return packageContractBody(text.body, plan, { validIn, coolingOffDays });
}

/** A plan that is sold now. @throws Refusal PACKAGE_PLAN_NOT_FOUND, PACKAGE_PLAN_NOT_ON_SALE */
export async function packagePlanOnSale(reader: Reader, planId: string): Promise<PackagePlan> {
  const plan = (await packagePlanById(reader, planId)) ?? refuse('PACKAGE_PLAN_NOT_FOUND');
  return plan.state === 'on_sale' ? plan : refuse('PACKAGE_PLAN_NOT_ON_SALE');
}
