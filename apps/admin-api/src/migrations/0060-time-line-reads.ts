import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  'ALTER TABLE care_sheet ADD KEY ix_care_sheet_happened (customer_id, created_at, id)',
  'ALTER TABLE consent ADD KEY ix_consent_happened (customer_id, at, id)',
  'ALTER TABLE file_merge ADD KEY ix_file_merge_happened (to_id, at, id)',
];

const DOWN = [
  'ALTER TABLE file_merge DROP KEY ix_file_merge_happened',
  'ALTER TABLE consent DROP KEY ix_consent_happened',
  'ALTER TABLE care_sheet DROP KEY ix_care_sheet_happened',
];

/** Keys by client and time, so that a page of her time line costs the same however long her history is. */
export class TimeLineReads1760000000060 implements MigrationInterface {
  readonly name = 'TimeLineReads1760000000060';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of DOWN) await runner.query(sql);
  }
}
