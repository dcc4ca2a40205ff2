import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;

const UP = [
  // current_of is the client while the plan goes on, so that she has one at a time.
  `CREATE TABLE care_plan (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    current_of ${ID} NULL,
    state ${WORD} NOT NULL,
    version INT UNSIGNED NOT NULL,
    agreed_version INT UNSIGNED NULL,
    agreed_at DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_care_plan_current UNIQUE (current_of),
    KEY ix_care_plan_customer (customer_id, created_at),
    CONSTRAINT chk_care_plan_state
      CHECK (state IN ('draft', 'proposed', 'agreed', 'active', 'paused', 'done', 'stopped')),
    CONSTRAINT chk_care_plan_current CHECK ((state IN ('done', 'stopped')) = (current_of IS NULL)),
    CONSTRAINT chk_care_plan_version
      CHECK (version >= 1 AND (agreed_version IS NULL OR agreed_version <= version)),
    CONSTRAINT chk_care_plan_agreed CHECK ((agreed_version IS NULL) = (agreed_at IS NULL)),
    CONSTRAINT fk_care_plan_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // What a version says, sealed under the client's own key.
  `CREATE TABLE care_plan_version (
    plan_id ${ID} NOT NULL,
    version INT UNSIGNED NOT NULL,
    contents BLOB NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (plan_id, version),
    CONSTRAINT fk_care_plan_version FOREIGN KEY (plan_id) REFERENCES care_plan (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // One planned visit: ids and days; how she liked it is a number, and her words about it are sealed.
  `CREATE TABLE care_plan_step (
    id ${ID} NOT NULL,
    plan_id ${ID} NOT NULL,
    line_id ${ID} NOT NULL,
    service_id ${ID} NOT NULL,
    state ${WORD} NOT NULL,
    planned_on DATE NOT NULL,
    earliest_on DATE NOT NULL,
    latest_on DATE NOT NULL,
    appointment_id ${ID} NULL,
    visit_on DATE NULL,
    score TINYINT UNSIGNED NULL,
    score_words BLOB NULL,
    rated_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    KEY ix_care_plan_step_plan (plan_id, planned_on),
    KEY ix_care_plan_step_appointment (appointment_id),
    CONSTRAINT chk_care_plan_step_state CHECK (state IN ('planned', 'booked', 'done', 'dropped')),
    CONSTRAINT chk_care_plan_step_days CHECK (earliest_on <= planned_on AND planned_on <= latest_on),
    CONSTRAINT chk_care_plan_step_visit CHECK (
      (state IN ('booked', 'done')) = (appointment_id IS NOT NULL)
      AND (appointment_id IS NULL) = (visit_on IS NULL)),
    CONSTRAINT chk_care_plan_step_score CHECK (
      (score IS NULL OR (score BETWEEN 1 AND 5 AND state = 'done'))
      AND (score IS NULL) = (rated_at IS NULL) AND (score_words IS NULL OR score IS NOT NULL)),
    CONSTRAINT fk_care_plan_step_plan FOREIGN KEY (plan_id) REFERENCES care_plan (id) ON DELETE RESTRICT,
    CONSTRAINT fk_care_plan_step_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE RESTRICT,
    CONSTRAINT fk_care_plan_step_visit FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

/** What is planned for a client, version by version, and each planned visit. */
export class CarePlans1760000000036 implements MigrationInterface {
  readonly name = 'CarePlans1760000000036';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['care_plan_step', 'care_plan_version', 'care_plan'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
