import { refuse } from '../../../platform/errors/index.js';
import { requirePositive } from '../../../platform/money/index.js';
import type { Account } from '../data/accounts.js';
import type { Entry, LotRef, NewLot } from '../ledger-types.js';
import type { AccountRef } from '../ledger-types.js';
import { newLotIndex, newLotRef, type BodyLeg, type BodyLot } from './entry-body.js';
import { NOTE_KINDS } from './entry-kinds.js';
import { MOST_HOLDS } from './hold-id.js';

/** A leg with its accounts found. */
export interface DraftLeg {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: number;
  readonly debitLot: BodyLot;
  readonly creditLot: BodyLot;
}

/**
 * More would hold locks for too long. A thousand lots of one client pay or go back in one entry: what she agreed to is
 * one business act, and its mirror is one too.
 */
export const MOST_LEGS = 4000;

const bodyLot = (ref: LotRef | undefined): BodyLot =>
  ref === undefined ? null : 'id' in ref ? ref.id : newLotRef(ref.new);

export const bodyLeg = (leg: DraftLeg): BodyLeg => [
  leg.debit.id,
  leg.credit.id,
  leg.debit.asset,
  leg.amount,
  leg.debitLot,
  leg.creditLot,
];

/**
 * The legs of an entry with accounts and lots in their places.
 * @throws Refusal LEDGER_ENTRY_TOO_LARGE; Error where they cannot be right whatever the balances are: the caller's code is wrong, not its client
 */
export function draftLegs(entry: Entry, accountOf: (ref: AccountRef) => Account): DraftLeg[] {
  const holds = (entry.opensHolds?.length ?? 0) + (entry.closesHolds?.length ?? 0);
  if (entry.legs.length + holds === 0 && !NOTE_KINDS.includes(entry.kind))
    throw new Error('an entry moves or holds something');
  const opens = entry.opensHolds?.length ?? 0;
  if (entry.legs.length > MOST_LEGS || opens > MOST_HOLDS) refuse('LEDGER_ENTRY_TOO_LARGE');
  const legs = entry.legs.map((leg) => {
    const [debit, credit] = [accountOf(leg.debit), accountOf(leg.credit)];
    requirePositive(leg.amount);
    if (debit.id === credit.id) throw new Error('an amount moves between two accounts');
    if (debit.asset !== credit.asset)
      throw new Error(`${debit.code} and ${credit.code} differ in asset`);
    return {
      ...{ debit, credit, amount: leg.amount },
      debitLot: lotOfSide(debit, leg.lot),
      creditLot: lotOfSide(credit, leg.creditLot ?? leg.lot),
    };
  });
  requireWholeLots(legs, entry.newLots ?? []);
  return legs;
}

function lotOfSide(account: Account, lot: LotRef | undefined): BodyLot {
  if (account.lotPart === undefined) return null;
  if (lot === undefined) throw new Error(`every movement of ${account.code} names its lot`);
  return bodyLot(lot);
}

/** What a new lot says it holds is what the legs put into it. */
function requireWholeLots(legs: readonly DraftLeg[], lots: readonly NewLot[]): void {
  const credited = lots.map(() => ({ principal: 0, bonus: 0, units: 0 }));
  for (const { debit, credit, amount, debitLot, creditLot } of legs) {
    if (newLotIndex(debitLot) !== undefined && !debit.lotPart)
      throw new Error('a new lot begins with what is put into it');
    const index = newLotIndex(creditLot);
    if (index === undefined) {
      if (newLotIndex(debitLot) !== undefined) throw new Error('a new lot cannot be spent at once');
      continue;
    }
    const [sums, lot] = [credited[index], lots[index]];
    if (!sums || !lot || !credit.lotPart) throw new Error('a leg names a lot that is not there');
    if (lot.owner.kind !== credit.ownerKind || lot.owner.id !== credit.ownerId)
      throw new Error('a lot belongs to the owner of its account');
    sums[credit.lotPart] += amount;
  }
  for (const [index, lot] of lots.entries()) {
    const sums = credited[index];
    const same =
      sums?.principal === (lot.principalFen ?? 0) &&
      sums.bonus === (lot.bonusFen ?? 0) &&
      sums.units === (lot.units ?? 0);
    if (!same) throw new Error('a new lot holds what its legs put into it');
  }
}
