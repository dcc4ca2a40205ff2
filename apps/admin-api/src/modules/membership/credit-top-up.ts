import { Injectable } from '@nestjs/common';
import { Ledger, ofCustomer, ofHouse, type AccountCode, type Leg } from '../ledger/index.js';
import type { TopUpTender } from '@yance/shared-types';
import { Clock, type LocalDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { ContractProofs } from './contract-proofs.js';
import { Activity } from './activity/activity.js';
import { hasBoughtBefore, settleTopUp, type TopUp } from './data/top-ups.js';
import { actorOf, type By } from './store-day.js';
import { ValueEvents } from './value-events.js';

/** Where the money of each tender waits; of a mixed one its caller says. */
const CLEARING: Readonly<Record<Exclude<TopUpTender, 'mixed'>, AccountCode>> = {
  wechat: 'WX_CLEARING',
  cash: 'CASH_CLEARING',
  bank_card: 'CARD_CLEARING',
  paycode: 'PAYCODE_CLEARING',
  opening: 'OPENING_BALANCE',
};

/** Where a part of the price waits, in fen. */
export interface PaidFrom {
  readonly code: AccountCode;
  readonly amountFen: number;
}

/** Puts what was paid and what is given on top into the client's wallet, as one lot. */
@Injectable()
export class CreditTopUp {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: ValueEvents,
    private readonly proofs: ContractProofs,
    private readonly activity: Activity,
    private readonly clock: Clock,
  ) {}

  /**
   * @param topUp locked in `tx`, not yet paid; its row takes the lot and entry
   * @param paidOn the business day of the payment in the store's zone
   * @param sources what paid the price; its one tender unless told
   * @throws EntryExists when it was credited before
   */
  async execute(
    tx: Tx,
    topUp: TopUp,
    by: By,
    paidOn: LocalDate,
    sources: readonly PaidFrom[] = soleSource(topUp),
  ): Promise<void> {
    const { id, customerId, storeId, priceFen, bonusFen, orderNo } = topUp;
    const posted = await this.ledger.post(tx, {
      kind: topUp.tender === 'opening' ? 'opening_balance' : 'top_up',
      bizKey: orderNo ?? id,
      ...{ storeId, effectiveOn: paidOn, actor: actorOf(by) },
      meta: {
        ...{ title: topUp.title, topUpId: id },
        ...(orderNo === null ? {} : { orderNo }),
        // An entry never changes: whoever alters the contract afterwards is found out.
        ...(await this.proofs.ofTopUp(tx, id)),
      },
      legs: legsOf(topUp, sources),
      newLots: [
        {
          owner: { kind: 'customer', id: customerId },
          ...{ storeId, validEverywhere: topUp.validEverywhere, spendOrder: topUp.spendOrder },
          ...{ principalFen: priceFen, bonusFen, listPriceFen: topUp.listPriceFen, paidOn },
          ...(orderNo === null ? {} : { paymentId: orderNo }),
        },
      ],
    });
    const [lotId] = posted.lotIds;
    if (lotId === undefined) throw new Error('a top-up makes a lot');
    const { txId, entryNo } = posted;
    // The entry holds her accounts: of two orders that are paid at once the second sees the first.
    const renewal = topUp.renewal || (await hasBoughtBefore(tx, customerId));
    await settleTopUp(tx, id, { lotId, txId, entryNo, paidOn, renewal, at: this.clock.now() });
    // What a client brought along is nothing that happened now.
    if (topUp.tender === 'opening') return;
    await this.events.tell(tx, 'value.credited', { ...topUp, amountFen: priceFen });
    await this.activity.note(tx, {
      ...{ customerId, storeId, on: paidOn, sourceKind: 'top_up', sourceId: id },
      facts: [
        { kind: 'cash_in', amountFen: priceFen },
        { kind: 'top_up', amountFen: priceFen, bonusFen },
      ],
    });
  }
}

function soleSource({ tender, priceFen }: TopUp): PaidFrom[] {
  if (tender === 'mixed') throw new Error('of several tenders each is told');
  return [{ code: CLEARING[tender], amountFen: priceFen }];
}

function legsOf({ customerId, storeId, bonusFen }: TopUp, sources: readonly PaidFrom[]): Leg[] {
  const lot = { new: 0 };
  const paid = sources.map(({ code, amountFen }): Leg => ({
    debit: ofHouse(code, storeId),
    credit: ofCustomer('SV_PRINCIPAL', customerId),
    ...{ amount: amountFen, lot },
  }));
  const given: Leg = {
    debit: ofHouse('BONUS_FUNDING', storeId),
    credit: ofCustomer('SV_BONUS', customerId),
    ...{ amount: bonusFen, lot },
  };
  return [...paid, given].filter((leg) => leg.amount > 0);
}
