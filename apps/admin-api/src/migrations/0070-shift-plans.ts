import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

const STATEMENTS = [
  `CREATE TABLE shift_template (
    id CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    name VARCHAR(12) NOT NULL,
    colour VARCHAR(8) ${KEY} NOT NULL,
    start_minute SMALLINT UNSIGNED NOT NULL,
    end_minute SMALLINT UNSIGNED NOT NULL,
    state VARCHAR(8) ${KEY} NOT NULL,
    version INT UNSIGNED NOT NULL,
    PRIMARY KEY (id),
    KEY ix_shift_template_store (store_id),
    CONSTRAINT chk_shift_template_state CHECK (state IN ('active', 'retired')),
    CONSTRAINT chk_shift_template_hours CHECK (
      start_minute < 1440 AND end_minute > start_minute AND end_minute <= start_minute + 1440
    ),
    CONSTRAINT chk_shift_template_step CHECK (start_minute % 5 = 0 AND end_minute % 5 = 0),
    CONSTRAINT fk_shift_template_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE CASCADE
  ) ${TABLE}`,
  `CREATE TABLE shift_template_break (
    template_id CHAR(26) ${KEY} NOT NULL,
    start_minute SMALLINT UNSIGNED NOT NULL,
    end_minute SMALLINT UNSIGNED NOT NULL,
    PRIMARY KEY (template_id, start_minute),
    CONSTRAINT chk_shift_template_break_order CHECK (end_minute > start_minute),
    CONSTRAINT fk_shift_template_break_template FOREIGN KEY (template_id)
      REFERENCES shift_template (id) ON DELETE CASCADE
  ) ${TABLE}`,
  // A plain column: the hours of a shift are its own, the template only says what they are called.
  `ALTER TABLE shift ADD COLUMN template_id CHAR(26) ${KEY} NULL`,
  // One row per person that every change of her shifts writes, in whatever store: so two never pass each other.
  `CREATE TABLE roster (
    staff_id CHAR(26) ${KEY} NOT NULL,
    version INT UNSIGNED NOT NULL,
    PRIMARY KEY (staff_id),
    CONSTRAINT fk_roster_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE
  ) ${TABLE}`,
  // A visit outside the hours of who does it, which somebody said shall stay; of that version of the visit only.
  `CREATE TABLE appointment_overtime (
    appointment_id CHAR(26) ${KEY} NOT NULL,
    version INT UNSIGNED NOT NULL,
    kept_by CHAR(26) ${KEY} NOT NULL,
    kept_name VARCHAR(40) NOT NULL,
    PRIMARY KEY (appointment_id),
    CONSTRAINT fk_appointment_overtime_appointment FOREIGN KEY (appointment_id)
      REFERENCES appointment (id) ON DELETE CASCADE
  ) ${TABLE}`,
];

/** Shift templates, and what plans of a month need to be changed by two people at once. */
export class ShiftPlans1760000000070 implements MigrationInterface {
  readonly name = 'ShiftPlans1760000000070';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE shift DROP COLUMN template_id');
    for (const table of [
      'appointment_overtime',
      'roster',
      'shift_template_break',
      'shift_template',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
