import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;

const UP = [
  // One line: what the salon wants to know of a client. Codes of fields, nothing of anybody.
  `CREATE TABLE customer_file_policy (
    id TINYINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    at_creation JSON NOT NULL,
    wanted JSON NOT NULL,
    verify_months SMALLINT UNSIGNED NULL,
    updated_by ${ID} NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT chk_customer_file_policy_one CHECK (id = 1),
    CONSTRAINT chk_customer_file_policy_version CHECK (version > 1),
    CONSTRAINT chk_customer_file_policy_months CHECK (verify_months BETWEEN 1 AND 60)
  ) ${TABLE}`,
  // filled: one bit for each field that says something. reckoned: the policy's version that completeness holds under;
  // 0 where nobody has looked yet. contact_checked_on is NULL where the number was changed since and nobody tried it.
  `ALTER TABLE customer
     ADD COLUMN filled INT UNSIGNED NOT NULL DEFAULT 0,
     ADD COLUMN completeness TINYINT UNSIGNED NOT NULL DEFAULT 0,
     ADD COLUMN reckoned INT UNSIGNED NOT NULL DEFAULT 0,
     ADD COLUMN contact_checked_on DATE NULL,
     ADD CONSTRAINT chk_customer_completeness CHECK (completeness <= 100)`,
  // China has one time zone and no summer time since 1991.
  `UPDATE customer SET contact_checked_on = DATE(created_at + INTERVAL 8 HOUR)`,
  `ALTER TABLE customer
     ADD KEY ix_customer_reckoned (reckoned, id),
     ADD KEY ix_customer_complete (state, completeness, id),
     ADD KEY ix_customer_consultant_complete (state, consultant_id, completeness, contact_checked_on),
     ADD KEY ix_customer_contact (state, contact_checked_on, id),
     ADD KEY ix_customer_consultant_contact (state, consultant_id, contact_checked_on, id)`,
];

const BACK = [
  `ALTER TABLE customer
     DROP KEY ix_customer_reckoned, DROP KEY ix_customer_complete, DROP KEY ix_customer_consultant_complete,
     DROP KEY ix_customer_contact, DROP KEY ix_customer_consultant_contact`,
  ...['chk_customer_completeness'].map((name) => `ALTER TABLE customer DROP CONSTRAINT ${name}`),
  `ALTER TABLE customer DROP COLUMN filled, DROP COLUMN completeness, DROP COLUMN reckoned,
     DROP COLUMN contact_checked_on`,
  'DROP TABLE IF EXISTS customer_file_policy',
];

/** What a file has to say, how much of it each says, and when somebody last made sure how a client is reached. */
export class FileCompleteness1760000000048 implements MigrationInterface {
  readonly name = 'FileCompleteness1760000000048';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
