import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';

/** The secret link by which a calendar reads somebody's visits. */
export class CalendarFeeds1760000000073 implements MigrationInterface {
  readonly name = 'CalendarFeeds1760000000073';

  async up(runner: QueryRunner): Promise<void> {
    // One for each person: a new link takes the place of the old one. Only its hash is kept.
    await runner.query(`CREATE TABLE calendar_feed (
      staff_id ${ID} NOT NULL,
      token_hash BINARY(32) NOT NULL,
      made_at DATETIME(3) NOT NULL,
      read_at DATETIME(3) NULL,
      PRIMARY KEY (staff_id),
      UNIQUE KEY uq_calendar_feed_token (token_hash),
      CONSTRAINT fk_calendar_feed_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE RESTRICT
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feed');
  }
}
