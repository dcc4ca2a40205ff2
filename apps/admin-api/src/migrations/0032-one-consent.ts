import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;

const UP = [
  // A slip that a client signed speaks for one deed of its store, whatever that deed takes of her.
  `CREATE TABLE signed_slip (
    store_id ${ID} NOT NULL,
    slip_no VARCHAR(40) ${KEY} NOT NULL,
    signed_at DATETIME(3) NOT NULL,
    PRIMARY KEY (store_id, slip_no),
    CONSTRAINT fk_signed_slip_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `INSERT IGNORE INTO signed_slip (store_id, slip_no, signed_at)
   SELECT store_id, slip_no, created_at FROM wallet_spend WHERE slip_no IS NOT NULL
   UNION ALL SELECT store_id, slip_no, created_at FROM session_use WHERE slip_no IS NOT NULL
   UNION ALL SELECT b.store_id, c.slip_no, c.confirmed_at FROM bill_confirmation c
     JOIN bill b ON b.id = c.bill_id WHERE c.slip_no IS NOT NULL`,
  // The bill that a use stands on: it is undone with it and never alone.
  `ALTER TABLE session_use ADD COLUMN bill_id ${ID} NULL`,
  `UPDATE session_use u JOIN bill_session_use b ON b.session_use_id = u.id SET u.bill_id = b.bill_id`,
  'ALTER TABLE session_use ADD CONSTRAINT fk_session_use_bill FOREIGN KEY (bill_id) REFERENCES bill (id) ON DELETE RESTRICT',
  `ALTER TABLE bill_session_use DROP CONSTRAINT fk_bill_session_use_bill,
     DROP CONSTRAINT fk_bill_session_use_use`,
  'DROP TABLE bill_session_use',
];

const BACK = [
  `CREATE TABLE bill_session_use (
    bill_id ${ID} NOT NULL,
    session_use_id ${ID} NOT NULL,
    PRIMARY KEY (bill_id, session_use_id),
    CONSTRAINT uq_bill_session_use UNIQUE (session_use_id),
    CONSTRAINT fk_bill_session_use_bill FOREIGN KEY (bill_id) REFERENCES bill (id) ON DELETE RESTRICT,
    CONSTRAINT fk_bill_session_use_use FOREIGN KEY (session_use_id) REFERENCES session_use (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `INSERT INTO bill_session_use (bill_id, session_use_id)
   SELECT bill_id, id FROM session_use WHERE bill_id IS NOT NULL`,
  'ALTER TABLE session_use DROP FOREIGN KEY fk_session_use_bill',
  'ALTER TABLE session_use DROP KEY fk_session_use_bill',
  'ALTER TABLE session_use DROP COLUMN bill_id',
  'DROP TABLE IF EXISTS signed_slip',
];

/** What a client agreed to is one deed: one slip for one deed, and a use of a session goes back with its bill. */
export class OneConsent1760000000032 implements MigrationInterface {
  readonly name = 'OneConsent1760000000032';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
