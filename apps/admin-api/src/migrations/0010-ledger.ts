import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

const TABLES = [
  // The journal: the whole entry stands in `body`, and `hash` covers the row. Everything below can be told from it.
  `CREATE TABLE ledger_tx (
    id BIGINT NOT NULL AUTO_INCREMENT,
    entry_no CHAR(26) ${KEY} NOT NULL,
    kind VARCHAR(24) ${KEY} NOT NULL,
    biz_key VARCHAR(80) ${KEY} NOT NULL,
    request_hash BINARY(32) NOT NULL,
    reverses_tx_id BIGINT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    effective_on DATE NOT NULL,
    posted_at DATETIME(3) NOT NULL,
    actor_kind VARCHAR(8) ${KEY} NOT NULL,
    actor_id VARCHAR(40) ${KEY} NOT NULL,
    body JSON NOT NULL,
    hash BINARY(32) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_ledger_tx_no (entry_no),
    UNIQUE KEY uq_ledger_tx_biz (kind, biz_key),
    UNIQUE KEY uq_ledger_tx_reverses (reverses_tx_id),
    KEY ix_ledger_tx_day (effective_on, store_id),
    KEY ix_ledger_tx_posted (posted_at),
    CONSTRAINT chk_ledger_tx_actor CHECK (actor_kind IN ('client', 'staff', 'system')),
    CONSTRAINT chk_ledger_tx_key CHECK (biz_key <> ''),
    CONSTRAINT fk_ledger_tx_reverses FOREIGN KEY (reverses_tx_id) REFERENCES ledger_tx (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // House accounts have no stored balance: their rows are never locked and never change.
  `CREATE TABLE ledger_account (
    id BIGINT NOT NULL AUTO_INCREMENT,
    owner_kind VARCHAR(8) ${KEY} NOT NULL,
    owner_id CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    code VARCHAR(24) ${KEY} NOT NULL,
    asset CHAR(3) ${KEY} NOT NULL,
    normal_side VARCHAR(6) ${KEY} NOT NULL,
    tracked TINYINT NOT NULL,
    balance BIGINT NOT NULL,
    held BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    tip_hash BINARY(32) NOT NULL,
    opened_tx_id BIGINT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_ledger_account_name (owner_kind, owner_id, store_id, code, asset),
    CONSTRAINT chk_ledger_account_owner CHECK (owner_kind IN ('customer', 'package', 'card', 'staff', 'house')),
    CONSTRAINT chk_ledger_account_house CHECK ((owner_kind = 'house') = (owner_id = '') AND (owner_kind = 'house') = (store_id <> '')),
    CONSTRAINT chk_ledger_account_asset CHECK (asset IN ('CNY', 'SES', 'PTS', 'CPN')),
    CONSTRAINT chk_ledger_account_side CHECK (normal_side IN ('debit', 'credit')),
    CONSTRAINT chk_ledger_account_tracked CHECK (tracked = (owner_kind <> 'house')),
    CONSTRAINT chk_ledger_account_balance CHECK (tracked = 0 OR balance >= held),
    CONSTRAINT chk_ledger_account_held CHECK (held >= 0),
    CONSTRAINT chk_ledger_account_untracked CHECK (tracked = 1 OR (balance = 0 AND held = 0 AND seq = 0)),
    CONSTRAINT chk_ledger_account_seq CHECK (seq >= 0),
    CONSTRAINT fk_ledger_account_opened FOREIGN KEY (opened_tx_id) REFERENCES ledger_tx (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE lot (
    id BIGINT NOT NULL AUTO_INCREMENT,
    source_tx_id BIGINT NOT NULL,
    source_index INT NOT NULL,
    owner_kind VARCHAR(8) ${KEY} NOT NULL,
    owner_id CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    valid_everywhere TINYINT NOT NULL,
    principal BIGINT NOT NULL,
    bonus BIGINT NOT NULL,
    units BIGINT NOT NULL,
    principal_left BIGINT NOT NULL,
    bonus_left BIGINT NOT NULL,
    units_left BIGINT NOT NULL,
    unit_value BIGINT NULL,
    list_price BIGINT NULL,
    spend_order VARCHAR(16) ${KEY} NOT NULL,
    payment_id VARCHAR(40) ${KEY} NULL,
    paid_on DATE NOT NULL,
    expires_on DATE NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_lot_source (source_tx_id, source_index),
    KEY ix_lot_owner (owner_kind, owner_id),
    CONSTRAINT chk_lot_owner CHECK (owner_kind IN ('customer', 'package', 'card')),
    CONSTRAINT chk_lot_order CHECK (spend_order IN ('principal_first', 'bonus_first', 'proportional')),
    CONSTRAINT chk_lot_everywhere CHECK (valid_everywhere IN (0, 1)),
    CONSTRAINT chk_lot_principal CHECK (principal_left BETWEEN 0 AND principal),
    CONSTRAINT chk_lot_bonus CHECK (bonus_left BETWEEN 0 AND bonus),
    CONSTRAINT chk_lot_units CHECK (units_left BETWEEN 0 AND units),
    CONSTRAINT fk_lot_source FOREIGN KEY (source_tx_id) REFERENCES ledger_tx (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // No foreign key to the accounts or lots: it would lock the store's row for share in every sale, and a client's row
  // for share just before it is locked for change. verify-ledger finds what such a key would have refused.
  `CREATE TABLE ledger_posting (
    tx_id BIGINT NOT NULL,
    line INT NOT NULL,
    debit_account_id BIGINT NOT NULL,
    credit_account_id BIGINT NOT NULL,
    asset CHAR(3) ${KEY} NOT NULL,
    amount BIGINT NOT NULL,
    debit_lot_id BIGINT NULL,
    credit_lot_id BIGINT NULL,
    PRIMARY KEY (tx_id, line),
    CONSTRAINT chk_ledger_posting_amount CHECK (amount > 0),
    CONSTRAINT chk_ledger_posting_accounts CHECK (debit_account_id <> credit_account_id),
    CONSTRAINT chk_ledger_posting_asset CHECK (asset IN ('CNY', 'SES', 'PTS', 'CPN')),
    CONSTRAINT fk_ledger_posting_tx FOREIGN KEY (tx_id) REFERENCES ledger_tx (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // PRIMARY KEY (account_id, seq) is the guard against two writers of one account, whatever the code locked.
  `CREATE TABLE account_line (
    account_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    tx_id BIGINT NOT NULL,
    line INT NOT NULL,
    delta BIGINT NOT NULL,
    balance_after BIGINT NOT NULL,
    lot_id BIGINT NULL,
    posted_at DATETIME(3) NOT NULL,
    prev_hash BINARY(32) NOT NULL,
    hash BINARY(32) NOT NULL,
    PRIMARY KEY (account_id, seq),
    UNIQUE KEY uq_account_line_tx (tx_id, line, account_id),
    KEY ix_account_line_lot (lot_id, account_id, delta),
    CONSTRAINT chk_account_line_delta CHECK (delta <> 0),
    CONSTRAINT chk_account_line_balance CHECK (balance_after >= 0),
    CONSTRAINT chk_account_line_seq CHECK (seq > 0),
    CONSTRAINT fk_account_line_tx FOREIGN KEY (tx_id) REFERENCES ledger_tx (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // The id follows from the entry that opened it, which the journal tells.
  `CREATE TABLE ledger_hold (
    id BIGINT NOT NULL,
    biz_key VARCHAR(80) ${KEY} NOT NULL,
    opened_tx_id BIGINT NOT NULL,
    opened_index INT NOT NULL,
    account_id BIGINT NOT NULL,
    lot_id BIGINT NULL,
    amount BIGINT NOT NULL,
    state VARCHAR(8) ${KEY} NOT NULL,
    closed_tx_id BIGINT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_ledger_hold_biz (biz_key),
    UNIQUE KEY uq_ledger_hold_opened (opened_tx_id, opened_index),
    KEY ix_ledger_hold_account (account_id, state),
    CONSTRAINT chk_ledger_hold_amount CHECK (amount > 0),
    CONSTRAINT chk_ledger_hold_state CHECK (state IN ('open', 'released', 'captured')),
    CONSTRAINT chk_ledger_hold_closed CHECK ((state = 'open') = (closed_tx_id IS NULL)),
    CONSTRAINT fk_ledger_hold_opened FOREIGN KEY (opened_tx_id) REFERENCES ledger_tx (id) ON DELETE RESTRICT,
    CONSTRAINT fk_ledger_hold_closed FOREIGN KEY (closed_tx_id) REFERENCES ledger_tx (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Sums of the house accounts by business day, of all entries that a seal covers; grown with each seal.
  `CREATE TABLE ledger_daily (
    account_id BIGINT NOT NULL,
    effective_on DATE NOT NULL,
    debit BIGINT NOT NULL,
    credit BIGINT NOT NULL,
    PRIMARY KEY (account_id, effective_on),
    KEY ix_ledger_daily_day (effective_on),
    CONSTRAINT chk_ledger_daily_sums CHECK (debit >= 0 AND credit >= 0)
  ) ${TABLE}`,
  `CREATE TABLE ledger_seal (
    no BIGINT NOT NULL,
    from_at DATETIME(3) NOT NULL,
    to_at DATETIME(3) NOT NULL,
    tx_count BIGINT NOT NULL,
    root BINARY(32) NOT NULL,
    prev_hash BINARY(32) NOT NULL,
    key_id CHAR(16) ${KEY} NOT NULL,
    hash BINARY(32) NOT NULL,
    signature BINARY(64) NOT NULL,
    PRIMARY KEY (no),
    CONSTRAINT chk_ledger_seal_window CHECK (to_at > from_at),
    CONSTRAINT chk_ledger_seal_no CHECK (no > 0),
    CONSTRAINT chk_ledger_seal_count CHECK (tx_count >= 0)
  ) ${TABLE}`,
];

/** What every client is owed, and the proof of it (ledger.md). */
export class Ledger1760000000010 implements MigrationInterface {
  readonly name = 'Ledger1760000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['ledger_seal', 'ledger_daily', 'ledger_hold', 'account_line', 'ledger_posting'];
    for (const table of [...tables, 'lot', 'ledger_account', 'ledger_tx']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
