import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;

const UP = [
  // A questionnaire: how many versions it has, and what somebody is writing for the next. It speaks of nobody.
  `CREATE TABLE questionnaire (
    id ${ID} NOT NULL,
    version INT UNSIGNED NOT NULL,
    draft JSON NULL,
    draft_revision INT UNSIGNED NOT NULL,
    draft_by VARCHAR(40) NOT NULL,
    draft_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT chk_questionnaire_begun CHECK (version >= 1 OR draft IS NOT NULL)
  ) ${TABLE}`,
  // Every version stays as it was published, for what was answered to it.
  `CREATE TABLE questionnaire_version (
    questionnaire_id ${ID} NOT NULL,
    version INT UNSIGNED NOT NULL,
    form JSON NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    published_at DATETIME(3) NOT NULL,
    PRIMARY KEY (questionnaire_id, version),
    CONSTRAINT chk_questionnaire_version CHECK (version >= 1),
    CONSTRAINT fk_questionnaire_version FOREIGN KEY (questionnaire_id) REFERENCES questionnaire (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // What a client answered to a version, sealed under her key; a correction is an answer of its own. The proof is her
  // signature, or her guardian. Only a joined file's answers are sealed anew.
  `CREATE TABLE questionnaire_answer (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    questionnaire_id ${ID} NOT NULL,
    version INT UNSIGNED NOT NULL,
    answered_on DATE NOT NULL,
    way VARCHAR(6) ${KEY} NOT NULL,
    by_kind VARCHAR(8) ${KEY} NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    sealed MEDIUMBLOB NOT NULL,
    proof_sealed MEDIUMBLOB NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_questionnaire_answer_customer (customer_id, at, id),
    CONSTRAINT chk_questionnaire_answer_way CHECK (way IN ('phone', 'screen')),
    CONSTRAINT chk_questionnaire_answer_by CHECK (by_kind IN ('client', 'staff')),
    CONSTRAINT fk_questionnaire_answer_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_questionnaire_answer_version FOREIGN KEY (questionnaire_id, version)
      REFERENCES questionnaire_version (questionnaire_id, version) ON DELETE RESTRICT
  ) ${TABLE}`,
];

/** What clients are asked before they come, and what they answered. */
export class Questionnaires1760000000053 implements MigrationInterface {
  readonly name = 'Questionnaires1760000000053';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['questionnaire_answer', 'questionnaire_version', 'questionnaire'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
