import { Injectable } from '@nestjs/common';
import { lockOpenDay } from '../stores/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { CreditTopUp } from './credit-top-up.js';
import { CustomerWallets } from './customer-wallets.js';
import { topUpById, type TopUp } from './data/top-ups.js';
import { DrawContract } from './draw-contract.js';
import { OpenTopUp, planOnSale, textInForce } from './open-top-up.js';
import { byOf, storeDay } from './store-day.js';

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

/** Sells a plan at the desk: money, value and contract in one transaction. */
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
    const { customerId, storeId, tender, reference } = wish;
    if (tender === 'bank_card' && reference === undefined)
      refuseField('reference', '请填写刷卡凭证号');
    await this.wallets.lock(tx, customerId);
    const plan = await planOnSale(tx, wish.planId);
    if (!plan.storeIds.includes(storeId)) refuse('PLAN_NOT_ON_SALE');
    if (wish.planVersion !== undefined && wish.planVersion !== plan.version)
      refuse('PLAN_CHANGED', { extras: { version: plan.version } });
    const text = await textInForce(tx);
    const by = byOf(staff);
    const request = {
      ...{ customerId, storeId, plan, tender, by },
      ...(reference === undefined ? {} : { tenderReference: reference }),
    };
    const topUp = await this.openTopUp.execute(tx, request, async () => null);
    const agreement =
      wish.slipNo === undefined ? { later: true as const } : { slipNo: wish.slipNo };
    await this.contracts.execute(tx, topUp, text, agreement);
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await lockOpenDay(tx, storeId, today);
    await this.credit.execute(tx, topUp, by, today);
    await this.audit.record(tx, {
      ...{
        actor: staff,
        action: 'wallet.topped_up',
        subject: { kind: 'customer', id: customerId },
      },
      detail: { topUpId: topUp.id, storeId, tender, amountFen: topUp.priceFen },
    });
    return (await topUpById(tx, topUp.id)) ?? refuse('TOP_UP_NOT_FOUND');
  }
}
