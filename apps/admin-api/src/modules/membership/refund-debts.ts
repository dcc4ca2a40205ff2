import { Injectable } from '@nestjs/common';
import {
  Ledger,
  lotsByIds,
  ofCustomer,
  ofHouse,
  type EntryHead,
  type Lot,
} from '../ledger/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { valueOf } from './customer-wallets.js';
import { addOrigin, originsOf } from './data/lot-origins.js';
import type { RefundItem, ValueRefund } from './data/refunds.js';
import { usedOfLots } from './data/spends.js';
import { topUpsByIds, topUpsOfLots, type TopUp } from './data/top-ups.js';
import { unusedBonusFen } from './rules/refund-bases.js';

/** What one lot of a refund takes off the debt of whoever bought it. */
interface Relief {
  readonly item: RefundItem;
  readonly lot: Lot;
  /** The sale behind the lot, which was undone. */
  readonly sale: TopUp;
  readonly amountFen: number;
}

/** What a refund has to do with debts: the client's own, and that of a sale which was undone. */
@Injectable()
export class RefundDebts {
  constructor(private readonly ledger: Ledger) {}

  /**
   * What she owes may have been paid, or grown, since she asked. Her file is locked.
   * @throws Refusal REFUND_CHANGED with `amountFen`
   */
  async requireUnchanged(
    tx: Tx,
    { customerId }: ValueRefund,
    items: readonly RefundItem[],
  ): Promise<void> {
    const { owedFen } = await valueOf(tx, customerId);
    const setOffFen = items.reduce((sum, item) => sum + item.setOffFen, 0);
    const dueFen = items.reduce((sum, item) => sum + item.amountFen, setOffFen);
    const open = Math.min(owedFen, dueFen);
    if (open !== setOffFen) refuse('REFUND_CHANGED', { extras: { amountFen: dueFen - open } });
  }

  /** Clients who bought what is given back: their wallets are locked with hers, so that no sale is undone meanwhile. */
  async buyers(reader: Reader, items: readonly RefundItem[]): Promise<string[]> {
    const sales = await salesBehind(reader, items);
    return [...new Set([...sales.values()].map((sale) => sale.customerId))];
  }

  /**
   * Bonus of an undone sale is billed to whoever bought it. What lapses of it with a refund, or is recovered by it, was
   * used by nobody: it is taken off the debt, and comes back as stored value where it was paid already.
   * @param items as they were approved; the wallets of all `buyers` are locked
   */
  async relieve(
    tx: Tx,
    items: readonly RefundItem[],
    head: Omit<EntryHead, 'kind' | 'bizKey' | 'meta'>,
  ): Promise<void> {
    for (const relief of await reliefs(tx, items)) await this.#relieve(tx, relief, head);
  }

  async #relieve(
    tx: Tx,
    { item, lot, sale, amountFen }: Relief,
    head: Omit<EntryHead, 'kind' | 'bizKey' | 'meta'>,
  ): Promise<void> {
    const { customerId } = sale;
    const debt = ofCustomer('CUST_RECEIVABLE', customerId);
    const [owed] = await this.ledger.lock(tx, [debt]);
    const offFen = Math.min(amountFen, owed?.balance ?? 0);
    const backFen = amountFen - offFen;
    const debit = ofHouse('REV_BONUS_RECOVERY', lot.storeId);
    const principal = ofCustomer('SV_PRINCIPAL', customerId);
    const { lotIds } = await this.ledger.post(tx, {
      ...{ ...head, kind: 'debt_paid', bizKey: `${item.refundId}.${item.seq}.bonus` },
      meta: { title: '未使用的赠金不再计欠款', of: 'top_up', topUpId: sale.id },
      legs: [
        { debit, credit: debt, amount: offFen },
        { debit, credit: principal, amount: backFen, lot: { new: 0 } },
      ].filter(({ amount }) => amount > 0),
      newLots: backFen === 0 ? [] : [lotOf(lot, customerId, backFen, head.effectiveOn)],
    });
    for (const lotId of lotIds) await addOrigin(tx, lotId, sale.id);
  }
}

/** Money that comes back is paid for in full: nothing is given on top of it. */
const lotOf = (
  { storeId, validEverywhere, spendOrder }: Lot,
  id: string,
  fen: number,
  on: string,
) => ({
  ...{ owner: { kind: 'customer' as const, id }, storeId, validEverywhere, spendOrder, paidOn: on },
  ...{ principalFen: fen, bonusFen: 0, listPriceFen: fen },
});

async function reliefs(reader: Reader, items: readonly RefundItem[]): Promise<Relief[]> {
  const sales = await salesBehind(reader, items);
  const lotIds = [...sales.keys()];
  const lots = new Map((await lotsByIds(reader, lotIds)).map((lot) => [lot.id, lot]));
  const used = await usedOfLots(reader, lotIds);
  return items.flatMap((item): Relief[] => {
    const [sale, lot] = [sales.get(item.lotId), lots.get(item.lotId)];
    if (sale?.state !== 'reversed' || !lot) return [];
    const amountFen = unusedBonusFen({
      ...{ principalLeftFen: item.principalFen, bonusLeftFen: item.bonusFen },
      ...{ bonusUsedFen: used.get(item.lotId)?.bonusFen ?? 0 },
      dueFen: item.amountFen + item.setOffFen,
    });
    return amountFen === 0 ? [] : [{ item, lot, sale, amountFen }];
  });
}

/** The sale behind each lot of a refund, also where it was handed on; none for lots that no sale tells of. */
export async function salesBehind(
  reader: Reader,
  items: readonly RefundItem[],
): Promise<ReadonlyMap<number, TopUp>> {
  const lotIds = items.map(({ lotId }) => lotId);
  const sold = await topUpsOfLots(reader, lotIds);
  const origins = await originsOf(reader, lotIds);
  const first = await topUpsByIds(reader, [...new Set(origins.values())]);
  return new Map(
    lotIds.flatMap((lotId): [number, TopUp][] => {
      const sale = sold.get(lotId) ?? first.get(origins.get(lotId) ?? '');
      return sale ? [[lotId, sale]] : [];
    }),
  );
}
