import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  'ALTER TABLE care_override DROP CONSTRAINT chk_care_override_kind',
  `ALTER TABLE care_override ADD CONSTRAINT chk_care_override_context
     CHECK (context_kind IN ('appointment', 'bill', 'plan', 'session_use'))`,
];

const without = (constraint: string): string =>
  `ALTER TABLE care_override DROP CONSTRAINT ${constraint}`;

const DOWN = [
  without('chk_care_override_context'),
  `ALTER TABLE care_override ADD CONSTRAINT chk_care_override_kind
     CHECK (context_kind IN ('appointment', 'bill', 'plan'))`,
];

/** Two people may answer for a session that is used at the desk, without a visit or a bill. */
export class OverrideOfUses1760000000058 implements MigrationInterface {
  readonly name = 'OverrideOfUses1760000000058';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  /** What two people answered for is nobody's to throw away. */
  async down(runner: QueryRunner): Promise<void> {
    const given: unknown = await runner.query(
      `SELECT 1 FROM care_override WHERE context_kind = 'session_use' LIMIT 1`,
    );
    if (Array.isArray(given) && given.length > 0)
      throw new Error('two people answered for a session: there is no way back from here');
    for (const sql of DOWN) await runner.query(sql);
  }
}
