import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHECK = 'chk_customer_tag_group_of_health';

/** Groups of tags that speak of health: their tags are for those who treat. */
export class HealthTags1760000000062 implements MigrationInterface {
  readonly name = 'HealthTags1760000000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE customer_tag_group ADD COLUMN of_health TINYINT(1) NOT NULL DEFAULT 0',
    );
    await runner.query(
      `ALTER TABLE customer_tag_group
         ADD CONSTRAINT chk_customer_tag_group_of_health CHECK (of_health IN (0, 1))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE customer_tag_group DROP CONSTRAINT ${CHECK}`);
    await runner.query('ALTER TABLE customer_tag_group DROP COLUMN of_health');
  }
}
