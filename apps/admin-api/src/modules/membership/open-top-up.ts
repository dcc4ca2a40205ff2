import { Injectable } from '@nestjs/common';
import type { TopUpTender } from '@yance/shared-types';
import { Clock } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { roomOf } from './customer-wallets.js';
import { currentText, type ContractText, type TextKind } from './data/contract-texts.js';
import { planById, type Plan } from './data/plans.js';
import { settingsOf } from './data/settings.js';
import { insertTopUp, type TopUp } from './data/top-ups.js';
import type { By, OnBill } from './store-day.js';

/** A sale as phone and desk ask for it. */
export interface TopUpWish {
  readonly customerId: string;
  readonly storeId: string;
  readonly plan: Plan;
  readonly tender: TopUpTender;
  readonly tenderReference?: string;
  readonly onBill?: OnBill;
  readonly by: By;
}

/** The first step of every sale of a plan: its terms are noted down, its cap is kept. The wallet is locked. */
@Injectable()
export class OpenTopUp {
  constructor(private readonly clock: Clock) {}

  /** @throws Refusal CARD_CAP_EXCEEDED with `capFen` and `roomFen` */
  async execute(
    tx: Tx,
    wish: TopUpWish,
    orderNo: (topUpId: string) => Promise<string | null>,
  ): Promise<TopUp> {
    const { customerId, storeId, plan, by } = wish;
    await requireRoom(tx, { customerId, storeId, amountFen: plan.priceFen });
    const id = newId();
    const topUp: TopUp = {
      ...{ id, customerId, storeId, planId: plan.id, title: plan.name, priceFen: plan.priceFen },
      ...{ bonusFen: plan.bonusFen, listPriceFen: plan.priceFen + plan.bonusFen },
      ...{ spendOrder: plan.spendOrder, validEverywhere: plan.validEverywhere },
      ...{ refundTerms: plan.refundTerms, ownReasonBasis: plan.ownReasonBasis },
      // Known when it is paid: of several orders that wait, one is the first.
      renewal: false,
      ...{ tender: wish.tender, tenderReference: wish.tenderReference ?? null },
      orderNo: await orderNo(id),
      ...{
        batchId: null,
        batchRow: null,
        billId: wish.onBill?.billId ?? null,
        billLine: wish.onBill?.line ?? null,
        state: 'pending',
        lotId: null,
        txId: null,
        entryNo: null,
      },
      ...{ reverseTxId: null, reverseReason: null, paidOn: null },
      ...{ byKind: by.kind, byId: by.id, byName: by.name },
      ...{ createdAt: this.clock.now(), settledAt: null },
    };
    await insertTopUp(tx, topUp);
    return topUp;
  }
}

/** @throws Refusal CARD_CAP_EXCEEDED when the store's cap leaves less room */
export async function requireRoom(
  reader: Reader,
  wish: { readonly customerId: string; readonly storeId: string; readonly amountFen: number },
): Promise<void> {
  const { cardCapFen } = await settingsOf(reader, wish.storeId);
  const roomFen = await roomOf(reader, wish.customerId, cardCapFen);
  if (roomFen !== null && wish.amountFen > roomFen)
    refuse('CARD_CAP_EXCEEDED', { extras: { capFen: cardCapFen, roomFen } });
}

/** A plan that is sold now. @throws Refusal PLAN_NOT_FOUND, PLAN_NOT_ON_SALE */
export async function planOnSale(reader: Reader, planId: string): Promise<Plan> {
  const plan = (await planById(reader, planId)) ?? refuse('PLAN_NOT_FOUND');
  return plan.state === 'on_sale' ? plan : refuse('PLAN_NOT_ON_SALE');
}

/** The words in force. @throws Refusal CONTRACT_TEXT_MISSING, CONTRACT_TEXT_CHANGED when others were read */
export async function textInForce(
  reader: Reader,
  readTextId?: string,
  kind: TextKind = 'stored_value',
): Promise<ContractText> {
  const text = (await currentText(reader, kind)) ?? refuse('CONTRACT_TEXT_MISSING');
  if (readTextId !== undefined && readTextId !== text.id) refuse('CONTRACT_TEXT_CHANGED');
  return text;
}
