import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;

const TEMPLATES = [
  // What the salon gives away. issued counts every coupon of it and never passes the quota, whoever forgets to look.
  `CREATE TABLE coupon_template (
    id ${ID} NOT NULL,
    name VARCHAR(40) NOT NULL,
    kind ${WORD} NOT NULL,
    amount_fen INT UNSIGNED NULL,
    permille SMALLINT UNSIGNED NULL,
    cap_fen INT UNSIGNED NULL,
    min_spend_fen INT UNSIGNED NOT NULL,
    scope ${WORD} NOT NULL,
    with_tier TINYINT(1) NOT NULL,
    with_coupons TINYINT(1) NOT NULL,
    valid_kind ${WORD} NOT NULL,
    valid_from DATE NULL,
    valid_until DATE NULL,
    valid_days SMALLINT UNSIGNED NULL,
    quota INT UNSIGNED NULL,
    issued INT UNSIGNED NOT NULL,
    per_client_cap SMALLINT UNSIGNED NULL,
    claimable TINYINT(1) NOT NULL,
    at_desk TINYINT(1) NOT NULL,
    return_days SMALLINT UNSIGNED NOT NULL,
    note VARCHAR(200) NOT NULL,
    state ${WORD} NOT NULL,
    sort SMALLINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_coupon_template_offer (state, claimable, sort),
    CONSTRAINT chk_coupon_template_quota CHECK (quota IS NULL OR issued <= quota),
    CONSTRAINT chk_coupon_template_cap CHECK (per_client_cap IS NULL OR per_client_cap > 0),
    CONSTRAINT chk_coupon_template_kind CHECK (
      (kind = 'money_off' AND amount_fen > 0 AND permille IS NULL AND cap_fen IS NULL)
      OR (kind = 'percent' AND amount_fen IS NULL AND permille BETWEEN 1 AND 999)
      OR (kind = 'trial_price' AND amount_fen IS NOT NULL AND permille IS NULL AND cap_fen IS NULL AND scope = 'listed')
      OR (kind IN ('free_service', 'gift_session') AND amount_fen IS NULL AND permille IS NULL AND cap_fen IS NULL
          AND scope = 'listed')
    ),
    CONSTRAINT chk_coupon_template_most CHECK (cap_fen IS NULL OR cap_fen > 0),
    CONSTRAINT chk_coupon_template_scope CHECK (scope IN ('all', 'services', 'products', 'listed')),
    CONSTRAINT chk_coupon_template_flags CHECK (
      with_tier IN (0, 1) AND with_coupons IN (0, 1) AND claimable IN (0, 1) AND at_desk IN (0, 1)
    ),
    CONSTRAINT chk_coupon_template_valid CHECK (
      (valid_kind = 'fixed' AND valid_from IS NOT NULL AND valid_until >= valid_from AND valid_days IS NULL)
      OR (valid_kind = 'days' AND valid_days > 0 AND valid_from IS NULL AND valid_until IS NULL)
      OR (valid_kind = 'birthday_month' AND valid_days IS NULL AND valid_from IS NULL AND valid_until IS NULL)
    ),
    CONSTRAINT chk_coupon_template_state CHECK (state IN ('draft', 'on', 'off'))
  ) ${TABLE}`,
  // Stores in which its coupons are good.
  `CREATE TABLE coupon_template_store (
    template_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    PRIMARY KEY (template_id, store_id),
    KEY ix_coupon_template_store (store_id),
    CONSTRAINT fk_coupon_template_store_template FOREIGN KEY (template_id) REFERENCES coupon_template (id) ON DELETE CASCADE,
    CONSTRAINT fk_coupon_template_store_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // The services and products that a listed scope names.
  `CREATE TABLE coupon_template_item (
    template_id ${ID} NOT NULL,
    item_kind ${WORD} NOT NULL,
    item_id ${ID} NOT NULL,
    PRIMARY KEY (template_id, item_kind, item_id),
    CONSTRAINT chk_coupon_template_item_kind CHECK (item_kind IN ('service', 'product')),
    CONSTRAINT fk_coupon_template_item_template FOREIGN KEY (template_id) REFERENCES coupon_template (id) ON DELETE CASCADE
  ) ${TABLE}`,
  // seq is the version that the change made; what it was then stands in full.
  `CREATE TABLE coupon_template_change (
    template_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    template JSON NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (template_id, seq),
    CONSTRAINT fk_coupon_template_change_template FOREIGN KEY (template_id) REFERENCES coupon_template (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const COUPONS = [
  // One coupon with the terms it was issued under: a later change of its template is not its own. seq numbers a client's
  // coupons of one template, so that two sends at once cannot both be her last one; issue_key keeps a rule from issuing
  // twice. uses counts how often it was used, returned ones included.
  `CREATE TABLE coupon (
    id ${ID} NOT NULL,
    no BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    template_id ${ID} NOT NULL,
    template_version INT UNSIGNED NOT NULL,
    customer_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    issue_key VARCHAR(120) ${KEY} NULL,
    source ${WORD} NOT NULL,
    state ${WORD} NOT NULL,
    terms JSON NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    store_id ${ID} NOT NULL,
    lot_id BIGINT NOT NULL,
    uses SMALLINT UNSIGNED NOT NULL,
    issued_at DATETIME(3) NOT NULL,
    ended_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_coupon_no UNIQUE (no),
    CONSTRAINT uq_coupon_seq UNIQUE (template_id, customer_id, seq),
    CONSTRAINT uq_coupon_issue_key UNIQUE (issue_key),
    CONSTRAINT uq_coupon_lot UNIQUE (lot_id),
    KEY ix_coupon_customer (customer_id, state, valid_until),
    KEY ix_coupon_due (state, expires_at),
    CONSTRAINT chk_coupon_seq CHECK (seq > 0),
    CONSTRAINT chk_coupon_source CHECK (source IN ('hand', 'rule', 'claim', 'points')),
    CONSTRAINT chk_coupon_state CHECK (state IN ('issued', 'held', 'used', 'expired', 'revoked')),
    CONSTRAINT chk_coupon_valid CHECK (valid_until >= valid_from),
    CONSTRAINT chk_coupon_ended CHECK ((state IN ('issued', 'held')) = (ended_at IS NULL)),
    CONSTRAINT fk_coupon_template FOREIGN KEY (template_id) REFERENCES coupon_template (id) ON DELETE RESTRICT,
    CONSTRAINT fk_coupon_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_coupon_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // The one open bill that has a coupon in hand.
  `CREATE TABLE coupon_hold (
    coupon_id ${ID} NOT NULL,
    bill_id ${ID} NOT NULL,
    held_at DATETIME(3) NOT NULL,
    PRIMARY KEY (coupon_id),
    KEY ix_coupon_hold_bill (bill_id),
    CONSTRAINT fk_coupon_hold_coupon FOREIGN KEY (coupon_id) REFERENCES coupon (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // is_open is 1 or NULL: a coupon is used by one bill at a time, and any number of uses were returned.
  `CREATE TABLE coupon_use (
    coupon_id ${ID} NOT NULL,
    turn SMALLINT UNSIGNED NOT NULL,
    bill_id ${ID} NOT NULL,
    is_open TINYINT(1) NULL,
    store_id ${ID} NOT NULL,
    saved_fen INT UNSIGNED NOT NULL,
    used_at DATETIME(3) NOT NULL,
    returned_at DATETIME(3) NULL,
    PRIMARY KEY (coupon_id, turn),
    CONSTRAINT uq_coupon_use_open UNIQUE (coupon_id, is_open),
    KEY ix_coupon_use_bill (bill_id),
    CONSTRAINT chk_coupon_use_open CHECK (is_open IS NULL OR is_open = 1),
    CONSTRAINT chk_coupon_use_returned CHECK ((is_open IS NULL) = (returned_at IS NOT NULL)),
    CONSTRAINT fk_coupon_use_coupon FOREIGN KEY (coupon_id) REFERENCES coupon (id) ON DELETE RESTRICT,
    CONSTRAINT fk_coupon_use_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Everything that happened to a coupon, with the business day and the store that it counts for in reports.
  `CREATE TABLE coupon_change (
    coupon_id ${ID} NOT NULL,
    seq SMALLINT UNSIGNED NOT NULL,
    template_id ${ID} NOT NULL,
    action ${WORD} NOT NULL,
    store_id ${ID} NOT NULL,
    happened_on DATE NOT NULL,
    bill_id ${ID} NULL,
    saved_fen INT UNSIGNED NULL,
    reason VARCHAR(200) NULL,
    entry_no ${ID} NOT NULL,
    by_kind ${WORD} NOT NULL,
    by_id VARCHAR(40) ${KEY} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (coupon_id, seq),
    KEY ix_coupon_change_report (store_id, happened_on, template_id),
    CONSTRAINT chk_coupon_change_action CHECK (action IN ('issue', 'use', 'return', 'expire', 'revoke', 'move')),
    CONSTRAINT chk_coupon_change_bill CHECK (
      (action IN ('use', 'return')) = (bill_id IS NOT NULL) AND (action IN ('use', 'return')) = (saved_fen IS NOT NULL)
    ),
    CONSTRAINT chk_coupon_change_reason CHECK (action <> 'revoke' OR reason IS NOT NULL),
    CONSTRAINT fk_coupon_change_coupon FOREIGN KEY (coupon_id) REFERENCES coupon (id) ON DELETE RESTRICT,
    CONSTRAINT fk_coupon_change_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const BATCHES = [
  // Coupons that somebody gives to a list of clients, with what became of each row.
  `CREATE TABLE coupon_batch (
    id ${ID} NOT NULL,
    template_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    state ${WORD} NOT NULL,
    row_count INT UNSIGNED NOT NULL,
    reason VARCHAR(200) NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    done_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    KEY ix_coupon_batch_store (store_id, created_at),
    CONSTRAINT chk_coupon_batch_state CHECK (state IN ('running', 'done')),
    CONSTRAINT chk_coupon_batch_done CHECK ((state = 'done') = (done_at IS NOT NULL)),
    CONSTRAINT fk_coupon_batch_template FOREIGN KEY (template_id) REFERENCES coupon_template (id) ON DELETE RESTRICT,
    CONSTRAINT fk_coupon_batch_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // refusal is the code of why a client got none; a row with neither is still to be done.
  `CREATE TABLE coupon_batch_row (
    batch_id ${ID} NOT NULL,
    place SMALLINT UNSIGNED NOT NULL,
    customer_id ${ID} NOT NULL,
    coupon_id ${ID} NULL,
    refusal VARCHAR(40) ${KEY} NULL,
    PRIMARY KEY (batch_id, place),
    CONSTRAINT uq_coupon_batch_row_coupon UNIQUE (coupon_id),
    CONSTRAINT uq_coupon_batch_row_customer UNIQUE (batch_id, customer_id),
    CONSTRAINT chk_coupon_batch_row_end CHECK (coupon_id IS NULL OR refusal IS NULL),
    CONSTRAINT fk_coupon_batch_row_batch FOREIGN KEY (batch_id) REFERENCES coupon_batch (id) ON DELETE RESTRICT,
    CONSTRAINT fk_coupon_batch_row_coupon FOREIGN KEY (coupon_id) REFERENCES coupon (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const TABLES_NEWEST_FIRST = [
  ...['coupon_batch_row', 'coupon_batch', 'coupon_change', 'coupon_use', 'coupon_hold', 'coupon'],
  ...['coupon_template_change', 'coupon_template_item', 'coupon_template_store', 'coupon_template'],
];

/** Coupons: templates with their history, what each client has, who holds and used it, and lists that are being served. */
export class Coupons1760000000016 implements MigrationInterface {
  readonly name = 'Coupons1760000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TEMPLATES, ...COUPONS, ...BATCHES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES_NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
