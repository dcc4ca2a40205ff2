import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;
const BY_KINDS = `'client', 'staff', 'system'`;

const DAYS = [
  // One row per store and day. Opening a bill takes its number here, and whatever moves money at the desk locks the
  // row, so that a payment and the close of its day come one after the other.
  `CREATE TABLE business_day (
    store_id ${ID} NOT NULL,
    on_date DATE NOT NULL,
    state ${WORD} NOT NULL,
    last_no INT UNSIGNED NOT NULL,
    closed_at DATETIME(3) NULL,
    PRIMARY KEY (store_id, on_date),
    CONSTRAINT chk_business_day_state CHECK (state IN ('open', 'closed')),
    CONSTRAINT chk_business_day_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT fk_business_day_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // scope_id '' is the brand; a store's own line goes before it.
  `CREATE TABLE checkout_setting (
    scope_id ${ID} NOT NULL,
    name VARCHAR(40) ${KEY} NOT NULL,
    value JSON NOT NULL,
    updated_by ${ID} NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (scope_id, name)
  ) ${TABLE}`,
  // is_open is 1 or NULL: a store's till is in one person's hands at a time. What belongs to a shift is what the books
  // wrote after the one entry and up to the other; the day's lock is held while either is read.
  `CREATE TABLE till_shift (
    id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    on_date DATE NOT NULL,
    is_open TINYINT(1) NULL,
    float_fen INT UNSIGNED NOT NULL,
    after_tx_id BIGINT NOT NULL,
    until_tx_id BIGINT NULL,
    opened_by ${ID} NOT NULL,
    opened_name VARCHAR(40) NOT NULL,
    opened_at DATETIME(3) NOT NULL,
    closed_by ${ID} NULL,
    closed_name VARCHAR(40) NULL,
    closed_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_till_shift_open UNIQUE (store_id, is_open),
    KEY ix_till_shift_day (store_id, on_date),
    CONSTRAINT chk_till_shift_open CHECK (is_open IS NULL OR is_open = 1),
    CONSTRAINT chk_till_shift_closed CHECK ((is_open = 1) = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT chk_till_shift_float CHECK (float_fen <= 100000000),
    CONSTRAINT fk_till_shift_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // What should be there by the books and what was counted; of cash with the float.
  `CREATE TABLE till_shift_count (
    shift_id ${ID} NOT NULL,
    tender ${WORD} NOT NULL,
    expected_fen BIGINT NOT NULL,
    counted_fen BIGINT NOT NULL,
    difference_fen BIGINT NOT NULL,
    reason VARCHAR(200) NULL,
    PRIMARY KEY (shift_id, tender),
    CONSTRAINT chk_till_shift_count_tender CHECK (tender IN ('cash', 'bank_card', 'paycode', 'voucher')),
    CONSTRAINT chk_till_shift_count_difference CHECK (difference_fen = counted_fen - expected_fen),
    CONSTRAINT chk_till_shift_count_reason CHECK (difference_fen = 0 OR reason IS NOT NULL),
    CONSTRAINT fk_till_shift_count_shift FOREIGN KEY (shift_id) REFERENCES till_shift (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE daily_close (
    store_id ${ID} NOT NULL,
    on_date DATE NOT NULL,
    bill_count INT UNSIGNED NOT NULL,
    reversed_count INT UNSIGNED NOT NULL,
    report JSON NOT NULL,
    closed_by ${ID} NOT NULL,
    closed_name VARCHAR(40) NOT NULL,
    closed_at DATETIME(3) NOT NULL,
    PRIMARY KEY (store_id, on_date),
    CONSTRAINT fk_daily_close_day FOREIGN KEY (store_id, on_date) REFERENCES business_day (store_id, on_date) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE daily_close_count (
    store_id ${ID} NOT NULL,
    on_date DATE NOT NULL,
    tender ${WORD} NOT NULL,
    expected_fen BIGINT NOT NULL,
    counted_fen BIGINT NOT NULL,
    difference_fen BIGINT NOT NULL,
    reason VARCHAR(200) NULL,
    PRIMARY KEY (store_id, on_date, tender),
    CONSTRAINT chk_daily_close_count_tender CHECK (tender IN ('cash', 'bank_card', 'paycode', 'voucher')),
    CONSTRAINT chk_daily_close_count_difference CHECK (difference_fen = counted_fen - expected_fen),
    CONSTRAINT chk_daily_close_count_reason CHECK (difference_fen = 0 OR reason IS NOT NULL),
    CONSTRAINT fk_daily_close_count_close FOREIGN KEY (store_id, on_date) REFERENCES daily_close (store_id, on_date) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const BILLS = [
  // is_live is 1 or NULL: one visit has one bill that counts. paid_fen is the sum of the tenders.
  `CREATE TABLE bill (
    id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    on_date DATE NOT NULL,
    no INT UNSIGNED NOT NULL,
    customer_id ${ID} NULL,
    appointment_id ${ID} NULL,
    is_live TINYINT(1) NULL,
    state ${WORD} NOT NULL,
    version INT UNSIGNED NOT NULL,
    note VARCHAR(200) NOT NULL,
    list_fen BIGINT UNSIGNED NOT NULL,
    pay_fen BIGINT UNSIGNED NOT NULL,
    paid_fen BIGINT UNSIGNED NOT NULL,
    paid_on DATE NULL,
    paid_at DATETIME(3) NULL,
    paid_by ${ID} NULL,
    paid_name VARCHAR(40) NULL,
    shift_id ${ID} NULL,
    tx_id BIGINT NULL,
    entry_no ${ID} NULL,
    copy_of ${ID} NULL,
    proposal JSON NULL,
    reversed_on DATE NULL,
    reverse_tx_id BIGINT NULL,
    opened_by ${ID} NOT NULL,
    opened_name VARCHAR(40) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_bill_no UNIQUE (store_id, on_date, no),
    CONSTRAINT uq_bill_visit UNIQUE (appointment_id, is_live),
    CONSTRAINT uq_bill_copy UNIQUE (copy_of, is_live),
    KEY ix_bill_state (store_id, state, on_date),
    KEY ix_bill_paid (store_id, paid_on),
    KEY ix_bill_reversed (store_id, reversed_on),
    KEY ix_bill_customer (customer_id, created_at),
    CONSTRAINT chk_bill_state CHECK (state IN ('open', 'parked', 'awaiting', 'paid', 'reversed', 'void')),
    CONSTRAINT chk_bill_live CHECK ((is_live IS NULL) = (state IN ('reversed', 'void')) AND (is_live IS NULL OR is_live = 1)),
    CONSTRAINT chk_bill_price CHECK (pay_fen <= list_fen),
    CONSTRAINT chk_bill_paid CHECK (
      (state IN ('paid', 'reversed') AND paid_on IS NOT NULL AND paid_at IS NOT NULL AND paid_fen = pay_fen)
      OR (state IN ('open', 'parked', 'awaiting', 'void') AND paid_on IS NULL AND paid_at IS NULL AND paid_fen = 0 AND tx_id IS NULL)
    ),
    CONSTRAINT chk_bill_reversed CHECK ((state = 'reversed') = (reversed_on IS NOT NULL)),
    CONSTRAINT chk_bill_awaiting CHECK ((state = 'awaiting') = (proposal IS NOT NULL)),
    CONSTRAINT fk_bill_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_bill_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_bill_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE RESTRICT,
    CONSTRAINT fk_bill_shift FOREIGN KEY (shift_id) REFERENCES till_shift (id) ON DELETE RESTRICT,
    CONSTRAINT fk_bill_copy FOREIGN KEY (copy_of) REFERENCES bill (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // list = unit x quantity, price = after the best rule, pay = after the discount by hand.
  `CREATE TABLE bill_line (
    bill_id ${ID} NOT NULL,
    seq SMALLINT UNSIGNED NOT NULL,
    kind ${WORD} NOT NULL,
    item_id ${ID} NOT NULL,
    name VARCHAR(60) NOT NULL,
    unit_fen INT UNSIGNED NOT NULL,
    quantity SMALLINT UNSIGNED NOT NULL,
    list_fen BIGINT UNSIGNED NOT NULL,
    price_fen BIGINT UNSIGNED NOT NULL,
    pay_fen BIGINT UNSIGNED NOT NULL,
    because JSON NOT NULL,
    note VARCHAR(200) NOT NULL,
    PRIMARY KEY (bill_id, seq),
    CONSTRAINT chk_bill_line_kind CHECK (kind IN ('service', 'product')),
    CONSTRAINT chk_bill_line_quantity CHECK (quantity BETWEEN 1 AND 999),
    CONSTRAINT chk_bill_line_list CHECK (list_fen = unit_fen * quantity),
    CONSTRAINT chk_bill_line_price CHECK (pay_fen <= price_fen AND price_fen <= list_fen),
    CONSTRAINT fk_bill_line_bill FOREIGN KEY (bill_id) REFERENCES bill (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Who did the line and how the work is shared; the shares of a line make 1000.
  `CREATE TABLE bill_line_staff (
    bill_id ${ID} NOT NULL,
    line_seq SMALLINT UNSIGNED NOT NULL,
    staff_id ${ID} NOT NULL,
    share_permille SMALLINT UNSIGNED NOT NULL,
    PRIMARY KEY (bill_id, line_seq, staff_id),
    KEY ix_bill_line_staff (staff_id),
    CONSTRAINT chk_bill_line_staff_share CHECK (share_permille BETWEEN 1 AND 1000),
    CONSTRAINT fk_bill_line_staff_line FOREIGN KEY (bill_id, line_seq) REFERENCES bill_line (bill_id, seq) ON DELETE CASCADE,
    CONSTRAINT fk_bill_line_staff_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // What was taken off a line by hand. Above the giver's quota somebody else stands for it.
  `CREATE TABLE bill_discount (
    bill_id ${ID} NOT NULL,
    line_seq SMALLINT UNSIGNED NOT NULL,
    kind ${WORD} NOT NULL,
    amount_fen BIGINT UNSIGNED NOT NULL,
    reason VARCHAR(200) NOT NULL,
    given_by ${ID} NOT NULL,
    given_name VARCHAR(40) NOT NULL,
    approved_by ${ID} NULL,
    approved_name VARCHAR(40) NULL,
    PRIMARY KEY (bill_id, line_seq),
    KEY ix_bill_discount_approved (approved_by, kind),
    KEY ix_bill_discount_given (given_by, kind),
    CONSTRAINT chk_bill_discount_kind CHECK (kind IN ('manual', 'complimentary')),
    CONSTRAINT chk_bill_discount_amount CHECK (amount_fen > 0),
    CONSTRAINT chk_bill_discount_second_person CHECK (approved_by IS NULL OR approved_by <> given_by),
    CONSTRAINT fk_bill_discount_line FOREIGN KEY (bill_id, line_seq) REFERENCES bill_line (bill_id, seq) ON DELETE CASCADE
  ) ${TABLE}`,
  // A voucher's number is used once: is_live is 1 or NULL, and NULL once the bill was reversed.
  `CREATE TABLE bill_tender (
    bill_id ${ID} NOT NULL,
    seq SMALLINT UNSIGNED NOT NULL,
    kind ${WORD} NOT NULL,
    amount_fen BIGINT UNSIGNED NOT NULL,
    service_fen BIGINT UNSIGNED NOT NULL,
    product_fen BIGINT UNSIGNED NOT NULL,
    given_fen BIGINT UNSIGNED NULL,
    change_fen BIGINT UNSIGNED NULL,
    channel ${WORD} NULL,
    reference VARCHAR(40) ${KEY} NULL,
    is_live TINYINT(1) NULL,
    principal_fen BIGINT UNSIGNED NULL,
    bonus_fen BIGINT UNSIGNED NULL,
    service_spend_id ${ID} NULL,
    product_spend_id ${ID} NULL,
    note VARCHAR(200) NOT NULL,
    PRIMARY KEY (bill_id, seq),
    CONSTRAINT uq_bill_tender_voucher UNIQUE (channel, reference, is_live),
    CONSTRAINT chk_bill_tender_kind CHECK (kind IN ('cash', 'bank_card', 'paycode', 'voucher', 'stored_value', 'debt')),
    CONSTRAINT chk_bill_tender_amount CHECK (amount_fen > 0 AND amount_fen = service_fen + product_fen),
    CONSTRAINT chk_bill_tender_change CHECK (
      (kind = 'cash' AND given_fen IS NOT NULL AND change_fen IS NOT NULL AND given_fen = amount_fen + change_fen)
      OR (kind <> 'cash' AND given_fen IS NULL AND change_fen IS NULL)
    ),
    CONSTRAINT chk_bill_tender_channel CHECK (
      (kind = 'paycode' AND channel IN ('wechat', 'alipay'))
      OR (kind = 'voucher' AND channel IN ('meituan', 'douyin'))
      OR (kind NOT IN ('paycode', 'voucher') AND channel IS NULL)
    ),
    CONSTRAINT chk_bill_tender_reference CHECK (
      (kind IN ('bank_card', 'paycode', 'voucher')) = (reference IS NOT NULL)
    ),
    CONSTRAINT chk_bill_tender_live CHECK (is_live IS NULL OR (is_live = 1 AND kind = 'voucher')),
    CONSTRAINT chk_bill_tender_value CHECK (
      (kind = 'stored_value' AND principal_fen IS NOT NULL AND bonus_fen IS NOT NULL AND principal_fen + bonus_fen = amount_fen)
      OR (kind <> 'stored_value' AND principal_fen IS NULL AND bonus_fen IS NULL)
    ),
    CONSTRAINT fk_bill_tender_bill FOREIGN KEY (bill_id) REFERENCES bill (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // How the client agreed, and whether she said later that it was not so.
  `CREATE TABLE bill_confirmation (
    bill_id ${ID} NOT NULL,
    way ${WORD} NOT NULL,
    slip_no VARCHAR(40) ${KEY} NULL,
    confirmed_at DATETIME(3) NOT NULL,
    disputed_at DATETIME(3) NULL,
    dispute_note VARCHAR(200) NULL,
    PRIMARY KEY (bill_id),
    CONSTRAINT chk_bill_confirmation_way CHECK (
      (way IN ('member_code', 'tap') AND slip_no IS NULL) OR (way = 'slip' AND slip_no IS NOT NULL)
    ),
    CONSTRAINT fk_bill_confirmation_bill FOREIGN KEY (bill_id) REFERENCES bill (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // seq is the version that the act made.
  `CREATE TABLE bill_change (
    bill_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    act ${WORD} NOT NULL,
    by_kind ${WORD} NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    reason VARCHAR(200) NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (bill_id, seq),
    CONSTRAINT chk_bill_change_by CHECK (by_kind IN (${BY_KINDS})),
    CONSTRAINT fk_bill_change_bill FOREIGN KEY (bill_id) REFERENCES bill (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // What a client paid of what she owed.
  `CREATE TABLE debt_payment (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    on_date DATE NOT NULL,
    kind ${WORD} NOT NULL,
    amount_fen BIGINT UNSIGNED NOT NULL,
    channel ${WORD} NULL,
    reference VARCHAR(40) ${KEY} NULL,
    tx_id BIGINT NOT NULL,
    entry_no ${ID} NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_debt_payment_tx UNIQUE (tx_id),
    KEY ix_debt_payment_customer (customer_id, created_at),
    CONSTRAINT chk_debt_payment_kind CHECK (kind IN ('cash', 'bank_card', 'paycode')),
    CONSTRAINT chk_debt_payment_amount CHECK (amount_fen > 0),
    CONSTRAINT chk_debt_payment_reference CHECK ((kind = 'cash') = (reference IS NULL)),
    CONSTRAINT chk_debt_payment_channel CHECK ((kind = 'paycode') = (channel IS NOT NULL)),
    CONSTRAINT fk_debt_payment_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_debt_payment_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

// A deduction may belong to a bill, be agreed to by a tap on the phone, and share its slip with the bill's other one.
const SPENDS = [
  `ALTER TABLE wallet_spend ADD COLUMN bill_id ${ID} NULL, ADD COLUMN slip_part TINYINT UNSIGNED NOT NULL DEFAULT 1`,
  'ALTER TABLE wallet_spend DROP INDEX uq_wallet_spend_slip',
  'ALTER TABLE wallet_spend ADD CONSTRAINT uq_wallet_spend_slip UNIQUE (store_id, slip_no, slip_part)',
  'ALTER TABLE wallet_spend DROP CONSTRAINT chk_wallet_spend_consent',
  `ALTER TABLE wallet_spend ADD CONSTRAINT chk_wallet_spend_agreed CHECK (
    (consent IN ('member_code', 'tap') AND slip_no IS NULL) OR (consent = 'slip' AND slip_no IS NOT NULL)
  )`,
  'ALTER TABLE wallet_spend ADD CONSTRAINT chk_wallet_spend_part CHECK (slip_part = 1 OR bill_id IS NOT NULL)',
];

const SPENDS_BACK = [
  ...['chk_wallet_spend_part', 'chk_wallet_spend_agreed'].map(
    (name) => `ALTER TABLE wallet_spend DROP CONSTRAINT ${name}`,
  ),
  `ALTER TABLE wallet_spend ADD CONSTRAINT chk_wallet_spend_consent CHECK (
    (consent = 'member_code' AND slip_no IS NULL) OR (consent = 'slip' AND slip_no IS NOT NULL)
  )`,
  'ALTER TABLE wallet_spend DROP INDEX uq_wallet_spend_slip',
  'ALTER TABLE wallet_spend ADD CONSTRAINT uq_wallet_spend_slip UNIQUE (store_id, slip_no)',
  'ALTER TABLE wallet_spend DROP COLUMN bill_id, DROP COLUMN slip_part',
];

const TABLES_NEWEST_FIRST = [
  ...['debt_payment', 'bill_change', 'bill_confirmation', 'bill_tender', 'bill_discount'],
  ...['bill_line_staff', 'bill_line', 'bill', 'daily_close_count', 'daily_close'],
  ...['till_shift_count', 'till_shift', 'checkout_setting', 'business_day'],
];

/** The till: bills, what paid for them, shifts and the close of the day. What anyone is owed stays the ledger's. */
export class Checkout1760000000018 implements MigrationInterface {
  readonly name = 'Checkout1760000000018';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...DAYS, ...BILLS, ...SPENDS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of SPENDS_BACK) await runner.query(statement);
    for (const table of TABLES_NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
