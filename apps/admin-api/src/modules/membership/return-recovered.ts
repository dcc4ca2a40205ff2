import { Injectable } from '@nestjs/common';
import type { OwnReasonBasis, RefundCause } from '@yance/shared-types';
import { Ledger, entryByKey, ofCustomer, ofHouse, type EntryHead } from '../ledger/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { CameBack } from './clear-debt.js';
import { recoveredItems, refundById, type RefundItem } from './data/refunds.js';
import { givenByLot, lotIdsOfSpend, type LotGiven, type Spend } from './data/spends.js';
import { salesBehind } from './refund-debts.js';
import { recoveredWith, refundLegs } from './rules/refund-bases.js';

/** What a refund kept of a lot because of one deduction. */
export interface Recovered {
  readonly item: RefundItem;
  /** Under which it is given back, once. */
  readonly bizKey: string;
  readonly amountFen: number;
}

/** A refund recovered the bonus of a deduction; undoing the deduction gives that back too, once. */
@Injectable()
export class ReturnRecovered {
  constructor(private readonly ledger: Ledger) {}

  /**
   * What refunds kept of the principal because of this deduction. The wallets are locked. Where a refund reckoned with
   * several deductions of a lot, it is what it would have kept less without this one of those that still stand.
   * @param back what the deduction gives back
   * @throws Refusal SPEND_PAID_BACK where nobody can say how much it was
   */
  async of(tx: Tx, spend: Spend, back: readonly CameBack[]): Promise<Recovered[]> {
    const items: RefundItem[] = [];
    for (const item of await recoveredItems(tx, await lotIdsOfSpend(tx, spend.id)))
      if (!(await entryByKey(tx, 'recovery_return', keyOf(item)))) items.push(item);
    const sales = await salesBehind(tx, items);
    const found: Recovered[] = [];
    for (const item of items) {
      const sale = sales.get(item.lotId);
      const isOwn = back.some(({ lot }) => lot.id === item.lotId) && sale?.state !== 'reversed';
      const isOnly = items.filter(({ lotId }) => lotId === item.lotId).length === 1;
      if (!isOwn || !isOnly) refuse('SPEND_PAID_BACK');
      found.push(...(await because(tx, item, spend, sale?.ownReasonBasis ?? 'list_price')));
    }
    return found;
  }

  /** Puts it back where it came from: cash and principal together are what was paid again. */
  async execute(
    tx: Tx,
    customerId: string,
    recovered: readonly Recovered[],
    head: Omit<EntryHead, 'kind' | 'bizKey'>,
  ): Promise<void> {
    for (const { item, bizKey, amountFen } of recovered) {
      if (amountFen === 0) continue;
      await this.ledger.post(tx, {
        ...{ ...head, kind: 'recovery_return', bizKey },
        legs: [
          {
            debit: ofHouse('REV_BONUS_RECOVERY', item.storeId),
            credit: ofCustomer('SV_PRINCIPAL', customerId),
            amount: amountFen,
            lot: { id: item.lotId },
          },
        ],
      });
    }
  }
}

/** What a refund kept of a lot because of a deduction; nothing when it came after the refund. */
async function because(
  tx: Tx,
  item: RefundItem,
  { id }: Spend,
  basis: OwnReasonBasis,
): Promise<Recovered[]> {
  const { cause } = (await refundById(tx, item.refundId)) ?? refuse('REFUND_NOT_FOUND');
  const { txId: decidedBy } =
    (await entryByKey(tx, 'refund_approve', item.refundId)) ?? refuse('SPEND_PAID_BACK');
  const given = await givenByLot(tx, item.lotId);
  const counted = given.filter(
    ({ txId, reverseTxId }) =>
      txId < decidedBy && (reverseTxId === null || reverseTxId > decidedBy),
  );
  const standing = counted.filter(({ reverseTxId }) => reverseTxId === null);
  if (!standing.some(({ spendId }) => spendId === id)) return [];
  const others = standing.filter(({ spendId }) => spendId !== id);
  const keptFen = recoveredOf(item);
  if (counted.length === 1) return [{ item, bizKey: keyOf(item), amountFen: keptFen }];
  const kept = (uses: readonly LotGiven[]): number => keptOf(item, counted, uses, { cause, basis });
  const amountFen = kept(standing) - kept(others);
  if (kept(counted) !== keptFen || amountFen < 0) refuse('SPEND_PAID_BACK');
  const bizKey = others.length === 0 ? keyOf(item) : `${keyOf(item)}.${id}`;
  return [{ item, bizKey, amountFen }];
}

/** What the refund would have kept, had only these of the deductions been there with which it reckoned. */
function keptOf(
  item: RefundItem,
  counted: readonly LotGiven[],
  uses: readonly LotGiven[],
  by: { readonly cause: RefundCause; readonly basis: OwnReasonBasis },
): number {
  const [all, some] = [sumOf(counted), sumOf(uses)];
  return recoveredWith(
    {
      principalLeftFen: item.principalFen + all.principalFen - some.principalFen,
      bonusLeftFen: item.bonusFen + all.bonusFen - some.bonusFen,
      ...{ principalUsedFen: some.principalFen, bonusUsedFen: some.bonusFen },
      usedListFen: some.listPriceFen,
    },
    by,
  );
}

const sumOf = (uses: readonly LotGiven[]) => ({
  principalFen: uses.reduce((sum, { principalFen }) => sum + principalFen, 0),
  bonusFen: uses.reduce((sum, { bonusFen }) => sum + bonusFen, 0),
  listPriceFen: uses.reduce((sum, { listPriceFen }) => sum + listPriceFen, 0),
});

const keyOf = ({ refundId, seq }: RefundItem): string => `${refundId}.${seq}`;

const recoveredOf = ({ principalFen, amountFen, setOffFen }: RefundItem): number =>
  refundLegs(principalFen, amountFen + setOffFen).recoveredFen;
