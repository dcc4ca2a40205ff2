import type { Account, AccountState } from '../data/accounts.js';
import { refOf } from '../data/accounts.js';
import type { AccountRef, Leg, Lot } from '../ledger-types.js';
import type { LotPart } from './chart-of-accounts.js';

/** A posting of the entry that is to be undone. */
export interface PostedLeg {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: number;
  readonly debitLotId: number | null;
  readonly creditLotId: number | null;
}

/** What is there to take back from: accounts and lots as they stand, under lock. */
export interface Standing {
  readonly states: ReadonlyMap<number, AccountState>;
  readonly lots: ReadonlyMap<number, Lot>;
  /** What open holds keep of an account's lot. */
  readonly heldOf: (accountId: number, lotId: number) => number;
}

/** The legs that undo an entry, and what could not be taken back because it was used already. */
export interface Mirror {
  readonly legs: readonly Leg[];
  /** What became debt. */
  readonly shortfall: number;
  /** What is missing and cannot be debt: nobody owes sessions or points. */
  readonly uncovered: number;
}

/** Undoing a lot's movement takes from the account that the movement went to. */
interface Taker {
  readonly account: Account;
  readonly lotId: number | null;
}

const leftOf = (lot: Lot, part: LotPart): number =>
  ({ principal: lot.principalLeftFen, bonus: lot.bonusLeftFen, units: lot.unitsLeft })[part];

/**
 * Every posting with its sides exchanged, in reverse order. Where an account that would be lowered no longer has that
 * much, what is missing becomes the client's debt: money that was paid out against her receivable, and bonus that she
 * used up as bonus recovered, so that the source of all bonus stays the sum of all bonus.
 * @param debtor the receivable that takes the shortfall; undefined where nothing may be missing
 */
export function mirrorOf(
  postings: readonly PostedLeg[],
  standing: Standing,
  debtor: AccountRef | undefined,
): Mirror {
  const taken = new Map<string, number>();
  let [shortfall, uncovered] = [0, 0];
  const legs = [...postings].reverse().flatMap((posting): Leg[] => {
    const lowered = sideOf(posting, 'lowered');
    const free = lowered ? freeOf(lowered, standing, taken) : posting.amount;
    const back = Math.min(posting.amount, Math.max(0, free));
    const raised = sideOf(posting, 'raised');
    if (lowered) note(lowered, back, taken);
    if (raised) note(raised, -back, taken);
    const missing = posting.amount - back;
    const owed = debtor !== undefined && posting.debit.asset === 'CNY';
    if (owed) shortfall += missing;
    else uncovered += missing;
    const whole = mirrored(posting, back);
    if (missing === 0 || !owed) return whole;
    return [...whole, { debit: debtor, credit: recoveredBy(posting), amount: missing }];
  });
  return { legs, shortfall, uncovered };
}

/** The tracked side that the mirror lowers, which is the one that the posting raised; or the other way round. */
function sideOf(posting: PostedLeg, effect: 'lowered' | 'raised'): Taker | undefined {
  for (const side of ['credit', 'debit'] as const) {
    const account = posting[side];
    if (account.tracked && (account.normalSide === side) === (effect === 'lowered'))
      return { account, lotId: side === 'credit' ? posting.creditLotId : posting.debitLotId };
  }
  return undefined;
}

const keysOf = ({ account, lotId }: Taker): string[] => [
  `account ${account.id}`,
  ...(lotId === null ? [] : [`lot ${account.id} ${lotId}`]),
];

function freeOf(
  taker: Taker,
  { states, lots, heldOf }: Standing,
  taken: Map<string, number>,
): number {
  const { account, lotId } = taker;
  const state = states.get(account.id);
  const [lot, part] = [lotId === null ? undefined : lots.get(lotId), account.lotPart];
  const frees = [
    state ? state.balance - state.held : 0,
    ...(lotId !== null && lot && part ? [leftOf(lot, part) - heldOf(account.id, lotId)] : []),
  ];
  return Math.min(
    ...frees.map((free, index) => free - (taken.get(keysOf(taker)[index] ?? '') ?? 0)),
  );
}

function note(taker: Taker, amount: number, taken: Map<string, number>): void {
  for (const key of keysOf(taker)) taken.set(key, (taken.get(key) ?? 0) + amount);
}

function mirrored(posting: PostedLeg, amount: number): Leg[] {
  if (amount === 0) return [];
  const { debitLotId, creditLotId } = posting;
  return [
    {
      ...{ debit: refOf(posting.credit), credit: refOf(posting.debit), amount },
      // The sides change places, and their lots with them.
      ...(creditLotId === null ? {} : { lot: { id: creditLotId } }),
      ...(debitLotId === null ? {} : { creditLot: { id: debitLotId } }),
    },
  ];
}

/** Where the missing part of a mirror goes: back to where the money came from, or for bonus to bonus recovered. */
function recoveredBy(posting: PostedLeg): AccountRef {
  if (posting.debit.code === 'BONUS_FUNDING')
    return { code: 'REV_BONUS_RECOVERY', storeId: posting.debit.storeId };
  return refOf(posting.debit);
}
