import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'cash', 'bank_card', 'paycode', 'voucher', 'stored_value', 'debt'`;

const UP = [
  'ALTER TABLE bill_tender ADD COLUMN points INT UNSIGNED NULL',
  'ALTER TABLE bill_tender DROP CONSTRAINT chk_bill_tender_kind',
  `ALTER TABLE bill_tender ADD CONSTRAINT chk_bill_tender_means CHECK (kind IN (${KINDS}, 'points'))`,
  // How many points paid: of points alone, and never none.
  `ALTER TABLE bill_tender ADD CONSTRAINT chk_bill_tender_points CHECK (
    (kind = 'points' AND points IS NOT NULL AND points > 0) OR (kind <> 'points' AND points IS NULL)
  )`,
];

const BACK = [
  ...['chk_bill_tender_points', 'chk_bill_tender_means'].map(
    (name) => `ALTER TABLE bill_tender DROP CONSTRAINT ${name}`,
  ),
  `ALTER TABLE bill_tender ADD CONSTRAINT chk_bill_tender_kind CHECK (kind IN (${KINDS}))`,
  'ALTER TABLE bill_tender DROP COLUMN points',
];

/** Points pay a part of a bill. */
export class BillPoints1760000000026 implements MigrationInterface {
  readonly name = 'BillPoints1760000000026';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
