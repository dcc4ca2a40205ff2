import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';

const UP = [
  // The record of a visit: one each. What was done stands in its versions, sealed under the client's own key.
  `CREATE TABLE treatment_record (
    id ${ID} NOT NULL,
    appointment_id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    visited_at DATETIME(3) NOT NULL,
    version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_treatment_record_appointment UNIQUE (appointment_id),
    KEY ix_treatment_record_customer (customer_id, visited_at, id),
    KEY ix_treatment_record_store (store_id),
    CONSTRAINT chk_treatment_record_version CHECK (version >= 1),
    CONSTRAINT fk_treatment_record_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE RESTRICT,
    CONSTRAINT fk_treatment_record_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_treatment_record_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // A correction is a version of its own; what stood before stays. Only a joined file's contents are sealed anew.
  `CREATE TABLE treatment_record_version (
    record_id ${ID} NOT NULL,
    version INT UNSIGNED NOT NULL,
    contents BLOB NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (record_id, version),
    CONSTRAINT fk_treatment_record_version FOREIGN KEY (record_id) REFERENCES treatment_record (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // What an author has typed so far, sealed like the record.
  `CREATE TABLE treatment_draft (
    appointment_id ${ID} NOT NULL,
    author_id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    revision INT UNSIGNED NOT NULL,
    contents BLOB NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (appointment_id, author_id),
    KEY ix_treatment_draft_customer (customer_id),
    CONSTRAINT fk_treatment_draft_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE RESTRICT,
    CONSTRAINT fk_treatment_draft_author FOREIGN KEY (author_id) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT fk_treatment_draft_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // What a record of a service begins with: the house's words, nothing of any client.
  `CREATE TABLE treatment_template (
    service_id ${ID} NOT NULL,
    version INT UNSIGNED NOT NULL,
    template JSON NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (service_id),
    CONSTRAINT fk_treatment_template_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE CASCADE
  ) ${TABLE}`,
];

const NEWEST_FIRST = [
  'treatment_template',
  'treatment_draft',
  'treatment_record_version',
  'treatment_record',
];

/** What was done at each visit, and what its record begins with. */
export class Treatments1760000000037 implements MigrationInterface {
  readonly name = 'Treatments1760000000037';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
