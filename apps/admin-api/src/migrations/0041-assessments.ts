import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_FORMS } from './content/first-assessment-forms.js';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;
const AT = '2026-01-01 00:00:00.000';

const UP = [
  // What is asked when skin, scalp or hair is looked at: every version stays, for what was written by it.
  `CREATE TABLE assessment_form (
    kind ${WORD} NOT NULL,
    version INT UNSIGNED NOT NULL,
    name VARCHAR(40) NOT NULL,
    fields JSON NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    published_at DATETIME(3) NOT NULL,
    PRIMARY KEY (kind, version),
    CONSTRAINT chk_assessment_form_kind CHECK (kind IN ('face', 'scalp', 'hair'))
  ) ${TABLE}`,
  // A sheet about a client: an assessment, or a hair formula. What it says stands in its versions, sealed under her key.
  `CREATE TABLE care_sheet (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    appointment_id ${ID} NULL,
    made_on DATE NOT NULL,
    released TINYINT(1) NOT NULL,
    version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_care_sheet_customer (customer_id, kind, made_on, id),
    KEY ix_care_sheet_appointment (appointment_id),
    CONSTRAINT chk_care_sheet_kind CHECK (kind IN ('face', 'scalp', 'hair', 'formula')),
    CONSTRAINT chk_care_sheet_released CHECK (kind <> 'formula' OR released = 0),
    CONSTRAINT chk_care_sheet_version CHECK (version >= 1),
    CONSTRAINT fk_care_sheet_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_care_sheet_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // A correction is a version of its own; what stood before stays. Only a joined file's sheets are sealed anew.
  `CREATE TABLE care_sheet_version (
    sheet_id ${ID} NOT NULL,
    version INT UNSIGNED NOT NULL,
    sealed MEDIUMBLOB NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (sheet_id, version),
    CONSTRAINT fk_care_sheet_version_sheet FOREIGN KEY (sheet_id) REFERENCES care_sheet (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // What somebody has entered so far about a client; hers alone, one a kind.
  `CREATE TABLE care_sheet_draft (
    customer_id ${ID} NOT NULL,
    author_id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    revision INT UNSIGNED NOT NULL,
    sealed MEDIUMBLOB NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (customer_id, author_id, kind),
    CONSTRAINT chk_care_sheet_draft_kind CHECK (kind IN ('face', 'scalp', 'hair')),
    CONSTRAINT fk_care_sheet_draft_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_care_sheet_draft_author FOREIGN KEY (author_id) REFERENCES staff_member (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

/** How skin, scalp and hair are, and what hair was coloured with. */
export class Assessments1760000000041 implements MigrationInterface {
  readonly name = 'Assessments1760000000041';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
    for (const { kind, name, ...fields } of FIRST_FORMS)
      await runner.query(
        `INSERT INTO assessment_form (kind, version, name, fields, by_name, published_at) VALUES (?, 1, ?, ?, '颜册', ?)`,
        [kind, name, JSON.stringify(fields), AT],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      ...['care_sheet_draft', 'care_sheet_version', 'care_sheet', 'assessment_form'],
    ])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
