import type { AccountCode, SpendOrder } from '../../index.js';

/** A lot as the model knows it; `id` is what the books call it. */
export interface ModelLot {
  id: number;
  readonly owner: string;
  readonly store: string;
  readonly everywhere: boolean;
  readonly order: SpendOrder;
  readonly paidOn: string;
  /** Order of creation: the books' ids grow the same way for one worker. */
  readonly age: number;
  /** What is left, held amounts included. */
  readonly at: { p: number; b: number; u: number };
  /** Of its principal. */
  held: number;
  readonly was: { readonly p: number; readonly b: number; readonly u: number };
}

/** What one payment took of a lot. */
export interface ModelPart {
  readonly lot: ModelLot;
  readonly p: number;
  readonly b: number;
}

/**
 * What a salon owes, kept as simply as it can be: sums in maps, no postings, no hashes, nothing of the ledger's code.
 * Amounts of clients, packages, cards and staff by `CODE owner`; of the house by `CODE store`, debit above zero.
 */
export class SalonModel {
  readonly owed = new Map<string, number>();
  readonly house = new Map<string, number>();
  readonly held = new Map<string, number>();
  readonly lots: ModelLot[] = [];
  readonly #byOwner = new Map<string, ModelLot[]>();
  #age = 0;

  of(code: AccountCode, owner: string): number {
    return this.owed.get(`${code} ${owner}`) ?? 0;
  }

  /** What can be moved: holds taken off. */
  free(code: AccountCode, owner: string): number {
    return this.of(code, owner) - (this.held.get(`${code} ${owner}`) ?? 0);
  }

  add(code: AccountCode, owner: string, amount: number): void {
    this.owed.set(`${code} ${owner}`, this.of(code, owner) + amount);
  }

  /** @param amount above zero for a debit, below for a credit */
  book(code: AccountCode, store: string, amount: number): void {
    const key = `${code} ${store}`;
    this.house.set(key, (this.house.get(key) ?? 0) + amount);
  }

  hold(code: AccountCode, owner: string, amount: number): void {
    const key = `${code} ${owner}`;
    this.held.set(key, (this.held.get(key) ?? 0) + amount);
  }

  newLot(
    lot: Pick<ModelLot, 'owner' | 'store'> & Partial<ModelLot> & { was: ModelLot['was'] },
  ): ModelLot {
    const made: ModelLot = {
      ...{ id: 0, held: 0, everywhere: true, order: 'principal_first', paidOn: '2026-11-22' },
      ...lot,
      ...{ at: { ...lot.was }, age: (this.#age += 1) },
    };
    this.lots.push(made);
    const own = this.#byOwner.get(made.owner);
    if (own) own.push(made);
    else this.#byOwner.set(made.owner, [made]);
    return made;
  }

  lotsOf(owner: string): ModelLot[] {
    return this.#byOwner.get(owner) ?? [];
  }

  /** The parts of a payment, by the words of the product page; undefined when there is not enough. */
  partsOf(client: string, amount: number, store: string): ModelPart[] | undefined {
    let left = amount;
    let [freeP, freeB] = [this.free('SV_PRINCIPAL', client), this.free('SV_BONUS', client)];
    const parts: ModelPart[] = [];
    const own = this.lotsOf(client).filter((lot) => lot.everywhere || lot.store === store);
    const limited = own.filter((lot) => !lot.everywhere).sort(older);
    for (const lot of [...limited, ...own.filter((one) => one.everywhere).sort(older)]) {
      const [hasP, hasB] = [Math.min(lot.at.p - lot.held, freeP), Math.min(lot.at.b, freeB)];
      const take = Math.min(left, hasP + hasB);
      if (take === 0) continue;
      const p = principalOf(lot.order, take, hasP, hasB);
      parts.push({ lot, p, b: take - p });
      left -= take;
      freeP -= p;
      freeB -= take - p;
    }
    return left === 0 ? parts : undefined;
  }
}

const older = (a: ModelLot, b: ModelLot): number =>
  a.paidOn === b.paidOn ? a.age - b.age : a.paidOn < b.paidOn ? -1 : 1;

/** How much of a payment is principal. Ratios are rounded to the nearest fen, half a fen to the principal. */
function principalOf(order: SpendOrder, take: number, hasP: number, hasB: number): number {
  if (order === 'principal_first') return Math.min(take, hasP);
  if (order === 'bonus_first') return take - Math.min(take, hasB);
  const [twice, all] = [2n * BigInt(take) * BigInt(hasP), BigInt(hasP + hasB)];
  return Number((twice + all) / (2n * all));
}
