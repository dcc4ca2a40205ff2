import type { CloseHold, Json, NewLot } from '../ledger-types.js';

/** A lot in the journal: its id, or `new:0` for the first that the entry itself makes. */
export type BodyLot = number | string | null;

/** `[debit account, credit account, asset, amount, debit lot, credit lot]` */
export type BodyLeg = readonly [number, number, string, number, BodyLot, BodyLot];

/** `[account, lot, amount, business key]` */
export type BodyHold = readonly [number, number | null, number, string];

/** `[id, owner kind, owner, store, code, asset]` */
export type BodyAccount = readonly [number, string, string, string, string, string];

/** The fixed facts of a lot, by the names of its columns. */
export type BodyNewLot = {
  readonly owner_kind: string;
  readonly owner_id: string;
  readonly store_id: string;
  readonly valid_everywhere: number;
  readonly principal: number;
  readonly bonus: number;
  readonly units: number;
  readonly unit_value: number | null;
  readonly list_price: number | null;
  readonly spend_order: string;
  readonly payment_id: string | null;
  readonly paid_on: string;
  readonly expires_on: string | null;
};

/** All that an entry did: every other row of the ledger can be told from it. */
export interface EntryBody {
  /** What the caller told of it. */
  readonly about?: { readonly [name: string]: Json };
  readonly legs: readonly BodyLeg[];
  readonly lots?: readonly BodyNewLot[];
  readonly opens?: readonly BodyHold[];
  readonly closes?: readonly (readonly [number, CloseHold['as']])[];
  /** Accounts that this entry is the first to use. */
  readonly accounts?: readonly BodyAccount[];
}

export const newLotRef = (index: number): string => `new:${index}`;

/** The index of a `new:` reference; undefined for a lot that was there before. */
export function newLotIndex(lot: BodyLot): number | undefined {
  return typeof lot === 'string' ? Number(lot.slice('new:'.length)) : undefined;
}

export function lotFacts(lot: NewLot): BodyNewLot {
  return {
    owner_kind: lot.owner.kind,
    owner_id: lot.owner.id,
    store_id: lot.storeId,
    valid_everywhere: lot.validEverywhere ? 1 : 0,
    principal: lot.principalFen ?? 0,
    bonus: lot.bonusFen ?? 0,
    units: lot.units ?? 0,
    unit_value: lot.unitValueFen ?? null,
    list_price: lot.listPriceFen ?? null,
    spend_order: lot.spendOrder ?? 'principal_first',
    payment_id: lot.paymentId ?? null,
    paid_on: lot.paidOn,
    expires_on: lot.expiresOn ?? null,
  };
}
