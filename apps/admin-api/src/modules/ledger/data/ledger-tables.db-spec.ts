import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { freshSchema, type FreshSchema } from '../../../../test/support/database/index.js';
import {
  isCheckViolation,
  isDuplicateKey,
  isForeignKeyViolation,
} from '../../../platform/database/index.js';
import { aLedger, type TestLedger } from '../testing/a-ledger.js';
import { writeSomeBooks } from '../testing/some-books.js';

const TABLES = [
  ...['ledger_tx', 'ledger_posting', 'ledger_account', 'account_line', 'lot', 'ledger_hold'],
  ...['ledger_daily', 'ledger_seal'],
];

let schema: FreshSchema;
let books: TestLedger;
let admin: Connection;
beforeAll(async () => {
  schema = await freshSchema();
  books = await aLedger(schema.url);
  await writeSomeBooks(books);
  admin = await createConnection({ uri: schema.url, dateStrings: true, jsonStrings: true });
});
afterAll(async () => {
  await admin.end();
  await books.close();
  await schema.drop();
});

const refusal = (sql: string): Promise<unknown> =>
  admin.query(sql).then(
    () => 'done',
    (error: unknown) => error,
  );

/** A change that breaks each CHECK by name, on rows that are there. */
const BREAKS: Readonly<Record<string, string>> = {
  chk_ledger_tx_actor: "UPDATE ledger_tx SET actor_kind = 'ghost' LIMIT 1",
  chk_ledger_tx_key: "UPDATE ledger_tx SET biz_key = '' LIMIT 1",
  chk_ledger_account_owner:
    "UPDATE ledger_account SET owner_kind = 'ghost' WHERE tracked = 1 LIMIT 1",
  chk_ledger_account_house: "UPDATE ledger_account SET owner_id = 'X' WHERE tracked = 0 LIMIT 1",
  chk_ledger_account_asset: "UPDATE ledger_account SET asset = 'USD' LIMIT 1",
  chk_ledger_account_side: "UPDATE ledger_account SET normal_side = 'left' LIMIT 1",
  chk_ledger_account_tracked:
    'UPDATE ledger_account SET tracked = 0 WHERE tracked = 1 AND balance = 0 AND seq = 0 OR id = 2 LIMIT 1',
  chk_ledger_account_balance: 'UPDATE ledger_account SET balance = held - 1 WHERE held > 0 LIMIT 1',
  chk_ledger_account_held: 'UPDATE ledger_account SET held = -1 WHERE tracked = 1 LIMIT 1',
  chk_ledger_account_untracked: 'UPDATE ledger_account SET balance = 1 WHERE tracked = 0 LIMIT 1',
  chk_ledger_account_seq: 'UPDATE ledger_account SET seq = -1 WHERE tracked = 1 LIMIT 1',
  chk_lot_owner: "UPDATE lot SET owner_kind = 'house' LIMIT 1",
  chk_lot_order: "UPDATE lot SET spend_order = 'any' LIMIT 1",
  chk_lot_everywhere: 'UPDATE lot SET valid_everywhere = 2 LIMIT 1',
  chk_lot_principal: 'UPDATE lot SET principal_left = -1 LIMIT 1',
  chk_lot_bonus: 'UPDATE lot SET bonus_left = bonus + 1 LIMIT 1',
  chk_lot_units: 'UPDATE lot SET units_left = -1 LIMIT 1',
  chk_ledger_posting_amount: 'UPDATE ledger_posting SET amount = 0 LIMIT 1',
  chk_ledger_posting_accounts:
    'UPDATE ledger_posting SET credit_account_id = debit_account_id LIMIT 1',
  chk_ledger_posting_asset: "UPDATE ledger_posting SET asset = 'USD' LIMIT 1",
  chk_account_line_delta: 'UPDATE account_line SET delta = 0 LIMIT 1',
  chk_account_line_balance: 'UPDATE account_line SET balance_after = -1 LIMIT 1',
  chk_account_line_seq: 'UPDATE account_line SET seq = -seq LIMIT 1',
  chk_ledger_hold_amount: 'UPDATE ledger_hold SET amount = 0 LIMIT 1',
  chk_ledger_hold_state: "UPDATE ledger_hold SET state = 'gone' WHERE state <> 'open' LIMIT 1",
  chk_ledger_hold_closed: "UPDATE ledger_hold SET state = 'captured' WHERE state = 'open' LIMIT 1",
  chk_ledger_daily_sums: 'UPDATE ledger_daily SET debit = -1 LIMIT 1',
  chk_ledger_seal_window: 'UPDATE ledger_seal SET to_at = from_at LIMIT 1',
  chk_ledger_seal_no: 'UPDATE ledger_seal SET no = -no LIMIT 1',
  chk_ledger_seal_count: 'UPDATE ledger_seal SET tx_count = -1 LIMIT 1',
};

async function constraints(kind: 'CHECK' | 'UNIQUE' | 'PRIMARY KEY'): Promise<string[]> {
  const [rows] = await admin.query<RowDataPacket[]>(
    `SELECT table_name AS t, constraint_name AS c FROM information_schema.table_constraints
     WHERE constraint_schema = DATABASE() AND constraint_type = ? AND table_name IN (?) ORDER BY 1, 2`,
    [kind, TABLES],
  );
  return rows.map((row) => `${String(row['t'])}.${String(row['c'])}`);
}

describe('the tables of the books', () => {
  it('refuse each thing that their CHECKs name', async () => {
    const named = (await constraints('CHECK')).flatMap((name) => /chk_\w+/.exec(name) ?? []);
    expect(named.sort()).toEqual(Object.keys(BREAKS).sort());
    for (const [name, sql] of Object.entries(BREAKS)) {
      const error = await refusal(sql);
      expect([name, isCheckViolation(error)]).toEqual([name, true]);
    }
  });

  it('refuse a second row under each of their keys', async () => {
    const keys = [...(await constraints('UNIQUE')), ...(await constraints('PRIMARY KEY'))];
    expect(keys.filter((key) => !key.endsWith('.PRIMARY')).sort()).toEqual([
      ...['account_line.uq_account_line_tx', 'ledger_account.uq_ledger_account_name'],
      ...['ledger_hold.uq_ledger_hold_biz', 'ledger_hold.uq_ledger_hold_opened'],
      ...[
        'ledger_tx.uq_ledger_tx_biz',
        'ledger_tx.uq_ledger_tx_no',
        'ledger_tx.uq_ledger_tx_reverses',
      ],
      'lot.uq_lot_source',
    ]);
    expect(keys.filter((key) => key.endsWith('.PRIMARY'))).toHaveLength(TABLES.length);
    for (const table of TABLES) {
      const error = await refusal(`INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1`);
      expect([table, isDuplicateKey(error)]).toEqual([table, true]);
    }
    for (const key of keys.filter((one) => !one.endsWith('.PRIMARY'))) await expectUnique(key);
  });

  /** Gives the second row the key of the first; what else is checked there is switched off. */
  async function expectUnique(key: string): Promise<void> {
    const [table = '', name = ''] = key.split('.');
    const [columns] = await admin.query<RowDataPacket[]>(
      `SELECT column_name AS c FROM information_schema.statistics
       WHERE table_schema = DATABASE() AND table_name = ? AND index_name = ? ORDER BY seq_in_index`,
      [table, name],
    );
    const names = columns.map((row) => String(row['c']));
    const [rows] = await admin.query<RowDataPacket[]>(
      `SELECT * FROM ${table} WHERE ${names.map((one) => `${one} IS NOT NULL`).join(' AND ')} LIMIT 1`,
    );
    const id = table === 'account_line' ? 'seq' : 'id';
    const copy = { ...rows[0], [id]: 9_999_999 };
    const [others] = await admin.query<RowDataPacket[]>(
      `SELECT s.column_name AS c FROM information_schema.statistics s
       WHERE table_schema = DATABASE() AND table_name = ? AND non_unique = 0 AND index_name NOT IN ('PRIMARY', ?)`,
      [table, name],
    );
    for (const other of others.map((row) => String(row['c']))) {
      if (!names.includes(other))
        Object.assign(copy, {
          [other]: other.endsWith('_id') || other.endsWith('index') ? 77 : 'OTHER',
        });
    }
    await admin.query('SET foreign_key_checks = 0');
    const error = await admin.query(`INSERT INTO ${table} SET ?`, [copy]).then(
      () => 'done',
      (failed: unknown) => failed,
    );
    await admin.query('SET foreign_key_checks = 1');
    expect([key, isDuplicateKey(error, name)]).toEqual([key, true]);
  }

  it('let no entry go that other rows rest on', async () => {
    for (const table of ['ledger_tx']) {
      const error = await refusal(`DELETE FROM ${table} ORDER BY id LIMIT 1`);
      expect(isForeignKeyViolation(error)).toBe(true);
    }
  });
});

describe('the guard of an account', () => {
  it('refuses a second writer even when the lock was forgotten', async () => {
    const [[line]] = await admin.query<RowDataPacket[]>(
      'SELECT * FROM account_line ORDER BY tx_id DESC LIMIT 1',
    );
    const error = await admin.query('INSERT INTO account_line SET ?', [{ ...line, line: 99 }]).then(
      () => 'done',
      (failed: unknown) => failed,
    );
    expect(isDuplicateKey(error, 'PRIMARY')).toBe(true);
  });
});
