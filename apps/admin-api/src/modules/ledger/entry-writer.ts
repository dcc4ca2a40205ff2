import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { AccountBook, lockAccounts, storeStates } from './data/accounts.js';
import type { Account, AccountState, FoundAccounts } from './data/accounts.js';
import { closeHolds, holdsByIds, insertHolds, openHoldsOf, type Hold } from './data/holds.js';
import { insertEntry, insertLines, insertPostings } from './data/journal.js';
import { changeLots, insertLots, lotsByIds } from './data/lots.js';
import type { AccountRef, Entry, Json, Posted } from './ledger-types.js';
import { canonicalJson, entryHash, requestHash, type HashedEntry } from './rules/canonical.js';
import { bodyLeg, draftLegs, type DraftLeg } from './rules/draft.js';
import { lotFacts, type BodyAccount, type BodyHold, type BodyNewLot } from './rules/entry-body.js';
import { lotChanges, moveAccounts, tooLow } from './rules/movements.js';

/** An entry ready to be written. */
interface Draft {
  readonly entry: HashedEntry;
  readonly hash: Buffer;
  readonly legs: readonly DraftLeg[];
  readonly lots: readonly BodyNewLot[];
  readonly opens: readonly BodyHold[];
  readonly opened: readonly Account[];
}

/** What was done under lock before the entry was written. */
export interface Plan {
  readonly reverses?: number | null;
  readonly locked?: ReadonlyMap<number, AccountState>;
  /** The legs were made from the lots as they stand under these locks, holds taken off. */
  readonly fitsLots?: boolean;
}

const refsOf = (entry: Entry): AccountRef[] => [
  ...entry.legs.flatMap((leg) => [leg.debit, leg.credit]),
  ...(entry.opensHolds ?? []).map((hold) => hold.account),
];

const bodyAccount = (account: Account): BodyAccount => [
  ...([account.id, account.ownerKind, account.ownerId] as const),
  ...([account.storeId, account.code, account.asset] as const),
];

/** Writes entries in the one order that keeps balances right whatever else happens at the time (ledger.md). */
@Injectable()
export class EntryWriter {
  readonly #accounts = new AccountBook();

  constructor(private readonly clock: Clock) {}

  /** Finds accounts, and opens those that do not exist yet. */
  find(tx: Tx, refs: readonly AccountRef[]): Promise<FoundAccounts> {
    return this.#accounts.find(tx, refs);
  }

  /** Those of the accounts that exist. */
  findExisting(tx: Tx, refs: readonly AccountRef[]): Promise<(Account | undefined)[]> {
    return this.#accounts.findExisting(tx, refs);
  }

  /**
   * Writes the whole entry: journal, postings, then under the accounts' locks their lines, balances, lots and holds.
   * @param plan of an entry that was planned under lock: what it reverses, accounts that are locked
   * @throws EntryExists, Refusal BALANCE_TOO_LOW, HOLD_NOT_OPEN; Error for an entry that can never be right
   */
  async write(
    tx: Tx,
    entry: Entry,
    { reverses = null, locked, fitsLots = false }: Plan = {},
  ): Promise<Posted> {
    const found = await this.#accounts.find(tx, refsOf(entry));
    const draft = this.#draft(entry, found, this.#accounts.untold(tx), reverses);
    const closing = await holdsByIds(
      tx,
      (entry.closesHolds ?? []).map((close) => close.holdId),
    );
    const txId = await insertEntry(tx, draft.entry, draft.hash);
    await this.#accounts.told(tx, draft.opened, txId);
    const lotIds = await insertLots(tx, txId, draft.lots);
    await insertPostings(tx, txId, draft.legs, lotIds);
    const states = await lockRest(tx, touched(draft, closing), locked);
    const closed = await closeHolds(tx, txId, entry.closesHolds ?? []);
    if (closed < (entry.closesHolds?.length ?? 0)) refuse('HOLD_NOT_OPEN');
    for (const hold of closing) addHeld(states, hold.accountId, -hold.amount);
    const moving = { txId, txHash: draft.hash, postedAt: draft.entry.postedAt, lotIds };
    const lines = moveAccounts(draft.legs, moving, states);
    holdMore(draft.opens, found, entry, states);
    if (!fitsLots) await requireLots(tx, draft, found, entry, states);
    await insertLines(tx, lines);
    await storeStates(tx, [...states.values()]);
    await changeLots(tx, lotChanges(draft.legs));
    const holdIds = await insertHolds(tx, txId, draft.opens);
    return { txId, entryNo: draft.entry.entryNo, lotIds, holdIds };
  }

  #draft(
    entry: Entry,
    found: FoundAccounts,
    opened: readonly Account[],
    reverses: number | null,
  ): Draft {
    const legs = draftLegs(entry, (ref) => found.of(ref));
    const lots = (entry.newLots ?? []).map(lotFacts);
    const opens = (entry.opensHolds ?? []).map((hold): BodyHold => {
      const account = found.of(hold.account);
      return [account.id, hold.lotId ?? null, hold.amount, hold.bizKey];
    });
    const closes = (entry.closesHolds ?? []).map((close) => [close.holdId, close.as] as const);
    const parts = { legs: legs.map(bodyLeg), lots, opens, closes };
    const accounts = opened.map(bodyAccount);
    const body = canonicalJson({
      ...withoutEmpty({ ...parts, accounts }),
      legs: parts.legs,
      ...(entry.meta ? { about: entry.meta } : {}),
    });
    const hashed: HashedEntry = {
      ...{ entryNo: newId(), kind: entry.kind, bizKey: entry.bizKey, reversesTxId: reverses },
      requestHash: requestHash(entry.request ?? parts),
      ...{ storeId: entry.storeId, effectiveOn: entry.effectiveOn, postedAt: this.clock.now() },
      ...{ actorKind: entry.actor.kind, actorId: entry.actor.id, body },
    };
    return { entry: hashed, hash: entryHash(hashed), legs, lots, opens, opened };
  }
}

const withoutEmpty = (lists: Record<string, readonly Json[]>): Record<string, readonly Json[]> =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));

/** Tracked accounts that the entry moves, holds of or frees. */
function touched(draft: Draft, closing: readonly Hold[]): number[] {
  return [
    ...draft.legs
      .flatMap((leg) => [leg.debit, leg.credit])
      .flatMap((one) => (one.tracked ? [one.id] : [])),
    ...draft.opens.map(([accountId]) => accountId),
    ...closing.map((hold) => hold.accountId),
  ];
}

function addHeld(states: ReadonlyMap<number, AccountState>, accountId: number, by: number): void {
  const state = states.get(accountId);
  if (!state) throw new Error('only accounts of clients, packages and staff can be held');
  state.held += by;
}

/** @throws Refusal BALANCE_TOO_LOW when less is free than is to be held */
function holdMore(
  opens: readonly BodyHold[],
  found: FoundAccounts,
  entry: Entry,
  states: ReadonlyMap<number, AccountState>,
): void {
  for (const [index, [accountId, , amount]] of opens.entries()) {
    if (!(Number.isSafeInteger(amount) && amount > 0)) throw new RangeError('a hold is above zero');
    addHeld(states, accountId, amount);
    const [state, hold] = [states.get(accountId), entry.opensHolds?.[index]];
    if (state && hold && state.held > state.balance)
      tooLow(found.of(hold.account), state.balance - state.held + amount);
  }
}

/**
 * Lots are read under their accounts' locks, where they stand still.
 * @throws Refusal BALANCE_TOO_LOW when a lot has less left, holds taken off, than the entry takes or holds
 */
async function requireLots(
  tx: Tx,
  draft: Draft,
  found: FoundAccounts,
  entry: Entry,
  states: ReadonlyMap<number, AccountState>,
): Promise<void> {
  const changes = lotChanges(draft.legs);
  const uses = [
    ...draft.legs.map((leg) => ({ account: leg.debit, lotId: leg.debitLot })),
    ...draft.legs.map((leg) => ({ account: leg.credit, lotId: leg.creditLot })),
    ...(entry.opensHolds ?? []).map(({ account, lotId }) => ({
      ...{ account: found.of(account), lotId: lotId ?? null },
    })),
  ];
  const ids = new Set(uses.flatMap(({ lotId }) => (typeof lotId === 'number' ? [lotId] : [])));
  if (ids.size === 0) return;
  const lots = new Map((await lotsByIds(tx, [...ids])).map((lot) => [lot.id, lot]));
  const heldAccounts = [...states.values()].filter((state) => state.held > 0);
  const holds = await openHoldsOf(
    tx,
    heldAccounts.map((state) => state.id),
  );
  for (const { account, lotId } of uses) {
    if (typeof lotId !== 'number') continue;
    const [lot, part] = [lots.get(lotId), account.lotPart];
    if (!part || lot?.ownerId !== account.ownerId || lot.ownerKind !== account.ownerKind)
      throw new Error('a lot moves with its owner’s accounts only');
    const before = {
      principal: lot.principalLeftFen,
      bonus: lot.bonusLeftFen,
      units: lot.unitsLeft,
    };
    const held = heldOfLot(holds, draft.opens, account.id, lotId);
    const after = before[part] + (changes.get(lotId)?.[part] ?? 0);
    if (after < held) tooLow(account, before[part] - held);
  }
}

/** Locks what is not locked yet; an entry planned under lock has most of its accounts. */
async function lockRest(
  tx: Tx,
  ids: readonly number[],
  locked: ReadonlyMap<number, AccountState> = new Map(),
): Promise<Map<number, AccountState>> {
  const rest = await lockAccounts(
    tx,
    ids.filter((id) => !locked.has(id)),
  );
  for (const id of ids) {
    const state = locked.get(id);
    if (state) rest.set(id, state);
  }
  return rest;
}

function heldOfLot(
  holds: readonly Hold[],
  opens: readonly BodyHold[],
  accountId: number,
  lotId: number,
): number {
  const old = holds.filter((hold) => hold.accountId === accountId && hold.lotId === lotId);
  const fresh = opens.filter(([account, lot]) => account === accountId && lot === lotId);
  return (
    old.reduce((sum, hold) => sum + hold.amount, 0) +
    fresh.reduce((sum, [, , amount]) => sum + amount, 0)
  );
}
