import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `ALTER TABLE booking_policy
     ADD COLUMN history_months TINYINT UNSIGNED NOT NULL DEFAULT 6,
     ADD COLUMN most_no_shows TINYINT UNSIGNED NULL,
     ADD COLUMN most_late_cancels TINYINT UNSIGNED NULL,
     ADD CONSTRAINT chk_booking_policy_months CHECK (history_months BETWEEN 1 AND 24),
     ADD CONSTRAINT chk_booking_policy_no_shows CHECK (most_no_shows IS NULL OR most_no_shows BETWEEN 1 AND 20),
     ADD CONSTRAINT chk_booking_policy_late CHECK (
       most_late_cancels IS NULL OR most_late_cancels BETWEEN 1 AND 20
     )`;

const BACK = [
  ...['months', 'no_shows', 'late'].map(
    (name) => `ALTER TABLE booking_policy DROP CONSTRAINT chk_booking_policy_${name}`,
  ),
  `ALTER TABLE booking_policy DROP COLUMN most_late_cancels, DROP COLUMN most_no_shows,
     DROP COLUMN history_months`,
];

/** Who lately did not come, or cancelled late, so often books by phone. */
export class BookingHistory1760000000075 implements MigrationInterface {
  readonly name = 'BookingHistory1760000000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
