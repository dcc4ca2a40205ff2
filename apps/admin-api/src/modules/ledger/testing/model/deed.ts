import type { Tx } from '../../../../platform/database/index.js';
import { newId } from '../../../../platform/ids/index.js';
import {
  ofHouse,
  type AccountCode,
  type AccountRef,
  type EntryHead,
  type Leg,
  type LotRef,
} from '../../index.js';
import type { Ledger } from '../../ledger.js';
import type { Random } from './random.js';
import type { ModelLot, SalonModel } from './salon-model.js';

/** Something that happens in a salon: what the books are told, after the model took it in. */
export interface Deed {
  readonly name: string;
  readonly head: EntryHead;
  readonly run: (tx: Tx) => Promise<unknown>;
  /** Where the model says no: nothing may change. */
  readonly refused?: string;
}

/** One worker's part of the salon: clients whom nobody else touches, in stores that all share. */
export interface World {
  readonly random: Random;
  readonly model: SalonModel;
  readonly ledger: Ledger;
  readonly stores: readonly string[];
  readonly clients: readonly string[];
  readonly staff: readonly string[];
  readonly holds: OpenHold[];
  readonly undoable: Undoable[];
  readonly gifts: { readonly id: string; left: number; readonly store: string }[];
  readonly payables: { readonly store: string; left: number }[];
  /** What refunds took from lots for bonus that was used up. */
  readonly recovered: { readonly client: string; readonly lot: ModelLot; left: number }[];
}

export interface OpenHold {
  id: number;
  readonly client: string;
  readonly lot: ModelLot;
  readonly amount: number;
  readonly store: string;
}

/** An entry that may still be undone. */
export interface Undoable {
  txId: number;
  readonly undo: (world: World, shortfall: 'refuse' | 'receivable') => (() => number) | undefined;
}

export const aDeedHead = (kind: EntryHead['kind'], storeId: string): EntryHead => ({
  ...{ kind, bizKey: newId(), storeId, effectiveOn: '2026-11-22', request: {} },
  actor: { kind: 'system', id: 'model' },
});

/** A leg in few words; the model is told of its effect at the same time. */
export interface Move {
  readonly from: AccountRef;
  readonly to: AccountRef;
  readonly amount: number;
  readonly lot?: () => LotRef;
  readonly toLot?: () => LotRef;
}

export const legsOf = (moves: readonly Move[]): Leg[] =>
  moves
    .filter(({ amount }) => amount > 0)
    .map(({ from, to, amount, lot, toLot }) => ({
      ...{ debit: from, credit: to, amount },
      ...(lot ? { lot: lot() } : {}),
      ...(toLot ? { creditLot: toLot() } : {}),
    }));

export const house = (
  world: World,
  code: AccountCode,
  store: string,
  amount: number,
): AccountRef => {
  world.model.book(code, store, amount);
  return ofHouse(code, store);
};

/** A client's, package's, card's or staff member's account, raised or lowered by the amount. */
export const owned = (world: World, code: AccountCode, ownerId: string, by: number): AccountRef => {
  world.model.add(code, ownerId, by);
  return { code, ownerId };
};
