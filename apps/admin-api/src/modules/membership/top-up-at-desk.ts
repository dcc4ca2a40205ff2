import { Injectable } from '@nestjs/common';
import { lockOpenDay } from '../stores/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Principal, StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { CreditTopUp, type PaidFrom } from './credit-top-up.js';
import { CustomerWallets } from './customer-wallets.js';
import type { Plan } from './data/plans.js';
import { topUpById, type TopUp } from './data/top-ups.js';
import { DrawContract } from './draw-contract.js';
import { OpenTopUp, planOnSale, textInForce } from './open-top-up.js';
import { PACKAGE_CLEARING, tenderOf, type PackageTenderPart } from './packages/rules/tenders.js';
import { byOf, storeDay, type OnBill } from './store-day.js';

export interface DeskTopUpRequest {
  readonly customerId: string;
  readonly storeId: string;
  readonly planId: string;
  /** The version of the plan that was shown; another one by now is told. */
  readonly planVersion?: number;
  readonly tender: 'cash' | 'bank_card';
  /** Number on the terminal's slip. */
  readonly reference?: string;
  /** Number of the contract that was signed on paper; absent: the client signs on the phone later. */
  readonly slipNo?: string;
}

/** A part of a price that is paid with money. */
export interface MoneyPart extends PackageTenderPart {
  readonly tender: Exclude<PackageTenderPart['tender'], 'stored_value'>;
}

/** A plan that a bill sells; its tenders were looked at with the bill's. */
export interface BillTopUp {
  readonly customerId: string;
  readonly storeId: string;
  readonly planId: string;
  /** What the bill showed. */
  readonly planVersion: number;
  readonly onBill: OnBill;
  /** Together what the bill says that the plan costs. */
  readonly tenders: readonly MoneyPart[];
  readonly slipNo?: string;
}

interface Sale extends Pick<BillTopUp, 'customerId' | 'storeId' | 'slipNo'> {
  readonly plan: Plan;
  readonly tender: TopUp['tender'];
  readonly tenderReference?: string;
  readonly onBill?: OnBill;
  readonly sources?: readonly PaidFrom[];
}

/** Sells a plan at the desk or on a bill: money, value and contract in one transaction. */
@Injectable()
export class TopUpAtDesk {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly openTopUp: OpenTopUp,
    private readonly credit: CreditTopUp,
    private readonly contracts: DrawContract,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, PLAN_NOT_ON_SALE also when the store does not sell it, PLAN_CHANGED, CARD_CAP_EXCEEDED, DAY_CLOSED */
  async execute(tx: Tx, staff: StaffPrincipal, wish: DeskTopUpRequest): Promise<TopUp> {
    const { reference: tenderReference, tender } = wish;
    if (tender === 'bank_card' && tenderReference === undefined)
      refuseField('reference', '请填写刷卡凭证号');
    const plan = await this.#plan(tx, wish);
    if (wish.planVersion !== undefined && wish.planVersion !== plan.version)
      refuse('PLAN_CHANGED', { extras: { version: plan.version } });
    return this.#sell(tx, staff, {
      ...{ ...wish, plan },
      ...(tenderReference === undefined ? {} : { tenderReference }),
    });
  }

  /** @param by the desk, or the client who tapped @throws as execute; PLAN_CHANGED where it is another one by now */
  async onBill(tx: Tx, by: Principal, wish: BillTopUp): Promise<TopUp> {
    const { tenders, storeId } = wish;
    const plan = await this.#plan(tx, wish);
    if (wish.planVersion !== plan.version)
      refuse('PLAN_CHANGED', { extras: { version: plan.version } });
    const paidFen = tenders.reduce((sum, { amountFen }) => sum + amountFen, 0);
    if (paidFen !== plan.priceFen) throw new Error('a bill is paid as its plan says');
    const { tender, ...reference } = tenderOf(tenders);
    if (tender === 'stored_value') throw new Error('stored value does not pay for stored value');
    const sources = tenders.map((part) => ({
      ...{ code: PACKAGE_CLEARING[part.tender], amountFen: part.amountFen },
    }));
    return this.#sell(tx, by, { ...wish, storeId, plan, tender, ...reference, sources });
  }

  async #plan(tx: Tx, wish: Pick<BillTopUp, 'customerId' | 'storeId' | 'planId'>): Promise<Plan> {
    await this.wallets.lock(tx, wish.customerId);
    const plan = await planOnSale(tx, wish.planId);
    return plan.storeIds.includes(wish.storeId) ? plan : refuse('PLAN_NOT_ON_SALE');
  }

  async #sell(tx: Tx, principal: Principal, sale: Sale): Promise<TopUp> {
    const { customerId, storeId, tender, slipNo, sources, ...request } = sale;
    const [text, by] = [await textInForce(tx), byOf(principal)];
    const wish = { ...request, customerId, storeId, tender, by };
    const topUp = await this.openTopUp.execute(tx, wish, async () => null);
    const agreement = slipNo === undefined ? { later: true as const } : { slipNo };
    await this.contracts.execute(tx, topUp, text, agreement);
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await lockOpenDay(tx, storeId, today);
    await this.credit.execute(tx, topUp, by, today, sources);
    await this.audit.record(tx, {
      ...{ actor: principal, action: 'wallet.topped_up' },
      subject: { kind: 'customer', id: customerId },
      detail: { topUpId: topUp.id, storeId, tender, amountFen: topUp.priceFen },
    });
    return (await topUpById(tx, topUp.id)) ?? refuse('TOP_UP_NOT_FOUND');
  }
}
