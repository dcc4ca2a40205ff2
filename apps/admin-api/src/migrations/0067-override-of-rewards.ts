import type { MigrationInterface, QueryRunner } from 'typeorm';

/** It keeps its name, so it is not dropped for good. */
const CHECK = 'chk_care_override_context';
const among = (kinds: string): string[] => [
  `ALTER TABLE care_override DROP CONSTRAINT ${CHECK}`,
  `ALTER TABLE care_override ADD CONSTRAINT ${CHECK} CHECK (context_kind IN (${kinds}))`,
];
const BEFORE = `'appointment', 'bill', 'plan', 'session_use'`;

/** Two people may answer for a reward that is handed over. */
export class OverrideOfRewards1760000000067 implements MigrationInterface {
  readonly name = 'OverrideOfRewards1760000000067';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of among(`${BEFORE}, 'points_redemption'`)) await runner.query(sql);
  }

  /** What two people answered for is nobody's to throw away. */
  async down(runner: QueryRunner): Promise<void> {
    const given: unknown = await runner.query(
      `SELECT 1 FROM care_override WHERE context_kind = 'points_redemption' LIMIT 1`,
    );
    if (Array.isArray(given) && given.length > 0)
      throw new Error('two people answered for a reward: there is no way back from here');
    for (const sql of among(BEFORE)) await runner.query(sql);
  }
}
