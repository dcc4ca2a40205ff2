import { refuse } from '../../../platform/errors/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { Account, AccountState } from '../data/accounts.js';
import type { LotChange } from '../data/lots.js';
import { lineHash, type HashedLine } from './canonical.js';
import { newLotIndex, type BodyLot } from './entry-body.js';
import type { DraftLeg } from './draft.js';

export interface NewLine extends HashedLine {
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

/** The entry whose legs move. */
export interface MovingEntry {
  readonly txId: number;
  readonly txHash: Buffer;
  readonly postedAt: Date;
  /** Of the lots that the entry makes. */
  readonly lotIds: readonly number[];
}

export const lotIdOf = (lot: BodyLot, lotIds: readonly number[]): number | null => {
  const index = newLotIndex(lot);
  if (index === undefined) return lot as number | null;
  const id = lotIds[index];
  if (id === undefined) throw new Error('a leg names a lot that is not there');
  return id;
};

/** How a leg changes one of its accounts: up on its normal side, down on the other. */
const deltaOn = (account: Account, side: 'debit' | 'credit', amount: number): number =>
  account.normalSide === side ? amount : -amount;

/**
 * The lines of all tracked accounts of an entry, in the order of its legs; moves `states` along.
 * @throws Refusal BALANCE_TOO_LOW when an account would go below zero or below what is held
 */
export function moveAccounts(
  legs: readonly DraftLeg[],
  entry: MovingEntry,
  states: ReadonlyMap<number, AccountState>,
): NewLine[] {
  const lines: NewLine[] = [];
  for (const [index, leg] of legs.entries()) {
    for (const side of ['debit', 'credit'] as const) {
      const account = leg[side];
      if (!account.tracked) continue;
      const state = states.get(account.id);
      if (!state) throw new Error('a tracked account moves under its lock only');
      const delta = deltaOn(account, side, leg.amount);
      const free = state.balance - state.held;
      if (delta < 0 && free + delta < 0) tooLow(account, free);
      const lot = side === 'debit' ? leg.debitLot : leg.creditLot;
      lines.push(nextLine(state, entry, index + 1, delta, lotIdOf(lot, entry.lotIds)));
    }
  }
  return lines;
}

export function tooLow(account: Account, free: number): never {
  const money = account.asset === 'CNY';
  return refuse('BALANCE_TOO_LOW', {
    extras: { account: account.code, ...(money ? { availableFen: free } : { available: free }) },
  });
}

function nextLine(
  state: AccountState,
  { txId, txHash, postedAt }: MovingEntry,
  line: number,
  delta: number,
  lotId: number | null,
): NewLine {
  const facts: HashedLine = {
    ...{ accountId: state.id, seq: state.seq + 1, txId, line, delta, lotId, postedAt },
    balanceAfter: toAmount(state.balance + delta),
  };
  const prevHash = state.tipHash;
  const hash = lineHash(prevHash, txHash, facts);
  Object.assign(state, { balance: facts.balanceAfter, seq: facts.seq, tipHash: hash });
  return { ...facts, prevHash, hash };
}

/** What the legs change of the lots that were there before. */
export function lotChanges(legs: readonly DraftLeg[]): Map<number, LotChange> {
  const changes = new Map<number, LotChange>();
  for (const leg of legs) {
    for (const side of ['debit', 'credit'] as const) {
      const lot = side === 'debit' ? leg.debitLot : leg.creditLot;
      const part = leg[side].lotPart;
      if (typeof lot !== 'number' || part === undefined) continue;
      const change = changes.get(lot) ?? { principal: 0, bonus: 0, units: 0 };
      change[part] += deltaOn(leg[side], side, leg.amount);
      changes.set(lot, change);
    }
  }
  return changes;
}
