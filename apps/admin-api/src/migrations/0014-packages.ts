import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_PACKAGE_TEXT } from './content/first-package-text.js';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;
const KINDS = `'fixed', 'pick', 'time'`;
const BASES = `'list_price', 'ratio', 'principal'`;
const BY = `by_kind ${WORD} NOT NULL,
    by_id VARCHAR(40) ${KEY} NOT NULL,
    by_name VARCHAR(40) NOT NULL`;

const PLANS = [
  // valid_days NULL: no date. A card by time always has one.
  `CREATE TABLE package_plan (
    id ${ID} NOT NULL,
    name VARCHAR(40) NOT NULL,
    kind ${WORD} NOT NULL,
    price_fen INT UNSIGNED NOT NULL,
    valid_days SMALLINT UNSIGNED NULL,
    uses_per_day TINYINT UNSIGNED NULL,
    valid_everywhere TINYINT(1) NOT NULL,
    on_phone TINYINT(1) NOT NULL,
    refund_terms VARCHAR(500) NOT NULL,
    own_reason_basis ${WORD} NOT NULL,
    state ${WORD} NOT NULL,
    sort SMALLINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT chk_package_plan_kind CHECK (kind IN (${KINDS})),
    CONSTRAINT chk_package_plan_price CHECK (price_fen > 0 AND price_fen <= 100000000),
    CONSTRAINT chk_package_plan_time CHECK (
      (kind = 'time' AND valid_days IS NOT NULL) OR (kind <> 'time' AND uses_per_day IS NULL)
    ),
    CONSTRAINT chk_package_plan_limits CHECK (valid_days > 0 AND (uses_per_day IS NULL OR uses_per_day > 0)),
    CONSTRAINT chk_package_plan_flags CHECK (valid_everywhere IN (0, 1) AND on_phone IN (0, 1)),
    CONSTRAINT chk_package_plan_basis CHECK (own_reason_basis IN (${BASES})),
    CONSTRAINT chk_package_plan_state CHECK (state IN ('draft', 'on_sale', 'off_sale'))
  ) ${TABLE}`,
  // list_price_fen: of one session before discount; of the whole card for a card by time, which has no sessions.
  `CREATE TABLE package_plan_item (
    plan_id ${ID} NOT NULL,
    seq TINYINT UNSIGNED NOT NULL,
    name VARCHAR(60) NOT NULL,
    sessions SMALLINT UNSIGNED NOT NULL,
    gift_sessions SMALLINT UNSIGNED NOT NULL,
    list_price_fen INT UNSIGNED NOT NULL,
    PRIMARY KEY (plan_id, seq),
    CONSTRAINT chk_package_plan_item_sessions CHECK (sessions <= 999 AND gift_sessions <= 999),
    CONSTRAINT fk_package_plan_item_plan FOREIGN KEY (plan_id) REFERENCES package_plan (id) ON DELETE CASCADE
  ) ${TABLE}`,
  `CREATE TABLE package_plan_item_service (
    plan_id ${ID} NOT NULL,
    seq TINYINT UNSIGNED NOT NULL,
    service_id ${ID} NOT NULL,
    PRIMARY KEY (plan_id, seq, service_id),
    CONSTRAINT fk_package_plan_item_service_item FOREIGN KEY (plan_id, seq) REFERENCES package_plan_item (plan_id, seq) ON DELETE CASCADE,
    CONSTRAINT fk_package_plan_item_service_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE package_plan_store (
    plan_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    PRIMARY KEY (plan_id, store_id),
    KEY ix_package_plan_store (store_id),
    CONSTRAINT fk_package_plan_store_plan FOREIGN KEY (plan_id) REFERENCES package_plan (id) ON DELETE CASCADE,
    CONSTRAINT fk_package_plan_store_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // seq is the version that the change made; what it was then stands in full.
  `CREATE TABLE package_plan_change (
    plan_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    plan JSON NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (plan_id, seq),
    CONSTRAINT fk_package_plan_change_plan FOREIGN KEY (plan_id) REFERENCES package_plan (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const PACKAGES = [
  // A card that was bought, with the terms of its day. Its row is locked before anything about it changes; then its
  // ledger accounts. paid_fen: what is worth something in it, the price less what bonus paid.
  `CREATE TABLE package (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    plan_id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    name VARCHAR(40) NOT NULL,
    price_fen INT UNSIGNED NOT NULL,
    paid_fen INT UNSIGNED NULL,
    list_price_fen INT UNSIGNED NOT NULL,
    valid_days SMALLINT UNSIGNED NULL,
    uses_per_day TINYINT UNSIGNED NULL,
    valid_everywhere TINYINT(1) NOT NULL,
    refund_terms VARCHAR(500) NOT NULL,
    own_reason_basis ${WORD} NOT NULL,
    renewal TINYINT(1) NOT NULL,
    tender ${WORD} NOT NULL,
    tender_reference VARCHAR(40) NULL,
    order_no VARCHAR(32) ${KEY} NULL,
    state ${WORD} NOT NULL,
    paid_on DATE NULL,
    expires_on DATE NULL,
    frozen_on DATE NULL,
    tx_id BIGINT NULL,
    entry_no ${ID} NULL,
    reverse_tx_id BIGINT NULL,
    reverse_reason VARCHAR(200) NULL,
    converted_from ${ID} NULL,
    ${BY},
    created_at DATETIME(3) NOT NULL,
    settled_at DATETIME(3) NULL,
    version INT UNSIGNED NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_package_order UNIQUE (order_no),
    CONSTRAINT uq_package_tx UNIQUE (tx_id),
    CONSTRAINT uq_package_converted_from UNIQUE (converted_from),
    KEY ix_package_customer (customer_id, state),
    KEY ix_package_store (store_id, created_at),
    KEY ix_package_expires (state, expires_on),
    CONSTRAINT chk_package_kind CHECK (kind IN (${KINDS})),
    CONSTRAINT chk_package_price CHECK (price_fen > 0 AND (paid_fen IS NULL OR paid_fen <= price_fen)),
    CONSTRAINT chk_package_time CHECK ((kind = 'time' AND valid_days IS NOT NULL) OR (kind <> 'time' AND uses_per_day IS NULL)),
    CONSTRAINT chk_package_flags CHECK (valid_everywhere IN (0, 1) AND renewal IN (0, 1)),
    CONSTRAINT chk_package_basis CHECK (own_reason_basis IN (${BASES})),
    CONSTRAINT chk_package_tender CHECK (tender IN ('wechat', 'cash', 'bank_card', 'paycode', 'stored_value', 'mixed')),
    CONSTRAINT chk_package_proof CHECK (
      (tender <> 'wechat' OR order_no IS NOT NULL) AND (tender <> 'bank_card' OR tender_reference IS NOT NULL)
    ),
    CONSTRAINT chk_package_state CHECK (state IN ('pending', 'active', 'closed', 'reversed', 'refunded', 'converted')),
    CONSTRAINT chk_package_paid CHECK (
      (state IN ('pending', 'closed') AND tx_id IS NULL)
      OR (state NOT IN ('pending', 'closed') AND tx_id IS NOT NULL AND paid_on IS NOT NULL AND paid_fen IS NOT NULL)
    ),
    CONSTRAINT chk_package_frozen CHECK (frozen_on IS NULL OR state = 'active'),
    CONSTRAINT chk_package_reversed CHECK ((state = 'reversed') = (reverse_tx_id IS NOT NULL)),
    CONSTRAINT fk_package_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_package_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_package_plan FOREIGN KEY (plan_id) REFERENCES package_plan (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // One entitlement of a package; the owner of ledger accounts (a card's for a card by time) and of one lot.
  // shared_through: the last day of a card by time whose share is in the revenue. gifts_ended: past its date, nothing of its gifts is left.
  `CREATE TABLE package_item (
    id ${ID} NOT NULL,
    package_id ${ID} NOT NULL,
    seq TINYINT UNSIGNED NOT NULL,
    name VARCHAR(60) NOT NULL,
    sessions SMALLINT UNSIGNED NOT NULL,
    gift_sessions SMALLINT UNSIGNED NOT NULL,
    list_price_fen INT UNSIGNED NOT NULL,
    paid_fen INT UNSIGNED NULL,
    lot_id BIGINT NULL,
    shared_through DATE NULL,
    gifts_ended TINYINT(1) NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    CONSTRAINT uq_package_item_seq UNIQUE (package_id, seq),
    CONSTRAINT uq_package_item_lot UNIQUE (lot_id),
    CONSTRAINT chk_package_item_gifts CHECK (gifts_ended IN (0, 1)),
    CONSTRAINT fk_package_item_package FOREIGN KEY (package_id) REFERENCES package (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE package_item_service (
    item_id ${ID} NOT NULL,
    service_id ${ID} NOT NULL,
    PRIMARY KEY (item_id, service_id),
    CONSTRAINT fk_package_item_service_item FOREIGN KEY (item_id) REFERENCES package_item (id) ON DELETE RESTRICT,
    CONSTRAINT fk_package_item_service_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE package_change (
    package_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    kind ${WORD} NOT NULL,
    store_id ${ID} NOT NULL,
    reason VARCHAR(200) NULL,
    detail JSON NOT NULL,
    tx_id BIGINT NULL,
    entry_no ${ID} NULL,
    ${BY},
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (package_id, seq),
    CONSTRAINT chk_package_change_kind CHECK (
      kind IN ('sale', 'freeze', 'unfreeze', 'extend', 'transfer', 'convert', 'lapse', 'refund', 'reversal')
    ),
    CONSTRAINT fk_package_change_package FOREIGN KEY (package_id) REFERENCES package (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const USES = [
  // A session that waits for its visit. is_open is 1 or NULL: one is open for a line of a visit. For a card by time
  // day_no counts the uses of its day, and two never have the same; NULL gives the place back.
  `CREATE TABLE session_reservation (
    id ${ID} NOT NULL,
    package_id ${ID} NOT NULL,
    item_id ${ID} NOT NULL,
    appointment_id ${ID} NOT NULL,
    line TINYINT UNSIGNED NOT NULL,
    service_id ${ID} NOT NULL,
    used_on DATE NOT NULL,
    day_no TINYINT UNSIGNED NULL,
    is_open TINYINT(1) NULL,
    state ${WORD} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    closed_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_session_reservation_open UNIQUE (appointment_id, line, is_open),
    CONSTRAINT uq_session_reservation_day UNIQUE (item_id, used_on, day_no),
    KEY ix_session_reservation_package (package_id, is_open),
    CONSTRAINT chk_session_reservation_open CHECK (is_open IS NULL OR is_open = 1),
    CONSTRAINT chk_session_reservation_state CHECK (
      (state = 'open' AND is_open = 1) OR (state IN ('released', 'redeemed') AND is_open IS NULL)
    ),
    CONSTRAINT fk_session_reservation_item FOREIGN KEY (item_id) REFERENCES package_item (id) ON DELETE RESTRICT,
    CONSTRAINT fk_session_reservation_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // A session that was used and how the client agreed to it. value_fen is what it was worth: from deferred to revenue.
  `CREATE TABLE session_use (
    id ${ID} NOT NULL,
    package_id ${ID} NOT NULL,
    item_id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    service_id ${ID} NOT NULL,
    title VARCHAR(60) NOT NULL,
    appointment_id ${ID} NULL,
    line TINYINT UNSIGNED NULL,
    reservation_id ${ID} NULL,
    used_on DATE NOT NULL,
    day_no TINYINT UNSIGNED NULL,
    value_fen INT UNSIGNED NOT NULL,
    list_price_fen INT UNSIGNED NOT NULL,
    consent ${WORD} NOT NULL,
    slip_no VARCHAR(40) ${KEY} NULL,
    state ${WORD} NOT NULL,
    tx_id BIGINT NULL,
    entry_no ${ID} NULL,
    reverse_tx_id BIGINT NULL,
    reverse_reason VARCHAR(200) NULL,
    ${BY},
    confirmed_at DATETIME(3) NULL,
    disputed_at DATETIME(3) NULL,
    dispute_note VARCHAR(200) NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_session_use_slip UNIQUE (store_id, slip_no),
    CONSTRAINT uq_session_use_tx UNIQUE (tx_id),
    CONSTRAINT uq_session_use_reservation UNIQUE (reservation_id),
    CONSTRAINT uq_session_use_day UNIQUE (item_id, used_on, day_no),
    KEY ix_session_use_customer (customer_id, created_at),
    KEY ix_session_use_package (package_id, created_at),
    CONSTRAINT chk_session_use_consent CHECK (
      (consent = 'slip' AND slip_no IS NOT NULL) OR (consent IN ('pending', 'tap', 'member_code') AND slip_no IS NULL)
    ),
    CONSTRAINT chk_session_use_state CHECK (state IN ('done', 'reversed')),
    CONSTRAINT chk_session_use_reversed CHECK (state = 'reversed' OR reverse_reason IS NULL),
    CONSTRAINT fk_session_use_package FOREIGN KEY (package_id) REFERENCES package (id) ON DELETE RESTRICT,
    CONSTRAINT fk_session_use_item FOREIGN KEY (item_id) REFERENCES package_item (id) ON DELETE RESTRICT,
    CONSTRAINT fk_session_use_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_session_use_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_session_use_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

/** Contracts and refunds of stored value serve packages too: each is about exactly one of the two. */
const SHARED_UP = [
  'ALTER TABLE contract_text DROP CONSTRAINT chk_contract_text_kind',
  `ALTER TABLE contract_text ADD CONSTRAINT chk_contract_text_kinds CHECK (kind IN ('stored_value', 'package'))`,
  `ALTER TABLE card_contract MODIFY top_up_id ${ID} NULL, ADD COLUMN package_id ${ID} NULL,
     ADD CONSTRAINT uq_card_contract_package UNIQUE (package_id),
     ADD CONSTRAINT chk_card_contract_subject CHECK ((top_up_id IS NULL) <> (package_id IS NULL))`,
  `ALTER TABLE stored_value_refund ADD COLUMN package_id ${ID} NOT NULL DEFAULT '',
     ADD CONSTRAINT uq_stored_value_refund_subject UNIQUE (customer_id, package_id, is_open)`,
  'ALTER TABLE stored_value_refund DROP INDEX uq_stored_value_refund_open',
  `ALTER TABLE stored_value_refund_item ADD COLUMN sessions SMALLINT UNSIGNED NOT NULL DEFAULT 0,
     ADD COLUMN sessions_hold_id BIGINT NULL`,
];

const without = (table: string, constraint: string): string =>
  `ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`;

const SHARED_DOWN = [
  `DELETE FROM card_contract WHERE package_id IS NOT NULL`,
  without('card_contract', 'chk_card_contract_subject'),
  `ALTER TABLE card_contract DROP INDEX uq_card_contract_package, DROP COLUMN package_id, MODIFY top_up_id ${ID} NOT NULL`,
  `DELETE FROM contract_text WHERE kind = 'package'`,
  without('contract_text', 'chk_contract_text_kinds'),
  `ALTER TABLE contract_text ADD CONSTRAINT chk_contract_text_kind CHECK (kind IN ('stored_value'))`,
  'ALTER TABLE stored_value_refund_item DROP COLUMN sessions, DROP COLUMN sessions_hold_id',
  `DELETE i FROM stored_value_refund_item i JOIN stored_value_refund r ON r.id = i.refund_id WHERE r.package_id <> ''`,
  `DELETE FROM stored_value_refund WHERE package_id <> ''`,
  'ALTER TABLE stored_value_refund ADD CONSTRAINT uq_stored_value_refund_open UNIQUE (customer_id, is_open)',
  'ALTER TABLE stored_value_refund DROP INDEX uq_stored_value_refund_subject',
  'ALTER TABLE stored_value_refund DROP COLUMN package_id',
];

const TABLES_NEWEST_FIRST = [
  ...['session_use', 'session_reservation', 'package_change', 'package_item_service'],
  ...['package_item', 'package', 'package_plan_change', 'package_plan_store'],
  ...['package_plan_item_service', 'package_plan_item', 'package_plan'],
];

const FIRST_TEXT_ID = '01JD0000000000000000000002';
const FIRST_TEXT_AT = new Date('2026-01-01T00:00:00Z');

/** Packages and cards by time: plans, what was bought, sessions that wait for a visit and those that were used. */
export class Packages1760000000014 implements MigrationInterface {
  readonly name = 'Packages1760000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PLANS, ...PACKAGES, ...USES, ...SHARED_UP])
      await runner.query(statement);
    await runner.query(
      `INSERT INTO contract_text (id, kind, version, title, body, body_hash, created_by, created_at)
       VALUES (?, 'package', 1, '疗程卡服务协议', ?, ?, '', ?)`,
      [
        ...[FIRST_TEXT_ID, FIRST_PACKAGE_TEXT],
        ...[createHash('sha256').update(FIRST_PACKAGE_TEXT).digest(), FIRST_TEXT_AT],
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of SHARED_DOWN) await runner.query(statement);
    for (const table of TABLES_NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
