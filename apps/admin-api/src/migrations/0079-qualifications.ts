import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

const STATEMENTS = [
  // The number is personal: it lies sealed.
  `CREATE TABLE health_certificate (
    staff_id CHAR(26) ${KEY} NOT NULL,
    number_sealed VARBINARY(160) NOT NULL,
    valid_until DATE NOT NULL,
    version INT UNSIGNED NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    recorded_by CHAR(26) ${KEY} NOT NULL,
    PRIMARY KEY (staff_id),
    CONSTRAINT fk_health_certificate_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE
  ) ${TABLE}`,
  // Stores in which nobody treats without a valid one.
  `CREATE TABLE certificate_rule (
    store_id CHAR(26) ${KEY} NOT NULL,
    is_required TINYINT(1) NOT NULL,
    changed_at DATETIME(3) NOT NULL,
    changed_by CHAR(26) ${KEY} NOT NULL,
    PRIMARY KEY (store_id),
    CONSTRAINT fk_certificate_rule_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE CASCADE
  ) ${TABLE}`,
];

/** Health certificates with the day until which they hold, and the stores that ask for one. */
export class Qualifications1760000000079 implements MigrationInterface {
  readonly name = 'Qualifications1760000000079';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['certificate_rule', 'health_certificate'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
