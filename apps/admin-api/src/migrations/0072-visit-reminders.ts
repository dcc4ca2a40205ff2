import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';

/** When a store reminds of visits, and by which ways clients are told where WeChat does not reach them. */
export class VisitReminders1760000000072 implements MigrationInterface {
  readonly name = 'VisitReminders1760000000072';

  async up(runner: QueryRunner): Promise<void> {
    // A store without a row goes by what the house comes with.
    await runner.query(`CREATE TABLE visit_reminder_rules (
      store_id ${ID} NOT NULL,
      day_before TINYINT(1) NOT NULL,
      day_before_hour TINYINT UNSIGNED NOT NULL,
      soon TINYINT(1) NOT NULL,
      soon_minutes SMALLINT UNSIGNED NOT NULL,
      tell_from_hour TINYINT UNSIGNED NOT NULL,
      tell_until_hour TINYINT UNSIGNED NOT NULL,
      by_sms TINYINT(1) NOT NULL,
      by_call TINYINT(1) NOT NULL,
      changed_by_id ${ID} NOT NULL,
      changed_at DATETIME(3) NOT NULL,
      PRIMARY KEY (store_id),
      CONSTRAINT chk_visit_reminder_rules_hours
        CHECK (tell_from_hour < tell_until_hour AND tell_until_hour <= 24),
      CONSTRAINT chk_visit_reminder_rules_day_before
        CHECK (day_before_hour >= tell_from_hour AND day_before_hour < tell_until_hour),
      CONSTRAINT chk_visit_reminder_rules_soon CHECK (soon_minutes BETWEEN 30 AND 240),
      CONSTRAINT fk_visit_reminder_rules_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE visit_reminder_rules');
  }
}
