import { Injectable } from '@nestjs/common';
import { Ledger, entryByKey, ofCustomer, ofHouse, type EntryHead } from '../ledger/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { CameBack } from './clear-debt.js';
import { recoveredItems, type RefundItem } from './data/refunds.js';
import { lotIdsOfSpend, usedByOthers, type Spend } from './data/spends.js';
import { salesBehind } from './refund-debts.js';
import { refundLegs } from './rules/refund-bases.js';

/** A refund recovered the bonus of a deduction; undoing the deduction gives that back too, once. */
@Injectable()
export class ReturnRecovered {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Lots of refunds that kept some of the principal because of this deduction. The wallets are locked.
   * @param back what the deduction gives back
   * @throws Refusal SPEND_PAID_BACK where it was not for this deduction alone, so that nobody can say how much it was
   */
  async of(tx: Tx, { id }: Spend, back: readonly CameBack[]): Promise<RefundItem[]> {
    const items: RefundItem[] = [];
    for (const item of await recoveredItems(tx, await lotIdsOfSpend(tx, id)))
      if (!(await entryByKey(tx, 'recovery_return', keyOf(item)))) items.push(item);
    const sales = await salesBehind(tx, items);
    for (const { lotId } of items) {
      const exact =
        back.some(({ lot }) => lot.id === lotId) &&
        sales.get(lotId)?.state !== 'reversed' &&
        !(await usedByOthers(tx, lotId, id));
      if (!exact) refuse('SPEND_PAID_BACK');
    }
    return items;
  }

  /** Puts it back where it came from: cash and principal together are what was paid again. */
  async execute(
    tx: Tx,
    customerId: string,
    items: readonly RefundItem[],
    head: Omit<EntryHead, 'kind' | 'bizKey'>,
  ): Promise<void> {
    for (const item of items) {
      await this.ledger.post(tx, {
        ...{ ...head, kind: 'recovery_return', bizKey: keyOf(item) },
        legs: [
          {
            debit: ofHouse('REV_BONUS_RECOVERY', item.storeId),
            credit: ofCustomer('SV_PRINCIPAL', customerId),
            amount: recoveredOf(item),
            lot: { id: item.lotId },
          },
        ],
      });
    }
  }
}

const keyOf = ({ refundId, seq }: RefundItem): string => `${refundId}.${seq}`;

const recoveredOf = ({ principalFen, amountFen, setOffFen }: RefundItem): number =>
  refundLegs(principalFen, amountFen + setOffFen).recoveredFen;
