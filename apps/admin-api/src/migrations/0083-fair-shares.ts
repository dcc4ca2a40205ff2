import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

/** One row per person, so that a look at a month costs one short read however many visits there were. */
const GIVEN = `CREATE TABLE given_visit (
    store_id CHAR(26) ${KEY} NOT NULL,
    staff_id CHAR(26) ${KEY} NOT NULL,
    given_at DATETIME(3) NOT NULL,
    PRIMARY KEY (store_id, staff_id),
    CONSTRAINT fk_given_visit_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_given_visit_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE RESTRICT
  ) ${TABLE}`;

const CAP = `CREATE TABLE daily_cap (
    store_id CHAR(26) ${KEY} NOT NULL,
    kind VARCHAR(8) ${KEY} NOT NULL,
    subject_id CHAR(26) ${KEY} NOT NULL,
    most SMALLINT UNSIGNED NULL,
    changed_at DATETIME(3) NOT NULL,
    changed_by CHAR(26) ${KEY} NOT NULL,
    PRIMARY KEY (store_id, kind, subject_id),
    CONSTRAINT chk_daily_cap_kind CHECK (kind IN ('service', 'staff')),
    CONSTRAINT chk_daily_cap_most CHECK (most IS NULL OR most BETWEEN 1 AND 200),
    CONSTRAINT fk_daily_cap_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`;

/** Each booking of what has a cap writes the row of its day, so that two of them never count past each other. */
const DAY = `CREATE TABLE capped_day (
    store_id CHAR(26) ${KEY} NOT NULL,
    kind VARCHAR(8) ${KEY} NOT NULL,
    subject_id CHAR(26) ${KEY} NOT NULL,
    local_date DATE NOT NULL,
    used SMALLINT UNSIGNED NOT NULL,
    most SMALLINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    PRIMARY KEY (store_id, kind, subject_id, local_date),
    CONSTRAINT chk_capped_day_kind CHECK (kind IN ('service', 'staff')),
    CONSTRAINT chk_capped_day_used CHECK (used <= most),
    CONSTRAINT fk_capped_day_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`;

/** Clients who ask for nobody go round in turn, and a day takes no more of a service or a person than is decided. */
export class FairShares1760000000083 implements MigrationInterface {
  readonly name = 'FairShares1760000000083';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [GIVEN, CAP, DAY]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['capped_day', 'daily_cap', 'given_visit'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
