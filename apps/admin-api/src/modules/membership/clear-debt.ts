import { Injectable } from '@nestjs/common';
import {
  Ledger,
  ofCustomer,
  ofHouse,
  type EntryHead,
  type Leg,
  type Lot,
} from '../ledger/index.js';
import type { Tx } from '../../platform/database/index.js';
import { topUpsOfLots } from './data/top-ups.js';

/** What came back to a lot, in fen. */
export interface CameBack {
  readonly lot: Lot;
  readonly principalFen: number;
  readonly bonusFen: number;
}

/**
 * A sale that was undone after its value was used left a debt. When that use is undone too, what comes back is nothing
 * that was paid for: it clears the debt first, principal against what was paid out, bonus against bonus recovered.
 */
@Injectable()
export class ClearDebt {
  constructor(private readonly ledger: Ledger) {}

  /**
   * The wallet is locked.
   * @param head of the entry that clears
   * @returns how much was cleared, in fen
   */
  async execute(
    tx: Tx,
    customerId: string,
    back: readonly CameBack[],
    head: Omit<EntryHead, 'kind'>,
  ): Promise<number> {
    const sold = await topUpsOfLots(
      tx,
      back.map(({ lot }) => lot.id),
    );
    const unsold = back.filter(({ lot }) => sold.get(lot.id)?.state === 'reversed');
    if (unsold.length === 0) return 0;
    const [owed] = await this.ledger.lock(tx, [ofCustomer('CUST_RECEIVABLE', customerId)]);
    const { legs, clearedFen } = legsOf(customerId, unsold, owed?.balance ?? 0);
    if (legs.length > 0) await this.ledger.post(tx, { ...head, kind: 'debt_paid', legs });
    return clearedFen;
  }
}

function legsOf(
  customerId: string,
  back: readonly CameBack[],
  owedFen: number,
): { readonly legs: Leg[]; readonly clearedFen: number } {
  const debt = ofCustomer('CUST_RECEIVABLE', customerId);
  let open = owedFen;
  const take = (fen: number): number => {
    const taken = Math.min(open, fen);
    open -= taken;
    return taken;
  };
  const legs = back.flatMap(({ lot: { id, storeId }, principalFen, bonusFen }): Leg[] => {
    const [lot, paid, given] = [{ id }, take(principalFen), take(bonusFen)];
    const [bonus, funding] = [
      ofCustomer('SV_BONUS', customerId),
      ofHouse('BONUS_FUNDING', storeId),
    ];
    return [
      { debit: ofCustomer('SV_PRINCIPAL', customerId), credit: debt, amount: paid, lot },
      { debit: bonus, credit: funding, amount: given, lot },
      { debit: ofHouse('REV_BONUS_RECOVERY', storeId), credit: debt, amount: given },
    ];
  });
  return { legs: legs.filter(({ amount }) => amount > 0), clearedFen: owedFen - open };
}
