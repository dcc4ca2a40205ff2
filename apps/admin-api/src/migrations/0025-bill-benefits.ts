import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;

/** What a bill takes of the client's coupons and sessions, and how its price came about. */
const TABLES = [
  // Written anew with the lines while the bill is open; used up when it is paid.
  `CREATE TABLE bill_coupon (
    bill_id ${ID} NOT NULL,
    coupon_id ${ID} NOT NULL,
    name VARCHAR(60) NOT NULL,
    saves_fen BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (bill_id, coupon_id),
    KEY ix_bill_coupon_coupon (coupon_id),
    CONSTRAINT fk_bill_coupon_bill FOREIGN KEY (bill_id) REFERENCES bill (id) ON DELETE RESTRICT,
    CONSTRAINT fk_bill_coupon_coupon FOREIGN KEY (coupon_id) REFERENCES coupon (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Units of a line that a package or card by time covers; is_reserved: kept when the visit was booked.
  `CREATE TABLE bill_session (
    bill_id ${ID} NOT NULL,
    line_seq SMALLINT UNSIGNED NOT NULL,
    item_id ${ID} NOT NULL,
    is_reserved TINYINT(1) NOT NULL,
    name VARCHAR(60) NOT NULL,
    kind VARCHAR(24) ${KEY} NOT NULL,
    units SMALLINT UNSIGNED NOT NULL,
    PRIMARY KEY (bill_id, line_seq, item_id, is_reserved),
    CONSTRAINT chk_bill_session_kind CHECK (kind IN ('package', 'time_card')),
    CONSTRAINT chk_bill_session_units CHECK (units > 0),
    CONSTRAINT chk_bill_session_reserved CHECK (is_reserved IN (0, 1)),
    CONSTRAINT fk_bill_session_line FOREIGN KEY (bill_id, line_seq) REFERENCES bill_line (bill_id, seq) ON DELETE CASCADE,
    CONSTRAINT fk_bill_session_item FOREIGN KEY (item_id) REFERENCES package_item (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // The uses that a paid bill made or found made by its visit: they go back with it. A use freed by a reversal is made anew.
  `CREATE TABLE bill_session_use (
    bill_id ${ID} NOT NULL,
    session_use_id ${ID} NOT NULL,
    PRIMARY KEY (bill_id, session_use_id),
    CONSTRAINT uq_bill_session_use UNIQUE (session_use_id),
    CONSTRAINT fk_bill_session_use_bill FOREIGN KEY (bill_id) REFERENCES bill (id) ON DELETE RESTRICT,
    CONSTRAINT fk_bill_session_use_use FOREIGN KEY (session_use_id) REFERENCES session_use (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Sentences for people, what was tried and lost, and what the client keeps for another time.
  'ALTER TABLE bill ADD COLUMN pricing JSON NULL',
  // One slip may speak for several sessions of one bill.
  'ALTER TABLE session_use ADD COLUMN slip_part TINYINT UNSIGNED NOT NULL DEFAULT 1',
  // The new key first: the store's foreign key leans on one that begins with it.
  'ALTER TABLE session_use ADD CONSTRAINT uq_session_use_slip_part UNIQUE (store_id, slip_no, slip_part)',
  'ALTER TABLE session_use DROP INDEX uq_session_use_slip',
];

const BACK = [
  'ALTER TABLE session_use ADD CONSTRAINT uq_session_use_slip UNIQUE (store_id, slip_no)',
  'ALTER TABLE session_use DROP INDEX uq_session_use_slip_part',
  'ALTER TABLE session_use DROP COLUMN slip_part',
  'ALTER TABLE bill DROP COLUMN pricing',
  'DROP TABLE IF EXISTS bill_session_use',
  'DROP TABLE IF EXISTS bill_session',
  'DROP TABLE IF EXISTS bill_coupon',
];

export class BillBenefits1760000000025 implements MigrationInterface {
  readonly name = 'BillBenefits1760000000025';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of TABLES) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
