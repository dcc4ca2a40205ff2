import type { MigrationInterface, QueryRunner } from 'typeorm';

const withChecks = (ways: string, people: string): string[] => [
  ...['chk_consent_way', 'chk_consent_by'].map(
    (name) => `ALTER TABLE consent DROP CONSTRAINT ${name}`,
  ),
  `ALTER TABLE consent
     ADD CONSTRAINT chk_consent_way CHECK (way IN (${ways})),
     ADD CONSTRAINT chk_consent_by CHECK (by_kind IN (${people}))`,
];

/** A consent that one of two files had taken back stays so when they are joined: the house says it again. */
export class ConsentsOfJoinedFiles1760000000066 implements MigrationInterface {
  readonly name = 'ConsentsOfJoinedFiles1760000000066';

  async up(runner: QueryRunner): Promise<void> {
    const sql = withChecks(`'phone', 'screen', 'paper', 'merge'`, `'client', 'staff', 'system'`);
    for (const one of sql) await runner.query(one);
  }

  /** Refused while there are such rows: without them, what they closed would be open. */
  async down(runner: QueryRunner): Promise<void> {
    const left = (await runner.query(
      `SELECT 1 FROM consent WHERE way = 'merge' OR by_kind = 'system' LIMIT 1`,
    )) as unknown[];
    if (left.length > 0) throw new Error('joined files keep consents closed: there is no way back');
    for (const one of withChecks(`'phone', 'screen', 'paper'`, `'client', 'staff'`))
      await runner.query(one);
  }
}
