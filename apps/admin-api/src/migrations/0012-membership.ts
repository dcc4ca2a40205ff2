import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_TEXT } from './content/first-contract-text.js';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;
const SPEND_ORDERS = `'principal_first', 'bonus_first', 'proportional'`;

const RULES = [
  // What differs from place to place and house to house. scope_id '' is the brand; a store's own line goes before it.
  `CREATE TABLE membership_setting (
    scope_id ${ID} NOT NULL,
    name VARCHAR(40) ${KEY} NOT NULL,
    value JSON NOT NULL,
    updated_by ${ID} NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (scope_id, name)
  ) ${TABLE}`,
  `CREATE TABLE stored_value_plan (
    id ${ID} NOT NULL,
    name VARCHAR(40) NOT NULL,
    price_fen INT UNSIGNED NOT NULL,
    bonus_fen INT UNSIGNED NOT NULL,
    spend_order ${WORD} NOT NULL,
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
    CONSTRAINT chk_stored_value_plan_price CHECK (price_fen > 0 AND price_fen <= 100000000),
    CONSTRAINT chk_stored_value_plan_bonus CHECK (bonus_fen <= 100000000),
    CONSTRAINT chk_stored_value_plan_order CHECK (spend_order IN (${SPEND_ORDERS})),
    CONSTRAINT chk_stored_value_plan_flags CHECK (valid_everywhere IN (0, 1) AND on_phone IN (0, 1)),
    CONSTRAINT chk_stored_value_plan_basis CHECK (own_reason_basis IN ('list_price', 'ratio', 'principal')),
    CONSTRAINT chk_stored_value_plan_state CHECK (state IN ('draft', 'on_sale', 'off_sale'))
  ) ${TABLE}`,
  `CREATE TABLE stored_value_plan_store (
    plan_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    PRIMARY KEY (plan_id, store_id),
    KEY ix_stored_value_plan_store (store_id),
    CONSTRAINT fk_stored_value_plan_store_plan FOREIGN KEY (plan_id) REFERENCES stored_value_plan (id) ON DELETE CASCADE,
    CONSTRAINT fk_stored_value_plan_store_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // seq is the version that the change made; what it was then stands in full.
  `CREATE TABLE stored_value_plan_change (
    plan_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    plan JSON NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (plan_id, seq),
    CONSTRAINT fk_stored_value_plan_change_plan FOREIGN KEY (plan_id) REFERENCES stored_value_plan (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Versions of the words that a client agrees to. A version is never changed; a new one takes its place.
  `CREATE TABLE contract_text (
    id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    version INT UNSIGNED NOT NULL,
    title VARCHAR(60) NOT NULL,
    body TEXT NOT NULL,
    body_hash BINARY(32) NOT NULL,
    created_by ${ID} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_contract_text_version UNIQUE (kind, version),
    CONSTRAINT chk_contract_text_kind CHECK (kind IN ('stored_value'))
  ) ${TABLE}`,
];

const WALLET = [
  // One row per client with a wallet: its card number, whether it is frozen, and which member code comes next. Locked
  // before any money of the client moves, so that a freeze and a charge come one after the other.
  `CREATE TABLE wallet (
    customer_id ${ID} NOT NULL,
    card_no BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    code_turn INT UNSIGNED NOT NULL,
    frozen TINYINT(1) NOT NULL,
    opened_at DATETIME(3) NOT NULL,
    PRIMARY KEY (customer_id),
    CONSTRAINT uq_wallet_card_no UNIQUE (card_no),
    CONSTRAINT chk_wallet_frozen CHECK (frozen IN (0, 1)),
    CONSTRAINT fk_wallet_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // is_open is 1 or NULL, so that one freeze at a time is open and any number are over.
  `CREATE TABLE wallet_freeze (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    is_open TINYINT(1) NULL,
    store_id ${ID} NOT NULL,
    reason VARCHAR(200) NOT NULL,
    frozen_by ${ID} NOT NULL,
    frozen_by_name VARCHAR(40) NOT NULL,
    frozen_at DATETIME(3) NOT NULL,
    release_reason VARCHAR(200) NULL,
    released_by ${ID} NULL,
    released_by_name VARCHAR(40) NULL,
    released_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_wallet_freeze_open UNIQUE (customer_id, is_open),
    CONSTRAINT chk_wallet_freeze_open CHECK (is_open IS NULL OR is_open = 1),
    CONSTRAINT chk_wallet_freeze_release CHECK ((is_open = 1) OR (released_at IS NOT NULL AND released_by IS NOT NULL)),
    CONSTRAINT fk_wallet_freeze_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // The contract of one sale: the words as they were agreed to, word for word, with what was paid and given.
  `CREATE TABLE card_contract (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    top_up_id ${ID} NOT NULL,
    text_id ${ID} NULL,
    title VARCHAR(60) NOT NULL,
    body TEXT NOT NULL,
    body_hash BINARY(32) NOT NULL,
    list_price_fen INT UNSIGNED NOT NULL,
    price_fen INT UNSIGNED NOT NULL,
    bonus_fen INT UNSIGNED NOT NULL,
    refund_terms VARCHAR(500) NOT NULL,
    state ${WORD} NOT NULL,
    signature_cipher MEDIUMBLOB NULL,
    signature_hash BINARY(32) NULL,
    slip_no VARCHAR(40) NULL,
    signed_at DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_card_contract_top_up UNIQUE (top_up_id),
    KEY ix_card_contract_customer (customer_id, id),
    CONSTRAINT chk_card_contract_state CHECK (state IN ('unsigned', 'signed', 'on_paper')),
    CONSTRAINT chk_card_contract_proof CHECK (
      (state = 'unsigned' AND signed_at IS NULL)
      OR (state = 'signed' AND signed_at IS NOT NULL AND signature_cipher IS NOT NULL AND signature_hash IS NOT NULL)
      OR (state = 'on_paper' AND signed_at IS NOT NULL AND slip_no IS NOT NULL)
    ),
    CONSTRAINT fk_card_contract_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_card_contract_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_card_contract_text FOREIGN KEY (text_id) REFERENCES contract_text (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const TOP_UPS = [
  // One signed protocol of opening balances. A protocol is imported once.
  `CREATE TABLE opening_batch (
    id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    protocol_no VARCHAR(40) ${KEY} NOT NULL,
    request_hash BINARY(32) NOT NULL,
    row_count INT UNSIGNED NOT NULL,
    principal_fen BIGINT UNSIGNED NOT NULL,
    bonus_fen BIGINT UNSIGNED NOT NULL,
    imported_by ${ID} NOT NULL,
    imported_by_name VARCHAR(40) NOT NULL,
    imported_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_opening_batch_protocol UNIQUE (protocol_no),
    CONSTRAINT fk_opening_batch_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE top_up (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    plan_id ${ID} NULL,
    title VARCHAR(60) NOT NULL,
    price_fen INT UNSIGNED NOT NULL,
    bonus_fen INT UNSIGNED NOT NULL,
    list_price_fen INT UNSIGNED NOT NULL,
    spend_order ${WORD} NOT NULL,
    valid_everywhere TINYINT(1) NOT NULL,
    refund_terms VARCHAR(500) NOT NULL,
    own_reason_basis ${WORD} NOT NULL,
    renewal TINYINT(1) NOT NULL,
    tender ${WORD} NOT NULL,
    tender_reference VARCHAR(40) NULL,
    order_no VARCHAR(32) ${KEY} NULL,
    batch_id ${ID} NULL,
    batch_row INT UNSIGNED NULL,
    state ${WORD} NOT NULL,
    lot_id BIGINT NULL,
    tx_id BIGINT NULL,
    entry_no ${ID} NULL,
    reverse_tx_id BIGINT NULL,
    reverse_reason VARCHAR(200) NULL,
    paid_on DATE NULL,
    by_kind ${WORD} NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    settled_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_top_up_order UNIQUE (order_no),
    CONSTRAINT uq_top_up_lot UNIQUE (lot_id),
    CONSTRAINT uq_top_up_batch_row UNIQUE (batch_id, batch_row),
    KEY ix_top_up_customer (customer_id, created_at),
    KEY ix_top_up_store (store_id, created_at),
    CONSTRAINT chk_top_up_price CHECK (price_fen + bonus_fen > 0 AND (price_fen > 0 OR tender = 'opening')),
    CONSTRAINT chk_top_up_order_words CHECK (spend_order IN (${SPEND_ORDERS})),
    CONSTRAINT chk_top_up_basis CHECK (own_reason_basis IN ('list_price', 'ratio', 'principal')),
    CONSTRAINT chk_top_up_flags CHECK (valid_everywhere IN (0, 1) AND renewal IN (0, 1)),
    CONSTRAINT chk_top_up_tender CHECK (tender IN ('wechat', 'cash', 'bank_card', 'opening')),
    CONSTRAINT chk_top_up_proof CHECK (
      (tender = 'wechat' AND order_no IS NOT NULL)
      OR (tender = 'cash')
      OR (tender = 'bank_card' AND tender_reference IS NOT NULL)
      OR (tender = 'opening' AND batch_id IS NOT NULL AND batch_row IS NOT NULL)
    ),
    CONSTRAINT chk_top_up_state CHECK (state IN ('pending', 'paid', 'closed', 'reversed')),
    CONSTRAINT chk_top_up_paid CHECK (
      (state IN ('pending', 'closed') AND tx_id IS NULL)
      OR (state IN ('paid', 'reversed') AND tx_id IS NOT NULL AND lot_id IS NOT NULL AND paid_on IS NOT NULL)
    ),
    CONSTRAINT chk_top_up_reversed CHECK ((state = 'reversed') = (reverse_tx_id IS NOT NULL)),
    CONSTRAINT fk_top_up_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_top_up_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_top_up_plan FOREIGN KEY (plan_id) REFERENCES stored_value_plan (id) ON DELETE RESTRICT,
    CONSTRAINT fk_top_up_batch FOREIGN KEY (batch_id) REFERENCES opening_batch (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const USES = [
  // A deduction and how the client agreed to it: by her member code or on a signed slip of the store.
  `CREATE TABLE wallet_spend (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    title VARCHAR(60) NOT NULL,
    amount_fen INT UNSIGNED NOT NULL,
    list_price_fen INT UNSIGNED NOT NULL,
    principal_fen INT UNSIGNED NOT NULL,
    bonus_fen INT UNSIGNED NOT NULL,
    consent ${WORD} NOT NULL,
    slip_no VARCHAR(40) ${KEY} NULL,
    state ${WORD} NOT NULL,
    tx_id BIGINT NOT NULL,
    entry_no ${ID} NOT NULL,
    reverse_tx_id BIGINT NULL,
    reverse_reason VARCHAR(200) NULL,
    by_kind ${WORD} NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    disputed_at DATETIME(3) NULL,
    dispute_note VARCHAR(200) NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_wallet_spend_slip UNIQUE (store_id, slip_no),
    CONSTRAINT uq_wallet_spend_tx UNIQUE (tx_id),
    KEY ix_wallet_spend_customer (customer_id, created_at),
    KEY ix_wallet_spend_store (store_id, created_at),
    CONSTRAINT chk_wallet_spend_amount CHECK (amount_fen > 0 AND principal_fen + bonus_fen = amount_fen),
    CONSTRAINT chk_wallet_spend_list_price CHECK (list_price_fen >= amount_fen),
    CONSTRAINT chk_wallet_spend_consent CHECK (
      (consent = 'member_code' AND slip_no IS NULL) OR (consent = 'slip' AND slip_no IS NOT NULL)
    ),
    CONSTRAINT chk_wallet_spend_state CHECK (state IN ('done', 'reversed')),
    CONSTRAINT chk_wallet_spend_reversed CHECK ((state = 'reversed') = (reverse_tx_id IS NOT NULL)),
    CONSTRAINT fk_wallet_spend_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_wallet_spend_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // How much of a deduction each lot gave, and its share of the price before discount: refunds are reckoned from it.
  `CREATE TABLE wallet_spend_lot (
    spend_id ${ID} NOT NULL,
    lot_id BIGINT NOT NULL,
    principal_fen INT UNSIGNED NOT NULL,
    bonus_fen INT UNSIGNED NOT NULL,
    list_price_fen INT UNSIGNED NOT NULL,
    PRIMARY KEY (spend_id, lot_id),
    KEY ix_wallet_spend_lot (lot_id),
    CONSTRAINT chk_wallet_spend_lot_share CHECK (principal_fen + bonus_fen > 0),
    CONSTRAINT fk_wallet_spend_lot_spend FOREIGN KEY (spend_id) REFERENCES wallet_spend (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE wallet_transfer (
    id ${ID} NOT NULL,
    from_customer_id ${ID} NOT NULL,
    to_customer_id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    store_id ${ID} NOT NULL,
    principal_fen INT UNSIGNED NOT NULL,
    bonus_fen INT UNSIGNED NOT NULL,
    reason VARCHAR(200) NOT NULL,
    tx_id BIGINT NOT NULL,
    entry_no ${ID} NOT NULL,
    by_id VARCHAR(40) ${KEY} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_wallet_transfer_from (from_customer_id),
    KEY ix_wallet_transfer_to (to_customer_id),
    CONSTRAINT chk_wallet_transfer_kind CHECK (kind IN ('gift', 'join')),
    CONSTRAINT chk_wallet_transfer_amount CHECK (principal_fen + bonus_fen > 0)
  ) ${TABLE}`,
];

const REFUNDS = [
  // is_open is 1 or NULL: a client has one refund under way. The quote is kept as it was agreed to.
  `CREATE TABLE stored_value_refund (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    is_open TINYINT(1) NULL,
    state ${WORD} NOT NULL,
    cause ${WORD} NOT NULL,
    amount_fen INT UNSIGNED NOT NULL,
    recovered_fen INT UNSIGNED NOT NULL,
    bonus_fen INT UNSIGNED NOT NULL,
    reason VARCHAR(200) NOT NULL,
    quote JSON NOT NULL,
    requested_kind ${WORD} NOT NULL,
    requested_by ${ID} NOT NULL,
    requested_name VARCHAR(40) NOT NULL,
    requested_at DATETIME(3) NOT NULL,
    decided_kind ${WORD} NULL,
    decided_by ${ID} NULL,
    decided_name VARCHAR(40) NULL,
    decided_at DATETIME(3) NULL,
    decision_note VARCHAR(200) NULL,
    paid_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_stored_value_refund_open UNIQUE (customer_id, is_open),
    KEY ix_stored_value_refund_state (state, requested_at),
    KEY ix_stored_value_refund_customer (customer_id, requested_at),
    CONSTRAINT chk_stored_value_refund_open CHECK (is_open IS NULL OR is_open = 1),
    CONSTRAINT chk_stored_value_refund_state CHECK (
      (state IN ('requested', 'approved') AND is_open = 1) OR (state IN ('paid', 'rejected', 'withdrawn') AND is_open IS NULL)
    ),
    CONSTRAINT chk_stored_value_refund_cause CHECK (cause IN ('cooling_off', 'operator', 'own_reason')),
    CONSTRAINT chk_stored_value_refund_second_person CHECK (
      decided_by IS NULL OR state = 'withdrawn' OR requested_by <> decided_by
    ),
    CONSTRAINT chk_stored_value_refund_decided CHECK ((state = 'requested') = (decided_at IS NULL)),
    CONSTRAINT fk_stored_value_refund_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_stored_value_refund_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE stored_value_refund_item (
    refund_id ${ID} NOT NULL,
    seq SMALLINT UNSIGNED NOT NULL,
    lot_id BIGINT NOT NULL,
    store_id ${ID} NOT NULL,
    way ${WORD} NOT NULL,
    order_no VARCHAR(32) ${KEY} NULL,
    refund_no VARCHAR(64) ${KEY} NULL,
    amount_fen INT UNSIGNED NOT NULL,
    principal_fen INT UNSIGNED NOT NULL,
    bonus_fen INT UNSIGNED NOT NULL,
    principal_hold_id BIGINT NULL,
    bonus_hold_id BIGINT NULL,
    state ${WORD} NOT NULL,
    payout_reference VARCHAR(60) NULL,
    payout_by ${ID} NULL,
    payout_name VARCHAR(40) NULL,
    settled_at DATETIME(3) NULL,
    PRIMARY KEY (refund_id, seq),
    CONSTRAINT uq_stored_value_refund_item_no UNIQUE (refund_no),
    KEY ix_stored_value_refund_item_lot (lot_id),
    CONSTRAINT chk_stored_value_refund_item_way CHECK (way IN ('wechat', 'bank_transfer', 'cash', 'none')),
    CONSTRAINT chk_stored_value_refund_item_wechat CHECK (way <> 'wechat' OR order_no IS NOT NULL),
    CONSTRAINT chk_stored_value_refund_item_state CHECK (state IN ('held', 'to_pay', 'sent', 'failed', 'settled', 'released')),
    CONSTRAINT fk_stored_value_refund_item_refund FOREIGN KEY (refund_id) REFERENCES stored_value_refund (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const TABLES_NEWEST_FIRST = [
  ...['stored_value_refund_item', 'stored_value_refund', 'wallet_transfer', 'wallet_spend_lot'],
  ...['wallet_spend', 'top_up', 'opening_batch', 'card_contract', 'wallet_freeze', 'wallet'],
  ...['contract_text', 'stored_value_plan_change', 'stored_value_plan_store'],
  ...['stored_value_plan', 'membership_setting'],
];

const FIRST_TEXT_ID = '01JD0000000000000000000001';
const FIRST_TEXT_AT = new Date('2026-01-01T00:00:00Z');

/** Stored value: plans and terms, contracts, top-ups, deductions, transfers, freezes and refunds. Money is the ledger's. */
export class Membership1760000000012 implements MigrationInterface {
  readonly name = 'Membership1760000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...RULES, ...WALLET, ...TOP_UPS, ...USES, ...REFUNDS])
      await runner.query(statement);
    await runner.query(
      `INSERT INTO contract_text (id, kind, version, title, body, body_hash, created_by, created_at)
       VALUES (?, 'stored_value', 1, '储值服务协议', ?, ?, '', ?)`,
      [FIRST_TEXT_ID, FIRST_TEXT, createHash('sha256').update(FIRST_TEXT).digest(), FIRST_TEXT_AT],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES_NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
