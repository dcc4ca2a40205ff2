import type { LocalDate } from '../../platform/clock/index.js';
import type { AccountCode, OwnerKind } from './rules/chart-of-accounts.js';
import type { EntryKind } from './rules/entry-kinds.js';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

/** Names an account by its code and its owner: a customer, package, card or member of staff, or for the house a store. */
export interface AccountRef {
  readonly code: AccountCode;
  /** Customer, package, card or staff id; absent for house accounts. */
  readonly ownerId?: string;
  /** The store of a house account; absent for all others. */
  readonly storeId?: string;
}

/** A lot that exists, or one that this very entry makes: its place in `newLots`. */
export type LotRef = { readonly id: number } | { readonly new: number };

/** One amount that moves from one account to another (D -> C in ledger.md). */
export interface Leg {
  readonly debit: AccountRef;
  readonly credit: AccountRef;
  /** Fen, or units of the asset; whole and above zero. */
  readonly amount: number;
  /** The lot that is touched, on whichever side keeps lots; on both sides when both do. */
  readonly lot?: LotRef;
  /** The lot of the credit side where it is another one (transfers). */
  readonly creditLot?: LotRef;
}

export type SpendOrder = 'principal_first' | 'bonus_first' | 'proportional';

/** What one payment bought. The legs of the same entry credit exactly these amounts. */
export interface NewLot {
  readonly owner: { readonly kind: 'customer' | 'package' | 'card'; readonly id: string };
  /** The store that sold it. */
  readonly storeId: string;
  /** 通店 or 本店. */
  readonly validEverywhere: boolean;
  readonly principalFen?: number;
  readonly bonusFen?: number;
  readonly units?: number;
  readonly unitValueFen?: number;
  readonly listPriceFen?: number;
  readonly spendOrder?: SpendOrder;
  /** Number of the payment order. */
  readonly paymentId?: string;
  readonly paidOn: LocalDate;
  readonly expiresOn?: LocalDate;
}

/** Keeps an amount of an account from being spent; `lot` where a certain lot's amount is meant. */
export interface NewHold {
  readonly account: AccountRef;
  readonly lotId?: number;
  readonly amount: number;
  /** Unique over all holds. */
  readonly bizKey: string;
}

export interface CloseHold {
  readonly holdId: number;
  readonly as: 'released' | 'captured';
}

export interface Actor {
  readonly kind: 'client' | 'staff' | 'system';
  readonly id: string;
}

/** What every entry says of itself. */
export interface EntryHead {
  readonly kind: EntryKind;
  /** With `kind` the identity of the entry: the same business act never makes two. */
  readonly bizKey: string;
  /** What was asked for, to tell a repeat from a reused key; the legs and lots when absent. */
  readonly request?: Json;
  readonly storeId: string;
  /** The business day in the store's zone. */
  readonly effectiveOn: LocalDate;
  readonly actor: Actor;
  /** For statements and traces: a title, order numbers, bill ids. Never personal data: it stays for ever. */
  readonly meta?: { readonly [name: string]: Json };
}

export interface Entry extends EntryHead {
  readonly legs: readonly Leg[];
  readonly newLots?: readonly NewLot[];
  readonly opensHolds?: readonly NewHold[];
  readonly closesHolds?: readonly CloseHold[];
}

/** What an entry left behind. */
export interface Posted {
  readonly txId: number;
  /** The entry's number on the wire and on screens. */
  readonly entryNo: string;
  /** In the order of `newLots`. */
  readonly lotIds: readonly number[];
  /** In the order of `opensHolds`. */
  readonly holdIds: readonly number[];
}

/** How much of a lot a spend took. */
export interface SpentPart {
  readonly lotId: number;
  readonly principalFen: number;
  readonly bonusFen: number;
}

export interface Spent extends Posted {
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly parts: readonly SpentPart[];
  /** What the client has left, held amounts included. */
  readonly left: { readonly principalFen: number; readonly bonusFen: number };
}

/** How many units of a lot were used. */
export interface UsedLot {
  readonly lotId: number;
  readonly units: number;
}

export interface UsedUnits extends Posted {
  readonly parts: readonly UsedLot[];
  /** What the account has left, held units included. */
  readonly left: number;
}

export interface Lot {
  readonly id: number;
  readonly sourceTxId: number;
  readonly ownerKind: Exclude<OwnerKind, 'staff' | 'house'>;
  readonly ownerId: string;
  readonly storeId: string;
  readonly validEverywhere: boolean;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly units: number;
  readonly principalLeftFen: number;
  readonly bonusLeftFen: number;
  readonly unitsLeft: number;
  readonly unitValueFen: number | null;
  readonly listPriceFen: number | null;
  readonly spendOrder: SpendOrder;
  readonly paymentId: string | null;
  readonly paidOn: LocalDate;
  readonly expiresOn: LocalDate | null;
}

/** The account of a client. */
export const ofCustomer = (code: AccountCode, ownerId: string): AccountRef => ({ code, ownerId });

/** A store's own account. */
export const ofHouse = (code: AccountCode, storeId: string): AccountRef => ({ code, storeId });
