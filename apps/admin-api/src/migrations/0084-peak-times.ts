import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

const PEAK = `CREATE TABLE peak_time (
    store_id CHAR(26) ${KEY} NOT NULL,
    weekday TINYINT UNSIGNED NOT NULL,
    from_minute SMALLINT UNSIGNED NOT NULL,
    to_minute SMALLINT UNSIGNED NOT NULL,
    release_hours SMALLINT UNSIGNED NOT NULL,
    changed_at DATETIME(3) NOT NULL,
    changed_by CHAR(26) ${KEY} NOT NULL,
    PRIMARY KEY (store_id, weekday, from_minute),
    CONSTRAINT chk_peak_time_weekday CHECK (weekday BETWEEN 1 AND 7),
    CONSTRAINT chk_peak_time_order CHECK (from_minute < to_minute AND to_minute <= 1440),
    CONSTRAINT chk_peak_time_release CHECK (release_hours BETWEEN 1 AND 336),
    CONSTRAINT fk_peak_time_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`;

/** Stores may keep their busiest hours for members of some tiers until shortly before. */
export class PeakTimes1760000000084 implements MigrationInterface {
  readonly name = 'PeakTimes1760000000084';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEAK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS peak_time');
  }
}
