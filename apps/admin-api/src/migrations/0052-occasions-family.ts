import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;
const CLIENT = 'REFERENCES customer (id) ON DELETE RESTRICT';

const UP = [
  // A day of hers beside the birthday. What it is, is her own word for it and lies sealed under her key.
  `CREATE TABLE customer_occasion (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    calendar ${WORD} NOT NULL,
    year SMALLINT UNSIGNED NULL,
    month TINYINT UNSIGNED NOT NULL,
    day TINYINT UNSIGNED NOT NULL,
    leap_month TINYINT(1) NOT NULL,
    yearly TINYINT(1) NOT NULL,
    label_cipher VARBINARY(512) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_customer_occasion_customer (customer_id, id),
    CONSTRAINT chk_customer_occasion_day CHECK (
      calendar IN ('solar', 'lunar') AND (year IS NULL OR year BETWEEN 1900 AND 2200)
      AND month BETWEEN 1 AND 12 AND day BETWEEN 1 AND 31
      AND leap_month IN (0, 1) AND (leap_month = 0 OR calendar = 'lunar')
    ),
    CONSTRAINT chk_customer_occasion_once CHECK (yearly = 1 OR (yearly = 0 AND year IS NOT NULL)),
    CONSTRAINT fk_customer_occasion_customer FOREIGN KEY (customer_id) ${CLIENT}
  ) ${TABLE}`,
  // What the other is to her. The other file has the same the other way round; both are written together.
  `CREATE TABLE customer_link (
    customer_id ${ID} NOT NULL,
    other_id ${ID} NOT NULL,
    relation ${WORD} NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (customer_id, other_id),
    KEY ix_customer_link_other (other_id),
    CONSTRAINT chk_customer_link_two CHECK (customer_id <> other_id),
    CONSTRAINT chk_customer_link_relation CHECK (relation IN (
      'parent', 'child', 'spouse', 'sibling', 'grandparent', 'grandchild', 'relative', 'friend'
    )),
    CONSTRAINT fk_customer_link_customer FOREIGN KEY (customer_id) ${CLIENT},
    CONSTRAINT fk_customer_link_other FOREIGN KEY (other_id) ${CLIENT}
  ) ${TABLE}`,
];

const BACK = ['DROP TABLE IF EXISTS customer_link', 'DROP TABLE IF EXISTS customer_occasion'];

/** The days that matter to a client beside her birthday, and who belongs to her. */
export class OccasionsFamily1760000000052 implements MigrationInterface {
  readonly name = 'OccasionsFamily1760000000052';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
