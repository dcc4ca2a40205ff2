import {
  insertSql,
  isDuplicateKey,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { AccountRef } from '../ledger-types.js';
import { NO_HASH } from '../rules/canonical.js';
import {
  isAccountCode,
  ruleOf,
  type AccountCode,
  type Asset,
  type LotPart,
  type OwnerKind,
} from '../rules/chart-of-accounts.js';

/** What an account is; none of it ever changes. */
export interface Account {
  readonly id: number;
  readonly ownerKind: OwnerKind;
  /** '' for house accounts. */
  readonly ownerId: string;
  /** '' for all but house accounts. */
  readonly storeId: string;
  readonly code: AccountCode;
  readonly asset: Asset;
  readonly normalSide: 'debit' | 'credit';
  readonly tracked: boolean;
  readonly lotPart: LotPart | undefined;
}

/** What moves: read under the account's lock. */
export interface AccountState {
  readonly id: number;
  balance: number;
  held: number;
  seq: number;
  tipHash: Buffer;
}

const COLUMNS = [
  ...['owner_kind', 'owner_id', 'store_id', 'code', 'asset', 'normal_side', 'tracked'],
  ...['balance', 'held', 'seq', 'tip_hash'],
];
/** Ids are looked up once: an account is never renamed and never deleted. */
const MOST_KNOWN = 20_000;

/** `customer:01J…::SV_PRINCIPAL`; names an account before its id is known. */
const nameOf = (ref: AccountRef): string => `${ref.code}:${ref.ownerId ?? ''}:${ref.storeId ?? ''}`;

/** @throws Error where a reference does not fit its code: that is a mistake in the code that made it */
function accountOf(id: number, ref: AccountRef): Account {
  const rule = ruleOf(ref.code);
  const house = rule.owner === 'house';
  const [ownerId, storeId] = [ref.ownerId ?? '', ref.storeId ?? ''];
  if (house !== (ownerId === '') || house !== (storeId !== ''))
    throw new Error(`${ref.code} belongs to a ${rule.owner}`);
  return {
    ...{ id, ownerKind: rule.owner, ownerId, storeId, code: ref.code, asset: rule.asset },
    ...{ normalSide: rule.side, tracked: !house, lotPart: rule.lotPart },
  };
}

/** The accounts that were asked for, by how they were named. */
export interface FoundAccounts {
  of(ref: AccountRef): Account;
}

/** Finds the ids of accounts and opens the ones that do not exist yet. */
export class AccountBook {
  readonly #known = new Map<string, Account>();
  /** Accounts that no entry of the journal tells of yet, by the transaction that will write one. */
  readonly #untold = new WeakMap<Tx, Map<number, Account>>();

  /** @throws Error where a reference does not fit its code; OpenedMeanwhile, for UnitOfWork to try again */
  async find(tx: Tx, refs: readonly AccountRef[]): Promise<FoundAccounts> {
    const { found, missing } = await this.#search(tx, refs);
    // In one order, so that two that open the same accounts do not wait for each other.
    for (const name of [...missing.keys()].sort()) {
      const ref = missing.get(name);
      if (ref) found.set(name, await this.#open(tx, ref));
    }
    return {
      of(ref) {
        const account = found.get(nameOf(ref));
        if (!account) throw new Error('an account that was not asked for');
        return account;
      },
    };
  }

  /** Those of the accounts that exist. */
  async findExisting(tx: Tx, refs: readonly AccountRef[]): Promise<(Account | undefined)[]> {
    const { found } = await this.#search(tx, refs);
    return refs.map((ref) => found.get(nameOf(ref)));
  }

  /** Accounts that the next entry of this transaction must tell of. */
  untold(tx: Tx): Account[] {
    return [...(this.#untold.get(tx)?.values() ?? [])];
  }

  /** Notes the entry that tells of them. */
  async told(tx: Tx, accounts: readonly Account[], txId: number): Promise<void> {
    if (accounts.length === 0) return;
    const ids = accounts.map((account) => account.id);
    await tx.run(`UPDATE ledger_account SET opened_tx_id = ? WHERE id IN (${placeholders(ids)})`, [
      txId,
      ...ids,
    ]);
    for (const id of ids) this.#untold.get(tx)?.delete(id);
  }

  async #search(
    tx: Tx,
    refs: readonly AccountRef[],
  ): Promise<{ found: Map<string, Account>; missing: Map<string, AccountRef> }> {
    const found = new Map<string, Account>();
    const missing = new Map<string, AccountRef>();
    for (const ref of refs) {
      const known = this.#known.get(nameOf(ref));
      if (known) found.set(nameOf(ref), known);
      else missing.set(nameOf(ref), ref);
    }
    if (missing.size === 0) return { found, missing };
    for (const row of await readAccounts(tx, [...missing.values()])) {
      const account = toAccount(row);
      if (row.opened_tx_id === null) this.#mustTell(tx, account);
      this.#keep(tx, account);
      found.set(nameOf(refOf(account)), account);
      missing.delete(nameOf(refOf(account)));
    }
    return { found, missing };
  }

  #mustTell(tx: Tx, account: Account): void {
    const untold = this.#untold.get(tx) ?? new Map<number, Account>();
    this.#untold.set(tx, untold.set(account.id, account));
  }

  /** What this transaction opened itself may still be rolled back, so nothing that it sees is kept. */
  #keep(tx: Tx, account: Account): void {
    if (this.#untold.has(tx)) return;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(nameOf(refOf(account)), account);
  }

  async #open(tx: Tx, ref: AccountRef): Promise<Account> {
    const draft = accountOf(0, ref);
    try {
      const { insertId } = await tx.run(insertSql('ledger_account', COLUMNS, 1), [
        ...[draft.ownerKind, draft.ownerId, draft.storeId, draft.code, draft.asset],
        ...[draft.normalSide, draft.tracked ? 1 : 0, 0, 0, 0, NO_HASH],
      ]);
      const account = { ...draft, id: toAmount(insertId) };
      this.#mustTell(tx, account);
      return account;
    } catch (error) {
      if (!isDuplicateKey(error, 'uq_ledger_account_name')) throw error;
      if (draft.tracked) throw new OpenedMeanwhile();
      return this.#openedByOther(tx, ref);
    }
  }

  /**
   * Nobody ever locks a house account, so the share that the failed insert left on it is in nobody's way: it is read,
   * and a new store's first entries need no second attempt for each of the accounts that they need.
   */
  async #openedByOther(tx: Tx, ref: AccountRef): Promise<Account> {
    const [row] = await readAccounts(tx, [ref]);
    if (!row) throw new OpenedMeanwhile();
    return toAccount(row);
  }
}

/**
 * Somebody else opened an account of a client while we waited to. The lock that the failed insert left on it is out of order with
 * all others, so the transaction begins again, as after a deadlock, and finds the account.
 */
class OpenedMeanwhile extends Error {
  /** ER_CHECKREAD, "record has changed since last read": UnitOfWork tries again. */
  readonly errno = 1020;

  constructor() {
    super('an account was opened meanwhile');
    this.name = 'OpenedMeanwhile';
  }
}

function readAccounts(reader: Reader, refs: readonly AccountRef[]): Promise<AccountRow[]> {
  const each = '(owner_kind = ? AND owner_id = ? AND store_id = ? AND code = ? AND asset = ?)';
  return reader.rows<AccountRow>(
    `SELECT id, owner_id, store_id, code, opened_tx_id
     FROM ledger_account FORCE INDEX (uq_ledger_account_name)
     WHERE ${refs.map(() => each).join(' OR ')}`,
    refs.flatMap((ref) => {
      const rule = ruleOf(ref.code);
      return [rule.owner, ref.ownerId ?? '', ref.storeId ?? '', ref.code, rule.asset];
    }),
  );
}

export interface AccountRow {
  id: unknown;
  owner_id: string;
  store_id: string;
  code: string;
  opened_tx_id?: unknown;
}

export const refOf = (account: Account): AccountRef => ({
  code: account.code,
  ...(account.ownerId === '' ? {} : { ownerId: account.ownerId }),
  ...(account.storeId === '' ? {} : { storeId: account.storeId }),
});

/** @throws Error for a code that the chart of accounts does not have */
export function toAccount(row: AccountRow): Account {
  if (!isAccountCode(row.code)) throw new Error(`the chart has no account ${row.code}`);
  const ref = { code: row.code, ownerId: row.owner_id, storeId: row.store_id };
  return accountOf(toAmount(row.id), {
    code: ref.code,
    ...(ref.ownerId === '' ? {} : { ownerId: ref.ownerId }),
    ...(ref.storeId === '' ? {} : { storeId: ref.storeId }),
  });
}

/** Locks tracked accounts in ascending order of their ids: all movements and lots of them wait for this transaction. */
export async function lockAccounts(
  tx: Tx,
  ids: readonly number[],
): Promise<Map<number, AccountState>> {
  if (ids.length === 0) return new Map();
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  const rows = await tx.rows<
    Record<'id' | 'balance' | 'held' | 'seq', unknown> & { tip_hash: Buffer }
  >(
    `SELECT id, balance, held, seq, tip_hash FROM ledger_account FORCE INDEX (PRIMARY)
     WHERE id IN (${placeholders(sorted)}) ORDER BY id FOR UPDATE`,
    sorted,
  );
  const states = rows.map((row) => ({
    id: toAmount(row.id),
    balance: toAmount(row.balance),
    held: toAmount(row.held),
    seq: toAmount(row.seq),
    tipHash: row.tip_hash,
  }));
  return new Map(states.map((state) => [state.id, state]));
}

/** Writes what moved, all accounts in one statement. */
export async function storeStates(tx: Tx, states: readonly AccountState[]): Promise<void> {
  if (states.length === 0) return;
  const ids = states.map((state) => state.id);
  const by = (column: keyof AccountState): unknown[] =>
    states.flatMap((state) => [state.id, state[column]]);
  const choose = `CASE id ${states.map(() => 'WHEN ? THEN ?').join(' ')} END`;
  await tx.run(
    `UPDATE ledger_account SET balance = ${choose}, held = ${choose}, seq = ${choose}, tip_hash = ${choose}
     WHERE id IN (${placeholders(ids)})`,
    [...by('balance'), ...by('held'), ...by('seq'), ...by('tipHash'), ...ids],
  );
}
