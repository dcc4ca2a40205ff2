import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';

const UP = [
  // The version of the plan that was shown with the line; 0 on lines written before versions were kept.
  'ALTER TABLE bill_line ADD COLUMN plan_version INT UNSIGNED NULL',
  `UPDATE bill_line SET plan_version = 0 WHERE kind IN ('package', 'top_up')`,
  `ALTER TABLE bill_line ADD CONSTRAINT chk_bill_line_plan CHECK (
    (kind IN ('package', 'top_up')) = (plan_version IS NOT NULL)
  )`,
  // What a person moved by hand on a day on her own word: one row, so that she is one wherever she is signed in.
  `CREATE TABLE points_by_hand (
    staff_id ${ID} NOT NULL,
    on_date DATE NOT NULL,
    points INT UNSIGNED NOT NULL,
    PRIMARY KEY (staff_id, on_date),
    CONSTRAINT fk_points_by_hand_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const BACK = [
  'DROP TABLE IF EXISTS points_by_hand',
  ...['chk_bill_line_plan'].map((name) => `ALTER TABLE bill_line DROP CONSTRAINT ${name}`),
  'ALTER TABLE bill_line DROP COLUMN plan_version',
];

/** A card is sold as it was shown; points by hand are counted by person and day. */
export class SeenAndCounted1760000000033 implements MigrationInterface {
  readonly name = 'SeenAndCounted1760000000033';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
