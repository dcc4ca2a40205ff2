import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

/** Nobody's place is written down: who is next is what the events of the day say. */
const EVENT = `CREATE TABLE turn_event (
    id CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    local_date DATE NOT NULL,
    staff_id CHAR(26) ${KEY} NOT NULL,
    kind VARCHAR(8) ${KEY} NOT NULL,
    appointment_id CHAR(26) ${KEY} NULL,
    by_staff_id CHAR(26) ${KEY} NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_turn_event_day (store_id, local_date, at),
    UNIQUE KEY uq_turn_event_visit (appointment_id, staff_id),
    CONSTRAINT chk_turn_event_kind CHECK (kind IN ('sign_in', 'sign_out', 'served', 'passed')),
    CONSTRAINT chk_turn_event_visit CHECK ((kind = 'served') = (appointment_id IS NOT NULL)),
    CONSTRAINT fk_turn_event_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_turn_event_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE RESTRICT
  ) ${TABLE}`;

const RULES = `CREATE TABLE turn_rules (
    store_id CHAR(26) ${KEY} NOT NULL,
    is_kept TINYINT NOT NULL,
    requested_counts TINYINT NOT NULL,
    changed_at DATETIME(3) NOT NULL,
    changed_by CHAR(26) ${KEY} NOT NULL,
    PRIMARY KEY (store_id),
    CONSTRAINT fk_turn_rules_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`;

/** Stores may keep the order in which those on duty get clients who ask for nobody. */
export class Turns1760000000081 implements MigrationInterface {
  readonly name = 'Turns1760000000081';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [EVENT, RULES]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['turn_rules', 'turn_event'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
