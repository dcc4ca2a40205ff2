import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

const TABLES = [
  // What WeChat is asked to collect. What it must agree with in every answer (app, merchant, amount, currency) stands
  // here as it was when the order was made. `next_query_at` is when it is asked next: the data is the schedule.
  `CREATE TABLE payment_order (
    order_no CHAR(26) ${KEY} NOT NULL,
    purpose VARCHAR(12) ${KEY} NOT NULL,
    subject_id CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    customer_id CHAR(26) ${KEY} NOT NULL,
    openid VARCHAR(64) ${KEY} NOT NULL,
    app_id VARCHAR(32) ${KEY} NOT NULL,
    mch_id VARCHAR(32) ${KEY} NOT NULL,
    amount_fen BIGINT UNSIGNED NOT NULL,
    currency CHAR(3) ${KEY} NOT NULL,
    description VARCHAR(127) NOT NULL,
    state VARCHAR(8) ${KEY} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    prepay_id VARCHAR(64) ${KEY} NULL,
    prepay_until DATETIME(3) NULL,
    transaction_id VARCHAR(32) ${KEY} NULL,
    payer_fen BIGINT UNSIGNED NULL,
    paid_at DATETIME(3) NULL,
    closed_at DATETIME(3) NULL,
    next_query_at DATETIME(3) NULL,
    last_asked_at DATETIME(3) NULL,
    last_answer VARCHAR(40) ${KEY} NULL,
    attention VARCHAR(40) ${KEY} NULL,
    refund_reserved_fen BIGINT UNSIGNED NOT NULL DEFAULT 0,
    refunded_fen BIGINT UNSIGNED NOT NULL DEFAULT 0,
    shipping_state VARCHAR(12) ${KEY} NULL,
    next_shipping_at DATETIME(3) NULL,
    shipping_tries SMALLINT UNSIGNED NOT NULL DEFAULT 0,
    version INT UNSIGNED NOT NULL DEFAULT 1,
    PRIMARY KEY (order_no),
    UNIQUE KEY uq_payment_order_transaction (transaction_id),
    KEY ix_payment_order_query (state, next_query_at),
    KEY ix_payment_order_shipping (shipping_state, next_shipping_at),
    KEY ix_payment_order_store (store_id, created_at),
    KEY ix_payment_order_customer (customer_id, created_at),
    KEY ix_payment_order_subject (subject_id),
    KEY ix_payment_order_attention (attention, created_at),
    CONSTRAINT chk_payment_order_purpose CHECK (purpose IN ('top_up', 'card', 'deposit', 'bill')),
    CONSTRAINT chk_payment_order_state CHECK (state IN ('pending', 'paid', 'closed')),
    CONSTRAINT chk_payment_order_amount CHECK (amount_fen > 0),
    CONSTRAINT chk_payment_order_paid CHECK (state <> 'paid' OR (transaction_id IS NOT NULL AND paid_at IS NOT NULL)),
    CONSTRAINT chk_payment_order_unpaid CHECK (state = 'paid' OR (transaction_id IS NULL AND refund_reserved_fen = 0)),
    CONSTRAINT chk_payment_order_refunds CHECK (refunded_fen <= refund_reserved_fen AND refund_reserved_fen <= amount_fen),
    CONSTRAINT chk_payment_order_shipping CHECK (shipping_state IN ('due', 'done', 'not_needed', 'refused')),
    CONSTRAINT fk_payment_order_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_payment_order_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Every change keeps who, when and why; seq is the version that it made, so two changes cannot claim one place.
  `CREATE TABLE payment_order_change (
    order_no CHAR(26) ${KEY} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    what VARCHAR(24) ${KEY} NOT NULL,
    from_state VARCHAR(8) ${KEY} NULL,
    to_state VARCHAR(8) ${KEY} NOT NULL,
    by_kind VARCHAR(12) ${KEY} NOT NULL,
    by_id VARCHAR(64) ${KEY} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    detail JSON NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (order_no, seq),
    CONSTRAINT chk_payment_order_change_by CHECK (by_kind IN ('client', 'staff', 'system', 'notification', 'query')),
    CONSTRAINT fk_payment_order_change_order FOREIGN KEY (order_no) REFERENCES payment_order (order_no) ON DELETE CASCADE
  ) ${TABLE}`,
  // What WeChat told us, each event once by its own id, kept before it was answered. No foreign key: it may name an
  // order that we do not have.
  `CREATE TABLE payment_notification (
    id VARCHAR(64) ${KEY} NOT NULL,
    event_type VARCHAR(40) ${KEY} NOT NULL,
    order_no VARCHAR(32) ${KEY} NULL,
    refund_no VARCHAR(64) ${KEY} NULL,
    key_serial VARCHAR(80) ${KEY} NOT NULL,
    facts JSON NOT NULL,
    state VARCHAR(8) ${KEY} NOT NULL,
    reason VARCHAR(120) ${KEY} NULL,
    received_at DATETIME(3) NOT NULL,
    settled_at DATETIME(3) NULL,
    next_try_at DATETIME(3) NULL,
    tries SMALLINT UNSIGNED NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    KEY ix_payment_notification_order (order_no, received_at),
    KEY ix_payment_notification_due (state, next_try_at),
    CONSTRAINT chk_payment_notification_state CHECK (state IN ('received', 'applied', 'ignored', 'refused'))
  ) ${TABLE}`,
  // Money on its way back. The number is ours and stays the same for every try.
  `CREATE TABLE payment_refund (
    refund_no CHAR(26) ${KEY} NOT NULL,
    order_no CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    amount_fen BIGINT UNSIGNED NOT NULL,
    reason VARCHAR(80) NOT NULL,
    state VARCHAR(12) ${KEY} NOT NULL,
    requested_by_kind VARCHAR(8) ${KEY} NOT NULL,
    requested_by_id VARCHAR(40) ${KEY} NOT NULL,
    requested_by_name VARCHAR(40) NOT NULL,
    requested_at DATETIME(3) NOT NULL,
    decided_by_id VARCHAR(40) ${KEY} NULL,
    decided_by_name VARCHAR(40) NULL,
    decided_at DATETIME(3) NULL,
    decision_note VARCHAR(200) NULL,
    wechat_refund_id VARCHAR(64) ${KEY} NULL,
    received_account VARCHAR(64) NULL,
    settled_at DATETIME(3) NULL,
    next_try_at DATETIME(3) NULL,
    tries SMALLINT UNSIGNED NOT NULL DEFAULT 0,
    last_answer VARCHAR(40) ${KEY} NULL,
    version INT UNSIGNED NOT NULL DEFAULT 1,
    PRIMARY KEY (refund_no),
    KEY ix_payment_refund_order (order_no, requested_at),
    KEY ix_payment_refund_due (state, next_try_at),
    KEY ix_payment_refund_store (store_id, requested_at),
    CONSTRAINT chk_payment_refund_amount CHECK (amount_fen > 0),
    CONSTRAINT chk_payment_refund_state CHECK (state IN ('requested', 'rejected', 'approved', 'processing', 'success', 'abnormal', 'closed')),
    CONSTRAINT chk_payment_refund_by CHECK (requested_by_kind IN ('client', 'staff', 'system')),
    CONSTRAINT chk_payment_refund_second CHECK (decided_by_id IS NULL OR decided_by_id <> requested_by_id OR state = 'rejected'),
    CONSTRAINT chk_payment_refund_decided CHECK (state = 'requested' OR decided_by_id IS NOT NULL),
    CONSTRAINT fk_payment_refund_order FOREIGN KEY (order_no) REFERENCES payment_order (order_no) ON DELETE RESTRICT,
    CONSTRAINT fk_payment_refund_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

/** Orders that WeChat collects, what it told us, and what goes back. */
export class Payments1760000000011 implements MigrationInterface {
  readonly name = 'Payments1760000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'payment_refund',
      'payment_notification',
      'payment_order_change',
      'payment_order',
    ];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}
