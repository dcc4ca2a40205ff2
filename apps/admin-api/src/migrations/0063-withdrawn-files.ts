import type { MigrationInterface, QueryRunner } from 'typeorm';

const MERGED = `(state = 'merged' AND merged_into IS NOT NULL AND merged_into <> id)`;

/**
 * A file whose import was undone while the books name its owner: of it no more is left than a row without a name to
 * which their entries point.
 */
export class WithdrawnFiles1760000000063 implements MigrationInterface {
  readonly name = 'WithdrawnFiles1760000000063';

  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['chk_customer_state', 'chk_customer_merged'])
      await runner.query(`ALTER TABLE customer DROP CONSTRAINT ${name}`);
    await runner.query(
      `ALTER TABLE customer
         ADD CONSTRAINT chk_customer_state CHECK (state IN ('active', 'merged', 'withdrawn')),
         ADD CONSTRAINT chk_customer_merged CHECK (
           (state <> 'merged' AND merged_into IS NULL) OR ${MERGED}
         ),
         ADD CONSTRAINT chk_customer_withdrawn CHECK (
           state <> 'withdrawn' OR (name = '' AND note = '' AND birthday_calendar IS NULL AND own_no IS NULL
             AND details_cipher IS NULL AND home_store_id IS NULL)
         )`,
    );
  }

  /** Refused while there are such rows: an older version would take them for clients. */
  async down(runner: QueryRunner): Promise<void> {
    const left = (await runner.query(
      `SELECT id FROM customer WHERE state = 'withdrawn' LIMIT 1`,
    )) as unknown[];
    if (left.length > 0) throw new Error('the books name owners whose files were withdrawn');
    for (const name of ['chk_customer_withdrawn', 'chk_customer_merged', 'chk_customer_state'])
      await runner.query(`ALTER TABLE customer DROP CONSTRAINT ${name}`);
    await runner.query(
      `ALTER TABLE customer
         ADD CONSTRAINT chk_customer_state CHECK (state IN ('active', 'merged')),
         ADD CONSTRAINT chk_customer_merged CHECK ((state = 'active' AND merged_into IS NULL) OR ${MERGED})`,
    );
  }
}
